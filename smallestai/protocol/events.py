"""What can happen in a conversation about speech: frozen values, valid by construction."""

from __future__ import annotations

from typing import Any

import msgspec


class AudioChunk(msgspec.Struct, frozen=True, gc=False):
    """Samples to play, always whole ones.

    Attributes:
        data: Headerless samples in the format that was asked for.
    """

    data: bytes


class Word(msgspec.Struct, frozen=True, gc=False):
    """When a word is spoken (`word_timestamp` frames, WebSocket only).

    Attributes:
        text: The slice of the input, exactly as it was written.
        start: Seconds from the start of this request's audio.
        end: Seconds from the start of this request's audio.
        index: Position of the word in the input, from 0.
    """

    text: str
    start: float
    end: float
    index: int


class Complete(msgspec.Struct, frozen=True, gc=False):
    """All audio has been sent."""


class Unknown(msgspec.Struct, frozen=True):
    """A frame this version does not know: never an error, the service may grow.

    Attributes:
        raw: The frame as the service sent it.
    """

    raw: dict[str, Any]


SpeechEvent = AudioChunk | Word | Complete | Unknown
