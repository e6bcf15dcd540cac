from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.audience_member import AudienceMember
    from ..models.member_search_info import MemberSearchInfo


@_define(eq=False, repr=False)
class MemberSearch(Model):
    """People found in an audience.

    Attributes:
        members: The people found.
        search_info: How the people were looked for.
    """

    members: list[AudienceMember] | Unset = UNSET
    search_info: MemberSearchInfo | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "members": self.members, "searchInfo": self.search_info}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            members=list_of(model(lambda: models.AudienceMember))(rest.pop("members", UNSET)),
            search_info=model(lambda: models.MemberSearchInfo)(rest.pop("searchInfo", UNSET)),
        )
        result.additional_properties = rest
        return result
