from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class WebhookMetric(Model):
    """What was found for one metric.

    Attributes:
        identifier: Name of the metric.
        value: The value, of the metric's type; null when the call was not answered.
        confidence: Confidence in the value, 0 to 1.
        reasoning: Why this value.
        disposition_metric_prompt: What was to be found out.
        disposition_metric_type: Type of the value, such as BOOLEAN.
    """

    identifier: str | Unset = UNSET
    value: float | str | bool | None | Unset = UNSET
    confidence: float | None | Unset = UNSET
    reasoning: str | None | Unset = UNSET
    disposition_metric_prompt: str | None | Unset = UNSET
    disposition_metric_type: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "identifier": self.identifier,
                "value": self.value,
                "confidence": self.confidence,
                "reasoning": self.reasoning,
                "dispositionMetricPrompt": self.disposition_metric_prompt,
                "dispositionMetricType": self.disposition_metric_type,
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
            reasoning=rest.pop("reasoning", UNSET),
            disposition_metric_prompt=rest.pop("dispositionMetricPrompt", UNSET),
            disposition_metric_type=rest.pop("dispositionMetricType", UNSET),
        )
        result.additional_properties = rest
        return result
