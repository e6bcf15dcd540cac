from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class NumberPickup(Model):
    """How often one number is answered.

    Attributes:
        phone_number: The number.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        pickup_rate: Share of calls that were answered.
        last_active_date: Day of its last call.
    """

    phone_number: str | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    last_active_date: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "phoneNumber": self.phone_number,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "pickupRate": self.pickup_rate,
                "lastActiveDate": self.last_active_date,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            phone_number=rest.pop("phoneNumber", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            last_active_date=date(rest.pop("lastActiveDate", UNSET)),
        )
        result.additional_properties = rest
        return result
