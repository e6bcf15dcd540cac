from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class LedgerSummary(Model):
    """The sums of a span of time.

    Attributes:
        total_credits_consumed: Credits used.
        total_credits_added: Credits added.
    """

    total_credits_consumed: float | Unset = UNSET
    total_credits_added: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "totalCreditsConsumed": self.total_credits_consumed,
                "totalCreditsAdded": self.total_credits_added,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            total_credits_consumed=rest.pop("totalCreditsConsumed", UNSET),
            total_credits_added=rest.pop("totalCreditsAdded", UNSET),
        )
        result.additional_properties = rest
        return result
