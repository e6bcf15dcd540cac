from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class AttemptCohort(Model):
    """Answers at one attempt.

    Attributes:
        attempt_number: Number of the attempt, counted from 1.
        total_calls: Calls.
        answered_calls: Calls that were answered.
        pickup_rate: Share of calls that were answered.
        cumulative_answered: Numbers answered up to this attempt.
        cumulative_rate: Share of numbers answered up to this attempt.
        marginal_gain: What this attempt adds to that share.
    """

    attempt_number: float | Unset = UNSET
    total_calls: float | Unset = UNSET
    answered_calls: float | Unset = UNSET
    pickup_rate: float | Unset = UNSET
    cumulative_answered: float | Unset = UNSET
    cumulative_rate: float | Unset = UNSET
    marginal_gain: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "attemptNumber": self.attempt_number,
                "totalCalls": self.total_calls,
                "answeredCalls": self.answered_calls,
                "pickupRate": self.pickup_rate,
                "cumulativeAnswered": self.cumulative_answered,
                "cumulativeRate": self.cumulative_rate,
                "marginalGain": self.marginal_gain,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            attempt_number=rest.pop("attemptNumber", UNSET),
            total_calls=rest.pop("totalCalls", UNSET),
            answered_calls=rest.pop("answeredCalls", UNSET),
            pickup_rate=rest.pop("pickupRate", UNSET),
            cumulative_answered=rest.pop("cumulativeAnswered", UNSET),
            cumulative_rate=rest.pop("cumulativeRate", UNSET),
            marginal_gain=rest.pop("marginalGain", UNSET),
        )
        result.additional_properties = rest
        return result
