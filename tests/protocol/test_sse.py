"""Server-sent events from bytes cut anywhere."""

from __future__ import annotations

from itertools import pairwise

import httpx
import pytest
from httpx_sse import EventSource
from hypothesis import given
from hypothesis import strategies as st

from smallestai.protocol.sse import EventStreamParser, ServerSentEvent

LINES = st.sampled_from(
    [
        "data: a",
        "data:b",
        "data",
        "event: x",
        "id: 7",
        "id: a\0b",
        "retry: 12",
        "retry: x",
        ": note",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.text(alphabet="ab :é→\x0b\u2028", max_size=6).map(lambda text: f"data: {text}")


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    """A stream of fields, comments and blank lines with any mixture of line ends."""
    lines = draw(st.lists(st.one_of(LINES, TEXTS, st.just("")), max_size=20))
    return "".join(line + draw(ENDS) for line in lines).encode() + b"\n\n"


def _all(data: bytes, cuts: list[int]) -> list[ServerSentEvent]:
    parser, events = EventStreamParser(), list[ServerSentEvent]()
    edges = sorted({min(cut, len(data)) for cut in cuts} | {0, len(data)})
    for start, end in pairwise(edges):
        events += parser.feed(data[start:end])
    return events


@given(streams(), st.lists(st.integers(0, 200), max_size=12))
def test_any_cut_gives_the_same_events(data: bytes, cuts: list[int]) -> None:
    """Where the bytes are cut makes no difference."""
    assert _all(data, cuts) == _all(data, [])


@given(streams())
def test_agrees_with_another_implementation(data: bytes) -> None:
    """The events with data are those that httpx-sse finds."""
    response = httpx.Response(
        200, headers={"content-type": "text/event-stream"}, stream=httpx.ByteStream(data)
    )
    theirs = [(sse.event, sse.data) for sse in EventSource(response).iter_sse() if sse.data]
    ours = [(event.event, event.data.decode()) for event in _all(data, []) if event.data]
    assert ours == theirs


def test_fields() -> None:
    """Data lines are joined, the id stays, the type and the delay belong to their event."""
    data = b"\xef\xbb\xbfevent: audio\ndata: 1\ndata: 2\nid: 7\nretry: 50\n\ndata: 3\n\n"
    assert _all(data, list(range(len(data)))) == [
        ServerSentEvent("audio", b"1\n2", "7", 50),
        ServerSentEvent("message", b"3", "7"),
    ]


@pytest.mark.parametrize(
    ("data", "pending"),
    [(b"", False), (b"data: 1\n\n", False), (b"data: 1\n", True), (b"dat", True)],
)
def test_pending(data: bytes, pending: bool) -> None:
    """An event that was begun and not ended is known to be cut off."""
    parser = EventStreamParser()
    parser.feed(data)
    assert parser.pending is pending


def test_a_long_line_in_small_pieces_takes_linear_time() -> None:
    """A megabyte in 64-byte pieces is not looked at again and again."""
    parser = EventStreamParser()
    line = b"data: " + b"x" * 1_000_000 + b"\n\n"
    events = [event for at in range(0, len(line), 64) for event in parser.feed(line[at : at + 64])]
    assert [len(event.data) for event in events] == [1_000_000]
