"""The core of live transcription: conversations, cuts anywhere, one clock over many connections."""

from __future__ import annotations

import json

import pytest
from conversations.transcription import (
    Conversation,
    assert_error,
    assert_events,
    audio_of,
    load,
    played_by_core,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.errors import LocalProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.liveness import Liveness
from smallestai.protocol.transcription import Final, State, TranscriptionProtocol
from smallestai.protocol.transcription_buffer import AudioBuffer
from smallestai.protocol.transcription_text import joined

LAST = '{"type":"transcription","transcription":"","is_final":true,"is_last":true}'


@pytest.mark.parametrize("conversation", load(), ids=lambda each: each.name)
def test_conversation(conversation: Conversation) -> None:
    """Every recorded conversation gives the events and the end that it says."""
    events, error, protocol = played_by_core(conversation)
    assert_events(conversation.events, events)
    wanted = conversation.error
    if conversation.name == "language_not_enabled":  # the shells know the remedy
        wanted = {**(wanted or {}), "says": ""}
    assert_error(wanted, error)
    if wanted is not None:
        assert protocol.text == wanted["text"]


@given(st.lists(st.integers(0, 9), max_size=40), st.sampled_from([1, 2, 4]))
def test_audio_may_be_cut_anywhere(sizes: list[int], sample_size: int) -> None:
    """Whatever the cuts, whole samples go out, in order, and none is lost but half a last one."""
    audio = audio_of(sum(sizes))
    protocol = TranscriptionProtocol(16_000, sample_size)
    sent, at = [], 0
    for size in sizes:
        protocol.send_audio(audio[at : at + size])
        sent += protocol.frames_to_send()
        at += size
    assert all(len(frame) % sample_size == 0 and frame for frame in sent)
    assert b"".join(sent) == audio[: len(audio) // sample_size * sample_size]


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=20),
    st.lists(st.floats(0, 0.3), min_size=1, max_size=8),
)
def test_nothing_is_lost_or_doubled_over_reconnects(sizes: list[int], ends: list[float]) -> None:
    """What each connection is sent begins exactly behind the last acknowledged word."""
    protocol = TranscriptionProtocol(1000, 2)
    audio = audio_of(2 * sum(sizes))
    at = 0
    for size in sizes:
        protocol.send_audio(audio[at : at + 2 * size])
        at += 2 * size
    protocol.frames_to_send()
    place, shift = 0, 0.0
    for end in ends:
        words = [{"word": "w", "start": 0, "end": end}]
        frame = {"type": "transcription", "transcription": "w", "is_final": True, "words": words}
        (final,) = protocol.receive(json.dumps(frame))
        assert isinstance(final, Final)
        assert final.words[0].end == pytest.approx(end + shift)
        place = min(max(place, int((end + shift) * 1000) * 2), len(audio))
        assert protocol.receive_close(1006, "") is not None
        event = protocol.resume()
        assert b"".join(protocol.frames_to_send()) == audio[place:]  # type: ignore[arg-type]
        assert event.time == pytest.approx(place / 2000)
        shift = event.time


def test_long_audio_goes_out_in_pieces() -> None:
    """A whole file in one call does not become one message."""
    protocol = TranscriptionProtocol()
    protocol.send_audio(bytes(100_000))
    frames = protocol.frames_to_send()
    assert [len(frame) for frame in frames] == [*[16384] * 6, 1696]


def test_calls_out_of_turn() -> None:
    """After the end nothing is sent any more, and a refused call changes nothing."""
    protocol = TranscriptionProtocol()
    with pytest.raises(LocalProtocolError, match="not broken"):
        protocol.resume()
    protocol.end()
    for call in (lambda: protocol.send_audio(b"ab"), protocol.finalize, protocol.end):
        with pytest.raises(LocalProtocolError, match="has been ended"):
            call()
    assert protocol.state is State.ENDING
    protocol.receive(LAST)
    for call in (lambda: protocol.send_audio(b"ab"), protocol.finalize, protocol.end):
        with pytest.raises(LocalProtocolError, match="is over"):
            call()
    assert protocol.receive_close(1006, "") is None


def test_audio_is_kept_while_the_connection_is_broken() -> None:
    """What is sent meanwhile comes with the next connection, each finalize at its place."""
    protocol = TranscriptionProtocol()
    protocol.send_audio(b"aa")
    protocol.receive_close(1006, "")
    protocol.send_audio(b"bb")
    protocol.finalize()
    protocol.send_audio(b"cc")
    protocol.end()
    assert protocol.frames_to_send() == [b"aa"]
    protocol.resume()
    wanted = [b"aa", b"bb", '{"type":"finalize"}', b"cc", '{"type":"close_stream"}']
    assert protocol.frames_to_send() == wanted
    assert protocol.is_answer_due


def test_opus_ends_with_its_connection() -> None:
    """Bytes that tell no time cannot be sent again in part."""
    protocol = TranscriptionProtocol(16_000, None)
    protocol.send_audio(b"abc")
    assert protocol.frames_to_send() == [b"abc"]
    with pytest.raises(StreamClosedError):
        protocol.receive_close(1006, "")
    assert protocol.state is State.FAILED


def test_a_final_that_says_it_was_not_asked_for_leaves_the_finalize_open() -> None:
    """`from_finalize`, where a server sends it, is believed."""
    protocol = TranscriptionProtocol()
    protocol.finalize()
    protocol.receive(
        '{"type":"transcription","transcription":"a","is_final":true,"from_finalize":false}'
    )
    assert protocol.is_answer_due
    protocol.receive(
        '{"type":"transcription","transcription":"b","is_final":true,"from_finalize":true}'
    )
    assert not protocol.is_answer_due


@given(st.lists(st.integers(1, 9), max_size=30), st.integers(0, 100), st.integers(1, 120))
def test_the_buffer_keeps_the_newest(sizes: list[int], until: int, limit: int) -> None:
    """What is kept is the end of what was added, no more than the limit, from any place on."""
    audio = audio_of(sum(sizes))
    buffer = AudioBuffer(limit)
    at = 0
    for size in sizes:
        buffer.add(audio[at : at + size])
        at += size
    buffer.drop_until(until)
    start = max(len(audio) - limit, min(until, len(audio)), 0)
    assert buffer.start == start
    assert b"".join(buffer.between(0, at)) == audio[start:]
    middle = (start + at) // 2
    assert b"".join(buffer.between(start, middle)) == audio[start:middle]


@pytest.mark.parametrize(
    ("texts", "whole"),
    [
        (["ship it", "now"], "ship it now"),
        (["ship it ", "now"], "ship it now"),
        (["ship it", " now"], "ship it now"),
        (["", "ship", "", "it", ""], "ship it"),
        (["我们", "走"], "我们走"),
        (["네", "좋아요"], "네 좋아요"),
        ([], ""),
    ],
)
def test_pieces_are_joined_with_one_space(texts: list[str], whole: str) -> None:
    """Words never run together, and scripts without spaces get none."""
    assert joined(texts) == whole


def test_liveness() -> None:
    """A ping is due every few seconds; what is due for too long has its name."""
    liveness = Liveness(20, 0)
    assert liveness.tick == 1
    assert liveness.check(4.9) == "well"
    assert liveness.check(5) == "ping"
    liveness.ping(5)
    assert liveness.check(24) == "well"
    assert liveness.check(26) == "gone"
    liveness.pong()
    assert liveness.check(26) == "ping"
    liveness.writing_since = 20
    assert liveness.check(41) == "stalled"
    liveness.writing_since, liveness.due_since = None, 20
    assert liveness.check(41) == "silent"
    assert "20 s" in str(liveness.error("silent"))


@settings(max_examples=200)
@given(st.binary(max_size=40) | st.text(max_size=40))
def test_no_frame_crashes_the_core(frame: bytes | str) -> None:
    """Whatever comes is an event or an error of ours."""
    protocol = TranscriptionProtocol()
    try:
        protocol.receive(frame)
    except SmallestError:
        assert protocol.state is State.FAILED
