from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class StartedCampaign(Model):
    """A campaign that will run.

    Attributes:
        message: The outcome, as the service words it.
        task_id: Id of the job that begins the calls.
        campaign_id: Id of the campaign.
    """

    message: str | Unset = UNSET
    task_id: str | Unset = UNSET
    campaign_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "message": self.message,
                "taskId": self.task_id,
                "campaignId": self.campaign_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            message=rest.pop("message", UNSET),
            task_id=rest.pop("taskId", UNSET),
            campaign_id=rest.pop("campaignId", UNSET),
        )
        result.additional_properties = rest
        return result
