from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class TrendMetric(Model):
    """A figure beside that of the span before.

    Attributes:
        current: The figure.
        previous: The figure of the span before.
        percent_change: The change in percent.
    """

    current: float | Unset = UNSET
    previous: float | Unset = UNSET
    percent_change: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "current": self.current,
                "previous": self.previous,
                "percentChange": self.percent_change,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            current=rest.pop("current", UNSET),
            previous=rest.pop("previous", UNSET),
            percent_change=rest.pop("percentChange", UNSET),
        )
        result.additional_properties = rest
        return result
