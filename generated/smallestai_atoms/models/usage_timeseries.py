from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.date_range import DateRange
    from ..models.day_credits import DayCredits


@_define(eq=False, repr=False)
class UsageTimeseries(Model):
    """Credits by day.

    Attributes:
        date_range: A span of days.
        day_wise_credits: The days.
        total_credits: Credits in all.
    """

    date_range: DateRange | Unset = UNSET
    day_wise_credits: list[DayCredits] | Unset = UNSET
    total_credits: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "dateRange": self.date_range,
                "dayWiseCredits": self.day_wise_credits,
                "totalCredits": self.total_credits,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            date_range=model(lambda: models.DateRange)(rest.pop("dateRange", UNSET)),
            day_wise_credits=list_of(model(lambda: models.DayCredits))(
                rest.pop("dayWiseCredits", UNSET)
            ),
            total_credits=rest.pop("totalCredits", UNSET),
        )
        result.additional_properties = rest
        return result
