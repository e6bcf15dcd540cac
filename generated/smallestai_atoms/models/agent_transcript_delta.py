from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.agent_transcript_delta_role import AgentTranscriptDeltaRole


@_define(eq=False, repr=False)
class AgentTranscriptDelta(Model):
    """What has been said in a turn so far; replaces the one before.

    Attributes:
        type_: Kind of frame.
        role: Who speaks.
        text: The turn so far.
    """

    type_: Literal["transcript.delta"] = "transcript.delta"
    role: AgentTranscriptDeltaRole | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "transcript.delta"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "type": self.type_, "role": self.role, "text": self.text}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            role=rest.pop("role", UNSET),
            text=rest.pop("text", UNSET),
        )
        result.additional_properties = rest
        return result
