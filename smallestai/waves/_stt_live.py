"""What is asked of live transcription: every parameter checked before a socket is opened.

Source: `SttLiveQuery` in `openapi/waves.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict
from urllib.parse import urlencode

from smallestai.errors import ArgumentError
from smallestai.waves import _stt_catalogue as catalogue
from smallestai.waves._stt_checks import (
    check_flags,
    check_number,
    check_redaction,
    check_region,
    check_unicode,
    further_query,
)
from smallestai.waves.request import check_one_of

PATH = "/waves/v1/stt/live"

LiveEncoding = Literal["linear16", "linear32", "alaw", "mulaw", "opus", "ogg_opus"]

_ID = re.compile(r"[a-zA-Z0-9_\-.]{1,128}")
_BUFFER, _MOST_BUFFER = 60.0, 3600.0
_FLAGS = frozenset(
    (
        *("sentence_timestamps", "diarize", "vad_events", "endpointing", "finalize_on_words"),
        *("format", "punctuate", "capitalize", "itn_normalize", "redact_pii", "redact_pci"),
        *("full_transcript", "emotion_detection", "gender_detection"),
    )
)


class LiveOptions(TypedDict, total=False):
    """How speech is to be transcribed live. What is left out is not sent unless it says so.

    Attributes:
        model: ``pulse``, the only one that transcribes live.
        language: A code such as ``en`` (default), or a group in which the language is found:
            ``north_indic``, ``multi-asian``, ``multi-south-indic``.
        sample_rate: 8000, 16000 (default), 22050, 24000, 44100 or 48000 samples per second.
        encoding: ``linear16`` (default), ``linear32``, ``alaw``, ``mulaw``, ``opus`` or
            ``ogg_opus``; headers and containers are not looked for in the first four.
        word_timestamps: Add words with their times to finals. Sent as true unless it is False:
            times are what a broken connection is resumed by without losing or doubling words.
        sentence_timestamps: Add utterances with their times to finals.
        diarize: Tell speakers apart; words carry them.
        vad_events: Tell when speech starts and ends.
        endpointing: Make a final at a pause; on at the service.
        eou_timeout_ms: Milliseconds of silence that make a final, 100 to 10000; 800 at the service.
            With endpointing, the longest wait.
        endpointing_timeout: Milliseconds, 0 to 10000; fine setting of endpointing.
        vad_threshold: 0 to 1: how sure the detector must be that it hears speech.
        vad_min_speech_ms: The shortest speech to report, in milliseconds.
        format: False switches ``punctuate``, ``capitalize`` and ``itn_normalize`` off.
        punctuate: Write punctuation; on at the service.
        capitalize: Write capitals; on at the service.
        itn_normalize: Write numbers and dates as digits in finals.
        numerals: True, False, or ``auto``, which leaves it to the service.
        finalize_on_words: Make a final after a number of words as well; on at the service.
        max_words: About how many words a final may have.
        keywords: Up to 100 terms to prefer, case-sensitive: a list, or a dict of term to boost,
            best from 1 to 3.
        redact_pii: Mask personal data; English and Hindi only.
        redact_pci: Mask payment card data; English and Hindi only.
        full_transcript: Add all text so far to each transcript.
        emotion_detection: Add scores of the speaker's mood.
        gender_detection: Add the speaker's gender.
        external_session_id: Your own id of the session, stored by the service; letters, digits,
            ``_ - .``, at most 128.
        expire_content: Ask that the content be deleted after seven days (Enterprise).
        buffer_seconds: How much audio is kept for another connection, 60 by default; 0 to have
            the session end with its connection.
        extra_query: Further parameters, sent as they are and unchecked; they win.
    """

    model: str
    language: str
    sample_rate: int
    encoding: LiveEncoding
    word_timestamps: bool
    sentence_timestamps: bool
    diarize: bool
    vad_events: bool
    endpointing: bool
    eou_timeout_ms: int
    endpointing_timeout: int
    vad_threshold: float
    vad_min_speech_ms: int
    format: bool
    punctuate: bool
    capitalize: bool
    itn_normalize: bool
    numerals: bool | Literal["auto"]
    finalize_on_words: bool
    max_words: int
    keywords: Iterable[str] | Mapping[str, float]
    redact_pii: bool
    redact_pci: bool
    full_transcript: bool
    emotion_detection: bool
    gender_detection: bool
    external_session_id: str
    expire_content: bool
    buffer_seconds: float
    extra_query: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LiveRequest:
    """A checked request for a session."""

    language: str
    sample_rate: int
    encoding: str
    buffer_seconds: float
    query: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The path of the socket with its query."""
        return f"{PATH}?{urlencode(self.query)}"

    @property
    def sample_size(self) -> int | None:
        """Bytes of one sample; None for Opus."""
        return catalogue.ENCODINGS[self.encoding]

    @property
    def region(self) -> str | None:
        """The only region that serves the language; None where all do."""
        return catalogue.LIVE_REGIONS.get(self.language)


def live_request(
    base_url: str,
    *,
    model: str = catalogue.PULSE,
    language: str = "en",
    sample_rate: int = 16_000,
    encoding: LiveEncoding = "linear16",
    word_timestamps: bool = True,
    numerals: bool | Literal["auto"] | None = None,
    eou_timeout_ms: int | None = None,
    endpointing_timeout: int | None = None,
    vad_threshold: float | None = None,
    vad_min_speech_ms: int | None = None,
    max_words: int | None = None,
    keywords: Iterable[str] | Mapping[str, float] | None = None,
    external_session_id: str | None = None,
    expire_content: bool = False,
    buffer_seconds: float = _BUFFER,
    extra_query: Mapping[str, Any] | None = None,
    **flags: bool | None,
) -> LiveRequest:
    """Check the arguments (see `LiveOptions`) and make the request.

    Raises:
        ArgumentError: An argument has a value the service refuses.
    """
    _check_model(model)
    check_one_of("language", language, catalogue.LIVE_LANGUAGES)
    check_region(language, catalogue.LIVE_REGIONS, base_url)
    check_one_of("sample_rate", sample_rate, catalogue.SAMPLE_RATES)
    check_one_of("encoding", encoding, tuple(catalogue.ENCODINGS))
    if check_number("buffer_seconds", buffer_seconds, 0, _MOST_BUFFER) is None:
        buffer_seconds = _BUFFER
    check_redaction(language, flags)
    numbers = {
        "eou_timeout_ms": check_number("eou_timeout_ms", eou_timeout_ms, 100, 10_000, whole=True),
        "endpointing_timeout": check_number(
            "endpointing_timeout", endpointing_timeout, 0, 10_000, whole=True
        ),
        "vad_threshold": check_number("vad_threshold", vad_threshold, 0, 1),
        "vad_min_speech_ms": check_number(
            "vad_min_speech_ms", vad_min_speech_ms, 0, 60_000, whole=True
        ),
        "max_words": check_number("max_words", max_words, 1, 10_000, whole=True),
    }
    texts = {
        "numerals": _numerals(numerals),
        "keywords": keyword_list(keywords),
        "external_session_id": _session_id(external_session_id),
    }
    query = {
        "model": model,
        "language": language,
        "sample_rate": str(sample_rate),
        "encoding": encoding,
        **check_flags(word_timestamps=word_timestamps, **_known(flags)),
        **{name: f"{value:g}" for name, value in numbers.items() if value is not None},
        **{name: value for name, value in texts.items() if value},
        **further_query(extra_query),
    }
    for name, value in query.items():
        check_unicode(name, value)
    expires = check_flags(expire_content=expire_content).get("expire_content") == "true"
    headers = {"x-expire-content": "true"} if expires else {}
    return LiveRequest(language, sample_rate, encoding, buffer_seconds, query, headers)


def keyword_list(keywords: Iterable[str] | Mapping[str, float] | None) -> str | None:
    """Return terms as the wire has them, ``TERM:boost,OTHER``; None where there are none.

    Raises:
        ArgumentError: There are more than the service takes, or one that it could not tell apart.
    """
    if keywords is None:
        return None
    if isinstance(keywords, str | bytes) or not isinstance(keywords, Iterable):
        raise ArgumentError("keywords", keywords, "must be a list of terms, or a dict of boosts")
    boosts: Mapping[str, float | None]
    boosts = keywords if isinstance(keywords, Mapping) else dict.fromkeys(keywords)
    if len(boosts) > catalogue.MAX_KEYWORDS:
        remedy = f"must be at most {catalogue.MAX_KEYWORDS}: the service ignores the rest"
        raise ArgumentError("keywords", len(boosts), remedy)
    return ",".join(_keyword(term, boost) for term, boost in boosts.items()) or None


def _keyword(term: str, boost: float | None) -> str:
    if not isinstance(term, str) or not term.strip() or {",", ":"} & set(term):
        raise ArgumentError("keywords", term, "must be a term without commas and colons")
    if boost is None:
        return term.strip()
    check_number(f"keywords[{term!r}]", boost, 0, 100)
    return f"{term.strip()}:{boost:g}"


def _known(flags: Mapping[str, Any]) -> Mapping[str, Any]:
    unknown = sorted(set(flags) - _FLAGS)
    if unknown:
        raise TypeError(f"stream() got an unexpected keyword argument {unknown[0]!r}")
    return flags


def _check_model(model: str) -> None:
    if model == catalogue.PULSE_PRO:
        remedy = "does not transcribe live: use model='pulse', or transcribe() for a recording"
        raise ArgumentError("model", model, remedy)
    check_one_of("model", model, (catalogue.PULSE,))


def _numerals(value: bool | str | None) -> str | None:
    if value is None:
        return None
    if value != "auto" and not isinstance(value, bool):
        raise ArgumentError("numerals", value, "must be True, False or 'auto'")
    return str(value).lower()


def _session_id(value: str | None) -> str | None:
    if value is not None and not (isinstance(value, str) and _ID.fullmatch(value)):
        remedy = "takes 1 to 128 letters, digits, '_', '-' and '.'"
        raise ArgumentError("external_session_id", value, remedy)
    return value
