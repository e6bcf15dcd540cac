from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.tool_type import ToolType


@_define(eq=False, repr=False)
class TemplateTool(Model):
    """A tool of a template.

    Attributes:
        type_: What a tool does.
        name: Name the model calls the tool by.
        description: What the tool does, for the model.
        input_schema: JSON Schema of the tool's arguments.
    """

    type_: ToolType | Unset = UNSET
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    input_schema: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "name": self.name,
                "description": self.description,
                "input_schema": self.input_schema,
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
            input_schema=model(lambda: models.Json)(rest.pop("input_schema", UNSET)),
        )
        result.additional_properties = rest
        return result
