from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraArgumentsDone(Model):
    """A function call is complete and awaits its result.

    Attributes:
        type_: Kind of frame.
        call_id: Id of the call.
        event_id: The server's id of this frame.
        response_id: Id of the reply.
        name: Function to call.
        arguments: Its arguments as JSON.
    """

    call_id: str
    type_: Literal["response.function_call_arguments.done"] = (
        "response.function_call_arguments.done"
    )
    event_id: str | Unset = UNSET
    response_id: str | Unset = UNSET
    name: str | Unset = UNSET
    arguments: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "call_id"))
    _CONSTANTS = {"type": "response.function_call_arguments.done"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "call_id": self.call_id,
                "event_id": self.event_id,
                "response_id": self.response_id,
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
            event_id=rest.pop("event_id", UNSET),
            response_id=rest.pop("response_id", UNSET),
            name=rest.pop("name", UNSET),
            arguments=rest.pop("arguments", UNSET),
        )
        result.additional_properties = rest
        return result
