from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class Proration(Model):
    """What a further number costs.

    Attributes:
        immediate_charge: To pay now.
        per_number_recurring_amount: To pay for each number every month.
        monthly_rate: Price of a month.
        proration_amount: Price of the rest of the month.
        days_remaining: Days left in the month.
        days_in_month: Days of the month.
        prorated_value: Price of the rest of the month, worked out by days.
    """

    immediate_charge: float | Unset = UNSET
    per_number_recurring_amount: float | Unset = UNSET
    monthly_rate: float | Unset = UNSET
    proration_amount: float | Unset = UNSET
    days_remaining: int | Unset = UNSET
    days_in_month: int | Unset = UNSET
    prorated_value: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "immediateCharge": self.immediate_charge,
                "perNumberRecurringAmount": self.per_number_recurring_amount,
                "monthlyRate": self.monthly_rate,
                "prorationAmount": self.proration_amount,
                "daysRemaining": self.days_remaining,
                "daysInMonth": self.days_in_month,
                "proratedValue": self.prorated_value,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            immediate_charge=rest.pop("immediateCharge", UNSET),
            per_number_recurring_amount=rest.pop("perNumberRecurringAmount", UNSET),
            monthly_rate=rest.pop("monthlyRate", UNSET),
            proration_amount=rest.pop("prorationAmount", UNSET),
            days_remaining=rest.pop("daysRemaining", UNSET),
            days_in_month=rest.pop("daysInMonth", UNSET),
            prorated_value=rest.pop("proratedValue", UNSET),
        )
        result.additional_properties = rest
        return result
