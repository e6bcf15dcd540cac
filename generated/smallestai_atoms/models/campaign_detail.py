from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.campaign import Campaign
    from ..models.campaign_event import CampaignEvent
    from ..models.campaign_metrics import CampaignMetrics


@_define(eq=False, repr=False)
class CampaignDetail(Model):
    """A campaign and what has happened to it.

    Attributes:
        campaign: Calls by one agent to everyone in an audience.
        events: What has happened, in order.
        metrics: How many people were reached.
    """

    campaign: Campaign | Unset = UNSET
    events: list[CampaignEvent] | Unset = UNSET
    metrics: CampaignMetrics | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "campaign": self.campaign,
                "events": self.events,
                "metrics": self.metrics,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            campaign=model(lambda: models.Campaign)(rest.pop("campaign", UNSET)),
            events=list_of(model(lambda: models.CampaignEvent))(rest.pop("events", UNSET)),
            metrics=model(lambda: models.CampaignMetrics)(rest.pop("metrics", UNSET)),
        )
        result.additional_properties = rest
        return result
