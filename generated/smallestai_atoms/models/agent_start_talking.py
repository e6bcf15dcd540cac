from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.agent_start_talking_type import AgentStartTalkingType


@_define(eq=False, repr=False)
class AgentStartTalking(Model):
    """The agent begins to speak.

    Attributes:
        type_: Kind of frame; servers differ in the spelling.
        timestamp: When, where the server says so.
    """

    type_: AgentStartTalkingType
    timestamp: float | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "type": self.type_, "timestamp": self.timestamp}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET), timestamp=rest.pop("timestamp", UNSET))
        result.additional_properties = rest
        return result
