"""The grammar of live transcription frames.

A frame is a JSON object. What it is, in the order it is looked at:

================================================= ===========================================
``type`` or ``status`` is ``error``, or ``error`` `StreamError`
``transcription``, ``is_final`` or ``is_last``    `Final`
``transcription``, else                           `Interim`
``speech_started``, ``speech_ended``              `SpeechStarted`, `SpeechEnded`
anything else                                     `Unknown`
================================================= ===========================================

Source: `SttTranscriptFrame` and its neighbours in `openapi/waves.yaml`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import msgspec

from smallestai.errors import RemoteProtocolError
from smallestai.protocol.nulls import convert_without_nulls
from smallestai.protocol.transcription_events import Final, TranscriptWord, Utterance

FINALIZE = '{"type":"finalize"}'
CLOSE_STREAM = '{"type":"close_stream"}'

_KNOWN = frozenset({"transcription", "speech_started", "speech_ended"})
_SHOWN = 200
_NUMBER = re.compile(r"\d+")


class WordFields(msgspec.Struct, gc=False):
    """A word as the service writes it, live and in replies."""

    word: str = ""
    start: float = 0.0
    end: float = 0.0
    confidence: float | None = None
    speaker: int | str | None = None
    speaker_confidence: float | None = None


class UtteranceFields(msgspec.Struct, gc=False):
    """A sentence as the service writes it; its text has had two names."""

    text: str | None = None
    transcript: str | None = None
    start: float = 0.0
    end: float = 0.0
    speaker: int | str | None = None


class Frame(msgspec.Struct):
    """Every field of every frame we know; the others are passed over."""

    type: str | None = None
    status: str | int | None = None
    transcription: str | None = None
    transcript: str | None = None
    session_id: str | None = None
    is_final: bool = False
    is_last: bool = False
    from_finalize: bool | None = None
    full_transcript: str | None = None
    language: str | None = None
    languages: list[str] | None = None
    words: list[WordFields] | None = None
    utterances: list[UtteranceFields] | None = None
    redacted_entities: list[Any] | None = None
    gender: str | None = None
    emotions: dict[str, float] | None = None
    timestamp: float | None = None
    error: Any = None


_decode = msgspec.json.Decoder(Frame).decode


def read_frame(frame: bytes | str) -> Frame | dict[str, Any]:
    """Decode one frame.

    Returns:
        The frame; a dict for one of a kind we do not know, whose fields differ from ours.

    Raises:
        RemoteProtocolError: It is no JSON object, or a frame we know with fields that cannot be.
    """
    try:
        try:
            return _decode(frame)
        except msgspec.ValidationError as error:
            raw = msgspec.json.decode(frame)  # what follows the wrong field may be no JSON at all
            if isinstance(raw, dict) and raw.get("type") not in _KNOWN:
                return raw
            with suppress(msgspec.ValidationError):
                return convert_without_nulls(raw, Frame)
            raise _broken(f"a frame does not fit the protocol: {error}", frame) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise _broken("a frame is not JSON", frame) from error


def word_of(fields: WordFields, shift: float = 0.0) -> TranscriptWord:
    """Return a word, its times moved by ``shift`` seconds."""
    return TranscriptWord(
        fields.word,
        fields.start + shift,
        fields.end + shift,
        fields.confidence,
        speaker_of(fields.speaker),
        fields.speaker_confidence,
    )


def utterance_of(fields: UtteranceFields, shift: float = 0.0) -> Utterance:
    """Return a sentence, its times moved by ``shift`` seconds."""
    text = fields.text if fields.text is not None else fields.transcript or ""
    speaker = speaker_of(fields.speaker)
    return Utterance(text, fields.start + shift, fields.end + shift, speaker)


def final_of(frame: Frame, shift: float) -> Final:
    """Return what a final transcript says, its times moved by ``shift`` seconds."""
    return Final(
        text=text_of(frame),
        words=tuple([word_of(each, shift) for each in frame.words or ()]),
        utterances=tuple([utterance_of(each, shift) for each in frame.utterances or ()]),
        language=frame.language,
        languages=tuple(frame.languages or ()),
        is_last=frame.is_last,
        redacted_entities=tuple(frame.redacted_entities or ()),
        full_transcript=frame.full_transcript,
        gender=frame.gender,
        emotions=frame.emotions or {},
    )


def text_of(frame: Frame) -> str:
    """Return the text, which comes under two names."""
    text = frame.transcription
    return text if text is not None else frame.transcript or ""


def speaker_of(value: int | str | None) -> int | None:
    """Return the number of a speaker; older servers write ``speaker_0``."""
    if isinstance(value, str):
        found = _NUMBER.search(value)
        return int(found[0]) if found else None
    return value


def _broken(message: str, frame: bytes | str) -> RemoteProtocolError:
    text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
    return RemoteProtocolError(message, body=text[:_SHOWN])
