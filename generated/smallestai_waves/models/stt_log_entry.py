from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.logged_transport import LoggedTransport


@_define(eq=False, repr=False)
class SttLogEntry(Model):
    """A speech-to-text request.

    Attributes:
        request_id: Id of the request.
        timestamp: When it was made.
        request_type: How a request came in, over HTTP or over a socket.
        model: Transcription model.
        language: Language asked for.
        duration: Length of the audio in seconds.
        file_size: Size of the recording.
        transcription: The text.
        word_timestamps: Whether word times were asked for.
        diarize: Whether speakers were told apart.
        redact_pii: Whether personal data was masked.
        redact_pci: Whether payment card data was masked.
        numerals: Setting for numbers.
        keywords: Terms that were preferred.
        emotion_detection: Whether moods were scored.
        gender_detection: Whether the speaker's gender was found out.
        emotions: The scores, as a text.
        gender: The speaker's gender.
        webhook_url: Where the transcript was sent.
    """

    request_id: str | Unset = UNSET
    timestamp: str | Unset = UNSET
    request_type: LoggedTransport | Unset = UNSET
    model: str | Unset = UNSET
    language: str | Unset = UNSET
    duration: float | Unset = UNSET
    file_size: str | Unset = UNSET
    transcription: str | Unset = UNSET
    word_timestamps: bool | Unset = UNSET
    diarize: bool | Unset = UNSET
    redact_pii: bool | Unset = UNSET
    redact_pci: bool | Unset = UNSET
    numerals: str | Unset = UNSET
    keywords: str | Unset = UNSET
    emotion_detection: bool | Unset = UNSET
    gender_detection: bool | Unset = UNSET
    emotions: str | Unset = UNSET
    gender: str | Unset = UNSET
    webhook_url: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "request_id": self.request_id,
                "timestamp": self.timestamp,
                "request_type": self.request_type,
                "model": self.model,
                "language": self.language,
                "duration": self.duration,
                "file_size": self.file_size,
                "transcription": self.transcription,
                "word_timestamps": self.word_timestamps,
                "diarize": self.diarize,
                "redact_pii": self.redact_pii,
                "redact_pci": self.redact_pci,
                "numerals": self.numerals,
                "keywords": self.keywords,
                "emotion_detection": self.emotion_detection,
                "gender_detection": self.gender_detection,
                "emotions": self.emotions,
                "gender": self.gender,
                "webhook_url": self.webhook_url,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            request_id=rest.pop("request_id", UNSET),
            timestamp=rest.pop("timestamp", UNSET),
            request_type=rest.pop("request_type", UNSET),
            model=rest.pop("model", UNSET),
            language=rest.pop("language", UNSET),
            duration=rest.pop("duration", UNSET),
            file_size=rest.pop("file_size", UNSET),
            transcription=rest.pop("transcription", UNSET),
            word_timestamps=rest.pop("word_timestamps", UNSET),
            diarize=rest.pop("diarize", UNSET),
            redact_pii=rest.pop("redact_pii", UNSET),
            redact_pci=rest.pop("redact_pci", UNSET),
            numerals=rest.pop("numerals", UNSET),
            keywords=rest.pop("keywords", UNSET),
            emotion_detection=rest.pop("emotion_detection", UNSET),
            gender_detection=rest.pop("gender_detection", UNSET),
            emotions=rest.pop("emotions", UNSET),
            gender=rest.pop("gender", UNSET),
            webhook_url=rest.pop("webhook_url", UNSET),
        )
        result.additional_properties = rest
        return result
