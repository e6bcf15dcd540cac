from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.attempt_cohort import AttemptCohort
    from ..models.date_range import DateRange


@_define(eq=False, repr=False)
class AttemptCohorts(Model):
    """Answers by attempt.

    Attributes:
        org_id: Id of the organisation.
        cohorts: The attempts.
        total_unique_numbers: Numbers called.
        max_attempts_seen: Most attempts for one number.
        avg_attempts_to_pickup: Mean number of attempts up to an answer.
        period: The span.
    """

    org_id: str | Unset = UNSET
    cohorts: list[AttemptCohort] | Unset = UNSET
    total_unique_numbers: float | Unset = UNSET
    max_attempts_seen: float | Unset = UNSET
    avg_attempts_to_pickup: float | Unset = UNSET
    period: DateRange | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "cohorts": self.cohorts,
                "totalUniqueNumbers": self.total_unique_numbers,
                "maxAttemptsSeen": self.max_attempts_seen,
                "avgAttemptsToPickup": self.avg_attempts_to_pickup,
                "period": self.period,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            cohorts=list_of(model(lambda: models.AttemptCohort))(rest.pop("cohorts", UNSET)),
            total_unique_numbers=rest.pop("totalUniqueNumbers", UNSET),
            max_attempts_seen=rest.pop("maxAttemptsSeen", UNSET),
            avg_attempts_to_pickup=rest.pop("avgAttemptsToPickup", UNSET),
            period=model(lambda: models.DateRange)(rest.pop("period", UNSET)),
        )
        result.additional_properties = rest
        return result
