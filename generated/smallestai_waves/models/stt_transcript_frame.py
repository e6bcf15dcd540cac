from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.emotion_scores import EmotionScores
    from ..models.stt_transcript_frame_gender import SttTranscriptFrameGender
    from ..models.transcript_word import TranscriptWord
    from ..models.utterance import Utterance


@_define(eq=False, repr=False)
class SttTranscriptFrame(Model):
    """A transcript. While `is_final` is false it replaces the one before it and carries neither
    words nor a language.

    Attributes:
        type_: Kind of frame.
        status: `success`.
        session_id: Id of the session.
        transcription: The text.
        transcript: The same text under a second name.
        is_final: The text will not change any more.
        is_last: Nothing follows; only after SttCloseStream.
        from_finalize: SttFinalize caused this transcript. Servers have not been seen to send
            it.
        full_transcript: All text so far, when asked for.
        language: Language of the text.
        languages: Languages heard.
        words: The words with their times, when asked for.
        utterances: The sentences with their times, when asked for.
        redacted_entities: Marks that stand in the text for masked data, such as
            `[FIRSTNAME_1]`.
        gender: The speaker's gender, when asked for.
        emotions: How strongly each mood is heard, 0 to 1. Further moods may be added.
    """

    type_: Literal["transcription"] = "transcription"
    status: str | Unset = UNSET
    session_id: str | Unset = UNSET
    transcription: str | Unset = UNSET
    transcript: str | Unset = UNSET
    is_final: bool | Unset = UNSET
    is_last: bool | Unset = UNSET
    from_finalize: bool | Unset = UNSET
    full_transcript: str | Unset = UNSET
    language: str | Unset = UNSET
    languages: list[str] | Unset = UNSET
    words: list[TranscriptWord] | Unset = UNSET
    utterances: list[Utterance] | Unset = UNSET
    redacted_entities: list[str] | Unset = UNSET
    gender: SttTranscriptFrameGender | Unset = UNSET
    emotions: EmotionScores | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("type",))
    _CONSTANTS = {"type": "transcription"}

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "type": self.type_,
                "status": self.status,
                "session_id": self.session_id,
                "transcription": self.transcription,
                "transcript": self.transcript,
                "is_final": self.is_final,
                "is_last": self.is_last,
                "from_finalize": self.from_finalize,
                "full_transcript": self.full_transcript,
                "language": self.language,
                "languages": self.languages,
                "words": self.words,
                "utterances": self.utterances,
                "redacted_entities": self.redacted_entities,
                "gender": self.gender,
                "emotions": self.emotions,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            type_=rest.pop("type", UNSET),
            status=rest.pop("status", UNSET),
            session_id=rest.pop("session_id", UNSET),
            transcription=rest.pop("transcription", UNSET),
            transcript=rest.pop("transcript", UNSET),
            is_final=rest.pop("is_final", UNSET),
            is_last=rest.pop("is_last", UNSET),
            from_finalize=rest.pop("from_finalize", UNSET),
            full_transcript=rest.pop("full_transcript", UNSET),
            language=rest.pop("language", UNSET),
            languages=rest.pop("languages", UNSET),
            words=list_of(model(lambda: models.TranscriptWord))(rest.pop("words", UNSET)),
            utterances=list_of(model(lambda: models.Utterance))(rest.pop("utterances", UNSET)),
            redacted_entities=rest.pop("redacted_entities", UNSET),
            gender=rest.pop("gender", UNSET),
            emotions=model(lambda: models.EmotionScores)(rest.pop("emotions", UNSET)),
        )
        result.additional_properties = rest
        return result
