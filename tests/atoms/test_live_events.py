"""Following a call over real connections, in both worlds."""

from __future__ import annotations

import asyncio
import json
import threading
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer, read_request, stays, tcp_server

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.atoms import _live_events
from smallestai.errors import (
    APIConnectionError,
    ArgumentError,
    AuthenticationError,
    BadRequestError,
    LocalProtocolError,
    NotFoundError,
    RemoteProtocolError,
    ServerError,
    StreamClosedError,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from smallestai.protocol.live_events import LiveEvent

    Follow = Callable[..., list[LiveEvent]]

KEY = "sk_test_0123456789"
CALL = "CALL-1700000000000-a1b2c3"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
LAST = b"0\r\n\r\n"


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(_live_events, "PAUSES", (0.01, 0.01))
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


def told(*kinds: str, start: int = 0) -> bytes:
    """Return events as a chunk of the body."""
    lines = b""
    for number, kind in enumerate(kinds, start):
        event: dict[str, Any] = {"event_type": kind, "call_id": CALL}
        if not kind.startswith("sse_"):
            event["event_id"] = f"{CALL}_{number}"
        lines += b"data: " + json.dumps(event).encode() + b"\n\n"
    return b"%x\r\n%b\r\n" % (len(lines), lines)


def refusal(status: str, text: str) -> bytes:
    return answer(json.dumps({"errors": [text]}).encode(), "application/json", status=status)


class Server:
    """Answers each request with the next of these bytes, and keeps the requests."""

    def __init__(self, *replies: bytes) -> None:
        self.requests: list[bytes] = []
        self.over = threading.Event()
        self.late = False  # nobody has said that it is over
        self._replies = list(replies)

    def __call__(self, connection: socket.socket) -> None:
        self.requests.append(read_request(connection))
        reply = self._replies.pop(0)
        connection.sendall(reply)
        if reply.startswith(HEAD) and reply.endswith(b"hang"):
            self.late = not self.over.wait(5)


def follow(url: str, *, retries: int = 0, seen: list[Any] | None = None, **options: Any) -> Any:
    """Follow a call to its end."""
    seen = [] if seen is None else seen
    with SmallestAI(KEY, base_url=url, max_retries=retries) as client:
        for event in client.atoms.live_events.stream(CALL, **options):
            seen.append(event)
    return seen


def follow_async(
    url: str, *, retries: int = 0, seen: list[Any] | None = None, **options: Any
) -> Any:
    """The same on an event loop."""
    seen = [] if seen is None else seen

    async def run() -> None:
        async with AsyncSmallestAI(KEY, base_url=url, max_retries=retries) as client:
            async for event in client.atoms.live_events.stream(CALL, **options):
                seen.append(event)

    asyncio.run(run())
    return seen


both = pytest.mark.parametrize("play", [follow, follow_async], ids=["blocking", "async"])


def kinds(events: list[LiveEvent]) -> list[str]:
    return [event.type for event in events]


@both
def test_a_call_from_begin_to_end(play: Follow) -> None:
    """It ends with the last event, whatever the connection does then."""
    story = ("sse_init", "call_start", "user_transcription", "call_end", "sse_close")
    server = Server(HEAD + told(*story) + b"hang")
    with tcp_server(server) as url:
        events = play(url)
        server.over.set()
    assert kinds(events) == list(story)
    (request,) = server.requests
    line, *fields = request.decode().split("\r\n")
    assert line == f"GET /atoms/v1/events?callId={CALL} HTTP/1.1"
    headers = {name.lower(): value for name, _, value in (each.partition(": ") for each in fields)}
    assert headers["authorization"] == f"Bearer {KEY}"
    assert headers["accept"] == "text/event-stream"


@both
@pytest.mark.parametrize("cut", [b"", LAST], ids=["broken", "ended"])
def test_a_broken_connection_is_made_anew(play: Follow, cut: bytes) -> None:
    """Nothing is told twice, and that something may be missing is told."""
    server = Server(
        HEAD + told("sse_init", "call_start", "agent_log") + cut,
        refusal("503 Service Unavailable", "draining"),
        HEAD + told("sse_init", "call_start", "agent_log", "call_end") + told("sse_close") + LAST,
    )
    with tcp_server(server) as url:
        events = play(url)
    expected = ["sse_init", "call_start", "agent_log", "stream_resumed", "call_end", "sse_close"]
    assert kinds(events) == expected
    assert events[3].seconds >= 0.02 / 2  # two pauses, shortened by chance
    assert events[3].call_id == CALL
    assert len(server.requests) == 3


@both
def test_a_refusal_after_the_end_of_the_call_is_the_end(play: Follow) -> None:
    """The connection broke before the last event, and the service knows of no such call."""
    server = Server(
        HEAD + told("sse_init", "call_end"), refusal("400 Bad Request", "call is not active")
    )
    with tcp_server(server) as url:
        assert kinds(play(url)) == ["sse_init", "call_end"]


@both
def test_a_refusal_in_the_middle_is_the_error(play: Follow) -> None:
    """The call has ended while nobody listened: what was missed cannot be had."""
    seen: list[Any] = []
    server = Server(
        HEAD + told("sse_init", "call_start"), refusal("400 Bad Request", "call is not active")
    )
    with tcp_server(server) as url, pytest.raises(BadRequestError, match="not active"):
        play(url, seen=seen)
    assert kinds(seen) == ["sse_init", "call_start"]


@both
@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("400 Bad Request", BadRequestError),
        ("401 Unauthorized", AuthenticationError),
        ("404 Not Found", NotFoundError),
        ("503 Service Unavailable", ServerError),
    ],
)
def test_a_call_that_cannot_be_followed(play: Follow, status: str, error: type[Exception]) -> None:
    """The first refusal is the error."""
    server = Server(refusal(status, "no"))
    with tcp_server(server) as url, pytest.raises(error):
        play(url)
    assert len(server.requests) == 1


@both
def test_a_connection_is_given_up_after_so_many_tries(play: Follow) -> None:
    """The last failure is raised; a connection that brings nothing new counts as a failure."""
    again = HEAD + told("sse_init", "call_start")
    server = Server(again, again + LAST, again + LAST)
    with tcp_server(server) as url, pytest.raises(StreamClosedError):
        play(url, reconnects=2)
    assert len(server.requests) == 3


@both
def test_progress_begins_the_count_anew(play: Follow) -> None:
    """As long as something new comes, the stream goes on."""
    replies = [HEAD + told("sse_init") + told("agent_log", start=at) for at in range(4)]
    server = Server(*replies, HEAD + told("sse_close"))
    with tcp_server(server) as url:
        events = play(url, reconnects=1)
    assert kinds(events).count("agent_log") == 4
    assert kinds(events).count("stream_resumed") == 4


@both
def test_no_reconnects(play: Follow) -> None:
    """A loss is the end."""
    server = Server(HEAD + told("sse_init"))
    with tcp_server(server) as url, pytest.raises(APIConnectionError):
        play(url, reconnects=0)


@both
def test_silence_is_looked_into_and_is_no_failure(play: Follow) -> None:
    """The connection is made anew at once, as often as it takes."""
    server = Server(
        HEAD + told("sse_init", "call_start") + b"hang",
        HEAD + told("sse_init") + b"hang",
        HEAD + told("sse_init", "sse_close") + LAST,
    )
    with tcp_server(server) as url:
        events = play(url, reconnects=0, timeout=Timeout(between=0.3))
        server.over.set()
    assert kinds(events) == [
        "sse_init",
        "call_start",
        "stream_resumed",
        "stream_resumed",
        "sse_close",
    ]


@both
def test_what_is_no_event_stream(play: Follow) -> None:
    """Is the service's fault, and so is an event that is not JSON."""
    server = Server(answer(b"{}", "application/json"))
    with tcp_server(server) as url, pytest.raises(RemoteProtocolError, match="event stream"):
        play(url)
    server = Server(HEAD + b"9\r\ndata: x\n\n\r\n" + LAST)
    with tcp_server(server) as url, pytest.raises(RemoteProtocolError, match="not JSON"):
        play(url)


def test_arguments_are_checked_before_anything_is_sent() -> None:
    """In either world."""
    for client in (SmallestAI(KEY), AsyncSmallestAI(KEY)):
        for wrong in ({"call_id": ""}, {"call_id": None}, {"call_id": CALL, "reconnects": -1}):
            with pytest.raises(ArgumentError):
                client.atoms.live_events.stream(**wrong)


class Chunks:
    """What a connection brings; it is noticed when the next of it is waited for."""

    def __init__(self, chunks: Any, notice: Callable[[], None]) -> None:
        self._chunks = chunks
        self._notice = notice

    def __next__(self) -> bytes:
        self._notice()
        return next(self._chunks)

    async def __anext__(self) -> bytes:
        self._notice()
        return await anext(self._chunks)


def watch(stream: Any, state: str, notice: Callable[[], None]) -> None:
    """Have it noticed when a stream is in a state, or about to be."""
    stream._chunks = Chunks(stream._chunks, notice if state == "reading" else lambda: None)
    if state == "pausing":
        pause = stream._pause
        stream._pause = lambda error: (pause(error), notice())[0]


@pytest.mark.parametrize("state", ["reading", "pausing"])
def test_another_thread_may_close(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads sees the end, also while a lost connection waits to be made anew."""
    monkeypatch.setattr(_live_events, "PAUSES", (30.0, 30.0))
    server = Server(HEAD + told("sse_init") + (b"hang" if state == "reading" else b""))
    with tcp_server(server) as url, SmallestAI(KEY, base_url=url) as client:
        with client.atoms.live_events.stream(CALL) as stream:
            assert next(stream).type == "sse_init"
            assert repr(stream) == f"<LiveEventStream {CALL} open>"
            waiting = threading.Event()
            watch(stream, state, waiting.set)
            closer = threading.Thread(target=lambda: waiting.wait(5) and stream.close())
            closer.start()
            began = monotonic()
            assert list(stream) == []
            assert monotonic() - began < 10  # less than the pause
            closer.join()
            assert waiting.is_set()
        stream.close()
        server.over.set()
        assert list(stream) == []
    assert not server.late


def test_a_stream_that_was_closed_is_not_begun() -> None:
    """Nothing is sent for it."""
    stream = SmallestAI(KEY).atoms.live_events.stream(CALL)
    stream.close()
    with pytest.raises(LocalProtocolError, match="closed"):
        next(stream)


@pytest.mark.parametrize("state", ["reading", "pausing"])
def test_another_task_may_close(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same on an event loop."""
    monkeypatch.setattr(_live_events, "PAUSES", (30.0, 30.0))

    async def run(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            async with client.atoms.live_events.stream(CALL) as stream:
                assert (await anext(stream)).type == "sse_init"

                async def rest() -> list[Any]:
                    return [event async for event in stream]

                waiting = asyncio.Event()
                watch(stream, state, waiting.set)
                reader = asyncio.create_task(rest())
                await asyncio.wait_for(waiting.wait(), 5)
                await stream.close()
                assert await asyncio.wait_for(reader, 10) == []  # less than the pause
            await stream.close()
            assert [event async for event in stream] == []

    server = Server(HEAD + told("sse_init") + (b"hang" if state == "reading" else b""))
    with tcp_server(server) as url:
        asyncio.run(run(url))
        server.over.set()
    assert not server.late


def test_silence_has_more_time_than_speech() -> None:
    """Unless a time is given, a minute passes before a quiet call is looked into."""
    config = SmallestAI(KEY, timeout=5)._config
    assert _live_events._limits(config, None).between == 60
    assert _live_events._limits(config, None).first == 5
    assert _live_events._limits(config, 7).between == 7
