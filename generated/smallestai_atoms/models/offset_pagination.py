from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class OffsetPagination(Model):
    """Where a page stands among all pages; offset is a page size.

    Attributes:
        total: Entries on all pages together.
        page: Number of the page, counted from 1.
        offset: Entries per page.
        has_more: Whether another page follows.
        total_pages: Number of pages.
    """

    total: int | Unset = UNSET
    page: int | Unset = UNSET
    offset: int | Unset = UNSET
    has_more: bool | Unset = UNSET
    total_pages: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "total": self.total,
                "page": self.page,
                "offset": self.offset,
                "hasMore": self.has_more,
                "totalPages": self.total_pages,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            total=rest.pop("total", UNSET),
            page=rest.pop("page", UNSET),
            offset=rest.pop("offset", UNSET),
            has_more=rest.pop("hasMore", UNSET),
            total_pages=rest.pop("totalPages", UNSET),
        )
        result.additional_properties = rest
        return result
