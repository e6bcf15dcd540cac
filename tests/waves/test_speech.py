"""Both shells of speech, against servers that play recorded conversations."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from conversations import Conversation, assert_error, load
from servers import Script, answer, http_server, read_request, stays, tcp_server, websocket_server
from websockets.exceptions import ConnectionClosed

from smallestai import AsyncSmallestAI, AudioFormat, SmallestAI, Timeout
from smallestai.audio import wav_header
from smallestai.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    LocalProtocolError,
    ModelRetiredError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
)
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent, Word

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.sync.server import ServerConnection

KEY = "sk_test_0123456789"
CHUNK = '{"status":"chunk","request_id":"r1","data":{"audio":"AQIDBA=="}}'
COMPLETE = '{"status":"complete","request_id":"r1"}'
SSE = b'event: audio\ndata: {"audio":"AQIDBA==","done":false,"status":"206"}\n\n'
SSE_END = b'data: {"status":"200","done":true}\n\n'

Outcome = tuple[list[SpeechEvent], SmallestError | None]
Play = Any


def _blocking(url: str, text: str = "Hello.", **options: Any) -> Outcome:
    """Play a stream to its end in the blocking world."""
    events: list[SpeechEvent] = []
    timeout = options.pop("timeout", 5)
    with SmallestAI(KEY, base_url=url, timeout=timeout, max_retries=0) as client:
        try:
            with client.waves.tts.stream(text, **options) as stream:
                events.extend(stream.events())
        except SmallestError as error:
            return events, error
    return events, None


def _async(url: str, text: str = "Hello.", **options: Any) -> Outcome:
    """Play a stream to its end in the async world."""

    async def play() -> Outcome:
        events: list[SpeechEvent] = []
        timeout = options.pop("timeout", 5)
        async with AsyncSmallestAI(KEY, base_url=url, timeout=timeout, max_retries=0) as client:
            try:
                async with client.waves.tts.stream(text, **options) as stream:
                    async for event in stream.events():
                        events.append(event)
            except SmallestError as error:
                return events, error
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return events, None

    return asyncio.run(play())


both = pytest.mark.parametrize("play", [_blocking, _async], ids=["blocking", "async"])


@pytest.fixture(autouse=True)
def _no_thread_left() -> Any:
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


@both
@pytest.mark.parametrize("conversation", load("speech"), ids=lambda each: each.name)
def test_conversation(play: Play, conversation: Conversation) -> None:
    """Every recorded conversation gives the same events and error in both worlds as in the core."""
    script = Script(conversation)
    with websocket_server(script) as url:
        events, error = play(url, conversation.text, **conversation.options)
    assert [_unplaced(event) for event in events] == conversation.events
    assert_error(conversation.error, error)
    assert script.faults == []
    assert script.headers["Authorization"] == f"Bearer {KEY}"
    assert script.headers["X-Source"].startswith("smallestai-python/")


def _unplaced(event: SpeechEvent) -> SpeechEvent:
    """Return the event as the core gives it, which does not place words in the text."""
    if isinstance(event, Word):
        return Word(event.text, event.start, event.end, event.index)
    return event


def _word(number: int, text: str, start: float, end: float) -> str:
    data = f'{{"id":{number},"word":"{text}","start":{start},"end":{end}}}'
    return f'{{"status":"word_timestamp","data":{data}}}'


def test_words_are_placed_in_the_text_and_in_time() -> None:
    """Each word says where it stands in the text, and the timeline says what had been heard."""
    frames = (CHUNK, _word(0, "Yes,", 0, 0.25), _word(1, "$40.", 0.25, 1), CHUNK, COMPLETE)
    second = '{"status":"chunk","data":{"audio":"%s"}}' % ("A" * 64000)
    with (
        websocket_server(_say(second, *frames)) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.tts.stream("Yes, $40.", word_timestamps=True) as stream,
    ):
        words = [event for event in stream.events() if isinstance(event, Word)]
        assert [(word.text, word.source) for word in words] == [("Yes,", (0, 4)), ("$40.", (5, 9))]
        assert stream.heard(0.5).text == "Yes,"
        assert stream.heard(0.5).exact
        assert "Yes, $40." in stream.timeline.srt()


def test_heard_without_word_times_is_an_estimate() -> None:
    """The text is shared out over the audio, and marked as estimated."""
    audio = '{"status":"chunk","data":{"audio":"%s"}}' % ("A" * 64000)
    with (
        websocket_server(_say(audio, COMPLETE)) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.tts.stream("One two three four.") as stream,
    ):
        assert stream.read().duration == 1
        heard = stream.heard(0.5)
    assert not heard.exact
    assert stream.heard(99).text == "One two three four."
    assert "One two three four.".startswith(heard.text)
    assert 0 < heard.offset < 19


def test_gaps_are_where_a_player_would_have_run_dry() -> None:
    """A pause longer than the audio so far is a gap; the metrics count it."""
    go = threading.Event()

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(CHUNK)
        go.wait()
        connection.send(CHUNK)
        connection.send(COMPLETE)
        with suppress(ConnectionClosed):
            connection.recv()

    with (
        websocket_server(handler) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.tts.stream("Hello.") as stream,
    ):
        next(stream)
        threading.Timer(0.1, go.set).start()
        stream.read()
        assert stream.metrics.gaps == 1
        assert 0.05 < stream.metrics.gap_seconds < 2
        assert stream.metrics.real_time_factor is not None
        assert stream.metrics.real_time_factor > 1


def _say(*frames: str) -> Callable[[ServerConnection], None]:
    """A handler that answers the first message with these frames and waits for the close."""

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        for frame in frames:
            connection.send(frame)
        with suppress(ConnectionClosed):
            connection.recv()

    return handler


@both
def test_sse_and_http_give_the_same_audio(play: Play) -> None:
    """What the socket says in frames comes over the other transports too."""
    chunked = answer(SSE + SSE + SSE_END, "text/event-stream")
    with http_server(chunked, answer(b"\1\2\3\4" * 2, "audio/wav")) as (url, requests):
        sse, sse_error = play(url, transport="sse")
        http, http_error = play(url, transport="http")
    assert (sse_error, http_error) == (None, None)
    assert sse == [AudioChunk(b"\1\2\3\4"), AudioChunk(b"\1\2\3\4"), Complete()]
    assert b"".join(each.data for each in http[:-1]) == b"\1\2\3\4" * 2  # type: ignore[union-attr]
    assert requests[0].startswith(b"POST /waves/v1/tts/live ")
    assert requests[1].startswith(b"POST /waves/v1/tts ")
    assert b'"output_format":"pcm"' in requests[1].replace(b" ", b"")


@both
@pytest.mark.parametrize("transport", ["sse", "http"])
def test_a_body_that_breaks_off_carries_the_audio(play: Play, transport: str) -> None:
    """A connection lost in the middle is an error with what had come."""
    body = SSE if transport == "sse" else b"\1\2\3\4"
    kind = "text/event-stream" if transport == "sse" else "audio/wav"
    with http_server(answer(body, kind, length=len(body) + 100)) as (url, _):
        _events, error = play(url, transport=transport)
    assert isinstance(error, APIConnectionError)
    assert error.audio == b"\1\2\3\4"


@both
def test_event_stream_without_an_end_is_no_success(play: Play) -> None:
    """A body that ends before the terminator is cut short, whatever HTTP says."""
    with http_server(answer(SSE, "text/event-stream")) as (url, _):
        _events, error = play(url, transport="sse")
    assert isinstance(error, StreamClosedError)
    assert error.audio == b"\1\2\3\4"


@both
@pytest.mark.parametrize("transport", ["websocket", "sse", "http"])
def test_html_instead_of_speech(play: Play, transport: str) -> None:
    """A proxy's page is told apart, and shown in short."""
    with http_server(answer(b"<html>Hello</html>", "text/html")) as (url, _):
        events, error = play(url, transport=transport)
    assert events == []
    assert isinstance(error, RemoteProtocolError)
    assert "<html>" in str(error.body)


@both
@pytest.mark.parametrize("transport", ["websocket", "sse", "http"])
@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        ("401 Unauthorized", b'{"error":"unauthorized"}', AuthenticationError),
        ("520 Unknown", b"<html>no</html>", APIError),
        (
            "410 Gone",
            b'{"status":"error","error_code":"MODEL_DEPRECATED","message":"model retired"}',
            ModelRetiredError,
        ),
    ],
)
def test_refusals_are_errors_by_status(
    play: Play, transport: str, status: str, body: bytes, kind: type[APIError]
) -> None:
    """Every transport gives the same error for the same refusal, and never the key."""
    with http_server(answer(body, "application/json", status=status)) as (url, _):
        events, error = play(url, transport=transport)
    assert events == []
    assert isinstance(error, kind)
    assert error.status == int(status.split()[0])
    assert error.request_id == "req-1"
    assert KEY not in f"{error!s} {error!r} {vars(error)}"


@both
@pytest.mark.parametrize("transport", ["websocket", "sse", "http"])
def test_nobody_listens(play: Play, transport: str) -> None:
    """A port without a server is a connection error that names the host."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    _events, error = play(f"http://127.0.0.1:{port}", transport=transport)
    assert isinstance(error, APIConnectionError)
    assert f"127.0.0.1:{port}" in str(error)


def _silence(after: bytes = b"") -> Callable[[socket.socket], None]:
    def handler(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(after)
        connection.recv(1)

    return handler


@both
@pytest.mark.parametrize("transport", ["websocket", "sse", "http"])
def test_a_server_that_never_answers(play: Play, transport: str) -> None:
    """Silence ends in a timeout error well within the time of a test."""
    with tcp_server(_silence()) as url:
        began = time.monotonic()
        _events, error = play(url, transport=transport, timeout=0.2)
        assert time.monotonic() - began < 3
    assert isinstance(error, APITimeoutError)
    assert "0.2 s" in str(error)


@both
def test_a_socket_that_falls_silent(play: Play) -> None:
    """The wait between frames has its own limit; what had come is on the error."""
    with websocket_server(_say(CHUNK)) as url:
        events, error = play(url, timeout=Timeout(first=5, between=0.2))
    assert events == [AudioChunk(b"\1\2\3\4")]
    assert isinstance(error, APITimeoutError)
    assert error.timeout == "between"
    assert error.audio == b"\1\2\3\4"


@both
def test_an_event_stream_that_falls_silent(play: Play) -> None:
    """The same over HTTP."""
    head = answer(SSE, "text/event-stream", length=10_000)
    with tcp_server(_silence(head)) as url:
        events, error = play(url, transport="sse", timeout=Timeout(first=5, between=0.2))
    assert events == [AudioChunk(b"\1\2\3\4")]
    assert isinstance(error, APITimeoutError)
    assert error.timeout == "between"
    assert error.audio == b"\1\2\3\4"


@both
def test_waits_add_up_to_the_total(play: Play) -> None:
    """A server that always sends a little in time is stopped by the total."""

    def drip(connection: ServerConnection) -> None:
        connection.recv()
        waits = threading.Event()
        try:
            while True:
                connection.send(CHUNK)
                waits.wait(0.05)
        except ConnectionClosed:
            pass

    with websocket_server(drip) as url:
        events, error = play(url, timeout=Timeout(first=5, between=5, total=0.4))
    assert len(events) > 1
    assert isinstance(error, APITimeoutError)
    assert error.timeout == "total"


@both
def test_large_frames_are_taken(play: Play) -> None:
    """There is no limit on the size of a frame."""
    audio = "A" * 4_000_000
    frame = f'{{"status":"chunk","data":{{"audio":"{audio}"}}}}'
    with websocket_server(_say(frame, COMPLETE)) as url:
        events, error = play(url)
    assert error is None
    assert [len(event.data) for event in events[:-1]] == [3_000_000]  # type: ignore[union-attr]


def test_read_gives_everything() -> None:
    """The whole audio includes what was iterated before; metrics count it."""
    with (
        websocket_server(_say(CHUNK, CHUNK, COMPLETE)) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.tts.stream("Hello.", sample_rate=8000) as stream,
    ):
        assert next(stream) == b"\1\2\3\4"
        audio = stream.read()
        assert (audio.data, audio.sample_rate) == (b"\1\2\3\4" * 2, 8000)
        assert audio.request_id == stream.request_id == "r1"
        metrics = stream.metrics
        assert (metrics.chunks, metrics.bytes, metrics.audio_seconds) == (2, 8, 4 / 8000)
        assert metrics.connect_time is not None
        assert metrics.time_to_first_audio is not None
        assert 0 < metrics.connect_time <= metrics.time_to_first_audio
        assert list(stream) == []


def test_async_read_gives_everything() -> None:
    """The same in the async world."""

    async def play(url: str) -> None:
        async with (
            AsyncSmallestAI(KEY, base_url=url) as client,
            client.waves.tts.stream("Hello.") as stream,
        ):
            assert await anext(stream) == b"\1\2\3\4"
            assert (await stream.read()).data == b"\1\2\3\4" * 2
            assert [chunk async for chunk in stream] == []

    with websocket_server(_say(CHUNK, CHUNK, COMPLETE)) as url:
        asyncio.run(play(url))


def test_speech_without_audio_is_an_error_for_who_wants_audio() -> None:
    """An utterance of nothing is not handed on as an empty file."""
    with websocket_server(_say(COMPLETE)) as url, SmallestAI(KEY, base_url=url) as client:
        with pytest.raises(RemoteProtocolError, match="no audio"):
            client.waves.tts.synthesize("Hello.", transport="websocket")


def test_half_a_wav_is_an_error() -> None:
    """A container that promises more than came is told apart."""
    body = wav_header(AudioFormat("pcm", 24000), 4096) + b"\1\2"
    with (
        http_server(answer(body, "audio/wav")) as (url, _),
        SmallestAI(KEY, base_url=url) as client,
    ):
        with pytest.raises(RemoteProtocolError, match="cut short") as caught:
            client.waves.tts.synthesize("Hello.", output_format="wav")
    assert caught.value.audio == body


def test_close_from_another_thread_ends_the_reading() -> None:
    """Whoever waits for audio sees the end, on every transport."""
    head = answer(SSE, "text/event-stream", length=10_000)
    for transport, server in (
        ("websocket", websocket_server(_say(CHUNK))),
        ("sse", tcp_server(_silence(head))),
    ):
        with server as url, SmallestAI(KEY, base_url=url) as client:
            stream = client.waves.tts.stream("Hello.", transport=transport)  # type: ignore[arg-type]
            assert next(stream) == b"\1\2\3\4"
            waiting, receive = threading.Event(), stream._link.receive

            def noticed(waiting: Any = waiting, receive: Any = receive) -> Any:
                waiting.set()
                return receive()

            stream._link.receive = noticed  # type: ignore[method-assign]
            closer = threading.Thread(
                target=lambda waiting=waiting, stream=stream: waiting.wait(5) and stream.close()
            )
            closer.start()
            assert list(stream) == []
            closer.join()
            assert waiting.is_set()
            with pytest.raises(LocalProtocolError, match="closed before its end"):
                stream.read()


def test_close_from_another_task_ends_the_reading() -> None:
    """The same in the async world."""

    async def play(url: str, transport: Any) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            stream = client.waves.tts.stream("Hello.", transport=transport)
            assert await anext(stream) == b"\1\2\3\4"
            closing = asyncio.get_running_loop().create_task(stream.close())
            assert [chunk async for chunk in stream] == []
            await closing

    head = answer(SSE, "text/event-stream", length=10_000)
    with websocket_server(_say(CHUNK)) as url:
        asyncio.run(play(url, "websocket"))
    with tcp_server(_silence(head)) as url:
        asyncio.run(play(url, "sse"))


def test_a_cancelled_wait_leaves_the_stream_usable() -> None:
    """Giving up one wait does not lose what comes later."""
    go = threading.Event()

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        go.wait()
        connection.send(CHUNK)
        connection.send(COMPLETE)
        with pytest.raises(ConnectionClosed):
            connection.recv()

    async def play(url: str) -> None:
        async with (
            AsyncSmallestAI(KEY, base_url=url) as client,
            client.waves.tts.stream("Hello.") as stream,
        ):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(anext(stream), 0.05)
            go.set()
            assert (await stream.read()).data == b"\1\2\3\4"

    with websocket_server(handler) as url:
        asyncio.run(play(url))


def test_a_closed_stream_is_not_opened_again() -> None:
    """A stream is used once."""
    with SmallestAI(KEY, base_url="http://127.0.0.1:9") as client:
        stream = client.waves.tts.stream("Hello.")
        stream.close()
        with pytest.raises(LocalProtocolError, match="closed"):
            next(stream)


def test_a_forgotten_stream_says_so_and_is_closed() -> None:
    """A stream dropped half-way warns like a file does, and leaves no connection."""
    with websocket_server(_say(CHUNK)) as url, SmallestAI(KEY, base_url=url) as client:
        stream = client.waves.tts.stream("Hello.")
        next(stream)
        with pytest.warns(ResourceWarning, match="never closed"):
            del stream
            gc.collect()


def test_a_forgotten_async_stream_says_so_and_is_closed() -> None:
    """The same in the async world."""

    async def play(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            stream = client.waves.tts.stream("Hello.")
            await anext(stream)
            with pytest.warns(ResourceWarning, match="never closed"):
                del stream
                gc.collect()

    with websocket_server(_say(CHUNK)) as url:
        asyncio.run(play(url))


def test_a_slow_listener_is_no_timeout() -> None:
    """Only waiting for the server counts, not the time the listener takes."""
    with websocket_server(_say(CHUNK, CHUNK, CHUNK, COMPLETE)) as url:
        timeout = Timeout(first=5, between=0.3, total=0.9)
        with (
            SmallestAI(KEY, base_url=url, timeout=timeout) as client,
            client.waves.tts.stream("Hello.") as stream,
        ):
            chunks = []
            for chunk in stream:
                threading.Event().wait(0.35)
                chunks.append(chunk)
    assert chunks == [b"\1\2\3\4"] * 3


def test_repr_tells_the_state() -> None:
    """What is printed has neither the text nor the key."""
    with SmallestAI(KEY, base_url="http://127.0.0.1:9") as client:
        stream = client.waves.tts.stream("Secret.")
        assert repr(stream) == "<SpeechStream new, 0 bytes of pcm>"
        stream.close()
        assert "closed" in repr(stream)


@pytest.mark.parametrize("transport", ["websocket", "sse"])
def test_nothing_is_yielded_after_close(transport: Any) -> None:
    """Audio that had come and was not read yet is dropped when the stream is closed."""
    body = answer(SSE + SSE + SSE_END, "text/event-stream")
    server = (
        websocket_server(_say(CHUNK, CHUNK, COMPLETE))
        if transport == "websocket"
        else http_server(body)
    )
    with server as made:
        url = made if isinstance(made, str) else made[0]
        with SmallestAI(KEY, base_url=url) as client:
            stream = client.waves.tts.stream("Hello.", transport=transport)
            next(stream)
            stream.close()
            assert list(stream) == []
            assert list(stream.events()) == []


class Speaker:
    """Stands in for the player: notes what is played, and cuts."""

    position = 0.0

    def __init__(self, form: AudioFormat, device: object) -> None:
        self.rate = form.sample_rate
        self.heard = b""
        self.cuts = 0
        self.first = threading.Event()
        speakers.append(self)

    def __enter__(self) -> Speaker:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def write(self, chunk: bytes) -> None:
        self.heard += chunk
        self.position = len(self.heard) / 2 / self.rate
        self.first.set()

    def cut(self) -> None:
        self.cuts += 1

    def wait(self) -> None:
        return None


class AsyncSpeaker(Speaker):
    async def __aenter__(self) -> AsyncSpeaker:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def write(self, chunk: bytes) -> None:  # type: ignore[override]
        super().write(chunk)

    async def wait(self) -> None:  # type: ignore[override]
        return None


speakers: list[Speaker] = []


@pytest.fixture
def _loudspeaker(monkeypatch: pytest.MonkeyPatch) -> None:
    speakers.clear()
    monkeypatch.setattr("smallestai._player.Player", Speaker)
    monkeypatch.setattr("smallestai._player.AsyncPlayer", AsyncSpeaker)


@pytest.mark.usefixtures("_loudspeaker")
def test_play_plays_everything() -> None:
    """All of the audio goes to the loudspeaker; what was heard comes back in seconds."""
    with websocket_server(_say(CHUNK, CHUNK, COMPLETE)) as url:
        with SmallestAI(KEY, base_url=url) as client:
            assert client.waves.tts.stream("Hello.", sample_rate=8000).play() == 4 / 8000

        async def play() -> float:
            async with AsyncSmallestAI(KEY, base_url=url) as client:
                return await client.waves.tts.stream("Hello.", sample_rate=8000).play()

        assert asyncio.run(play()) == 4 / 8000
    assert [speaker.heard for speaker in speakers] == [b"\1\2\3\4" * 2] * 2
    assert [speaker.cuts for speaker in speakers] == [0, 0]


@pytest.mark.usefixtures("_loudspeaker")
def test_closing_a_stream_silences_its_player() -> None:
    """Whoever closes the stream cuts the sound at once."""
    with websocket_server(_say(CHUNK)) as url, SmallestAI(KEY, base_url=url) as client:
        stream = client.waves.tts.stream("Hello.")
        thread = threading.Thread(target=stream.play)
        thread.start()
        while not speakers:
            threading.Event().wait(0.005)
        assert speakers[0].first.wait(5)
        stream.close()
        thread.join()
    assert speakers[0].cuts >= 1


@both
@pytest.mark.parametrize("ends", [True, False], ids=["ended", "left open"])
def test_a_connection_is_kept_whose_body_ends_with_the_stream(play: Play, ends: bool) -> None:
    """The end is read where it follows at once; a body that is left open holds nobody up."""
    connections = [0]
    events = SSE + SSE_END
    body = b"%x\r\n%s\r\n" % (len(events), events) + b"0\r\n\r\n" * ends
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    )

    def serve(connection: socket.socket) -> None:
        connections[0] += 1
        while read_request(connection):
            connection.sendall(head + body)

    async def twice_async(url: str) -> list[bytes]:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            streams = [client.waves.tts.stream("Hello.", transport="sse") for _ in range(2)]
            return [(await stream.read()).data for stream in streams]

    def twice(url: str) -> list[bytes]:
        with SmallestAI(KEY, base_url=url) as client:
            streams = [client.waves.tts.stream("Hello.", transport="sse") for _ in range(2)]
            return [stream.read().data for stream in streams]

    with tcp_server(serve) as url:
        began = time.monotonic()
        audio = twice(url) if play is _blocking else asyncio.run(twice_async(url))
        assert time.monotonic() - began < 5
    assert audio == [b"\1\2\3\4"] * 2
    assert connections[0] == (1 if ends else 2)
