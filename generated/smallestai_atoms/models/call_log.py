from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.call_analysis import CallAnalysis
    from ..models.call_status import CallStatus
    from ..models.call_type import CallType
    from ..models.metric_column import MetricColumn
    from ..models.string_map import StringMap
    from ..models.turn_latencies import TurnLatencies


@_define(eq=False, repr=False)
class CallLog(Model):
    """What a call has left on record.

    Attributes:
        id: Id of the record.
        call_id: Id of the call, such as CALL-1700000000000-a1b2c3.
        status: How a call stands.
        duration: Length in seconds.
        from_: The number that called.
        to: The number that was called.
        type_: How a call is carried: phone call to the agent, phone call from the agent, or
            through a web page.
        agent_id: Id of the agent.
        recording_url: URL of the recording.
        recording_dual_url: URL of the recording with one channel for each side.
        disconnection_reason: Why the call ended, such as user_hangup.
        retry_count: Times the call was tried again.
        created_at: When the call was placed or came in.
        disposition_metrics: Values of the metrics by their identifiers.
        agent_disposition_config: The metrics of the agent.
        call_failure_reason: Why the call failed.
        call_cost: What the call cost.
        version_id: Id of the agent's version that took the call.
        version_number: Number of the agent's version that took the call.
        is_test: Whether the call was a test.
        retry_call_id: Id of the call that this one tries again.
        retry_attempt_number: Which attempt this is, counted from the first retry.
        post_call_analytics: What was worked out after the call.
        turn_latency_metrics: How long the agent took to answer.
    """

    id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    status: CallStatus | Unset = UNSET
    duration: float | None | Unset = UNSET
    from_: str | None | Unset = UNSET
    to: str | None | Unset = UNSET
    type_: CallType | Unset = UNSET
    agent_id: str | Unset = UNSET
    recording_url: str | None | Unset = UNSET
    recording_dual_url: str | None | Unset = UNSET
    disconnection_reason: str | None | Unset = UNSET
    retry_count: int | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    disposition_metrics: StringMap | None | Unset = UNSET
    agent_disposition_config: list[MetricColumn] | Unset = UNSET
    call_failure_reason: str | None | Unset = UNSET
    call_cost: float | None | Unset = UNSET
    version_id: str | None | Unset = UNSET
    version_number: float | None | Unset = UNSET
    is_test: bool | Unset = UNSET
    retry_call_id: str | None | Unset = UNSET
    retry_attempt_number: float | None | Unset = UNSET
    post_call_analytics: CallAnalysis | None | Unset = UNSET
    turn_latency_metrics: TurnLatencies | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "callId": self.call_id,
                "status": self.status,
                "duration": self.duration,
                "from": self.from_,
                "to": self.to,
                "type": self.type_,
                "agentId": self.agent_id,
                "recordingUrl": self.recording_url,
                "recordingDualUrl": self.recording_dual_url,
                "disconnectionReason": self.disconnection_reason,
                "retryCount": self.retry_count,
                "createdAt": self.created_at,
                "dispositionMetrics": self.disposition_metrics,
                "agentDispositionConfig": self.agent_disposition_config,
                "callFailureReason": self.call_failure_reason,
                "callCost": self.call_cost,
                "versionId": self.version_id,
                "versionNumber": self.version_number,
                "isTest": self.is_test,
                "retryCallId": self.retry_call_id,
                "retryAttemptNumber": self.retry_attempt_number,
                "postCallAnalytics": self.post_call_analytics,
                "turnLatencyMetrics": self.turn_latency_metrics,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            call_id=rest.pop("callId", UNSET),
            status=rest.pop("status", UNSET),
            duration=rest.pop("duration", UNSET),
            from_=rest.pop("from", UNSET),
            to=rest.pop("to", UNSET),
            type_=rest.pop("type", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            recording_url=rest.pop("recordingUrl", UNSET),
            recording_dual_url=rest.pop("recordingDualUrl", UNSET),
            disconnection_reason=rest.pop("disconnectionReason", UNSET),
            retry_count=rest.pop("retryCount", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            disposition_metrics=model(lambda: models.StringMap)(
                rest.pop("dispositionMetrics", UNSET)
            ),
            agent_disposition_config=list_of(model(lambda: models.MetricColumn))(
                rest.pop("agentDispositionConfig", UNSET)
            ),
            call_failure_reason=rest.pop("callFailureReason", UNSET),
            call_cost=rest.pop("callCost", UNSET),
            version_id=rest.pop("versionId", UNSET),
            version_number=rest.pop("versionNumber", UNSET),
            is_test=rest.pop("isTest", UNSET),
            retry_call_id=rest.pop("retryCallId", UNSET),
            retry_attempt_number=rest.pop("retryAttemptNumber", UNSET),
            post_call_analytics=model(lambda: models.CallAnalysis)(
                rest.pop("postCallAnalytics", UNSET)
            ),
            turn_latency_metrics=model(lambda: models.TurnLatencies)(
                rest.pop("turnLatencyMetrics", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
