from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.campaign_status import CampaignStatus


@_define(eq=False, repr=False)
class CreatedCampaign(Model):
    """A new campaign.

    Attributes:
        id: Id of the campaign.
        name: Name of the campaign.
        description: What the campaign is for.
        organization: Id of the organisation.
        agent_id: Id of the agent that calls.
        created_by: Id of the user who made the campaign.
        audience_id: Id of the audience that is called.
        participants_count: People to call.
        scheduled_at: When it is to begin.
        max_retries: Further attempts for a call that is not answered.
        retry_delay: Minutes between attempts.
        retry_attempts: Attempts made so far beyond the first.
        status: How a campaign stands.
        created_at: When the campaign was made.
        updated_at: When the campaign was last changed.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    organization: str | Unset = UNSET
    agent_id: str | Unset = UNSET
    created_by: str | Unset = UNSET
    audience_id: str | Unset = UNSET
    participants_count: int | Unset = UNSET
    scheduled_at: datetime.datetime | None | Unset = UNSET
    max_retries: int | Unset = UNSET
    retry_delay: int | Unset = UNSET
    retry_attempts: int | Unset = UNSET
    status: CampaignStatus | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "name": self.name,
                "description": self.description,
                "organization": self.organization,
                "agentId": self.agent_id,
                "createdBy": self.created_by,
                "audienceId": self.audience_id,
                "participantsCount": self.participants_count,
                "scheduledAt": self.scheduled_at,
                "maxRetries": self.max_retries,
                "retryDelay": self.retry_delay,
                "retryAttempts": self.retry_attempts,
                "status": self.status,
                "createdAt": self.created_at,
                "updatedAt": self.updated_at,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            id=rest.pop("_id", UNSET),
            name=rest.pop("name", UNSET),
            description=rest.pop("description", UNSET),
            organization=rest.pop("organization", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            audience_id=rest.pop("audienceId", UNSET),
            participants_count=rest.pop("participantsCount", UNSET),
            scheduled_at=timestamp(rest.pop("scheduledAt", UNSET)),
            max_retries=rest.pop("maxRetries", UNSET),
            retry_delay=rest.pop("retryDelay", UNSET),
            retry_attempts=rest.pop("retryAttempts", UNSET),
            status=rest.pop("status", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
