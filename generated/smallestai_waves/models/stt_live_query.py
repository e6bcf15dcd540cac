from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.stt_encoding import SttEncoding
    from ..models.stt_live_language import SttLiveLanguage
    from ..models.stt_live_query_model import SttLiveQueryModel
    from ..models.stt_live_query_sample_rate import SttLiveQuerySampleRate
    from ..models.stt_numerals import SttNumerals


@_define(eq=False, repr=False)
class SttLiveQuery(Model):
    """Query of the live transcription socket. To change a value, open another socket.

    Attributes:
        model: Transcription model; only `pulse` transcribes live.
        language: Language code, or a group in which it is found: `north_indic` (en hi gu mr bn
            or), `multi-asian` (zh yue ko ja en), `multi-south-indic` (ta te kn ml en), `multi` on
            older servers. East Asian languages are served by the US region, the South Indian ones
            and `hi-dev` (Hindi in Devanagari only) by the Indian one.
        sample_rate: Samples per second of the audio sent; 16000 when absent.
        encoding: Encoding of the audio.
        word_timestamps: Add words with their times to final transcripts. Off when absent.
        sentence_timestamps: Add utterances with their times. Off when absent.
        diarize: Tell speakers apart; words carry theirs only with `word_timestamps`. Off when
            absent.
        vad_events: Send frames when speech starts and ends. Off when absent.
        vad: Other name of `vad_events`, which wins when both are sent.
        endpointing: Finish a transcript at a pause; `eou_timeout_ms` is then the longest wait.
            On when absent.
        eou_timeout_ms: Milliseconds of silence that finish a transcript, 100 to 10000; 800 when
            absent.
        endpointing_timeout: Fine setting of endpointing in milliseconds, 0 to 10000; 300 when
            absent.
        vad_threshold: How sure the detector must be that it hears speech, 0 to 1; 0.5 when
            absent.
        vad_min_speech_ms: Shortest speech to report in milliseconds; 120 when absent.
        format_: Format the text; false switches `punctuate`, `capitalize` and `itn_normalize`
            off. On when absent.
        punctuate: Write punctuation; without it, successive transcripts are not separated by a
            space. On when absent.
        capitalize: Write capitals. On when absent.
        itn_normalize: Write numbers, dates and the like as digits in final transcripts. Off
            when absent.
        numerals: Whether numbers are written as digits; `auto` leaves it to the service.
        finalize_on_words: Finish a transcript after a number of words as well. On when absent.
        max_words: About how many words a final transcript may have.
        keywords: Terms to prefer, as `term:boost,term:boost`; case matters, a boost is 1 when
            absent and best at most 3. The first 100 count. Leave the field out rather than empty.
        redact_pii: Mask personal data. English and Hindi only; off when absent.
        redact_pci: Mask payment card data. English and Hindi only; off when absent.
        full_transcript: Add all text so far to each transcript. Off when absent.
        emotion_detection: Add scores of the speaker's mood. Off when absent.
        gender_detection: Add the speaker's gender. Off when absent.
        external_session_id: The caller's own id of the session; stored, never sent back. At
            most 128 characters.
    """

    model: SttLiveQueryModel
    language: SttLiveLanguage
    sample_rate: SttLiveQuerySampleRate | Unset = UNSET
    encoding: SttEncoding | Unset = UNSET
    word_timestamps: bool | Unset = UNSET
    sentence_timestamps: bool | Unset = UNSET
    diarize: bool | Unset = UNSET
    vad_events: bool | Unset = UNSET
    vad: bool | Unset = UNSET
    endpointing: bool | Unset = UNSET
    eou_timeout_ms: int | Unset = UNSET
    endpointing_timeout: int | Unset = UNSET
    vad_threshold: float | Unset = UNSET
    vad_min_speech_ms: int | Unset = UNSET
    format_: bool | Unset = UNSET
    punctuate: bool | Unset = UNSET
    capitalize: bool | Unset = UNSET
    itn_normalize: bool | Unset = UNSET
    numerals: SttNumerals | Unset = UNSET
    finalize_on_words: bool | Unset = UNSET
    max_words: int | Unset = UNSET
    keywords: str | Unset = UNSET
    redact_pii: bool | Unset = UNSET
    redact_pci: bool | Unset = UNSET
    full_transcript: bool | Unset = UNSET
    emotion_detection: bool | Unset = UNSET
    gender_detection: bool | Unset = UNSET
    external_session_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("model", "language"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "model": self.model,
                "language": self.language,
                "sample_rate": self.sample_rate,
                "encoding": self.encoding,
                "word_timestamps": self.word_timestamps,
                "sentence_timestamps": self.sentence_timestamps,
                "diarize": self.diarize,
                "vad_events": self.vad_events,
                "vad": self.vad,
                "endpointing": self.endpointing,
                "eou_timeout_ms": self.eou_timeout_ms,
                "endpointing_timeout": self.endpointing_timeout,
                "vad_threshold": self.vad_threshold,
                "vad_min_speech_ms": self.vad_min_speech_ms,
                "format": self.format_,
                "punctuate": self.punctuate,
                "capitalize": self.capitalize,
                "itn_normalize": self.itn_normalize,
                "numerals": self.numerals,
                "finalize_on_words": self.finalize_on_words,
                "max_words": self.max_words,
                "keywords": self.keywords,
                "redact_pii": self.redact_pii,
                "redact_pci": self.redact_pci,
                "full_transcript": self.full_transcript,
                "emotion_detection": self.emotion_detection,
                "gender_detection": self.gender_detection,
                "external_session_id": self.external_session_id,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            model=rest.pop("model", UNSET),
            language=rest.pop("language", UNSET),
            sample_rate=rest.pop("sample_rate", UNSET),
            encoding=rest.pop("encoding", UNSET),
            word_timestamps=rest.pop("word_timestamps", UNSET),
            sentence_timestamps=rest.pop("sentence_timestamps", UNSET),
            diarize=rest.pop("diarize", UNSET),
            vad_events=rest.pop("vad_events", UNSET),
            vad=rest.pop("vad", UNSET),
            endpointing=rest.pop("endpointing", UNSET),
            eou_timeout_ms=rest.pop("eou_timeout_ms", UNSET),
            endpointing_timeout=rest.pop("endpointing_timeout", UNSET),
            vad_threshold=rest.pop("vad_threshold", UNSET),
            vad_min_speech_ms=rest.pop("vad_min_speech_ms", UNSET),
            format_=rest.pop("format", UNSET),
            punctuate=rest.pop("punctuate", UNSET),
            capitalize=rest.pop("capitalize", UNSET),
            itn_normalize=rest.pop("itn_normalize", UNSET),
            numerals=rest.pop("numerals", UNSET),
            finalize_on_words=rest.pop("finalize_on_words", UNSET),
            max_words=rest.pop("max_words", UNSET),
            keywords=rest.pop("keywords", UNSET),
            redact_pii=rest.pop("redact_pii", UNSET),
            redact_pci=rest.pop("redact_pci", UNSET),
            full_transcript=rest.pop("full_transcript", UNSET),
            emotion_detection=rest.pop("emotion_detection", UNSET),
            gender_detection=rest.pop("gender_detection", UNSET),
            external_session_id=rest.pop("external_session_id", UNSET),
        )
        result.additional_properties = rest
        return result
