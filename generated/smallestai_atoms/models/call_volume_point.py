from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class CallVolumePoint(Model):
    """Calls of one day.

    Attributes:
        date: The day.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        no_answer_calls: Calls that were not answered.
        failed_calls: Calls that failed.
        cancelled_calls: Calls that were cancelled.
        total_duration_ms: Length of all calls, in milliseconds.
    """

    date: datetime.date | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    no_answer_calls: float | Unset = UNSET
    failed_calls: float | Unset = UNSET
    cancelled_calls: float | Unset = UNSET
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
                "noAnswerCalls": self.no_answer_calls,
                "failedCalls": self.failed_calls,
                "cancelledCalls": self.cancelled_calls,
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
            no_answer_calls=rest.pop("noAnswerCalls", UNSET),
            failed_calls=rest.pop("failedCalls", UNSET),
            cancelled_calls=rest.pop("cancelledCalls", UNSET),
            total_duration_ms=rest.pop("totalDurationMs", UNSET),
        )
        result.additional_properties = rest
        return result
