from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.conversation_event import ConversationEvent
    from ..models.conversation_turn import ConversationTurn


@_define(eq=False, repr=False)
class ConversationDetails(Model):
    """A call's transcript and events.

    Attributes:
        org_id: Id of the organisation.
        call_id: Id of the call.
        agent_name: Name of the agent.
        workflow_type: How the agent is driven, mostly a WorkflowType.
        transcript: What was said, in order.
        events: What happened, in order.
        from_number: The number that called.
        to_number: The number that was called.
        call_duration_ms: Length in milliseconds.
    """

    org_id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    agent_name: str | Unset = UNSET
    workflow_type: str | Unset = UNSET
    transcript: list[ConversationTurn] | Unset = UNSET
    events: list[ConversationEvent] | Unset = UNSET
    from_number: str | Unset = UNSET
    to_number: str | Unset = UNSET
    call_duration_ms: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "callId": self.call_id,
                "agentName": self.agent_name,
                "workflowType": self.workflow_type,
                "transcript": self.transcript,
                "events": self.events,
                "fromNumber": self.from_number,
                "toNumber": self.to_number,
                "callDurationMs": self.call_duration_ms,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            call_id=rest.pop("callId", UNSET),
            agent_name=rest.pop("agentName", UNSET),
            workflow_type=rest.pop("workflowType", UNSET),
            transcript=list_of(model(lambda: models.ConversationTurn))(
                rest.pop("transcript", UNSET)
            ),
            events=list_of(model(lambda: models.ConversationEvent))(rest.pop("events", UNSET)),
            from_number=rest.pop("fromNumber", UNSET),
            to_number=rest.pop("toNumber", UNSET),
            call_duration_ms=rest.pop("callDurationMs", UNSET),
        )
        result.additional_properties = rest
        return result
