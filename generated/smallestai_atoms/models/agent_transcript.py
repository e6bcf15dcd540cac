from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.agent_transcript_role import AgentTranscriptRole


@_define(eq=False, repr=False)
class AgentTranscript(Model):
    """What was said in a turn. In a chat the only form of reply.

    Attributes:
        type_: Kind of frame.
        role: Who spoke.
        text: The turn.
    """

    type_: Literal["transcript"] = "transcript"
    role: AgentTranscriptRole | Unset = UNSET
    text: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "transcript"}

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
