from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.webhook_log_entry import WebhookLogEntry


@_define(eq=False, repr=False)
class WebhookLogPage(Model):
    """A page of the log of deliveries.

    Attributes:
        status: A word for the outcome.
        data: The entries.
        page: This page, from 1.
        page_size: Most entries on a page.
        total_count: Entries in the whole log.
        total_pages: Pages in the whole log.
    """

    status: str | Unset = UNSET
    data: list[WebhookLogEntry] | Unset = UNSET
    page: int | Unset = UNSET
    page_size: int | Unset = UNSET
    total_count: int | Unset = UNSET
    total_pages: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "status": self.status,
                "data": self.data,
                "page": self.page,
                "pageSize": self.page_size,
                "totalCount": self.total_count,
                "totalPages": self.total_pages,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            status=rest.pop("status", UNSET),
            data=list_of(model(lambda: models.WebhookLogEntry))(rest.pop("data", UNSET)),
            page=rest.pop("page", UNSET),
            page_size=rest.pop("pageSize", UNSET),
            total_count=rest.pop("totalCount", UNSET),
            total_pages=rest.pop("totalPages", UNSET),
        )
        result.additional_properties = rest
        return result
