from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.campaign_agent import CampaignAgent
    from ..models.campaign_audience import CampaignAudience
    from ..models.campaign_status import CampaignStatus


@_define(eq=False, repr=False)
class Campaign(Model):
    """Calls by one agent to everyone in an audience.

    Attributes:
        id: Id of the campaign.
        name: Name of the campaign.
        description: What the campaign is for.
        organization: Id of the organisation.
        agent: The agent that calls.
        audience: The audience that is called.
        created_by: Id of the user who made the campaign.
        participants_count: People to call.
        status: How a campaign stands.
        max_retries: Further attempts for a call that is not answered.
        retry_delay: Minutes between attempts.
        retry_attempts: Attempts made so far beyond the first.
        scheduled_at: When it is to begin.
        paused_at: When it was paused.
        cancelled_calls_count: Calls that were cancelled.
        error: Why it failed.
        failed_at: When it failed.
        created_at: When the campaign was made.
        updated_at: When the campaign was last changed.
    """

    id: str | Unset = UNSET
    name: str | Unset = UNSET
    description: str | None | Unset = UNSET
    organization: str | Unset = UNSET
    agent: CampaignAgent | None | Unset = UNSET
    audience: CampaignAudience | None | Unset = UNSET
    created_by: str | Unset = UNSET
    participants_count: int | Unset = UNSET
    status: CampaignStatus | Unset = UNSET
    max_retries: int | Unset = UNSET
    retry_delay: int | Unset = UNSET
    retry_attempts: int | Unset = UNSET
    scheduled_at: datetime.datetime | None | Unset = UNSET
    paused_at: datetime.datetime | None | Unset = UNSET
    cancelled_calls_count: int | Unset = UNSET
    error: str | None | Unset = UNSET
    failed_at: datetime.datetime | None | Unset = UNSET
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
                "agent": self.agent,
                "audience": self.audience,
                "createdBy": self.created_by,
                "participantsCount": self.participants_count,
                "status": self.status,
                "maxRetries": self.max_retries,
                "retryDelay": self.retry_delay,
                "retryAttempts": self.retry_attempts,
                "scheduledAt": self.scheduled_at,
                "pausedAt": self.paused_at,
                "cancelledCallsCount": self.cancelled_calls_count,
                "error": self.error,
                "failedAt": self.failed_at,
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
            agent=model(lambda: models.CampaignAgent)(rest.pop("agent", UNSET)),
            audience=model(lambda: models.CampaignAudience)(rest.pop("audience", UNSET)),
            created_by=rest.pop("createdBy", UNSET),
            participants_count=rest.pop("participantsCount", UNSET),
            status=rest.pop("status", UNSET),
            max_retries=rest.pop("maxRetries", UNSET),
            retry_delay=rest.pop("retryDelay", UNSET),
            retry_attempts=rest.pop("retryAttempts", UNSET),
            scheduled_at=timestamp(rest.pop("scheduledAt", UNSET)),
            paused_at=timestamp(rest.pop("pausedAt", UNSET)),
            cancelled_calls_count=rest.pop("cancelledCallsCount", UNSET),
            error=rest.pop("error", UNSET),
            failed_at=timestamp(rest.pop("failedAt", UNSET)),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
