from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.blocked_number import BlockedNumber
    from ..models.offset_pagination import OffsetPagination


@_define(eq=False, repr=False)
class BlockedNumberList(Model):
    """One page of numbers that must not be called.

    Attributes:
        entries: The numbers of this page.
        pagination: Where a page stands among all pages; offset is a page size.
    """

    entries: list[BlockedNumber] | Unset = UNSET
    pagination: OffsetPagination | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "entries": self.entries, "pagination": self.pagination}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            entries=list_of(model(lambda: models.BlockedNumber))(rest.pop("entries", UNSET)),
            pagination=model(lambda: models.OffsetPagination)(rest.pop("pagination", UNSET)),
        )
        result.additional_properties = rest
        return result
