from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class PreConversation(Model):
    """A call that is about to begin.

    Attributes:
        agent_id: Id of the agent.
        event_type: Kind of event.
        call_id: Id of the call; the same in all three events.
        conversation_type: How the call is carried, such as telephonyInbound, telephonyOutbound
            or webcall.
        to_phone: The number that is called.
        from_phone: The number that calls.
    """

    agent_id: str
    call_id: str
    event_type: Literal["pre-conversation"] = "pre-conversation"
    conversation_type: str | Unset = UNSET
    to_phone: str | Unset = UNSET
    from_phone: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "eventType", "callId"))
    _CONSTANTS = {"eventType": "pre-conversation"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "eventType": self.event_type,
                "callId": self.call_id,
                "conversationType": self.conversation_type,
                "toPhone": self.to_phone,
                "fromPhone": self.from_phone,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            agent_id=rest.pop("agentId", UNSET),
            event_type=rest.pop("eventType", UNSET),
            call_id=rest.pop("callId", UNSET),
            conversation_type=rest.pop("conversationType", UNSET),
            to_phone=rest.pop("toPhone", UNSET),
            from_phone=rest.pop("fromPhone", UNSET),
        )
        result.additional_properties = rest
        return result
