from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.date_range import DateRange
    from ..models.trend_metric import TrendMetric


@_define(eq=False, repr=False)
class AnalyticsSummary(Model):
    """The summary of a span of time.

    Attributes:
        org_id: Id of the organisation.
        total_calls: Calls.
        pickup_rate: Share of calls that were answered.
        avg_duration_ms: Mean length, in milliseconds.
        median_duration_ms: Median length, in milliseconds.
        total_duration_ms: Length of all calls, in milliseconds.
        unique_users_reached: People reached.
        total_cost: What all calls cost.
        period: The span.
        previous_period: The span before.
    """

    org_id: str | Unset = UNSET
    total_calls: TrendMetric | Unset = UNSET
    pickup_rate: TrendMetric | Unset = UNSET
    avg_duration_ms: TrendMetric | Unset = UNSET
    median_duration_ms: float | Unset = UNSET
    total_duration_ms: TrendMetric | Unset = UNSET
    unique_users_reached: TrendMetric | Unset = UNSET
    total_cost: TrendMetric | Unset = UNSET
    period: DateRange | Unset = UNSET
    previous_period: DateRange | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "totalCalls": self.total_calls,
                "pickupRate": self.pickup_rate,
                "avgDurationMs": self.avg_duration_ms,
                "medianDurationMs": self.median_duration_ms,
                "totalDurationMs": self.total_duration_ms,
                "uniqueUsersReached": self.unique_users_reached,
                "totalCost": self.total_cost,
                "period": self.period,
                "previousPeriod": self.previous_period,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            total_calls=model(lambda: models.TrendMetric)(rest.pop("totalCalls", UNSET)),
            pickup_rate=model(lambda: models.TrendMetric)(rest.pop("pickupRate", UNSET)),
            avg_duration_ms=model(lambda: models.TrendMetric)(rest.pop("avgDurationMs", UNSET)),
            median_duration_ms=rest.pop("medianDurationMs", UNSET),
            total_duration_ms=model(lambda: models.TrendMetric)(rest.pop("totalDurationMs", UNSET)),
            unique_users_reached=model(lambda: models.TrendMetric)(
                rest.pop("uniqueUsersReached", UNSET)
            ),
            total_cost=model(lambda: models.TrendMetric)(rest.pop("totalCost", UNSET)),
            period=model(lambda: models.DateRange)(rest.pop("period", UNSET)),
            previous_period=model(lambda: models.DateRange)(rest.pop("previousPeriod", UNSET)),
        )
        result.additional_properties = rest
        return result
