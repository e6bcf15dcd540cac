from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, model, timestamp, wire_object

if TYPE_CHECKING:
    from ..models.json import Json
    from ..models.live_tool_call_event_type import LiveToolCallEventType


@_define(eq=False, repr=False)
class LiveToolCall(Model):
    """A tool is used, has answered, or has failed.

    Attributes:
        event_type: Kind of event.
        event_id: Id of the event.
        timestamp: When it happened, in seconds since 1970, fractions included; older servers
            send text.
        call_id: Id of the call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
        turn_id: Id of the turn.
        tool_call_id: Id of the use.
        function_name: Name of the tool.
        context: The arguments and what else was known.
        response: What the tool gave.
        success: Whether it worked.
        latency_ms: How long it took, in milliseconds.
        error: What went wrong.
    """

    event_type: LiveToolCallEventType
    event_id: str | Unset = UNSET
    timestamp: float | datetime.datetime | Unset = UNSET
    call_id: str | Unset = UNSET
    observer_class: str | Unset = UNSET
    source: str | Unset = UNSET
    turn_id: str | None | Unset = UNSET
    tool_call_id: str | None | Unset = UNSET
    function_name: str | None | Unset = UNSET
    context: Json | None | Unset = UNSET
    response: Any | Unset = UNSET
    success: bool | Unset = UNSET
    latency_ms: float | None | Unset = UNSET
    error: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))

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
                "turn_id": self.turn_id,
                "tool_call_id": self.tool_call_id,
                "function_name": self.function_name,
                "context": self.context,
                "response": self.response,
                "success": self.success,
                "latency_ms": self.latency_ms,
                "error": self.error,
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
            turn_id=rest.pop("turn_id", UNSET),
            tool_call_id=rest.pop("tool_call_id", UNSET),
            function_name=rest.pop("function_name", UNSET),
            context=model(lambda: models.Json)(rest.pop("context", UNSET)),
            response=rest.pop("response", UNSET),
            success=rest.pop("success", UNSET),
            latency_ms=rest.pop("latency_ms", UNSET),
            error=rest.pop("error", UNSET),
        )
        result.additional_properties = rest
        return result
