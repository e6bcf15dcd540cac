from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class LineReservation(Model):
    """The lines to set aside for one agent.

    Attributes:
        agent_id: Id of the agent.
        webcall: Lines for web calls.
        outbound: Lines for calls it places.
        inbound: Lines for calls it answers.
        chat: Lines for chats.
    """

    agent_id: str
    webcall: int
    outbound: int
    inbound: int
    chat: int
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "webcall", "outbound", "inbound", "chat"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "webcall": self.webcall,
                "outbound": self.outbound,
                "inbound": self.inbound,
                "chat": self.chat,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            webcall=rest.pop("webcall", UNSET),
            outbound=rest.pop("outbound", UNSET),
            inbound=rest.pop("inbound", UNSET),
            chat=rest.pop("chat", UNSET),
        )
        result.additional_properties = rest
        return result
