from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraSpeechStarted(Model):
    """The user has begun to speak; stop playback.

    Attributes:
        type_: Kind of frame.
        event_id: The server's id of this frame.
        audio_start_ms: Milliseconds from the start of the session.
        item_id: Id of the user's entry.
    """

    type_: Literal["input_audio_buffer.speech_started"] = "input_audio_buffer.speech_started"
    event_id: str | Unset = UNSET
    audio_start_ms: float | Unset = UNSET
    item_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "input_audio_buffer.speech_started"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "event_id": self.event_id,
                "audio_start_ms": self.audio_start_ms,
                "item_id": self.item_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            event_id=rest.pop("event_id", UNSET),
            audio_start_ms=rest.pop("audio_start_ms", UNSET),
            item_id=rest.pop("item_id", UNSET),
        )
        result.additional_properties = rest
        return result
