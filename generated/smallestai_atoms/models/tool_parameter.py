from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.parameter_kind import ParameterKind


@_define(eq=False, repr=False)
class ToolParameter(Model):
    """A value the model fills in when it uses the tool.

    Attributes:
        name: Name of the parameter.
        description: What it means, for the model.
        type_: What values a parameter takes.
        values: enum: the values to choose from.
        required: Whether the tool cannot be used without it; false when left out.
    """

    name: str
    description: str
    type_: ParameterKind
    values: list[str] | Unset = UNSET
    required: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("name", "description", "type"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "description": self.description,
                "type": self.type_,
                "values": self.values,
                "required": self.required,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            type_=rest.pop("type", UNSET),
            values=rest.pop("values", UNSET),
            required=rest.pop("required", UNSET),
        )
        result.additional_properties = rest
        return result
