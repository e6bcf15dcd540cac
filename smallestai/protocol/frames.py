"""The grammar of speech frames: one for WebSocket messages and SSE events, old shapes and new.

A frame is a JSON object. What it is, in the order it is looked at:

================================================= ==========================================
``{"type": "pong"}``                              nothing: the answer to a ping
``error`` present, or ``status`` is ``"error"``   `StreamError`
``audio`` (SSE) or ``data.audio`` (socket)        `AudioChunk`; base64 of 16-bit PCM
``status`` is ``"word_timestamp"``                `Word`
``status`` is ``"complete"``, or ``done``         `Complete` (after the audio of the same frame)
anything else                                     `Unknown`
================================================= ==========================================

Source: components `TtsChunkFrame` and its neighbours in `openapi/waves.yaml`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from smallestai.errors import RemoteProtocolError, stream_error
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent, Unknown, Word


class FrameData(msgspec.Struct, gc=False):
    """The ``data`` of a socket frame."""

    audio: bytes | None = None
    id: int = 0
    word: str | None = None
    start: float = 0.0
    end: float = 0.0


class Frame(msgspec.Struct, gc=False):
    """Every field of every frame we know; the others are passed over."""

    data: FrameData | None = None
    audio: bytes | None = None
    status: str | int | None = None
    done: bool = False
    type: str | None = None
    request_id: str | None = None
    error: Any = None


_decode = msgspec.json.Decoder(Frame).decode
_KNOWN = frozenset({"chunk", "word_timestamp", "complete", "206", "200", 206, 200})
_SHOWN = 200


def read_frame(frame: bytes | str) -> Frame | dict[str, Any]:
    """Decode one frame.

    Returns:
        The frame; a dict for one of a kind we do not know, whose fields differ from ours.

    Raises:
        RemoteProtocolError: It is no JSON object, or a frame we know with fields that cannot be.
    """
    try:
        return _decode(frame)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _read_otherwise(frame, error)


def events_of(frame: Frame | dict[str, Any], source: bytes | str) -> list[SpeechEvent]:
    """Return what a frame means.

    Args:
        frame: What `read_frame` gave.
        source: The frame as it came, for `Unknown` and for errors.

    Raises:
        StreamError: The frame reports an error.
    """
    if type(frame) is Frame and frame.status == "chunk" and frame.error is None:
        data = frame.data
        if data is not None and data.audio is not None and not frame.done:
            return [AudioChunk(data.audio)]  # nearly every frame is like this
    if isinstance(frame, dict):
        if frame.get("error") is not None or frame.get("status") == "error":
            raise stream_error(frame)
        return [Unknown(frame)]
    if frame.error is not None or frame.status == "error" or frame.type == "error":
        raise stream_error(msgspec.json.decode(source))
    data = frame.data
    audio = frame.audio if data is None else data.audio
    events: list[SpeechEvent] = [] if audio is None else [AudioChunk(audio)]
    if data is not None and data.word is not None:
        events.append(Word(data.word, data.start, data.end, data.id))
    if frame.done or frame.status == "complete":
        events.append(Complete())
    if not events and frame.type != "pong":
        events.append(Unknown(msgspec.json.decode(source)))
    return events


def _read_otherwise(frame: bytes | str, reason: Exception) -> dict[str, Any]:
    """Return a frame that does not fit, if it is of a kind we do not know."""
    try:
        raw = msgspec.json.decode(frame)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _broken("a frame is not JSON", frame) from error
    if isinstance(raw, dict) and raw.get("status") not in _KNOWN and "audio" not in raw:
        return raw
    raise _broken(f"a frame does not fit the protocol: {reason}", frame) from reason


def _broken(message: str, frame: bytes | str) -> RemoteProtocolError:
    text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
    return RemoteProtocolError(message, body=text[:_SHOWN])
