from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.disposition_finding import DispositionFinding


@_define(eq=False, repr=False)
class CallAnalysis(Model):
    """Findings about a call.

    Attributes:
        summary: The call in short.
        disposition_metrics: The answers, one for each question.
    """

    summary: str | Unset = UNSET
    disposition_metrics: list[DispositionFinding] | Unset = UNSET
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
            disposition_metrics=list_of(model(lambda: models.DispositionFinding))(
                rest.pop("dispositionMetrics", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
