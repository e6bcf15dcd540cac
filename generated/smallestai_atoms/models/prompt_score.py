from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.prompt_dimension import PromptDimension


@_define(eq=False, repr=False)
class PromptScore(Model):
    """How good a prompt is.

    Attributes:
        overall_score: The score.
        overall_grade: The score in words, such as Excellent, Good, Needs Work or Poor.
        band: How long the prompt is, such as lean, normal, heavy or overweight.
        estimated_ttft_overhead_ms: Milliseconds that its length adds to each answer.
        scored_at: When it was judged.
        dimensions: The score by what was looked at.
    """

    overall_score: float | Unset = UNSET
    overall_grade: str | Unset = UNSET
    band: str | Unset = UNSET
    estimated_ttft_overhead_ms: float | Unset = UNSET
    scored_at: datetime.datetime | Unset = UNSET
    dimensions: list[PromptDimension] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "overall_score": self.overall_score,
                "overall_grade": self.overall_grade,
                "band": self.band,
                "estimated_ttft_overhead_ms": self.estimated_ttft_overhead_ms,
                "scoredAt": self.scored_at,
                "dimensions": self.dimensions,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            overall_score=rest.pop("overall_score", UNSET),
            overall_grade=rest.pop("overall_grade", UNSET),
            band=rest.pop("band", UNSET),
            estimated_ttft_overhead_ms=rest.pop("estimated_ttft_overhead_ms", UNSET),
            scored_at=timestamp(rest.pop("scoredAt", UNSET)),
            dimensions=list_of(model(lambda: models.PromptDimension))(
                rest.pop("dimensions", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
