from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.disposition_metric import DispositionMetric
    from ..models.success_metric import SuccessMetric


@_define(eq=False, repr=False)
class PostCallAnalytics(Model):
    """What is worked out about each call after it ends.

    Attributes:
        disposition_metrics: The metrics; none when left out.
        success_metrics: Marks for success; dispositionMetrics replace them.
        summary_prompt: How the call is to be summed up; no longer used.
        use_internal_analytics_model: Whether the platform's own model is used; true when left
            out.
        use_reasoning_model: Whether a reasoning model is used; false when left out.
    """

    disposition_metrics: list[DispositionMetric] | Unset = UNSET
    success_metrics: list[SuccessMetric] | Unset = UNSET
    summary_prompt: str | Unset = UNSET
    use_internal_analytics_model: bool | Unset = UNSET
    use_reasoning_model: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "dispositionMetrics": self.disposition_metrics,
                "successMetrics": self.success_metrics,
                "summaryPrompt": self.summary_prompt,
                "useInternalAnalyticsModel": self.use_internal_analytics_model,
                "useReasoningModel": self.use_reasoning_model,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            disposition_metrics=list_of(model(lambda: models.DispositionMetric))(
                rest.pop("dispositionMetrics", UNSET)
            ),
            success_metrics=list_of(model(lambda: models.SuccessMetric))(
                rest.pop("successMetrics", UNSET)
            ),
            summary_prompt=rest.pop("summaryPrompt", UNSET),
            use_internal_analytics_model=rest.pop("useInternalAnalyticsModel", UNSET),
            use_reasoning_model=rest.pop("useReasoningModel", UNSET),
        )
        result.additional_properties = rest
        return result
