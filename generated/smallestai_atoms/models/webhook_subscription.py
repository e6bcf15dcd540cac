from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.webhook_event_type import WebhookEventType


@_define(eq=False, repr=False)
class WebhookSubscription(Model):
    """One kind of event of one agent, sent to a webhook.

    Attributes:
        id: Id of the subscription.
        webhook_id: Id of the webhook.
        agent_id: Id of the agent.
        event_type: When a webhook is called: before the agent speaks, after the call, or after
            its analysis.
        created_at: When it began.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    webhook_id: str | Unset = UNSET
    agent_id: str | Unset = UNSET
    event_type: WebhookEventType | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "webhookId": self.webhook_id,
                "agentId": self.agent_id,
                "eventType": self.event_type,
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
            webhook_id=rest.pop("webhookId", UNSET),
            agent_id=rest.pop("agentId", UNSET),
            event_type=rest.pop("eventType", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
