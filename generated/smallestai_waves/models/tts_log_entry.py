from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.logged_transport import LoggedTransport


@_define(eq=False, repr=False)
class TtsLogEntry(Model):
    """A text-to-speech request.

    Attributes:
        timestamp: When it was made.
        request_type: How a request came in, over HTTP or over a socket.
        model: Synthesis model.
        voice_id: Voice that spoke.
        language: Language asked for.
        text: The text.
        text_len: Its length in characters.
        credits_: Credits spent.
        speed: Rate of speech.
        sample_rate: Samples per second.
        output_format: Form of the audio.
        enhancement: Older models' dial.
        similarity: Older models' dial.
        consistency: Older models' dial.
        is_pvc: Whether the voice was a professional clone.
    """

    timestamp: str | Unset = UNSET
    request_type: LoggedTransport | Unset = UNSET
    model: str | Unset = UNSET
    voice_id: str | Unset = UNSET
    language: str | Unset = UNSET
    text: str | Unset = UNSET
    text_len: int | Unset = UNSET
    credits_: float | Unset = UNSET
    speed: float | Unset = UNSET
    sample_rate: int | Unset = UNSET
    output_format: str | Unset = UNSET
    enhancement: float | Unset = UNSET
    similarity: float | Unset = UNSET
    consistency: float | None | Unset = UNSET
    is_pvc: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "timestamp": self.timestamp,
                "request_type": self.request_type,
                "model": self.model,
                "voice_id": self.voice_id,
                "language": self.language,
                "text": self.text,
                "text_len": self.text_len,
                "credits": self.credits_,
                "speed": self.speed,
                "sample_rate": self.sample_rate,
                "output_format": self.output_format,
                "enhancement": self.enhancement,
                "similarity": self.similarity,
                "consistency": self.consistency,
                "is_pvc": self.is_pvc,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            timestamp=rest.pop("timestamp", UNSET),
            request_type=rest.pop("request_type", UNSET),
            model=rest.pop("model", UNSET),
            voice_id=rest.pop("voice_id", UNSET),
            language=rest.pop("language", UNSET),
            text=rest.pop("text", UNSET),
            text_len=rest.pop("text_len", UNSET),
            credits_=rest.pop("credits", UNSET),
            speed=rest.pop("speed", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            output_format=rest.pop("output_format", UNSET),
            enhancement=rest.pop("enhancement", UNSET),
            similarity=rest.pop("similarity", UNSET),
            consistency=rest.pop("consistency", UNSET),
            is_pvc=rest.pop("is_pvc", UNSET),
        )
        result.additional_properties = rest
        return result
