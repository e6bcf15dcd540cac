from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.day_count import DayCount


@_define(eq=False, repr=False)
class DailyCallCounts(Model):
    """Calls by day.

    Attributes:
        org_id: Id of the organisation.
        call_counts_by_day: The days.
    """

    org_id: str | Unset = UNSET
    call_counts_by_day: list[DayCount] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "orgId": self.org_id,
                "callCountsByDay": self.call_counts_by_day,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            org_id=rest.pop("orgId", UNSET),
            call_counts_by_day=list_of(model(lambda: models.DayCount))(
                rest.pop("callCountsByDay", UNSET)
            ),
        )
        result.additional_properties = rest
        return result
