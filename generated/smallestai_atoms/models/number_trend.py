from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.number_trend_point import NumberTrendPoint


@_define(eq=False, repr=False)
class NumberTrend(Model):
    """How often one number is answered, by day.

    Attributes:
        phone_number: The number.
        data_points: The days.
    """

    phone_number: str | Unset = UNSET
    data_points: list[NumberTrendPoint] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumber": self.phone_number,
                "dataPoints": self.data_points,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number=rest.pop("phoneNumber", UNSET),
            data_points=list_of(model(lambda: models.NumberTrendPoint))(
                rest.pop("dataPoints", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
