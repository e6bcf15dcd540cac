from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class HydraToolOutput(Model):
    """Result of a function call.

    Attributes:
        type_: Kind of entry.
        call_id: Id of the call it answers.
        output: The result as a text, often JSON.
    """

    call_id: str
    output: str
    type_: Literal["function_call_output"] = "function_call_output"
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "call_id", "output"))
    _CONSTANTS = {"type": "function_call_output"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "call_id": self.call_id,
                "output": self.output,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            call_id=rest.pop("call_id", UNSET),
            output=rest.pop("output", UNSET),
        )
        result.additional_properties = rest
        return result
