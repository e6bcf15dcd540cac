"""Null is the same as nothing, and what is no JSON behind a wrong field is told of as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smallestai.errors import RemoteProtocolError
from smallestai.protocol import chat, hydra_frames, transcription_frames
from smallestai.protocol.hydra_events import (
    AudioDelta,
    ErrorReported,
    ItemAdded,
    ResponseCreated,
    SessionConfigured,
    UnknownFrame,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[Any], Any]

READERS: list[tuple[Read, bytes]] = [
    (hydra_frames.read_frame, b'{"type":"error","error":5'),
    (transcription_frames.read_frame, b'{"type":"transcription","is_last":5'),
    (lambda data: chat.read_as(data, chat.ChatChunk), b'{"id":5'),
]


@pytest.mark.parametrize(
    ("frame", "kind"),
    [
        ('{"type":"error","error":null}', ErrorReported),
        ('{"type":"response.created","response":null}', ResponseCreated),
        ('{"type":"conversation.item.added","item":null}', ItemAdded),
        ('{"type":"session.configured","session":null}', SessionConfigured),
        (
            '{"type":"response.output_audio.delta","delta":"AAAA","output_index":null}',
            AudioDelta,
        ),
        ('{"type":"of tomorrow","error":null}', UnknownFrame),
    ],
)
def test_a_session_goes_on(frame: str, kind: type) -> None:
    """A frame with a null is of the kind it says."""
    assert isinstance(hydra_frames.read_frame(frame), kind)


def test_audio_beside_a_null_is_the_same() -> None:
    """It is read from base64 all the same."""
    read = hydra_frames.read_frame(
        '{"type":"response.output_audio.delta","delta":"AAEC","item_id":null,"output_index":null}'
    )
    assert isinstance(read, AudioDelta)
    assert read.data == b"\x00\x01\x02"


def test_a_transcription_goes_on() -> None:
    """Flags and words that are null say nothing."""
    read = transcription_frames.read_frame(
        '{"type":"transcription","transcript":"a","is_final":true,"is_last":null,'
        '"emotions":{"joy":null},"words":[{"word":"a","start":0.5,"end":null}]}'
    )
    assert isinstance(read, transcription_frames.Frame)
    assert (read.is_final, read.is_last, read.emotions) == (True, False, {})
    assert read.words is not None
    assert read.words[0].start == 0.5


@pytest.mark.parametrize(("read", "broken"), READERS)
def test_broken_json_behind_a_wrong_field(read: Read, broken: bytes) -> None:
    """It is an error of ours, whichever of the two is seen first."""
    with pytest.raises(RemoteProtocolError):
        read(broken)


@pytest.mark.parametrize("read", [read for read, _ in READERS])
def test_brackets_without_end(read: Read) -> None:
    """JSON that is nested too deeply to be read is an error of ours."""
    with pytest.raises(RemoteProtocolError):
        read(b"[" * 100_000)
