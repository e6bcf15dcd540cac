from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, wire_object


@_define(eq=False, repr=False)
class AgentAudioAppend(Model):
    """A stretch of the user's audio.

    Attributes:
        type_: Kind of frame.
        audio: Audio in base64; 40 ms a frame is usual. Of Opus, one raw packet a frame.
    """

    audio: str
    type_: Literal["input_audio_buffer.append"] = "input_audio_buffer.append"
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type", "audio"))
    _CONSTANTS = {"type": "input_audio_buffer.append"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object({**self.additional_properties, "type": self.type_, "audio": self.audio})

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(type_=rest.pop("type", UNSET), audio=rest.pop("audio", UNSET))
        result.additional_properties = rest
        return result
