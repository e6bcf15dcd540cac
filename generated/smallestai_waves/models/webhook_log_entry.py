from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class WebhookLogEntry(Model):
    """An attempt to deliver a transcript.

    Attributes:
        org_id: Id of the organisation.
        request_id: Id of the job.
        webhook_url: Where it was sent.
        method: HTTP method used.
        event_type: Kind of event, such as `asr.completed`.
        status: Outcome of the attempt.
        attempt: Number of the attempt.
        response_status_code: HTTP status of the answer.
        error: What went wrong.
        timestamp: When it was made.
        duration_ms: How long it took in milliseconds.
    """

    org_id: str | Unset = UNSET
    request_id: str | Unset = UNSET
    webhook_url: str | Unset = UNSET
    method: str | Unset = UNSET
    event_type: str | Unset = UNSET
    status: str | Unset = UNSET
    attempt: int | Unset = UNSET
    response_status_code: int | Unset = UNSET
    error: str | Unset = UNSET
    timestamp: str | Unset = UNSET
    duration_ms: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "org_id": self.org_id,
                "request_id": self.request_id,
                "webhook_url": self.webhook_url,
                "method": self.method,
                "event_type": self.event_type,
                "status": self.status,
                "attempt": self.attempt,
                "response_status_code": self.response_status_code,
                "error": self.error,
                "timestamp": self.timestamp,
                "duration_ms": self.duration_ms,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("org_id", UNSET),
            request_id=rest.pop("request_id", UNSET),
            webhook_url=rest.pop("webhook_url", UNSET),
            method=rest.pop("method", UNSET),
            event_type=rest.pop("event_type", UNSET),
            status=rest.pop("status", UNSET),
            attempt=rest.pop("attempt", UNSET),
            response_status_code=rest.pop("response_status_code", UNSET),
            error=rest.pop("error", UNSET),
            timestamp=rest.pop("timestamp", UNSET),
            duration_ms=rest.pop("duration_ms", UNSET),
        )
        result.additional_properties = rest
        return result
