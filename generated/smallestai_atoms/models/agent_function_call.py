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
class AgentFunctionCall(Model):
    """The agent wants a tool of the client run.

    Attributes:
        type_: Kind of frame.
        call_id: Id that the result repeats.
        name: Name of the tool.
        arguments: The arguments.
    """

    call_id: str
    name: str
    type_: Literal["function_call"] = "function_call"
    arguments: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "call_id", "name"))
    _CONSTANTS = {"type": "function_call"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "call_id": self.call_id,
                "name": self.name,
                "arguments": self.arguments,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            call_id=rest.pop("call_id", UNSET),
            name=rest.pop("name", UNSET),
            arguments=model(lambda: models.Json)(rest.pop("arguments", UNSET)),
        )
        result.additional_properties = rest
        return result
