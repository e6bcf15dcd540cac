from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.disposition_metric import DispositionMetric


@_define(eq=False, repr=False)
class CallAnalysisRequest(Model):
    """A transcript and what to find out about it.

    Attributes:
        transcript: The call in words, with the speakers marked.
        disposition_metrics: The questions; without any, only a summary is made.
    """

    transcript: str
    disposition_metrics: list[DispositionMetric] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("transcript",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "transcript": self.transcript,
                "dispositionMetrics": self.disposition_metrics,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            transcript=rest.pop("transcript", UNSET),
            disposition_metrics=list_of(model(lambda: models.DispositionMetric))(
                rest.pop("dispositionMetrics", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
