from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.emotion_scores import EmotionScores
    from ..models.transcript_gender import TranscriptGender
    from ..models.transcript_statistics import TranscriptStatistics
    from ..models.transcript_word import TranscriptWord
    from ..models.utterance import Utterance


@_define(eq=False, repr=False)
class Transcript(Model):
    """What was said. Words, utterances, speakers and the rest are there only when they were asked
    for.

    Attributes:
        transcription: The text.
        status: `success`; a delivery to a webhook may say `failed`.
        words: The words with their times.
        utterances: The sentences with their times.
        language: Language of the text.
        gender: The speaker's gender.
        emotions: How strongly each mood is heard, 0 to 1. Further moods may be added.
        metadata: Figures about the recording and its processing.
        request_id: Id of the request.
        total_bytes: Size of the recording in bytes.
        audio_length: Length of the recording in seconds; some servers send it as a text.
    """

    transcription: str
    status: str | Unset = UNSET
    words: list[TranscriptWord] | Unset = UNSET
    utterances: list[Utterance] | Unset = UNSET
    language: str | Unset = UNSET
    gender: TranscriptGender | Unset = UNSET
    emotions: EmotionScores | Unset = UNSET
    metadata: TranscriptStatistics | Unset = UNSET
    request_id: str | Unset = UNSET
    total_bytes: float | Unset = UNSET
    audio_length: float | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("transcription",))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "transcription": self.transcription,
                "status": self.status,
                "words": self.words,
                "utterances": self.utterances,
                "language": self.language,
                "gender": self.gender,
                "emotions": self.emotions,
                "metadata": self.metadata,
                "request_id": self.request_id,
                "totalBytes": self.total_bytes,
                "audio_length": self.audio_length,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            transcription=rest.pop("transcription", UNSET),
            status=rest.pop("status", UNSET),
            words=list_of(model(lambda: models.TranscriptWord))(rest.pop("words", UNSET)),
            utterances=list_of(model(lambda: models.Utterance))(rest.pop("utterances", UNSET)),
            language=rest.pop("language", UNSET),
            gender=rest.pop("gender", UNSET),
            emotions=model(lambda: models.EmotionScores)(rest.pop("emotions", UNSET)),
            metadata=model(lambda: models.TranscriptStatistics)(rest.pop("metadata", UNSET)),
            request_id=rest.pop("request_id", UNSET),
            total_bytes=rest.pop("totalBytes", UNSET),
            audio_length=rest.pop("audio_length", UNSET),
        )
        result.additional_properties = rest
        return result
