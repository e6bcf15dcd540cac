from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.audience_member import AudienceMember


@_define(eq=False, repr=False)
class MemberList(Model):
    """One page of an audience's members.

    Attributes:
        members: The people of this page.
        total_count: People on all pages together.
        total_pages: Number of pages.
        has_more: Whether another page follows.
    """

    members: list[AudienceMember] | Unset = UNSET
    total_count: int | Unset = UNSET
    total_pages: int | Unset = UNSET
    has_more: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "members": self.members,
                "totalCount": self.total_count,
                "totalPages": self.total_pages,
                "hasMore": self.has_more,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            members=list_of(model(lambda: models.AudienceMember))(rest.pop("members", UNSET)),
            total_count=rest.pop("totalCount", UNSET),
            total_pages=rest.pop("totalPages", UNSET),
            has_more=rest.pop("hasMore", UNSET),
        )
        result.additional_properties = rest
        return result
