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
        start: Seconds from the start of the audio: of the stream, for who reads one.
        end: Likewise.
        index: Position of the word in its request, from 0.
        source: Where it stands in the text, in characters; None where that is not known.
    """

    text: str
    start: float
    end: float
    index: int
    source: tuple[int, int] | None = None


class Complete(msgspec.Struct, frozen=True, gc=False):
    """All audio has been sent."""


class Unknown(msgspec.Struct, frozen=True):
    """A frame this version does not know: never an error, the service may grow.

    Attributes:
        raw: The frame as the service sent it.
    """

    raw: dict[str, Any]


class PieceStarted(msgspec.Struct, frozen=True, gc=False):
    """The audio that comes now speaks this piece of a text that is spoken in pieces.

    Attributes:
        index: Position of the piece, from 0.
        text: What is spoken.
        start: Where it begins in the source, in characters.
        end: Where it ends in the source.
        source: That part of the source, where it is not what is spoken; else None.
    """

    index: int
    text: str
    start: int
    end: int
    source: str | None = None


class PieceEnded(msgspec.Struct, frozen=True, gc=False):
    """All audio of a piece has come.

    Attributes:
        index: Position of the piece, from 0.
    """

    index: int


SpeechEvent = AudioChunk | Word | PieceStarted | PieceEnded | Complete | Unknown
