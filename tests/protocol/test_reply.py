"""Speech as an HTTP body: an event stream, or the audio itself."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smallestai.errors import RemoteProtocolError, StreamClosedError, StreamError
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent, Unknown
from smallestai.protocol.reply import AudioReply, EventStreamReply

END = b'data: {"status":"200","done":true}\n\n'


def _event(audio: bytes, **fields: object) -> bytes:
    frame = {"audio": base64.b64encode(audio).decode(), "done": False, "status": "206", **fields}
    return b"event: audio\ndata: " + json.dumps(frame).encode() + b"\n\n"


def _play(data: bytes, cut: int = 1 << 20) -> tuple[list[SpeechEvent], bytes]:
    reply, events = EventStreamReply(), list[SpeechEvent]()
    for at in range(0, len(data), cut):
        events += reply.receive(data[at : at + cut])
    events += reply.receive_end()
    return events, reply.audio


@given(st.lists(st.binary(min_size=1, max_size=9), min_size=1, max_size=6), st.integers(1, 60))
def test_any_cut_gives_the_same_whole_samples(chunks: list[bytes], cut: int) -> None:
    """However the body is cut, what is handed out are whole samples of the same audio."""
    body = b"".join(_event(chunk) for chunk in chunks) + END
    events, audio = _play(body, cut)
    whole = b"".join(chunks)
    assert audio == whole[: len(whole) // 2 * 2]
    assert events[-1] == Complete()
    assert all(len(event.data) % 2 == 0 for event in events if isinstance(event, AudioChunk))


@pytest.mark.parametrize(
    "end", [END, b'data: {"done":true}\n\n', b'event: end\ndata: {"done": true, "novel": 1}\n\n']
)
def test_every_terminator_ends_it(end: bytes) -> None:
    """The terminators of all times mean the same."""
    assert _play(_event(b"\1\2") + end) == ([AudioChunk(b"\1\2"), Complete()], b"\1\2")


def test_old_chunks_have_audio_alone() -> None:
    """A chunk is known by its audio, not by its status."""
    assert _play(b'data: {"audio":"AQI="}\n\n' + END)[1] == b"\1\2"


def test_audio_in_the_last_event_is_not_lost() -> None:
    """An event may bring the last audio and the end at once."""
    assert _play(_event(b"\1\2", done=True))[0] == [AudioChunk(b"\1\2"), Complete()]


def test_what_follows_the_end_is_passed_over() -> None:
    """After the end nothing is an event, not even rubbish."""
    assert _play(_event(b"\1\2") + END + b"data: rubbish\n\n")[0][-1] == Complete()


def test_unknown_events_are_events() -> None:
    """A frame of another kind is handed on as it is."""
    events, _ = _play(b'data: {"status":"mood","calm":true}\n\n' + END)
    assert events[0] == Unknown({"status": "mood", "calm": True})


@pytest.mark.parametrize(
    ("body", "error", "says"),
    [
        (_event(b"\1\2"), StreamClosedError, "before the last event"),
        (_event(b"\1\2") + b'data: {"aud', StreamClosedError, "in the middle of an event"),
        (_event(b"\1\2") + b"data: <html>\n\n", RemoteProtocolError, "not JSON"),
        (_event(b"\1\2") + b'data: {"audio":7}\n\n', RemoteProtocolError, "does not fit"),
        (_event(b"\1\2") + b'data: {"error":"no credits"}\n\n', StreamError, "no credits"),
    ],
)
def test_failures_carry_the_audio_so_far(body: bytes, error: type[Exception], says: str) -> None:
    """Whatever goes wrong, what was received is on the error."""
    with pytest.raises(error, match=says) as caught:
        _play(body)
    assert caught.value.audio == b"\1\2"  # type: ignore[attr-defined]


def test_audio_body_is_cut_to_whole_samples() -> None:
    """An odd byte waits for its other half."""
    reply = AudioReply()
    assert reply.receive(b"\1\2\3") == [AudioChunk(b"\1\2")]
    assert reply.receive(b"\4") == [AudioChunk(b"\3\4")]
    assert reply.receive_end() == [Complete()]
    assert reply.audio == b"\1\2\3\4"


def test_containers_are_not_aligned() -> None:
    """The bytes of an MP3 or a WAV are no samples."""
    reply = AudioReply(frame_size=1)
    assert reply.receive(b"ID3") == [AudioChunk(b"ID3")]


def test_empty_body_is_no_audio() -> None:
    """A success without a byte is an error."""
    with pytest.raises(RemoteProtocolError, match="no audio"):
        AudioReply().receive_end()
