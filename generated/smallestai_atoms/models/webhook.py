from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.webhook_status import WebhookStatus
    from ..models.webhook_subscriber import WebhookSubscriber


@_define(eq=False, repr=False)
class Webhook(Model):
    """An address that events are sent to.

    Attributes:
        id: Id of the webhook.
        url: URL that takes the events.
        description: What the webhook is for.
        status: Whether events are sent.
        organization_id: Id of the organisation.
        created_by: Id of the user who made it.
        subscriptions: The events sent to it.
        decrypted_secret_key: Secret that its events are signed with.
        created_at: When it was made.
        updated_at: When it was last changed.
    """

    id: str | Unset = UNSET
    url: str | Unset = UNSET
    description: str | Unset = UNSET
    status: WebhookStatus | Unset = UNSET
    organization_id: str | Unset = UNSET
    created_by: str | Unset = UNSET
    subscriptions: list[WebhookSubscriber] | Unset = UNSET
    decrypted_secret_key: str | Unset = _field(default=UNSET, repr=False)
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "_id": self.id,
                "url": self.url,
                "description": self.description,
                "status": self.status,
                "organizationId": self.organization_id,
                "createdBy": self.created_by,
                "subscriptions": self.subscriptions,
                "decryptedSecretKey": self.decrypted_secret_key,
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
            url=rest.pop("url", UNSET),
            description=rest.pop("description", UNSET),
            status=rest.pop("status", UNSET),
            organization_id=rest.pop("organizationId", UNSET),
            created_by=rest.pop("createdBy", UNSET),
            subscriptions=list_of(model(lambda: models.WebhookSubscriber))(
                rest.pop("subscriptions", UNSET)
            ),
            decrypted_secret_key=rest.pop("decryptedSecretKey", UNSET),
            created_at=timestamp(rest.pop("createdAt", UNSET)),
            updated_at=timestamp(rest.pop("updatedAt", UNSET)),
        )
        result.additional_properties = rest
        return result
