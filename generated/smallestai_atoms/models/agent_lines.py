from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AgentLines(Model):
    """The lines set aside for one agent.

    Attributes:
        agent_id: Id of the agent.
        agent_name: Name of the agent.
        avatar_url: URL of the agent's picture.
        webcall: Lines for web calls.
        outbound: Lines for calls it places.
        inbound: Lines for calls it answers.
        chat: Lines for chats.
    """

    agent_id: str | Unset = UNSET
    agent_name: str | Unset = UNSET
    avatar_url: str | None | Unset = UNSET
    webcall: float | Unset = UNSET
    outbound: float | Unset = UNSET
    inbound: float | Unset = UNSET
    chat: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "agentName": self.agent_name,
                "avatarUrl": self.avatar_url,
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
            agent_name=rest.pop("agentName", UNSET),
            avatar_url=rest.pop("avatarUrl", UNSET),
            webcall=rest.pop("webcall", UNSET),
            outbound=rest.pop("outbound", UNSET),
            inbound=rest.pop("inbound", UNSET),
            chat=rest.pop("chat", UNSET),
        )
        result.additional_properties = rest
        return result
