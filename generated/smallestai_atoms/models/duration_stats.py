from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.date_range import DateRange


@_define(eq=False, repr=False)
class DurationStats(Model):
    """How long calls last.

    Attributes:
        org_id: Id of the organisation.
        avg_duration_ms: Mean, in milliseconds.
        median_duration_ms: Median, in milliseconds.
        p_90_duration_ms: Length that 90 % of calls do not exceed, in milliseconds.
        p_95_duration_ms: Length that 95 % of calls do not exceed, in milliseconds.
        short_calls_percent: Share of short calls, in percent.
        long_calls_percent: Share of long calls, in percent.
        total_calls: Calls.
        total_duration_ms: Length of all calls, in milliseconds.
        period: The span.
    """

    org_id: str | Unset = UNSET
    avg_duration_ms: float | Unset = UNSET
    median_duration_ms: float | Unset = UNSET
    p_90_duration_ms: float | Unset = UNSET
    p_95_duration_ms: float | Unset = UNSET
    short_calls_percent: float | Unset = UNSET
    long_calls_percent: float | Unset = UNSET
    total_calls: float | Unset = UNSET
    total_duration_ms: float | Unset = UNSET
    period: DateRange | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "avgDurationMs": self.avg_duration_ms,
                "medianDurationMs": self.median_duration_ms,
                "p90DurationMs": self.p_90_duration_ms,
                "p95DurationMs": self.p_95_duration_ms,
                "shortCallsPercent": self.short_calls_percent,
                "longCallsPercent": self.long_calls_percent,
                "totalCalls": self.total_calls,
                "totalDurationMs": self.total_duration_ms,
                "period": self.period,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            avg_duration_ms=rest.pop("avgDurationMs", UNSET),
            median_duration_ms=rest.pop("medianDurationMs", UNSET),
            p_90_duration_ms=rest.pop("p90DurationMs", UNSET),
            p_95_duration_ms=rest.pop("p95DurationMs", UNSET),
            short_calls_percent=rest.pop("shortCallsPercent", UNSET),
            long_calls_percent=rest.pop("longCallsPercent", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            total_duration_ms=rest.pop("totalDurationMs", UNSET),
            period=model(lambda: models.DateRange)(rest.pop("period", UNSET)),
        )
        result.additional_properties = rest
        return result
