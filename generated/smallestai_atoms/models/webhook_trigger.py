from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object

if TYPE_CHECKING:
    from ..models.webhook_event_type import WebhookEventType


@_define(eq=False, repr=False)
class WebhookTrigger(Model):
    """One kind of event of one agent.

    Attributes:
        agent_id: Id of the agent.
        event_type: When a webhook is called: before the agent speaks, after the call, or after
            its analysis.
    """

    agent_id: str
    event_type: WebhookEventType
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("agentId", "eventType"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {**self.additional_properties, "agentId": self.agent_id, "eventType": self.event_type}
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(agent_id=rest.pop("agentId", UNSET), event_type=rest.pop("eventType", UNSET))
        result.additional_properties = rest
        return result
