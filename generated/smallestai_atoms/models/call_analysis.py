from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.metric_value import MetricValue


@_define(eq=False, repr=False)
class CallAnalysis(Model):
    """What was worked out after a call.

    Attributes:
        summary: The call in short.
        disposition_metrics: What was found for each metric.
    """

    summary: str | None | Unset = UNSET
    disposition_metrics: list[MetricValue] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "summary": self.summary,
                "dispositionMetrics": self.disposition_metrics,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            summary=rest.pop("summary", UNSET),
            disposition_metrics=list_of(model(lambda: models.MetricValue))(
                rest.pop("dispositionMetrics", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
