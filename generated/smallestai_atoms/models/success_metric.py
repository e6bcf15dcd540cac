from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.success_metric_success_metric_type import SuccessMetricSuccessMetricType


@_define(eq=False, repr=False)
class SuccessMetric(Model):
    """One mark for a call's success.

    Attributes:
        identifier: Name of the mark, of lower-case letters, digits and underscores.
        success_metric_prompt: What to judge, for the model.
        success_metric_type: Scale of the mark.
    """

    identifier: str
    success_metric_prompt: str
    success_metric_type: SuccessMetricSuccessMetricType
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("identifier", "successMetricPrompt", "successMetricType"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "identifier": self.identifier,
                "successMetricPrompt": self.success_metric_prompt,
                "successMetricType": self.success_metric_type,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            identifier=rest.pop("identifier", UNSET),
            success_metric_prompt=rest.pop("successMetricPrompt", UNSET),
            success_metric_type=rest.pop("successMetricType", UNSET),
        )
        result.additional_properties = rest
        return result
