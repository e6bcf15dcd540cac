from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, wire_object

if TYPE_CHECKING:
    from ..models.json import Json


@_define(eq=False, repr=False)
class Dashboard(Model):
    """Several figures, each as its own operation returns it.

    Attributes:
        summary: As of get_analytics_summary.
        call_volume_timeseries: As of get_call_volume_timeseries.
        call_outcomes_timeseries: As of get_call_outcomes_timeseries.
        pickup_rate_by_number: As of get_pickup_rate_by_number.
        hourly_performance: As of get_hourly_performance.
        duration_stats: As of get_duration_stats.
    """

    summary: Json | Unset = UNSET
    call_volume_timeseries: Json | Unset = UNSET
    call_outcomes_timeseries: Json | Unset = UNSET
    pickup_rate_by_number: Json | Unset = UNSET
    hourly_performance: Json | Unset = UNSET
    duration_stats: Json | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "summary": self.summary,
                "callVolumeTimeseries": self.call_volume_timeseries,
                "callOutcomesTimeseries": self.call_outcomes_timeseries,
                "pickupRateByNumber": self.pickup_rate_by_number,
                "hourlyPerformance": self.hourly_performance,
                "durationStats": self.duration_stats,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            summary=model(lambda: models.Json)(rest.pop("summary", UNSET)),
            call_volume_timeseries=model(lambda: models.Json)(
                rest.pop("callVolumeTimeseries", UNSET)
            ),
            call_outcomes_timeseries=model(lambda: models.Json)(
                rest.pop("callOutcomesTimeseries", UNSET)
            ),
            pickup_rate_by_number=model(lambda: models.Json)(rest.pop("pickupRateByNumber", UNSET)),
            hourly_performance=model(lambda: models.Json)(rest.pop("hourlyPerformance", UNSET)),
            duration_stats=model(lambda: models.Json)(rest.pop("durationStats", UNSET)),
        )
        result.additional_properties = rest
        return result
