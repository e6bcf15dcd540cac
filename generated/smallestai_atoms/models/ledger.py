from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.ledger_entry import LedgerEntry
    from ..models.ledger_period import LedgerPeriod
    from ..models.ledger_summary import LedgerSummary


@_define(eq=False, repr=False)
class Ledger(Model):
    """One page of movements of credits.

    Attributes:
        transactions: The movements of this page.
        total: Movements on all pages together.
        has_more: Whether another page follows.
        summary: The sums of a span of time.
        period: A span of time.
    """

    transactions: list[LedgerEntry] | Unset = UNSET
    total: int | Unset = UNSET
    has_more: bool | Unset = UNSET
    summary: LedgerSummary | Unset = UNSET
    period: LedgerPeriod | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "transactions": self.transactions,
                "total": self.total,
                "hasMore": self.has_more,
                "summary": self.summary,
                "period": self.period,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            transactions=list_of(model(lambda: models.LedgerEntry))(
                rest.pop("transactions", UNSET)
            ),
            total=rest.pop("total", UNSET),
            has_more=rest.pop("hasMore", UNSET),
            summary=model(lambda: models.LedgerSummary)(rest.pop("summary", UNSET)),
            period=model(lambda: models.LedgerPeriod)(rest.pop("period", UNSET)),
        )
        result.additional_properties = rest
        return result
