from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, date, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.agent_concurrency import AgentConcurrency
    from ..models.concurrency_point import ConcurrencyPoint


@_define(eq=False, repr=False)
class ConcurrencyTimeseries(Model):
    """Calls at one time, by minute.

    Attributes:
        date: The day.
        data_points: The minutes.
        peak_concurrent: Most calls at one time.
        avg_concurrent: Mean number of calls at one time.
        total_minutes: Minutes with calls.
        by_agent: The same for each agent, if asked for.
    """

    date: datetime.date | Unset = UNSET
    data_points: list[ConcurrencyPoint] | Unset = UNSET
    peak_concurrent: float | Unset = UNSET
    avg_concurrent: float | Unset = UNSET
    total_minutes: float | Unset = UNSET
    by_agent: list[AgentConcurrency] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "date": self.date,
                "dataPoints": self.data_points,
                "peakConcurrent": self.peak_concurrent,
                "avgConcurrent": self.avg_concurrent,
                "totalMinutes": self.total_minutes,
                "byAgent": self.by_agent,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            date=date(rest.pop("date", UNSET)),
            data_points=list_of(model(lambda: models.ConcurrencyPoint))(
                rest.pop("dataPoints", UNSET)
            ),
            peak_concurrent=rest.pop("peakConcurrent", UNSET),
            avg_concurrent=rest.pop("avgConcurrent", UNSET),
            total_minutes=rest.pop("totalMinutes", UNSET),
            by_agent=list_of(model(lambda: models.AgentConcurrency))(rest.pop("byAgent", UNSET)),
        )
        result.additional_properties = rest
        return result
