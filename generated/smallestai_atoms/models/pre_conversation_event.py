from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, model, wire_object

if TYPE_CHECKING:
    from ..models.pre_conversation import PreConversation


@_define(eq=False, repr=False)
class PreConversationEvent(Model):
    """Sent before the agent speaks.

    Attributes:
        url: URL the event is sent to.
        description: What the webhook is for.
        event: Id of the agent and kind of event, joined by a dot.
        id: Id of the event.
        metadata: A call that is about to begin.
    """

    url: str
    description: str
    event: str
    id: str
    metadata: PreConversation
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("url", "description", "event", "id", "metadata"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "url": self.url,
                "description": self.description,
                "event": self.event,
                "id": self.id,
                "metadata": self.metadata,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            url=rest.pop("url", UNSET),
            description=rest.pop("description", UNSET),
            event=rest.pop("event", UNSET),
            id=rest.pop("id", UNSET),
            metadata=model(lambda: models.PreConversation)(rest.pop("metadata", UNSET)),
        )
        result.additional_properties = rest
        return result
