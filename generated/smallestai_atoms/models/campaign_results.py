from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.member_result import MemberResult


@_define(eq=False, repr=False)
class CampaignResults(Model):
    """The results of a campaign, for everyone in its audience.

    Attributes:
        campaign: The campaign.
        exported_at: When the results were put together.
        total_audience_members: People in the audience.
        data: The results, one for each.
    """

    campaign: str | Unset = UNSET
    exported_at: datetime.datetime | Unset = UNSET
    total_audience_members: int | Unset = UNSET
    data: list[MemberResult] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "campaign": self.campaign,
                "exportedAt": self.exported_at,
                "totalAudienceMembers": self.total_audience_members,
                "data": self.data,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            campaign=rest.pop("campaign", UNSET),
            exported_at=timestamp(rest.pop("exportedAt", UNSET)),
            total_audience_members=rest.pop("totalAudienceMembers", UNSET),
            data=list_of(model(lambda: models.MemberResult))(rest.pop("data", UNSET)),
        )
        result.additional_properties = rest
        return result
