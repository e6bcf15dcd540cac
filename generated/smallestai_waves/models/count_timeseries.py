from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, list_of, timestamp, wire_object


@_define(eq=False, repr=False)
class CountTimeseries(Model):
    """Counts over time.

    Attributes:
        timestamps: Start of each step.
        values: Requests in each step.
        total_request_count: Requests in the whole period.
    """

    timestamps: list[datetime.datetime] | Unset = UNSET
    values: list[int] | Unset = UNSET
    total_request_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "timestamps": self.timestamps,
                "values": self.values,
                "totalRequestCount": self.total_request_count,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            timestamps=list_of(timestamp)(rest.pop("timestamps", UNSET)),
            values=rest.pop("values", UNSET),
            total_request_count=rest.pop("totalRequestCount", UNSET),
        )
        result.additional_properties = rest
        return result
