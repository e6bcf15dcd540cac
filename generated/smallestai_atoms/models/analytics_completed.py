from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.webhook_analysis import WebhookAnalysis
    from ..models.webhook_call_data import WebhookCallData


@_define(eq=False, repr=False)
class AnalyticsCompleted(Model):
    """A call that has been analysed.

    Attributes:
        agent_id: Id of the agent.
        event_type: Kind of event.
        call_id: Id of the call; the same in all three events.
        conversation_type: How the call is carried, such as telephonyInbound, telephonyOutbound
            or webcall.
        analytics: What was worked out after a call.
        call_data: The course of a call.
    """

    agent_id: str
    call_id: str
    event_type: Literal["analytics-completed"] = "analytics-completed"
    conversation_type: str | Unset = UNSET
    analytics: WebhookAnalysis | Unset = UNSET
    call_data: WebhookCallData | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "eventType", "callId"))
    _CONSTANTS = {"eventType": "analytics-completed"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "eventType": self.event_type,
                "callId": self.call_id,
                "conversationType": self.conversation_type,
                "analytics": self.analytics,
                "callData": self.call_data,
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
            analytics=model(lambda: models.WebhookAnalysis)(rest.pop("analytics", UNSET)),
            call_data=model(lambda: models.WebhookCallData)(rest.pop("callData", UNSET)),
        )
        result.additional_properties = rest
        return result
