from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.member_search_info_search_type import MemberSearchInfoSearchType


@_define(eq=False, repr=False)
class MemberSearchInfo(Model):
    """How the people were looked for.

    Attributes:
        search_type: In every column (general) or in those named (multiple).
        search_term: The text looked for in every column.
        search_fields: The columns named.
        total_results: People found.
    """

    search_type: MemberSearchInfoSearchType | Unset = UNSET
    search_term: str | Unset = UNSET
    search_fields: list[str] | Unset = UNSET
    total_results: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "searchType": self.search_type,
                "searchTerm": self.search_term,
                "searchFields": self.search_fields,
                "totalResults": self.total_results,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            search_type=rest.pop("searchType", UNSET),
            search_term=rest.pop("searchTerm", UNSET),
            search_fields=rest.pop("searchFields", UNSET),
            total_results=rest.pop("totalResults", UNSET),
        )
        result.additional_properties = rest
        return result
