from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.campaign import Campaign
    from ..models.offset_pagination import OffsetPagination


@_define(eq=False, repr=False)
class CampaignList(Model):
    """One page of campaigns.

    Attributes:
        campaigns: The campaigns of this page.
        pagination: Where a page stands among all pages; offset is a page size.
        total_campaign_count: The organisation's campaigns, whatever the filter.
    """

    campaigns: list[Campaign] | Unset = UNSET
    pagination: OffsetPagination | Unset = UNSET
    total_campaign_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "campaigns": self.campaigns,
                "pagination": self.pagination,
                "totalCampaignCount": self.total_campaign_count,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            campaigns=list_of(model(lambda: models.Campaign))(rest.pop("campaigns", UNSET)),
            pagination=model(lambda: models.OffsetPagination)(rest.pop("pagination", UNSET)),
            total_campaign_count=rest.pop("totalCampaignCount", UNSET),
        )
        result.additional_properties = rest
        return result
