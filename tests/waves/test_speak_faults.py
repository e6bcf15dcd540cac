"""Tokens spoken over connections that break, fall silent or are closed under the reader's hands."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    RateLimitError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
)
from smallestai.protocol.events import PieceEnded
from smallestai.waves import _feeds, _narrator
from waves.reader import (
    AUDIO,
    FIRST,
    REST,
    TEXT,
    TOKENS,
    WAYS,
    Silence,
    Way,
    both,
    client_of,
    collect,
    each,
    each_reply,
    each_socket,
    each_way,
    following,
    reading,
    spoken,
    until,
)
from waves.speaker import ERROR, audio_of, done, first, using

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

Kind = type[SmallestAI] | type[AsyncSmallestAI]

SOCKET, HTTP = WAYS[0], WAYS[-1]
FRAMES = 5 * 4  # three of audio and `complete` for each piece


@pytest.fixture(autouse=True)
def _no_long_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_narrator, "_FIRST_PAUSE", 0.001)


def assert_asked_once(asked: list[tuple[int, str]], pieces: list[str]) -> None:
    """Each connection was asked for what was not complete, in order, from the oldest on."""
    for number in {number for number, _ in asked}:
        texts = [text for at, text in asked if at == number]
        start = pieces.index(texts[0])
        assert texts == pieces[start : start + len(texts)]


# -- connections that break


@both
@each_socket
async def test_a_cut_at_any_frame_is_not_heard(kind: Kind, way: Way) -> None:
    """The audio equals the uncut audio sample for sample; no complete piece is asked for again."""
    for place in range(FRAMES + 1):
        with reading(way, breaks=[place]) as reader:
            async with using(client_of(kind, reader)) as client:
                stream = client.waves.tts.speak(TOKENS, **way.options)
                async with using(stream):
                    assert (await done(stream.read())).data == AUDIO
        assert reader.connections == (1 if place == FRAMES else 2)
        assert stream.metrics.reconnects <= 1
        again = [text for number, text in reader.asked if number == 1]
        assert again == [FIRST, *REST][place // 4 :]


@both
@each_reply
async def test_a_cut_anywhere_in_a_body_is_not_heard(kind: Kind, way: Way) -> None:
    """So it is where each piece has a body of its own: only the one that broke is asked for."""
    place, is_cut = 0, True
    while is_cut:
        with reading(way, breaks=[place], size=67) as reader:
            async with using(client_of(kind, reader)) as client:
                assert await spoken(client, way) == AUDIO
        place, is_cut = place + 1, not reader.breaks
        assert len(reader.texts) == 5 + is_cut
        assert [text for text, _ in groupby(reader.texts)] == [FIRST, *REST]
    assert place > 20


@both
@each_way
async def test_cuts_one_after_another_are_not_heard(kind: Kind, way: Way) -> None:
    """Also when the next connections break, as long as samples come in between."""
    breaks = [3, 2, 5, 3, 3, 6, 3]
    with reading(way, breaks=breaks, size=67) as reader:
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, way) == AUDIO
    assert len(reader.texts) > 5
    assert not reader.breaks
    assert_asked_once(reader.asked, [FIRST, *REST])


@both
@each_way
async def test_connections_that_go_on_breaking(kind: Kind, way: Way) -> None:
    """After as many failures as are allowed the last one is raised, with the audio so far."""
    audio: list[bytes] = []
    with reading(way, breaks=[2, *[0] * 99]) as reader:
        async with using(client_of(kind, reader)) as client:
            with pytest.raises(SmallestError) as caught:
                await collect(client.waves.tts.speak(TOKENS, **way.options), audio)
    expected = StreamClosedError if way.is_socket else APIConnectionError
    assert type(caught.value) is expected
    assert caught.value.audio == b"".join(audio) != b""
    assert AUDIO.startswith(b"".join(audio))
    assert reader.connections == 5


@both
@each_way
async def test_a_server_that_refuses_new_connections(kind: Kind, way: Way) -> None:
    """When it may recover it is asked again, as often as is allowed; then its error is raised."""
    audio: list[bytes] = []
    with reading(way, breaks=[2], refused=dict.fromkeys(range(1, 99), 503)) as reader:
        async with using(client_of(kind, reader)) as client:
            with pytest.raises(APIError) as caught:
                await collect(client.waves.tts.speak(TOKENS, **way.options), audio)
    assert caught.value.status == 503
    assert caught.value.audio == b"".join(audio) != b""
    assert reader.connections == 5


@both
@each_way
async def test_a_server_that_refuses_the_key(kind: Kind, way: Way) -> None:
    """That is raised at once, with the audio so far."""
    audio: list[bytes] = []
    with reading(way, breaks=[2], refused={1: 401}) as reader:
        async with using(client_of(kind, reader)) as client:
            with pytest.raises(AuthenticationError) as caught:
                await collect(client.waves.tts.speak(TOKENS, **way.options), audio)
    assert caught.value.audio == b"".join(audio) != b""
    assert reader.connections == 2


@both
@pytest.mark.parametrize("way", [SOCKET, HTTP], ids=lambda way: way.name)
@pytest.mark.parametrize("seconds", [0.2, 61])
async def test_a_service_that_says_when_to_come_back(kind: Kind, way: Way, seconds: float) -> None:
    """It is asked again after that time, unless that is more than a minute."""
    audio: list[bytes] = []
    refusal = f'{{"retry_after":{seconds}}}'
    with reading(way, breaks=[2], refused={1: 429}, refusal=refusal) as reader:
        async with using(client_of(kind, reader)) as client:
            stream, began = client.waves.tts.speak(TOKENS, **way.options), time.monotonic()
            if seconds < 60:
                await collect(stream, audio)
                assert time.monotonic() - began > seconds
                assert b"".join(audio) == AUDIO
                assert stream.metrics.reconnects == 2
            else:
                with pytest.raises(RateLimitError) as caught:
                    await collect(stream, audio)
                assert caught.value.audio == b"".join(audio) != b""
    assert reader.connections >= 2


@both
@each_reply
async def test_a_service_that_says_so_at_once(kind: Kind, way: Way) -> None:
    """Also the first time it is asked, when another connection would be tried without a pause."""
    with reading(way, refused={0: 429}, refusal='{"retry_after":0.2}') as reader:
        async with using(client_of(kind, reader)) as client:
            began = time.monotonic()
            assert await spoken(client, way) == AUDIO
            assert time.monotonic() - began > 0.2


@both
@each_way
async def test_a_cut_is_raised_where_that_is_wanted(kind: Kind, way: Way) -> None:
    """With `on_disconnect="raise"` the first failure is raised, with the audio so far."""
    audio: list[bytes] = []
    with reading(way, breaks=[2]) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS, on_disconnect="raise", **way.options)
            with pytest.raises(SmallestError) as caught:
                await collect(stream, audio)
            assert await spoken(client, way) == AUDIO
    assert type(caught.value) is (StreamClosedError if way.is_socket else APIConnectionError)
    assert caught.value.audio == b"".join(audio) != b""


@both
@each_way
async def test_the_failure_of_the_source_counts_more(kind: Kind, way: Way) -> None:
    """When both fail, the exception of the source is raised."""
    failure = ZeroDivisionError()

    def broken() -> Iterator[str]:
        yield FIRST + REST[0][:9]
        raise failure

    def wait(_number: int) -> None:
        assert failed.wait(5)

    failed = threading.Event()
    with reading(way, breaks=[2], refused={1: 401}, before=wait) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(broken(), **way.options)
            async with using(stream):
                reading_on = asyncio.create_task(following(stream))
                await reader.until(lambda: bool(reader.asked))
                await until(lambda: stream._link._fault is failure)
                failed.set()
                await reading_on
                with pytest.raises(ZeroDivisionError) as caught:
                    await done(stream.read())
    assert caught.value is failure


# -- sockets that are closed while nothing is said

NOTICE = '{"status":"error","message":"Connection timed out after 60 seconds of inactivity"}'


@both
@each_socket
@pytest.mark.parametrize("options", [{}, {"on_disconnect": "raise"}], ids=["resume", "raise"])
@pytest.mark.parametrize("notice", [True, False], ids=["notice", "close"])
async def test_an_idle_socket_that_was_closed_is_replaced(
    kind: Kind, way: Way, options: dict[str, Any], notice: bool
) -> None:
    """While the source thinks nothing is lost, so nothing is raised, nor asked for again."""
    go_on = threading.Event()

    def tokens() -> Iterator[str]:
        yield FIRST + REST[0] + REST[1][:9]
        assert go_on.wait(5)
        yield TEXT[len(FIRST + REST[0]) + 9 :]

    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(tokens(), **way.options, **options)
            async with using(stream):
                events = []
                while not (events and events[-1] == PieceEnded(1)):
                    events.append(await following(stream.events()))
                if notice:
                    reader.sockets[0].send(NOTICE)
                await asyncio.to_thread(reader.sockets[0].close)
                go_on.set()
                assert (await done(stream.read())).data == AUDIO
    assert [number for number, _ in reader.asked] == [0, 0, 1, 1, 1]


@both
@each_socket
async def test_a_kept_socket_that_had_gone_is_replaced(kind: Kind, way: Way) -> None:
    """It dies when it is asked for the next text; nothing was lost, so nothing is raised."""
    with reading(way, breaks=[FRAMES]) as reader:
        async with using(client_of(kind, reader)) as client:
            for _ in range(2):
                assert await spoken(client, way, on_disconnect="raise") == AUDIO
    numbers = [number for number, _ in reader.asked]
    assert numbers == sorted(numbers)
    assert [numbers.count(1), numbers[:5]] == [5, [0] * 5]


@both
async def test_a_socket_is_kept_alive_while_the_source_thinks(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is pinged now and then, and the answers are no speech."""
    monkeypatch.setattr(_feeds, "PING_SECONDS", 0.02)

    def tokens() -> Iterator[str]:
        yield FIRST
        reader.wait(lambda: len(reader.pings) > 2)
        yield "".join(REST)

    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, SOCKET, tokens()) == AUDIO
    assert set(reader.pings) == {0}


@both
async def test_a_service_that_closes_after_each_answer(kind: Kind) -> None:
    """Each piece then takes a socket of its own, and that is no failure.

    A piece that crosses the close on its way is asked for again.
    """
    way = WAYS[2]
    with reading(way) as reader:
        reader.after = lambda connection: connection.close()
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, way, on_disconnect="raise") == AUDIO
    assert list(dict.fromkeys(reader.texts)) == [FIRST, *REST]


# -- a service that fails


@both
@each_socket
@pytest.mark.parametrize("frame", [ERROR, "<html>"], ids=["error", "no frame"])
async def test_what_the_service_reports_is_raised(kind: Kind, way: Way, frame: str) -> None:
    """At once and once, with the audio so far; the next utterance works."""
    audio: list[bytes] = []
    with reading(way) as reader:
        reader.frames = {REST[1]: [frame]}
        async with using(client_of(kind, reader)) as client:
            with pytest.raises(StreamError if frame == ERROR else RemoteProtocolError) as caught:
                await collect(client.waves.tts.speak(TOKENS, **way.options), audio)
            assert caught.value.audio == b"".join(audio) == audio_of(FIRST + REST[0])
            reader.frames = {}
            assert await spoken(client, way) == AUDIO
    assert reader.connections == 2


@both
@each_way
@pytest.mark.parametrize(("place", "name"), [(0, "first"), (2, "between")])
async def test_a_service_that_falls_silent(kind: Kind, way: Way, place: int, name: str) -> None:
    """It is waited for as long as the timeout says, once; what had come is on the error."""
    audio: list[bytes] = []
    frames = iter(range(99))

    def fall_silent(_number: int) -> None:
        if next(frames) >= place:
            raise Silence

    timeout = Timeout(**{"first": 5, "between": 5, name: 0.06})
    with reading(way, before=fall_silent) as reader:
        async with using(client_of(kind, reader, timeout=timeout)) as client:
            began = time.monotonic()
            with pytest.raises(APITimeoutError) as caught:
                await collect(client.waves.tts.speak(TOKENS, **way.options), audio)
            assert time.monotonic() - began < 2
    assert caught.value.audio == b"".join(audio)
    assert bool(audio) is bool(place)
    assert reader.connections == 1


@both
@each_way
async def test_a_new_connection_has_its_own_time(kind: Kind, way: Way) -> None:
    """Its first frame may take as long as that of the first connection."""
    pauses = {1: 0.4}

    def begin_late(number: int) -> None:
        time.sleep(pauses.pop(number, 0))

    timeout = Timeout(first=5, between=0.3)
    with reading(way, breaks=[2], before=begin_late) as reader:
        async with using(client_of(kind, reader, timeout=timeout)) as client:
            assert await spoken(client, way) == AUDIO
    assert pauses == {}


# -- a reader who has heard enough


def _falls_silent_after(frames: int, wanted: threading.Event | None = None) -> Any:
    """Speak so many frames on the first connection, and the rest of it never."""
    left = iter(range(frames))

    def fall_silent(number: int) -> None:
        if number == 0 and next(left, None) is None:
            raise Silence

    return fall_silent


@both
@each_way
@pytest.mark.parametrize("end", ["close", "cancel"])
@pytest.mark.parametrize("wait", ["for audio", "for the source"])
async def test_nothing_comes_after_the_close(kind: Kind, way: Way, wait: str, end: str) -> None:
    """From another thread or task: who waits sees the end, and the next utterance is whole."""
    go_on = threading.Event()

    def tokens() -> Iterator[str]:
        yield FIRST + REST[0] + REST[1][:9]
        if wait == "for the source":
            assert go_on.wait(5)
        yield TEXT[len(FIRST + REST[0]) + 9 :]

    chunk = 1 if way.is_socket else 2  # its frames, with the head of a reply
    frames = chunk if wait == "for audio" else 99
    with reading(way, before=_falls_silent_after(frames)) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(tokens(), **way.options)
            audio: list[bytes] = []
            listening = asyncio.create_task(collect(stream, audio))
            due = 1 if wait == "for audio" else len(audio_of(FIRST + REST[0]))
            await until(lambda: len(b"".join(audio)) >= due)
            await done(getattr(stream, end)())
            heard = b"".join(audio)
            go_on.set()
            await asyncio.wait_for(listening, 5)
            assert AUDIO.startswith(heard)
            assert b"".join(audio) == heard
            assert await spoken(client, way) == AUDIO
            if way.name == "context":
                await reader.until(lambda: 0 in reader.ended)
                name = reader.messages[0]["context_id"]
                told = [{"cancel_request": True}, {"context_close": True}]
                of_first = [each for each in reader.messages if each["context_id"] == name]
                assert of_first[-2:] == [{"context_id": name, **each} for each in told]


@both
@each_way
async def test_what_was_ready_is_not_given_out_after_the_close(kind: Kind, way: Way) -> None:
    """All has come from the service, one chunk has been taken: no other one follows."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(TOKENS, **way.options)) as stream:
                assert await following(stream)
                await reader.until(lambda: len(reader.asked) >= (3 if way.name == "context" else 1))
                await done(stream.close())
                assert [chunk async for chunk in each(stream)] == []
            assert await spoken(client, way) == AUDIO
            assert await spoken(client, way) == AUDIO


@each_way
def test_a_reader_that_is_cancelled(way: Way) -> None:
    """The task that reads is cancelled: what it has entered is left, and nothing remains."""

    async def play(reader: Any) -> None:
        async with client_of(AsyncSmallestAI, reader) as client:
            audio: list[bytes] = []
            listening = asyncio.create_task(
                collect(client.waves.tts.speak(TOKENS, **way.options), audio)
            )
            await until(lambda: audio)
            listening.cancel()
            await asyncio.wait([listening])
            assert listening.cancelled()
            await reader.until(lambda: reader.ended == [0])
            assert await spoken(client, way) == AUDIO

    with reading(way, before=_falls_silent_after(2)) as reader:
        asyncio.run(play(reader))


@both
async def test_a_close_ends_the_wait_for_another_connection(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits until the pause is over."""
    pauses: list[float] = []
    pause_after = _narrator.Narrator._pause_after

    def noticed(narrator: Any, error: SmallestError) -> float:
        pauses.append(pause_after(narrator, error))
        return pauses[-1]

    monkeypatch.setattr(_narrator, "_FIRST_PAUSE", 2.0)
    monkeypatch.setattr(_narrator.Narrator, "_pause_after", noticed)
    with reading(SOCKET, breaks=[2, 0, 0]) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS)
            listening = asyncio.create_task(collect(stream, []))
            await until(lambda: 2.0 in pauses)
            await done(stream.close())
            await asyncio.wait_for(listening, 1)
    assert reader.connections == 2


@both
@each_way
async def test_a_source_may_close_the_stream(kind: Kind, way: Way) -> None:
    """What it has given is dropped, what it would give is not taken, and nothing hangs."""
    streams: list[Any] = []

    def tokens() -> Iterator[str]:
        yield FIRST + REST[0][:9]
        reader.wait(lambda: bool(reader.asked))
        streams[0].close()
        yield TEXT

    async def async_tokens() -> AsyncIterator[str]:
        yield FIRST + REST[0][:9]
        await reader.until(lambda: bool(reader.asked))
        await streams[0].close()
        yield TEXT

    with reading(way, before=_falls_silent_after(way.name in ("sse", "http"))) as reader:
        async with using(client_of(kind, reader)) as client:
            source = tokens() if kind is SmallestAI else async_tokens()
            streams.append(client.waves.tts.speak(source, **way.options))
            audio: list[bytes] = []
            await asyncio.wait_for(collect(streams[0], audio), 5)
            assert audio == []
            assert await spoken(client, way) == AUDIO
    assert TEXT not in reader.texts


@both
@each_way
async def test_a_source_that_blocks_for_ever(kind: Kind, way: Way) -> None:
    """The stream is closed all the same; its thread takes nothing more once it can go on."""
    go_on, pulled = threading.Event(), []

    def tokens() -> Iterator[str]:
        for token in (FIRST + REST[0], "".join(REST[1:]), TEXT, TEXT):
            pulled.append(token)
            yield token
            assert go_on.wait(10)

    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(tokens(), **way.options)) as stream:
                assert await following(stream)
            assert await spoken(client, way) == AUDIO
        go_on.set()
    assert len(pulled) <= 2


def test_a_source_that_blocks_for_ever_does_not_hold_up_the_end_of_the_loop() -> None:
    """Neither the close nor the end of the loop wait for its thread."""
    go_on = threading.Event()

    def tokens() -> Iterator[str]:
        yield FIRST + REST[0]
        assert go_on.wait(10)

    async def play(reader: Any) -> None:
        async with client_of(AsyncSmallestAI, reader) as client:
            async with client.waves.tts.speak(tokens()) as stream:
                assert await anext(stream)

    with reading(SOCKET) as reader:
        began = time.monotonic()
        asyncio.run(play(reader))
        assert time.monotonic() - began < 3
        go_on.set()


async def _append(stream: Any, audio: list[bytes]) -> None:
    async for chunk in stream:
        audio.append(chunk)


@each_way
def test_a_wait_that_is_given_up_loses_nothing(way: Way) -> None:
    """Who stops waiting for a chunk, and waits again later, hears all of it once."""
    go_on = threading.Event()
    left = iter(range(2))

    def wait(_number: int) -> None:
        if next(left, None) is None:
            assert go_on.wait(5)

    async def play(reader: Any) -> None:
        async with (
            client_of(AsyncSmallestAI, reader) as client,
            client.waves.tts.speak(TOKENS, **way.options) as stream,
        ):
            audio: list[bytes] = []
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(_append(stream, audio), 0.05)
            go_on.set()
            await _append(stream, audio)
            assert b"".join(audio) == AUDIO

    with reading(way, before=wait) as reader:
        asyncio.run(play(reader))


@both
@each_way
async def test_a_forgotten_stream_says_so_and_is_closed(kind: Kind, way: Way) -> None:
    """A stream dropped half-way warns like a file does, and leaves nothing."""
    with reading(way, before=_falls_silent_after(2)) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS * 20, **way.options)
            assert await first(stream)  # on this thread: another one might keep it a little longer
            with pytest.warns(ResourceWarning, match="never closed"):
                del stream
                gc.collect()
            await until(
                lambda: "smallestai-feed" not in {each.name for each in threading.enumerate()}
            )
            await reader.until(lambda: reader.ended == [0])
