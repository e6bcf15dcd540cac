from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class CallCountsLogEntry(Model):
    """A call in brief, with its cost.

    Attributes:
        org_id: Id of the organisation.
        call_id: Id of the call.
        agent_id: Id of the agent.
        agent_name: Name of the agent.
        campaign_id: Id of the campaign.
        campaign_name: Name of the campaign.
        call_type: How the call is carried, mostly a CallType.
        timestamp: When it began.
        call_duration_ms: Length in milliseconds.
        call_latency_ms: Latency in milliseconds.
        cost_spent: What it cost.
        disconnection_reason: Why it ended.
        source: Where it came from.
        recording_url: URL of the recording.
        call_status: How the call stands, mostly a CallStatus.
        from_number: The number that called.
        to_number: The number that was called.
    """

    org_id: str | Unset = UNSET
    call_id: str | Unset = UNSET
    agent_id: str | Unset = UNSET
    agent_name: str | Unset = UNSET
    campaign_id: str | Unset = UNSET
    campaign_name: str | Unset = UNSET
    call_type: str | Unset = UNSET
    timestamp: datetime.datetime | Unset = UNSET
    call_duration_ms: float | Unset = UNSET
    call_latency_ms: float | Unset = UNSET
    cost_spent: float | Unset = UNSET
    disconnection_reason: str | Unset = UNSET
    source: str | Unset = UNSET
    recording_url: str | Unset = UNSET
    call_status: str | Unset = UNSET
    from_number: str | Unset = UNSET
    to_number: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "callId": self.call_id,
                "agentId": self.agent_id,
                "agentName": self.agent_name,
                "campaignId": self.campaign_id,
                "campaignName": self.campaign_name,
                "callType": self.call_type,
                "timestamp": self.timestamp,
                "callDurationMs": self.call_duration_ms,
                "callLatencyMs": self.call_latency_ms,
                "costSpent": self.cost_spent,
                "disconnectionReason": self.disconnection_reason,
                "source": self.source,
                "recordingUrl": self.recording_url,
                "callStatus": self.call_status,
                "fromNumber": self.from_number,
                "toNumber": self.to_number,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            call_id=rest.pop("callId", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            agent_name=rest.pop("agentName", UNSET),
            campaign_id=rest.pop("campaignId", UNSET),
            campaign_name=rest.pop("campaignName", UNSET),
            call_type=rest.pop("callType", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
            call_duration_ms=rest.pop("callDurationMs", UNSET),
            call_latency_ms=rest.pop("callLatencyMs", UNSET),
            cost_spent=rest.pop("costSpent", UNSET),
            disconnection_reason=rest.pop("disconnectionReason", UNSET),
            source=rest.pop("source", UNSET),
            recording_url=rest.pop("recordingUrl", UNSET),
            call_status=rest.pop("callStatus", UNSET),
            from_number=rest.pop("fromNumber", UNSET),
            to_number=rest.pop("toNumber", UNSET),
        )
        result.additional_properties = rest
        return result
