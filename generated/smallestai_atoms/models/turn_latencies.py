from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.turn_transition import TurnTransition


@_define(eq=False, repr=False)
class TurnLatencies(Model):
    """How long the agent took to answer, over the turns of a call.

    Attributes:
        turns: Turns measured.
        avg_latency: Mean.
        median_latency: Median.
        min_latency: Shortest.
        max_latency: Longest.
        latencies: Each turn's latency.
        transitions: Each turn's moments.
        processed_at: When the figures were worked out.
    """

    turns: float | Unset = UNSET
    avg_latency: float | Unset = UNSET
    median_latency: float | Unset = UNSET
    min_latency: float | Unset = UNSET
    max_latency: float | Unset = UNSET
    latencies: list[float] | Unset = UNSET
    transitions: list[TurnTransition] | Unset = UNSET
    processed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "turns": self.turns,
                "avgLatency": self.avg_latency,
                "medianLatency": self.median_latency,
                "minLatency": self.min_latency,
                "maxLatency": self.max_latency,
                "latencies": self.latencies,
                "transitions": self.transitions,
                "processedAt": self.processed_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            turns=rest.pop("turns", UNSET),
            avg_latency=rest.pop("avgLatency", UNSET),
            median_latency=rest.pop("medianLatency", UNSET),
            min_latency=rest.pop("minLatency", UNSET),
            max_latency=rest.pop("maxLatency", UNSET),
            latencies=rest.pop("latencies", UNSET),
            transitions=list_of(model(lambda: models.TurnTransition))(
                rest.pop("transitions", UNSET)
            ),
            processed_at=timestamp(rest.pop("processedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
