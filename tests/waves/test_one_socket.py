"""The socket behind a connection: who may have it, what keeps it alive, where it ends."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai._config import Config
from smallestai.errors import APIConnectionError, LocalProtocolError, StreamClosedError
from smallestai.waves import _one_socket
from smallestai.waves._one_socket import AsyncOneSocket, OneSocket
from smallestai.waves.connection import async_socket_stream, socket_stream
from waves.speaker import (
    COMPLETE,
    KEY,
    UNASKED,
    Clock,
    audio_of,
    begin,
    both,
    chunk_of,
    done,
    first,
    hang_up,
    heard,
    speaking,
    using,
)

if TYPE_CHECKING:
    from websockets.sync.server import ServerConnection

Kind = type[SmallestAI] | type[AsyncSmallestAI]


class Line:
    """A socket of either world and its streams."""

    def __init__(self, kind: Kind, url: str, ping_seconds: float = 20) -> None:
        is_async = kind is AsyncSmallestAI
        self.socket: Any = (AsyncOneSocket if is_async else OneSocket)(ping_seconds)
        self._stream: Any = async_socket_stream if is_async else socket_stream
        self._config = Config(KEY, url)

    def stream(self, text: str, **options: Any) -> Any:
        """Return the stream of a text."""
        return self._stream(self.socket, self._config, text, None, options)

    async def close(self) -> None:
        """Close the socket."""
        await done(self.socket.close())


@both
async def test_utterances_follow_one_another(kind: Kind) -> None:
    """All of them over the socket that the first one opens."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        for text in ("one", "two", "three"):
            assert await heard(line, text) == audio_of(text)
        await line.close()
    assert speaker.asked == [(0, "one"), (0, "two"), (0, "three")]


@both
async def test_one_utterance_at_a_time(kind: Kind) -> None:
    """Whoever comes in between is told what to do, and does no harm."""
    with speaking(one_0=begin) as speaker:
        line = Line(kind, speaker.url)
        async with using(line.stream("one")) as stream:
            assert await first(stream) == audio_of("one")
            with pytest.raises(LocalProtocolError, match="under way") as caught:
                await heard(line, "two")
            assert "second connection" in str(caught.value.hint)
            speaker.sockets[0].send(chunk_of("more"))
            speaker.sockets[0].send(COMPLETE)
            assert (await done(stream.read())).data == audio_of("onemore")
        assert await heard(line, "three") == audio_of("three")
        await line.close()
    assert speaker.asked == [(0, "one"), (0, "three")]


@both
async def test_pings_keep_an_idle_socket_alive(kind: Kind) -> None:
    """They go on as long as nothing else does, and their answers disturb nobody."""
    with speaking() as speaker:
        line = Line(kind, speaker.url, ping_seconds=0.001)
        await heard(line, "one")
        await speaker.until(lambda: len(speaker.pings) >= 100)
        assert await heard(line, "two") == audio_of("two")
        count = len(speaker.pings)
        await speaker.until(lambda: len(speaker.pings) > count)
        await line.close()
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
async def test_a_socket_that_was_not_pinged_in_time_is_opened_again(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that stood still may find the service's farewell where its audio should be."""
    clock = Clock(monkeypatch)
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        await heard(line, "one")
        clock.now += 44
        await heard(line, "two")
        clock.now += 46
        speaker.sockets[0].send(UNASKED[2])  # on an event loop, it is not read before the next line
        assert await heard(line, "three") == audio_of("three")
        await line.close()
    assert speaker.asked == [(0, "one"), (0, "two"), (1, "three")]


@both
async def test_a_ping_makes_the_time_run_anew(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket that is pinged stays good for ever."""
    clock = Clock(monkeypatch)
    with speaking() as speaker:
        line = Line(kind, speaker.url, ping_seconds=0.005)
        await heard(line, "one")
        for _ in range(3):
            clock.now += 40
            count = len(speaker.pings)
            await speaker.until(lambda count=count: len(speaker.pings) > count + 1)
        await heard(line, "two")
        await line.close()
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
async def test_nothing_is_sent_before_the_first_utterance_or_during_one(kind: Kind) -> None:
    """A ping is for a socket that is idle."""
    heard_meanwhile = []

    def listen(connection: ServerConnection, message: dict[str, Any]) -> None:
        begin(connection, message)
        try:
            heard_meanwhile.append(connection.recv(0.05))
        except TimeoutError:
            connection.send(COMPLETE)

    with speaking(one_0=listen, two_0=listen) as speaker:
        line = Line(kind, speaker.url, ping_seconds=0.005)
        for text in ("one", "two"):
            async with using(line.stream(text)) as stream:
                assert await first(stream) == audio_of(text)
                assert (await done(stream.read())).data == audio_of(text)
            await speaker.until(lambda: bool(speaker.pings))
        await line.close()
    assert heard_meanwhile == []


@both
async def test_one_pinger_is_enough(kind: Kind) -> None:
    """Utterances do not add up to threads or tasks, and `close` leaves none of them."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        tasks, threads = asyncio.all_tasks(), set(threading.enumerate())
        for text in ("one", "two", "three"):
            await heard(line, text)
        new = [each.name for each in set(threading.enumerate()) - threads]
        pingers = new.count("smallestai-ping") + len(asyncio.all_tasks() - tasks)
        assert pingers == 1
        await line.close()
        assert asyncio.all_tasks() == tasks
        assert "smallestai-ping" not in {each.name for each in threading.enumerate()}


@both
async def test_a_socket_that_was_closed_while_idle_is_opened_again(kind: Kind) -> None:
    """Pings into the void do no harm, and the next utterance does not notice."""
    with speaking() as speaker:
        line = Line(kind, speaker.url, ping_seconds=0.001)
        await heard(line, "one")
        await speaker.until(lambda: len(speaker.pings) > 100)
        await speaker.close(0)
        assert speaker.sockets[0].close_code == 1000  # it was listened to
        assert await heard(line, "two") == audio_of("two")
        await speaker.until(lambda: 1 in speaker.pings)
        await line.close()
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
@pytest.mark.parametrize("frame", UNASKED)
async def test_what_comes_unasked_makes_it_useless(kind: Kind, frame: str) -> None:
    """It would be taken for a part of the next utterance, which opens another socket."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        await heard(line, "one")
        await speaker.send(0, frame)
        assert await heard(line, "two") == audio_of("two")
        await speaker.until(lambda: speaker.ended == [0])
        await line.close()
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_a_socket_that_dies_before_it_speaks_is_opened_again(kind: Kind) -> None:
    """The text is asked for again, once."""
    with speaking(two_0=hang_up, three_1=hang_up, three_2=hang_up) as speaker:
        line = Line(kind, speaker.url)
        await heard(line, "one")
        assert await heard(line, "two") == audio_of("two")
        with pytest.raises(StreamClosedError):
            await heard(line, "three")
        assert await heard(line, "four") == audio_of("four")
        await line.close()
    texts = [(0, "one"), (0, "two"), (1, "two"), (1, "three"), (2, "three"), (3, "four")]
    assert speaker.asked == texts


@both
async def test_a_socket_is_opened_again_for_other_headers(kind: Kind) -> None:
    """Some of what is asked for goes with the handshake."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        await heard(line, "one")
        await heard(line, "two", expire_content=True)
        await heard(line, "three", expire_content=True)
        await line.close()
        headers = [speaker.headers(number).get("x-expire-content") for number in range(2)]
    assert headers == [None, "true"]
    assert speaker.asked == [(0, "one"), (1, "two"), (1, "three")]


@both
async def test_a_failed_handshake_leaves_it_free(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next utterance tries again."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        with monkeypatch.context() as patch:
            for name in ("connect", "connect_async"):
                patch.setattr(_one_socket, name, _refuse)
            for _ in range(2):
                with pytest.raises(APIConnectionError):
                    await heard(line, "one")
        assert await heard(line, "two") == audio_of("two")
        await line.close()
    assert speaker.asked == [(0, "two")]


def _refuse(*_arguments: object) -> Any:
    raise APIConnectionError("no")


@both
async def test_a_stream_closed_early_leaves_it_free(kind: Kind) -> None:
    """The rest of the audio goes with the old socket."""
    with speaking(one_0=begin) as speaker:
        line = Line(kind, speaker.url)
        async with using(line.stream("one")) as stream:
            assert await first(stream) == audio_of("one")
        await speaker.until(lambda: speaker.ended == [0])
        assert await heard(line, "two") == audio_of("two")
        await line.close()
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_a_forgotten_stream_leaves_it_free(kind: Kind) -> None:
    """Nobody can close the stream any more; its socket is dropped."""
    with speaking(one_0=begin) as speaker:
        line = Line(kind, speaker.url)
        stream = line.stream("one")
        await first(stream)
        with pytest.warns(ResourceWarning, match="never closed"):
            del stream
            gc.collect()
        await speaker.until(lambda: speaker.ended == [0])
        assert await heard(line, "two") == audio_of("two")
        await line.close()


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_stream_forgotten_on_a_closed_loop_only_warns() -> None:
    """Nothing can be closed there any more; that is no error of its own."""

    async def play(line: Line) -> list[Any]:
        stream = line.stream("one")
        await first(stream)
        return [stream]

    with speaking(one_0=begin) as speaker:
        kept = asyncio.run(play(Line(AsyncSmallestAI, speaker.url)))
        with pytest.warns(ResourceWarning, match="never closed"):
            kept.clear()
            gc.collect()
        gc.collect()  # asyncio warns of the socket then


@both
async def test_nothing_is_spoken_after_close(kind: Kind) -> None:
    """The socket is gone, whoever asks is told, and a second `close` does nothing."""
    with speaking() as speaker:
        line = Line(kind, speaker.url)
        await heard(line, "one")
        await line.close()
        await speaker.until(lambda: speaker.ended == [0])
        await line.close()
        with pytest.raises(LocalProtocolError, match="closed"):
            await heard(line, "two")
    assert speaker.asked == [(0, "one")]


@both
async def test_close_lets_an_utterance_finish(kind: Kind) -> None:
    """Its socket is closed at its end."""
    with speaking(one_0=begin) as speaker:
        line = Line(kind, speaker.url)
        async with using(line.stream("one")) as stream:
            assert await first(stream) == audio_of("one")
            await line.close()
            assert speaker.ended == []
            speaker.sockets[0].send(COMPLETE)
            assert (await done(stream.read())).data == audio_of("one")
        await speaker.until(lambda: speaker.ended == [0])


@both
async def test_a_stream_closed_while_it_connects_leaves_nothing(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The socket that comes too late is closed, nothing is asked for on it, the next one works."""
    opened, go = threading.Event(), threading.Event()
    connect, connect_async = _one_socket.connect, _one_socket.connect_async

    def slowly(*arguments: Any) -> Any:
        socket = connect(*arguments)
        opened.set()
        assert go.wait(5)
        return socket

    async def slowly_async(*arguments: Any) -> Any:
        socket = await connect_async(*arguments)
        opened.set()
        await asyncio.to_thread(go.wait, 5)
        return socket

    with speaking() as speaker:
        line = Line(kind, speaker.url)
        with monkeypatch.context() as patch:
            patch.setattr(_one_socket, "connect", slowly)
            patch.setattr(_one_socket, "connect_async", slowly_async)
            stream = line.stream("one")
            reading = asyncio.create_task(_read(stream))
            await asyncio.to_thread(opened.wait, 5)
            await done(stream.close())
            go.set()
            assert await reading == []
        await speaker.until(lambda: speaker.ended == [0])
        assert await heard(line, "two") == audio_of("two")
        await line.close()
    assert speaker.asked == [(1, "two")]


async def _read(stream: Any) -> list[bytes]:
    if hasattr(stream, "__anext__"):
        return [chunk async for chunk in stream]
    return await asyncio.to_thread(list, stream)


def test_close_does_not_wait_for_a_handshake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that takes its time holds up one thread, not those who close or are told to wait."""
    started, go = threading.Event(), threading.Event()
    connect = _one_socket.connect

    def slowly(*arguments: Any) -> Any:
        started.set()
        assert go.wait(5)
        return connect(*arguments)

    monkeypatch.setattr(_one_socket, "connect", slowly)
    with speaking() as speaker:
        line = Line(SmallestAI, speaker.url)
        audio: list[bytes] = []
        reader = threading.Thread(target=lambda: audio.extend(line.stream("one")))
        reader.start()
        assert started.wait(5)
        with pytest.raises(LocalProtocolError, match="under way"):
            line.stream("two").read()
        line.socket.close()
        assert audio == []
        go.set()
        reader.join()
        assert audio == [audio_of("one")]
        asyncio.run(speaker.until(lambda: speaker.ended == [0]))


def test_a_cancelled_utterance_leaves_it_free() -> None:
    """Cancelling the wait for a handshake counts as never having asked."""

    async def play(line: Line) -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(line.stream("one")), 0)
        assert await heard(line, "two") == audio_of("two")
        await line.close()

    with speaking() as speaker:
        asyncio.run(play(Line(AsyncSmallestAI, speaker.url)))
    assert [text for _, text in speaker.asked] == ["two"]
