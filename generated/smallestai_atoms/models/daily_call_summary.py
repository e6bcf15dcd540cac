from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class DailyCallSummary(Model):
    """The summary of a day.

    Attributes:
        date: The day.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        unanswered_calls: Calls that were not answered.
        failed_calls: Calls that failed.
        pickup_rate: Share of calls that were answered.
        in_progress_calls: Calls that run.
        in_queue_calls: Calls that wait.
        total_duration_ms: Length of all calls, in milliseconds.
    """

    date: datetime.date | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    unanswered_calls: float | Unset = UNSET
    failed_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    in_progress_calls: float | Unset = UNSET
    in_queue_calls: float | Unset = UNSET
    total_duration_ms: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "date": self.date,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "unansweredCalls": self.unanswered_calls,
                "failedCalls": self.failed_calls,
                "pickupRate": self.pickup_rate,
                "inProgressCalls": self.in_progress_calls,
                "inQueueCalls": self.in_queue_calls,
                "totalDurationMs": self.total_duration_ms,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            date=date(rest.pop("date", UNSET)),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            unanswered_calls=rest.pop("unansweredCalls", UNSET),
            failed_calls=rest.pop("failedCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            in_progress_calls=rest.pop("inProgressCalls", UNSET),
            in_queue_calls=rest.pop("inQueueCalls", UNSET),
            total_duration_ms=rest.pop("totalDurationMs", UNSET),
        )
        result.additional_properties = rest
        return result
