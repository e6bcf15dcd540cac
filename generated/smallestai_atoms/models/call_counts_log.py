from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.call_counts_log_entry import CallCountsLogEntry


@_define(eq=False, repr=False)
class CallCountsLog(Model):
    """One page of calls.

    Attributes:
        calls: The calls of this page.
        total_calls: Calls on all pages together.
        total_pages: Number of pages.
        current_page: Number of the page, counted from 1.
        limit: Calls per page.
    """

    calls: list[CallCountsLogEntry] | Unset = UNSET
    total_calls: float | Unset = UNSET
    total_pages: float | Unset = UNSET
    current_page: float | Unset = UNSET
    limit: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "calls": self.calls,
                "totalCalls": self.total_calls,
                "totalPages": self.total_pages,
                "currentPage": self.current_page,
                "limit": self.limit,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            calls=list_of(model(lambda: models.CallCountsLogEntry))(rest.pop("calls", UNSET)),
            total_calls=rest.pop("totalCalls", UNSET),
            total_pages=rest.pop("totalPages", UNSET),
            current_page=rest.pop("currentPage", UNSET),
            limit=rest.pop("limit", UNSET),
        )
        result.additional_properties = rest
        return result
