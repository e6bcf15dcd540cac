from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, date, wire_object


@_define(eq=False, repr=False)
class DateRange(Model):
    """A span of days.

    Attributes:
        from_: First day.
        to: Last day.
    """

    from_: datetime.date | Unset = UNSET
    to: datetime.date | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "from": self.from_, "to": self.to})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(from_=date(rest.pop("from", UNSET)), to=date(rest.pop("to", UNSET)))
        result.additional_properties = rest
        return result
