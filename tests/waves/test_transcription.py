"""Both shells of live transcription, against servers that play recorded conversations."""

from __future__ import annotations

import asyncio
import gc
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest
from conversations.transcription import (
    ASKED,
    Conversation,
    assert_error,
    assert_events,
    audio_of,
    frame_of,
    load,
)
from servers import answer, http_server, stays, websocket_server
from websockets.exceptions import ConnectionClosed

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    AuthenticationError,
    BadRequestError,
    LocalProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
)
from smallestai.protocol.transcription import Final, Interim, Reconnected
from smallestai.waves import _stt_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.server import ServerConnection

KEY = "sk_test_0123456789"
INTERIM = '{"type":"transcription","transcription":"hel","is_final":false,"session_id":"s1"}'
HELLO = (
    '{"type":"transcription","transcription":"hello","is_final":true,"session_id":"s1",'
    '"words":[{"word":"hello","start":0,"end":0.05}]}'
)
LAST = '{"type":"transcription","transcription":"","is_final":true,"is_last":true}'
END = ASKED["end"]

Play = Any


class Server:
    """Plays the server's part, connection by connection, and keeps what went wrong."""

    def __init__(self, conversation: Conversation) -> None:
        self.faults: list[str] = []
        self.requests: list[Any] = []
        self._connections = iter(conversation.connections)

    def __call__(self, connection: ServerConnection) -> None:
        self.requests.append(connection.request)
        steps = next(self._connections, None)
        if steps is None:
            self.faults.append("one connection too many")
            return
        for step in steps:
            self._play(connection, step)
        if "drop" in (steps or [{}])[-1]:
            drop(connection)
            return
        with suppress(ConnectionClosed, TimeoutError):
            self.faults.append(f"unexpected: {connection.recv(5)!r}")

    def _play(self, connection: ServerConnection, step: dict[str, Any]) -> None:
        if "server" in step:
            connection.send(frame_of(step))
        elif "close" in step:
            connection.close(*step["close"])
        elif "do" in step:
            self._expect(connection.recv(5), ASKED[step["do"]])
        elif "audio" in step or "resent" in step:
            size, got = step.get("audio", step.get("resent")), 0
            while got < size:
                frame = connection.recv(5)
                if isinstance(frame, str):
                    self.faults.append(f"{frame} came where audio was due")
                    return
                got += len(frame)
            self._expect(got, size)
            for name in step.get("then", []):
                self._expect(connection.recv(5), ASKED[name])

    def _expect(self, got: Any, wanted: Any) -> None:
        if got != wanted:
            self.faults.append(f"wanted {wanted!r}, got {got!r}")


def drop(connection: ServerConnection) -> None:
    """Let a connection go without a word."""
    with suppress(OSError):
        connection.socket.shutdown(socket.SHUT_RDWR)


Outcome = tuple[list[Any], BaseException | None, str]


def _blocking(url: str, conversation: Conversation) -> Outcome:
    """Play the caller's part in the blocking world."""
    events: list[Any] = []
    with SmallestAI(KEY, base_url=url, timeout=5) as client:
        stream = client.waves.stt.stream(**conversation.options)
        try:
            with stream:
                for step in conversation.steps:
                    if "audio" in step:
                        stream.send(audio_of(step["audio"]))
                    elif step.get("do") == "finalize":
                        stream.finalize()
                    elif "do" in step:
                        stream.close()
                    elif "event" in step:
                        events.append(next(stream))
                events.extend(stream)
        except SmallestError as error:
            return events, error, error.received.text
    return events, None, stream.text


def _async(url: str, conversation: Conversation) -> Outcome:
    """Play the caller's part in the async world."""

    async def play() -> Outcome:
        events: list[Any] = []
        async with AsyncSmallestAI(KEY, base_url=url, timeout=5) as client:
            stream = client.waves.stt.stream(**conversation.options)
            try:
                async with stream:
                    for step in conversation.steps:
                        if "audio" in step:
                            await stream.send(audio_of(step["audio"]))
                        elif step.get("do") == "finalize":
                            await stream.finalize()
                        elif "do" in step:
                            await stream.close()
                        elif "event" in step:
                            events.append(await anext(stream))
                    events.extend([event async for event in stream])
            except SmallestError as error:
                return events, error, error.received.text
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return events, None, stream.text

    return asyncio.run(play())


both = pytest.mark.parametrize("play", [_blocking, _async], ids=["blocking", "async"])


@pytest.fixture(autouse=True)
def _no_thread_left() -> Any:
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_stt_session, "_FIRST_PAUSE", 0.001)
    monkeypatch.setattr(_stt_session, "_LONGEST_PAUSE", 0.001)


@both
@pytest.mark.parametrize("conversation", load(), ids=lambda each: each.name)
def test_conversation(play: Play, conversation: Conversation) -> None:
    """Every recorded conversation gives the same events and end in both worlds as in the core."""
    server = Server(conversation)
    with websocket_server(server) as url:
        events, error, text = play(url, conversation)
    assert_events(conversation.events, events)
    assert_error(conversation.error, error)
    assert server.faults == []
    if conversation.error is not None:
        assert text == conversation.error["text"]
    request = server.requests[0]
    assert request.headers["Authorization"] == f"Bearer {KEY}"
    assert request.path.startswith("/waves/v1/stt/live?model=pulse&language=")
    assert KEY not in request.path


Handler = Any


@contextmanager
def served(*handlers: Handler) -> Iterator[str]:
    """Serve each connection with the next of the handlers, the last one for all that follow."""
    left = list(handlers)

    def handler(connection: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            (left.pop(0) if len(left) > 1 else left[0])(connection)

    with websocket_server(handler) as url:
        yield url


def until_end(connection: ServerConnection, *, say: str = HELLO) -> None:
    """Say something at the first audio, and answer the end."""
    said = False
    while (frame := connection.recv()) != END:
        if isinstance(frame, bytes) and not said:
            connection.send(say)
            said = True
    connection.send(LAST)
    connection.close()


def test_feed_reads_beside_whoever_iterates() -> None:
    """A source is sent, the session is ended when it ends, and iterating ends by itself."""
    with (
        served(until_end) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.stt.stream() as stream,
    ):
        stream.feed(iter([audio_of(3200)] * 3))
        events = list(stream)
    assert [event.text for event in events if isinstance(event, Final)] == ["hello", ""]
    assert stream.transcript.duration == pytest.approx(0.3)
    assert stream.session_id == "s1"
    assert "hello" in stream.transcript.srt()


@pytest.mark.parametrize("is_async", [False, True])
def test_async_feed(is_async: bool) -> None:
    """The same on a loop, from a source that blocks and from one that does not."""

    async def blocks() -> Any:
        for _ in range(3):
            yield audio_of(3200)

    async def play(url: str) -> list[Any]:
        async with (
            AsyncSmallestAI(KEY, base_url=url) as client,
            client.waves.stt.stream() as stream,
        ):
            stream.feed(blocks() if is_async else iter([audio_of(3200)] * 3))
            return [event async for event in stream]

    with served(until_end) as url:
        events = asyncio.run(play(url))
    assert [event.text for event in events] == ["hello", ""]


def broken_source() -> Iterator[bytes]:
    """A source that fails after some audio."""
    yield audio_of(3200)
    raise RuntimeError("the line is dead")


def test_what_a_source_raises_comes_after_what_it_gave() -> None:
    """The audio of a source that fails is transcribed, then its exception is raised as it was."""

    async def play(url: str) -> list[str]:
        texts = []

        async def read() -> None:
            async with (
                AsyncSmallestAI(KEY, base_url=url) as client,
                client.waves.stt.stream() as stream,
            ):
                stream.feed(broken_source())
                async for event in stream:
                    texts.append(event.text)

        with pytest.raises(RuntimeError, match="the line is dead"):
            await read()
        return texts

    with served(until_end) as url:
        assert asyncio.run(play(url)) == ["hello", ""]
        texts = []

        def read() -> None:
            with SmallestAI(KEY, base_url=url) as client, client.waves.stt.stream() as stream:
                stream.feed(broken_source())
                texts.extend(event.text for event in stream)

        with pytest.raises(RuntimeError, match="the line is dead"):
            read()
        assert texts == ["hello", ""]


@pytest.mark.parametrize("refusal", ["error", "close"])
def test_what_ends_a_session_reaches_the_reader_of_a_fed_stream(refusal: str) -> None:
    """A source that is fed does not swallow the error of the session."""

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(HELLO)
        if refusal == "error":
            connection.send('{"type":"error","message":"the model is gone"}')
        connection.close(1008, "the model is gone")

    pace = threading.Event()

    def endless() -> Iterator[bytes]:
        while not pace.wait(0.001):  # a flood would keep the server from closing
            yield audio_of(640)

    def read(url: str) -> None:
        with SmallestAI(KEY, base_url=url) as client, client.waves.stt.stream() as stream:
            stream.feed(endless())
            list(stream)

    async def read_async(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            async with client.waves.stt.stream() as stream:
                stream.feed(endless())
                async for _ in stream:
                    pass

    with served(handler) as url:
        for play in (read, lambda url: asyncio.run(read_async(url))):
            with pytest.raises(StreamError, match="the model is gone") as caught:
                play(url)
            assert caught.value.received.text == "hello"


def test_a_stream_is_fed_once() -> None:
    """Two sources at once would be one on top of the other."""
    with (
        served(until_end) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.stt.stream() as stream,
    ):
        stream.feed([audio_of(640)])
        with pytest.raises(LocalProtocolError, match="already"):
            stream.feed([audio_of(640)])
        list(stream)


def test_an_answer_that_nobody_reads_yet_counts() -> None:
    """Who finalizes and looks at the answer much later finds it."""
    answered = threading.Event()

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        connection.recv()
        connection.send(HELLO)
        answered.set()
        until_end(connection)

    with (
        served(handler) as url,
        impatient(url, 0.5) as client,
        client.waves.stt.stream() as stream,
    ):
        stream.send(audio_of(640))
        stream.finalize()
        answered.wait(5)
        threading.Event().wait(0.8)  # more than an answer may take
        assert next(stream).text == "hello"  # type: ignore[union-attr]
        assert stream.reconnects == 0


def test_a_send_that_is_cancelled_leaves_no_gap() -> None:
    """What was not written yet goes out with what is sent next."""
    size = 32_000_000
    go, sizes = threading.Event(), []

    def handler(connection: ServerConnection) -> None:
        go.wait(5)
        while (frame := connection.recv()) != END:
            sizes.append(len(frame))
        connection.send(LAST)
        connection.close()

    async def play(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            async with client.waves.stt.stream() as stream:
                sending = asyncio.create_task(stream.send(bytes(size)))
                _, waiting = await asyncio.wait([sending], timeout=0.1)
                assert waiting  # nobody takes it
                sending.cancel()
                await asyncio.wait([sending])
                go.set()
                await stream.send(bytes(640))

    with served(handler) as url:
        asyncio.run(play(url))
    assert sum(sizes) == size + 640


def test_one_thread_may_send_all_and_read_afterwards() -> None:
    """A service with much to say is read while audio is sent: neither waits for the other."""
    long = INTERIM.replace("hel", "hel" * 2000)
    blocks = [bytes(16_000)] * 400

    def handler(connection: ServerConnection) -> None:
        while (frame := connection.recv()) != END:
            for _ in range(4 if isinstance(frame, bytes) else 0):
                connection.send(long)
        connection.send(LAST)
        connection.close()

    async def play(url: str) -> list[Any]:
        async with AsyncSmallestAI(KEY, base_url=url, timeout=20) as client:
            async with client.waves.stt.stream() as stream:
                await stream.send_all(blocks)
            return [event async for event in stream]

    with served(handler) as url:
        with (
            SmallestAI(KEY, base_url=url, timeout=20) as client,
            client.waves.stt.stream() as stream,
        ):
            stream.send_all(blocks)
            stream.close()
            both_worlds = [list(stream), asyncio.run(play(url))]
    for events in both_worlds:
        kinds = [type(event) for event in events]
        assert kinds == [Interim] * 1600 + [Final]


def test_a_sender_alone_gets_over_a_broken_connection() -> None:
    """Who only sends sees to the next connection too, and what came before the break is kept."""
    dropped = threading.Event()

    def first(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(HELLO)
        connection.recv()
        connection.ping().wait(5)  # what has not been read when a write fails is lost
        drop(connection)
        dropped.set()

    with (
        served(first, until_end) as url,
        SmallestAI(KEY, base_url=url) as client,
        client.waves.stt.stream() as stream,
    ):
        stream.send(audio_of(3200))
        stream.send(audio_of(3200))
        dropped.wait(5)
        while not stream.reconnects:
            stream.send(audio_of(320))
        stream.close()
        kinds = [type(event) for event in stream]
        assert kinds.count(Reconnected) == 1
        assert stream.text == "hello hello"


@both
def test_five_connections_may_fail_in_a_row(play: Play) -> None:
    """A service that drops every connection without a word is given up."""
    count = []

    def handler(connection: ServerConnection) -> None:
        count.append(connection)
        connection.recv()
        drop(connection)

    conversation = Conversation("gone", {}, [{"audio": 640}, {"event": "reconnected"}])
    with served(handler) as url:
        events, error, _ = play(url, conversation)
    assert isinstance(error, StreamClosedError)
    assert len(count) == 6
    assert {type(event) for event in events} == {Reconnected}


@both
def test_a_key_that_is_refused_on_the_way_is_told(play: Play) -> None:
    """A second connection that is refused ends the session with the reason."""
    refusals = []

    def refuse(connection: Any, request: Any) -> Any:
        refusals.append(request)
        if len(refusals) > 1:
            return connection.respond(401, '{"error":"unauthorized"}')
        return None

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        drop(connection)

    from websockets.sync.server import serve

    with serve(handler, "127.0.0.1", 0, compression=None, process_request=refuse) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            url = f"http://127.0.0.1:{server.socket.getsockname()[1]}"
            conversation = Conversation("refused", {}, [{"audio": 640}, {"event": "x"}])
            _, error, _ = play(url, conversation)
        finally:
            server.shutdown()
            thread.join()
    assert isinstance(error, AuthenticationError)


@both
@pytest.mark.parametrize("language", ["ja", "ta"])
def test_a_region_that_closes_without_a_word_is_named(play: Play, language: str) -> None:
    """The service closes silently where it does not serve a language: the error says where."""
    conversation = Conversation("silent", {"language": language}, [{"event": "x"}])
    with served(lambda connection: connection.close()) as url:
        _, error, _ = play(url, conversation)
    assert isinstance(error, StreamClosedError)
    region = "us" if language == "ja" else "india"
    assert f"region={region!r}" in str(error)


def test_a_language_of_another_region_is_refused_before_connecting() -> None:
    """Where the client's host is known not to serve a language nothing is sent."""
    for region, language in (
        ("india", "zh"),
        ("us", "ml"),
        ("us", "hi-dev"),
        ("india", "multi-asian"),
    ):
        with SmallestAI(KEY, region=region) as client:
            with pytest.raises(ArgumentError, match="region="):
                client.waves.stt.stream(language=language)
    with SmallestAI(KEY) as client:  # the general host chooses by itself
        client.waves.stt.stream(language="zh")


@both
def test_a_refused_upgrade_has_its_reason(play: Play) -> None:
    """An HTTP refusal instead of the socket is the error that its status means."""
    body = b'{"error":"Pulse Pro has no streaming transport.","request_id":"r1"}'
    reply = answer(body, "application/json", status="400 Bad Request")
    with http_server(reply) as (url, _):
        with SmallestAI(KEY, base_url=url) as client:
            with pytest.raises(BadRequestError, match="no streaming transport"):
                client.waves.stt.stream().open()


def impatient(url: str, between: float = 0.2) -> SmallestAI:
    """A client that does not wait long."""
    return SmallestAI(KEY, base_url=url, timeout=Timeout(between=between))


def test_a_service_that_does_not_answer_the_end() -> None:
    """Closing waits for the last final, but not for ever; what came is on the error."""

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        connection.send(HELLO)
        while True:
            connection.recv()

    async def play(url: str) -> Any:
        timeout = Timeout(between=0.2)
        async with AsyncSmallestAI(KEY, base_url=url, timeout=timeout) as client:
            stream = client.waves.stt.stream()
            await stream.send(audio_of(640))
            assert (await anext(stream)).text == "hello"
            with pytest.raises(APITimeoutError) as caught:
                await stream.close()
        return caught.value

    with served(handler) as url:
        with impatient(url) as client:
            stream = client.waves.stt.stream()
            stream.send(audio_of(640))
            assert next(stream).text == "hello"  # type: ignore[union-attr]
            with pytest.raises(APITimeoutError) as caught:
                stream.close()
        errors = [caught.value, asyncio.run(play(url))]
    for error in errors:
        assert error.timeout == "between"
        assert error.received.text == "hello"


def test_a_service_that_takes_no_audio(monkeypatch: pytest.MonkeyPatch) -> None:
    """A send that stalls ends: the connection counts as gone, and so do those that follow."""
    monkeypatch.setattr(_stt_session, "_MOST_FAILURES", 0)
    done = threading.Event()

    def handler(connection: ServerConnection) -> None:
        done.wait(10)

    async def play(url: str) -> None:
        timeout = Timeout(between=0.2)
        async with AsyncSmallestAI(KEY, base_url=url, timeout=timeout) as client:
            stream = client.waves.stt.stream(buffer_seconds=1)
            with pytest.raises(APITimeoutError, match=r"took no audio|answered no ping"):
                await stream.send_all([bytes(1_000_000)] * 10_000)

    with served(handler) as url:
        try:
            asyncio.run(play(url))
            with impatient(url) as client:
                stream = client.waves.stt.stream(buffer_seconds=1)
                with pytest.raises(APITimeoutError, match=r"took no audio|answered no ping"):
                    stream.send_all([bytes(1_000_000)] * 10_000)
                stream.close(wait=False)
        finally:
            done.set()


def test_a_service_that_answers_no_ping(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that has gone dead without a word is found out while nobody speaks."""
    monkeypatch.setattr(_stt_session, "_MOST_FAILURES", 0)
    done = threading.Event()

    def handler(connection: ServerConnection) -> None:
        connection.protocol.receive_data = lambda data: None  # type: ignore[method-assign]
        done.wait(10)

    async def play(url: str) -> None:
        timeout = Timeout(between=0.2)
        async with AsyncSmallestAI(KEY, base_url=url, timeout=timeout) as client:
            stream = client.waves.stt.stream()
            with pytest.raises(APITimeoutError, match="answered no ping"):
                async for _ in stream:
                    pass

    with served(handler) as url:
        try:
            asyncio.run(play(url))
            with impatient(url) as client:
                with pytest.raises(APITimeoutError, match="answered no ping"):
                    list(client.waves.stt.stream())
        finally:
            done.set()


def test_a_close_that_nobody_reads_yet_keeps_its_reason() -> None:
    """Who looks later learns why the service closed, not that it answers no ping."""

    def handler(connection: ServerConnection) -> None:
        connection.recv()
        connection.close(1008, "policy")

    with served(handler) as url, impatient(url, 0.5) as client:
        stream = client.waves.stt.stream()
        stream.send(audio_of(640))
        threading.Event().wait(0.8)  # more than a ping may take
        with pytest.raises(StreamClosedError, match="policy"):
            next(stream)
        stream.close()


def test_silence_is_no_fault() -> None:
    """While pings are answered nobody need speak."""
    quiet = threading.Event()

    def handler(connection: ServerConnection) -> None:
        quiet.wait(10)
        connection.send(HELLO)
        until_end(connection)

    with (
        served(handler) as url,
        impatient(url, 0.5) as client,
        client.waves.stt.stream() as stream,
    ):
        threading.Timer(0.8, quiet.set).start()  # more than any answer may take
        assert next(stream).text == "hello"  # type: ignore[union-attr]
        assert stream.reconnects == 0


def test_close_from_another_thread_wakes_the_reader() -> None:
    """Whoever iterates sees the end, with all that came before it."""
    reading = threading.Event()
    with served(until_end) as url, SmallestAI(KEY, base_url=url) as client:
        stream = client.waves.stt.stream()
        stream.send(audio_of(640))
        seen: list[Any] = []

        def read() -> None:
            for event in stream:
                seen.append(event)
                reading.set()

        reader = threading.Thread(target=read)
        reader.start()
        reading.wait(5)
        stream.close()
        reader.join(5)
    assert [event.text for event in seen] == ["hello", ""]


def test_close_without_waiting_drops_the_connection() -> None:
    """A reader in another thread or task sees the end at once, and no error."""

    def handler(connection: ServerConnection) -> None:
        while True:
            connection.recv()

    async def play(url: str) -> list[Any]:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            stream = client.waves.stt.stream()
            await stream.send(audio_of(640))

            async def read() -> list[Any]:
                return [event async for event in stream]

            reader = asyncio.create_task(read())
            await asyncio.sleep(0)
            await stream.close(wait=False)
            return await reader

    with served(handler) as url:
        assert asyncio.run(play(url)) == []
        with SmallestAI(KEY, base_url=url) as client:
            stream = client.waves.stt.stream()
            stream.send(audio_of(640))
            seen: list[Any] = []
            reader = threading.Thread(target=lambda: seen.extend(stream))
            reader.start()
            stream.close(wait=False)
            reader.join(5)
            assert not reader.is_alive()
            assert seen == []


def test_closed_streams() -> None:
    """A closed stream takes nothing more; closing twice does nothing; unopened ones close too."""
    with served(until_end) as url, SmallestAI(KEY, base_url=url) as client:
        stream = client.waves.stt.stream()
        stream.close()
        with pytest.raises(LocalProtocolError, match="closed"):
            stream.send(b"ab")
        assert list(stream) == []
        with client.waves.stt.stream() as second:
            second.send(audio_of(640))
        second.close()
        with pytest.raises(LocalProtocolError, match="is over"):
            second.send(b"ab")
        with pytest.raises(ArgumentError, match="must be bytes"):
            client.waves.stt.stream().send("text")  # type: ignore[arg-type]


def test_a_reader_that_is_cancelled_loses_nothing() -> None:
    """After a cancelled wait the next one has the event."""
    said = threading.Event()

    def handler(connection: ServerConnection) -> None:
        said.wait(5)
        connection.send(HELLO)
        until_end(connection)

    async def play(url: str) -> str:
        async with (
            AsyncSmallestAI(KEY, base_url=url) as client,
            client.waves.stt.stream() as stream,
        ):
            waiting = asyncio.create_task(anext(stream))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.wait([waiting])
            said.set()
            event = await anext(stream)
            assert isinstance(event, Final)
            return event.text

    with served(handler) as url:
        assert asyncio.run(play(url)) == "hello"


def test_a_stream_that_nobody_closed_says_so() -> None:
    """It lets go of its connection and warns."""
    with served(until_end) as url, SmallestAI(KEY, base_url=url) as client:
        stream = client.waves.stt.stream()
        stream.send(audio_of(640))
        assert isinstance(next(stream), Final)
        with pytest.warns(ResourceWarning, match="never closed"):
            del stream
            gc.collect()


def test_no_key_in_what_a_person_sees() -> None:
    """Neither the repr nor the request shows the key."""
    with SmallestAI(KEY) as client:
        stream = client.waves.stt.stream()
        assert KEY not in repr(stream) + repr(vars(stream))
        assert repr(stream) == "<TranscriptionStream new, 0.00 s of audio>"


def test_a_microphone_fits_the_stream() -> None:
    """Its rate is the stream's, and other encodings are refused."""
    with SmallestAI(KEY) as client:
        assert client.waves.stt.stream(sample_rate=48000).microphone().sample_rate == 48000
        with pytest.raises(ArgumentError, match="linear16"):
            client.waves.stt.stream(encoding="mulaw").microphone()
