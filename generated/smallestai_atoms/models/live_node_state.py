from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.live_node_context import LiveNodeContext


@_define(eq=False, repr=False)
class LiveNodeState(Model):
    """The conversation has reached a node.

    Attributes:
        event_type: Kind of event.
        event_id: Id of the event.
        timestamp: When it happened, in seconds since 1970, fractions included; older servers
            send text.
        call_id: Id of the call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
        node_id: Id of the node.
        node_name: Name of the node.
        node_type: Kind of node.
        context: What was said there.
    """

    event_type: Literal["agent_node_state"] = "agent_node_state"
    event_id: str | Unset = UNSET
    timestamp: float | datetime.datetime | Unset = UNSET
    call_id: str | Unset = UNSET
    observer_class: str | Unset = UNSET
    source: str | Unset = UNSET
    node_id: str | Unset = UNSET
    node_name: str | Unset = UNSET
    node_type: str | Unset = UNSET
    context: LiveNodeContext | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))
    _CONSTANTS = {"event_type": "agent_node_state"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "event_type": self.event_type,
                "event_id": self.event_id,
                "timestamp": self.timestamp,
                "call_id": self.call_id,
                "observer_class": self.observer_class,
                "source": self.source,
                "node_id": self.node_id,
                "node_name": self.node_name,
                "node_type": self.node_type,
                "context": self.context,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            event_type=rest.pop("event_type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            timestamp=timestamp(rest.pop("timestamp", UNSET)),
            call_id=rest.pop("call_id", UNSET),
            observer_class=rest.pop("observer_class", UNSET),
            source=rest.pop("source", UNSET),
            node_id=rest.pop("node_id", UNSET),
            node_name=rest.pop("node_name", UNSET),
            node_type=rest.pop("node_type", UNSET),
            context=model(lambda: models.LiveNodeContext)(rest.pop("context", UNSET)),
        )
        result.additional_properties = rest
        return result
