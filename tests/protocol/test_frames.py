"""The grammar of speech frames, against the specification."""

from __future__ import annotations

import json
from typing import Any

import pytest

from smallestai.errors import RemoteProtocolError, StreamError
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent, Unknown, Word
from smallestai.protocol.frames import events_of, read_frame


def _events(frame: object) -> list[SpeechEvent]:
    text = json.dumps(frame)
    return events_of(read_frame(text), text)


@pytest.mark.parametrize(
    ("frame", "events"),
    [
        ({"status": "chunk", "data": {"audio": "AQI="}}, [AudioChunk(b"\1\2")]),
        ({"audio": "AQI=", "done": False, "status": "206"}, [AudioChunk(b"\1\2")]),
        ({"audio": "AQI="}, [AudioChunk(b"\1\2")]),
        ({"audio": "AQI=", "status": 206}, [AudioChunk(b"\1\2")]),
        ({"status": "complete"}, [Complete()]),
        ({"status": "complete", "message": "All chunks sent", "done": True}, [Complete()]),
        ({"status": "200", "done": True}, [Complete()]),
        ({"done": True}, [Complete()]),
        ({"type": "pong"}, []),
        (
            {"status": "word_timestamp", "data": {"id": 3, "word": "$40", "start": 1, "end": 1.5}},
            [Word("$40", 1.0, 1.5, 3)],
        ),
        ({"status": "mood", "level": 3}, [Unknown({"status": "mood", "level": 3})]),
        ({"status": "mood", "data": "calm"}, [Unknown({"status": "mood", "data": "calm"})]),
        ({"novel": True}, [Unknown({"novel": True})]),
        ({}, [Unknown({})]),
    ],
)
def test_meaning(frame: dict[str, Any], events: list[SpeechEvent]) -> None:
    """Each shape, old or new, has one meaning."""
    assert _events(frame) == events


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        ({"status": "error", "message": "idle"}, "idle"),
        ({"status": "error", "error": {"message": "no", "code": "E1"}}, "no"),
        ({"status": "error", "error": "plain"}, "plain"),
        ({"type": "error", "message": "typed"}, "typed"),
        ({"error": [{"message": "first", "path": ["speed"]}]}, "first"),
        ({"status": "error", "data": [], "message": "odd fields"}, "odd fields"),
    ],
)
def test_errors_are_read_wherever_they_are(frame: dict[str, Any], message: str) -> None:
    """An error is known by its status, its type or its error field."""
    with pytest.raises(StreamError, match=message):
        _events(frame)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "nonsense",
        "[]",
        "7",
        '{"status":"chunk","data":{"audio":1}}',
        '{"audio":"a"}',
        b"\xff",
        b"0\x00",
    ],
)
def test_broken_frames_are_the_services_fault(text: str | bytes) -> None:
    """What is no frame says so, and shows its beginning."""
    with pytest.raises(RemoteProtocolError) as caught:
        read_frame(text)
    assert caught.value.body is not None


def test_a_long_broken_frame_is_shown_shortened() -> None:
    """An error does not hold megabytes of rubbish."""
    with pytest.raises(RemoteProtocolError) as caught:
        read_frame("<" + "x" * 100_000)
    assert len(caught.value.body) < 1000
