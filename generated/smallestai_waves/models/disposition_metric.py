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
    """A question about a call.

    Attributes:
        identifier: The caller's name of the metric, repeated in the finding.
        disposition_metric_prompt: The question in words.
        disposition_metric_type: Kind of answer.
        choices: The possible answers; needed for ENUM.
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
