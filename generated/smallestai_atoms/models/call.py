from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent import Agent
    from ..models.call_analysis import CallAnalysis
    from ..models.call_status import CallStatus
    from ..models.call_type import CallType
    from ..models.json import Json
    from ..models.transcript_turn import TranscriptTurn
    from ..models.turn_latencies import TurnLatencies
    from ..models.used_voice import UsedVoice


@_define(eq=False, repr=False)
class Call(Model):
    """A call with its transcript.

    Attributes:
        id: Id of the record.
        call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
        agent: The agent.
        status: How a call stands.
        duration: Length in seconds.
        recording_url: URL of the recording.
        recording_dual_url: URL of the recording with one channel for each side.
        from_: The number that called.
        to: The number that was called.
        type_: How a call is carried: phone call to the agent, phone call from the agent, or
            through a web page.
        transcript: What was said, in order.
        variables: Values of the variables at the end of the call.
        events: What happened during the call.
        call_cost: What the call cost.
        call_failure_reason: Why the call failed.
        retry_call_id: Id of the call that this one tries again.
        post_call_analytics: What was worked out after the call.
        turn_latency_metrics: How long the agent took to answer.
        voice_config_used: The voice the agent spoke with.
        slm_model_used: The language model the agent used.
    """

    id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    agent: Agent | None | Unset = UNSET
    status: CallStatus | Unset = UNSET
    duration: float | None | Unset = UNSET
    recording_url: str | None | Unset = UNSET
    recording_dual_url: str | None | Unset = UNSET
    from_: str | None | Unset = UNSET
    to: str | None | Unset = UNSET
    type_: CallType | Unset = UNSET
    transcript: list[TranscriptTurn] | Unset = UNSET
    variables: Json | None | Unset = UNSET
    events: list[Json] | Unset = UNSET
    call_cost: float | None | Unset = UNSET
    call_failure_reason: str | None | Unset = UNSET
    retry_call_id: str | None | Unset = UNSET
    post_call_analytics: CallAnalysis | None | Unset = UNSET
    turn_latency_metrics: TurnLatencies | None | Unset = UNSET
    voice_config_used: UsedVoice | None | Unset = UNSET
    slm_model_used: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "callId": self.call_id,
                "agent": self.agent,
                "status": self.status,
                "duration": self.duration,
                "recordingUrl": self.recording_url,
                "recordingDualUrl": self.recording_dual_url,
                "from": self.from_,
                "to": self.to,
                "type": self.type_,
                "transcript": self.transcript,
                "variables": self.variables,
                "events": self.events,
                "callCost": self.call_cost,
                "callFailureReason": self.call_failure_reason,
                "retryCallId": self.retry_call_id,
                "postCallAnalytics": self.post_call_analytics,
                "turnLatencyMetrics": self.turn_latency_metrics,
                "voiceConfigUsed": self.voice_config_used,
                "slmModelUsed": self.slm_model_used,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            call_id=rest.pop("callId", UNSET),
            agent=model(lambda: models.Agent)(rest.pop("agent", UNSET)),
            status=rest.pop("status", UNSET),
            duration=rest.pop("duration", UNSET),
            recording_url=rest.pop("recordingUrl", UNSET),
            recording_dual_url=rest.pop("recordingDualUrl", UNSET),
            from_=rest.pop("from", UNSET),
            to=rest.pop("to", UNSET),
            type_=rest.pop("type", UNSET),
            transcript=list_of(model(lambda: models.TranscriptTurn))(rest.pop("transcript", UNSET)),
            variables=model(lambda: models.Json)(rest.pop("variables", UNSET)),
            events=list_of(model(lambda: models.Json))(rest.pop("events", UNSET)),
            call_cost=rest.pop("callCost", UNSET),
            call_failure_reason=rest.pop("callFailureReason", UNSET),
            retry_call_id=rest.pop("retryCallId", UNSET),
            post_call_analytics=model(lambda: models.CallAnalysis)(
                rest.pop("postCallAnalytics", UNSET)
            ),
            turn_latency_metrics=model(lambda: models.TurnLatencies)(
                rest.pop("turnLatencyMetrics", UNSET)
            ),
            voice_config_used=model(lambda: models.UsedVoice)(rest.pop("voiceConfigUsed", UNSET)),
            slm_model_used=rest.pop("slmModelUsed", UNSET),
        )
        result.additional_properties = rest
        return result
