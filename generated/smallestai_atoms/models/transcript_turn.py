from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.transcript_turn_role import TranscriptTurnRole


@_define(eq=False, repr=False)
class TranscriptTurn(Model):
    """What one side said in one turn.

    Attributes:
        role: Who spoke.
        content: What was said.
        timestamp: When it was said.
    """

    role: TranscriptTurnRole | Unset = UNSET
    content: str | Unset = UNSET
    timestamp: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "role": self.role,
                "content": self.content,
                "timestamp": self.timestamp,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            role=rest.pop("role", UNSET),
            content=rest.pop("content", UNSET),
            timestamp=rest.pop("timestamp", UNSET),
        )
        result.additional_properties = rest
        return result
