from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class AgentTextInput(Model):
    """What the user writes.

    Attributes:
        type_: Kind of frame.
        text: The text, at least one character.
    """

    text: str
    type_: Literal["input_text.send"] = "input_text.send"
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "text"))
    _CONSTANTS = {"type": "input_text.send"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "type": self.type_, "text": self.text})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET), text=rest.pop("text", UNSET))
        result.additional_properties = rest
        return result
