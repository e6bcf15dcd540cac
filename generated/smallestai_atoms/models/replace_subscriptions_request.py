from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.webhook_event_type import WebhookEventType


@_define(eq=False, repr=False)
class ReplaceSubscriptionsRequest(Model):
    """Which events go to which webhook.

    Attributes:
        event_types: The events to send.
        webhook_id: Id of the webhook.
    """

    event_types: list[WebhookEventType]
    webhook_id: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("eventTypes", "webhookId"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "eventTypes": self.event_types,
                "webhookId": self.webhook_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_types=rest.pop("eventTypes", UNSET), webhook_id=rest.pop("webhookId", UNSET)
        )
        result.additional_properties = rest
        return result
