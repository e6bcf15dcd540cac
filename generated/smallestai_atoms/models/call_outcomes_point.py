from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class CallOutcomesPoint(Model):
    """Outcomes of one day.

    Attributes:
        date: The day.
        answered: Calls that were answered.
        no_answer: Calls that were not answered.
        failed: Calls that failed.
        cancelled: Calls that were cancelled.
        total: Calls.
    """

    date: datetime.date | Unset = UNSET
    answered: float | Unset = UNSET
    no_answer: float | Unset = UNSET
    failed: float | Unset = UNSET
    cancelled: float | Unset = UNSET
    total: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "date": self.date,
                "answered": self.answered,
                "noAnswer": self.no_answer,
                "failed": self.failed,
                "cancelled": self.cancelled,
                "total": self.total,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            date=date(rest.pop("date", UNSET)),
            answered=rest.pop("answered", UNSET),
            no_answer=rest.pop("noAnswer", UNSET),
            failed=rest.pop("failed", UNSET),
            cancelled=rest.pop("cancelled", UNSET),
            total=rest.pop("total", UNSET),
        )
        result.additional_properties = rest
        return result
