from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, date, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_starts_point import CallStartsPoint


@_define(eq=False, repr=False)
class CallStarts(Model):
    """Calls begun, by minute.

    Attributes:
        date: The day.
        data_points: The minutes.
        total_calls: Calls.
    """

    date: datetime.date | Unset = UNSET
    data_points: list[CallStartsPoint] | Unset = UNSET
    total_calls: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "date": self.date,
                "dataPoints": self.data_points,
                "totalCalls": self.total_calls,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            date=date(rest.pop("date", UNSET)),
            data_points=list_of(model(lambda: models.CallStartsPoint))(
                rest.pop("dataPoints", UNSET)
            ),
            total_calls=rest.pop("totalCalls", UNSET),
        )
        result.additional_properties = rest
        return result
