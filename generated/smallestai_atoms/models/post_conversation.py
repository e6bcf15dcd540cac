from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.webhook_call_data import WebhookCallData
    from ..models.webhook_transcript_turn import WebhookTranscriptTurn


@_define(eq=False, repr=False)
class PostConversation(Model):
    """A call that is over.

    Attributes:
        agent_id: Id of the agent.
        event_type: Kind of event.
        call_id: Id of the call; the same in all three events.
        conversation_type: How the call is carried, such as telephonyInbound, telephonyOutbound
            or webcall.
        recording_url: URL of the recording.
        call_data: The course of a call.
        transcript: What was said, in order.
        variables: Values of the variables at the end of the call.
    """

    agent_id: str
    call_id: str
    event_type: Literal["post-conversation"] = "post-conversation"
    conversation_type: str | Unset = UNSET
    recording_url: str | None | Unset = UNSET
    call_data: WebhookCallData | Unset = UNSET
    transcript: list[WebhookTranscriptTurn] | Unset = UNSET
    variables: Json | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "eventType", "callId"))
    _CONSTANTS = {"eventType": "post-conversation"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "eventType": self.event_type,
                "callId": self.call_id,
                "conversationType": self.conversation_type,
                "recordingUrl": self.recording_url,
                "callData": self.call_data,
                "transcript": self.transcript,
                "variables": self.variables,
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
            recording_url=rest.pop("recordingUrl", UNSET),
            call_data=model(lambda: models.WebhookCallData)(rest.pop("callData", UNSET)),
            transcript=list_of(model(lambda: models.WebhookTranscriptTurn))(
                rest.pop("transcript", UNSET)
            ),
            variables=model(lambda: models.Json)(rest.pop("variables", UNSET)),
        )
        result.additional_properties = rest
        return result
