from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.disposition_metric_disposition_metric_type import (
        DispositionMetricDispositionMetricType,
    )


@_define(eq=False, repr=False)
class DispositionMetric(Model):
    """One thing to find out about each call.

    Attributes:
        identifier: Name of the metric, of lower-case letters, digits and underscores.
        disposition_metric_prompt: What to find out, for the model.
        disposition_metric_type: Type of the value.
        choices: ENUM: the values to choose from.
    """

    identifier: str
    disposition_metric_prompt: str
    disposition_metric_type: DispositionMetricDispositionMetricType
    choices: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("identifier", "dispositionMetricPrompt", "dispositionMetricType"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "identifier": self.identifier,
                "dispositionMetricPrompt": self.disposition_metric_prompt,
                "dispositionMetricType": self.disposition_metric_type,
                "choices": self.choices,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            identifier=rest.pop("identifier", UNSET),
            disposition_metric_prompt=rest.pop("dispositionMetricPrompt", UNSET),
            disposition_metric_type=rest.pop("dispositionMetricType", UNSET),
            choices=rest.pop("choices", UNSET),
        )
        result.additional_properties = rest
        return result
