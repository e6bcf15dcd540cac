from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.date_range import DateRange
    from ..models.hour_performance import HourPerformance


@_define(eq=False, repr=False)
class HourlyPerformance(Model):
    """Calls by hour of the day.

    Attributes:
        org_id: Id of the organisation.
        hours: The hours.
        period: The span.
    """

    org_id: str | Unset = UNSET
    hours: list[HourPerformance] | Unset = UNSET
    period: DateRange | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "hours": self.hours,
                "period": self.period,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            hours=list_of(model(lambda: models.HourPerformance))(rest.pop("hours", UNSET)),
            period=model(lambda: models.DateRange)(rest.pop("period", UNSET)),
        )
        result.additional_properties = rest
        return result
