from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class CreateCampaignRequest(Model):
    """Who is to be called, by whom and when.

    Attributes:
        name: Name of the campaign.
        audience_id: Id of the audience to call.
        agent_id: Id of the agent that calls.
        description: What the campaign is for.
        phone_number_ids: Ids of the phone numbers (products) to call from.
        scheduled_at: When to begin, RFC 3339; when it is started, if left out.
        max_retries: Further attempts for a call that is not answered, 0 to 10; 3 when left out.
        retry_delay: Minutes between attempts, 1 to 1440; 15 when left out.
    """

    name: str
    audience_id: str
    agent_id: str
    description: str | Unset = UNSET
    phone_number_ids: list[str] | Unset = UNSET
    scheduled_at: datetime.datetime | Unset = UNSET
    max_retries: int | Unset = UNSET
    retry_delay: int | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("name", "audienceId", "agentId"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "name": self.name,
                "audienceId": self.audience_id,
                "agentId": self.agent_id,
                "description": self.description,
                "phoneNumberIds": self.phone_number_ids,
                "scheduledAt": self.scheduled_at,
                "maxRetries": self.max_retries,
                "retryDelay": self.retry_delay,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            name=rest.pop("name", UNSET),
            audience_id=rest.pop("audienceId", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            description=rest.pop("description", UNSET),
            phone_number_ids=rest.pop("phoneNumberIds", UNSET),
            scheduled_at=timestamp(rest.pop("scheduledAt", UNSET)),
            max_retries=rest.pop("maxRetries", UNSET),
            retry_delay=rest.pop("retryDelay", UNSET),
        )
        result.additional_properties = rest
        return result
