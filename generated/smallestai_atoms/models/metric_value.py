from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class MetricValue(Model):
    """What was found for one metric.

    Attributes:
        identifier: Name of the metric.
        value: The value as text; null when the call was not answered.
        confidence: Confidence in the value, 0 to 1.
    """

    identifier: str | Unset = UNSET
    value: str | None | Unset = UNSET
    confidence: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "identifier": self.identifier,
                "value": self.value,
                "confidence": self.confidence,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            identifier=rest.pop("identifier", UNSET),
            value=rest.pop("value", UNSET),
            confidence=rest.pop("confidence", UNSET),
        )
        result.additional_properties = rest
        return result
