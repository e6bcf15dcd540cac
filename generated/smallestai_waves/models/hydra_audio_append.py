from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object


@_define(eq=False, repr=False)
class HydraAudioAppend(Model):
    """Microphone audio, sent without pause, silence included, 20 to 40 ms at a time.

    Attributes:
        type_: Kind of frame.
        audio: Base64 of 16-bit little-endian mono PCM at 16000 Hz, at least 320 bytes of it.
        event_id: The client's id of this frame, quoted by errors about it.
    """

    audio: str
    type_: Literal["input_audio_buffer.append"] = "input_audio_buffer.append"
    event_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "audio"))
    _CONSTANTS = {"type": "input_audio_buffer.append"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "audio": self.audio,
                "event_id": self.event_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            audio=rest.pop("audio", UNSET),
            event_id=rest.pop("event_id", UNSET),
        )
        result.additional_properties = rest
        return result
