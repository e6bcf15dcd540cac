from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HourPerformance(Model):
    """Calls of one hour of the day.

    Attributes:
        hour: The hour, 0 to 23.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        pickup_rate: Share of calls that were answered.
        total_duration_ms: Length of all calls, in milliseconds.
        avg_duration_ms: Mean length, in milliseconds.
    """

    hour: int | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    total_duration_ms: float | Unset = UNSET
    avg_duration_ms: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "hour": self.hour,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "pickupRate": self.pickup_rate,
                "totalDurationMs": self.total_duration_ms,
                "avgDurationMs": self.avg_duration_ms,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            hour=rest.pop("hour", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            total_duration_ms=rest.pop("totalDurationMs", UNSET),
            avg_duration_ms=rest.pop("avgDurationMs", UNSET),
        )
        result.additional_properties = rest
        return result
