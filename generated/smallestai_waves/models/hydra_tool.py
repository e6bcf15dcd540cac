from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class HydraTool(Model):
    """A function the model may call.

    Attributes:
        type_: Kind of tool.
        name: Name of the function.
        description: What the function does and when to call it.
        parameters: Any JSON object.
    """

    name: str
    type_: Literal["function"] = "function"
    description: str | Unset = UNSET
    parameters: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "name"))
    _CONSTANTS = {"type": "function"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "name": self.name,
                "description": self.description,
                "parameters": self.parameters,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            parameters=model(lambda: models.Json)(rest.pop("parameters", UNSET)),
        )
        result.additional_properties = rest
        return result
