from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class WeekTrend(Model):
    """Figures of one week.

    Attributes:
        week_start: First day of the week.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        pickup_rate: Share of calls that were answered.
        avg_duration: Mean length.
        median_duration: Median length.
        p_90_duration: Length that 90 % of calls do not exceed.
        short_calls_percent: Share of short calls, in percent.
        long_calls_percent: Share of long calls, in percent.
    """

    week_start: datetime.date | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    avg_duration: float | Unset = UNSET
    median_duration: float | Unset = UNSET
    p_90_duration: float | Unset = UNSET
    short_calls_percent: float | Unset = UNSET
    long_calls_percent: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "weekStart": self.week_start,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "pickupRate": self.pickup_rate,
                "avgDuration": self.avg_duration,
                "medianDuration": self.median_duration,
                "p90Duration": self.p_90_duration,
                "shortCallsPercent": self.short_calls_percent,
                "longCallsPercent": self.long_calls_percent,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            week_start=date(rest.pop("weekStart", UNSET)),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            avg_duration=rest.pop("avgDuration", UNSET),
            median_duration=rest.pop("medianDuration", UNSET),
            p_90_duration=rest.pop("p90Duration", UNSET),
            short_calls_percent=rest.pop("shortCallsPercent", UNSET),
            long_calls_percent=rest.pop("longCallsPercent", UNSET),
        )
        result.additional_properties = rest
        return result
