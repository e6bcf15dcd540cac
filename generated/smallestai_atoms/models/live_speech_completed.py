from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, timestamp, wire_object


@_define(eq=False, repr=False)
class LiveSpeechCompleted(Model):
    """A text has been spoken.

    Attributes:
        event_type: Kind of event.
        event_id: Id of the event.
        timestamp: When it happened, in seconds since 1970, fractions included; older servers
            send text.
        call_id: Id of the call.
        observer_class: Part of the platform that saw it.
        source: Where it came from.
        tts_text: The text.
        tts_latency: Time until its first sound.
    """

    event_type: Literal["tts_completed"] = "tts_completed"
    event_id: str | Unset = UNSET
    timestamp: float | datetime.datetime | Unset = UNSET
    call_id: str | Unset = UNSET
    observer_class: str | Unset = UNSET
    source: str | Unset = UNSET
    tts_text: str | Unset = UNSET
    tts_latency: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("event_type",))
    _CONSTANTS = {"event_type": "tts_completed"}

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
                "tts_text": self.tts_text,
                "tts_latency": self.tts_latency,
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
            tts_text=rest.pop("tts_text", UNSET),
            tts_latency=rest.pop("tts_latency", UNSET),
        )
        result.additional_properties = rest
        return result
