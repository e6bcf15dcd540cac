from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.webhook_trigger import WebhookTrigger


@_define(eq=False, repr=False)
class CreateWebhookRequest(Model):
    """Where to send which events.

    Attributes:
        endpoint: URL that takes the events with POST.
        description: What the webhook is for.
        events: The events to send.
    """

    endpoint: str
    description: str
    events: list[WebhookTrigger]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("endpoint", "description", "events"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "endpoint": self.endpoint,
                "description": self.description,
                "events": self.events,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            endpoint=rest.pop("endpoint", UNSET),
            description=rest.pop("description", UNSET),
            events=list_of(model(lambda: models.WebhookTrigger))(rest.pop("events", UNSET)),
        )
        result.additional_properties = rest
        return result
