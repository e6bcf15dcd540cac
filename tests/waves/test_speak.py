"""Tokens spoken as they come: what is heard, in which order, and how far the source is read."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from waves.reader import (
    AUDIO,
    FIRST,
    KEY,
    REST,
    SOCKETS,
    TEXT,
    TOKENS,
    Reader,
    Way,
    client_of,
    each,
    each_socket,
    each_way,
    listening,
    reading,
    spoken,
    world,
)
from waves.speaker import audio_of, both, done, first, using

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.protocol.events import AudioChunk, Complete, PieceEnded, PieceStarted, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Kind = type[SmallestAI] | type[AsyncSmallestAI]

SOCKET = SOCKETS[0]
WORDS = TEXT.split()


# -- what is heard


@both
@each_way
async def test_tokens_become_the_audio_of_all_pieces(kind: Kind, way: Way) -> None:
    """All that the source gave is spoken, once and in order; `read` gives the whole."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(TOKENS, **way.options)) as stream:
                audio = await done(stream.read())
                assert audio.data == AUDIO
                assert (
                    audio.request_id
                    == stream.request_id
                    == ("task_1" if way.is_socket else "req-1")
                )
                assert [chunk async for chunk in each(stream)] == []
    assert reader.texts == [FIRST, *REST]


@both
@each_way
async def test_events_come_in_order(kind: Kind, way: Way) -> None:
    """Each piece's audio stands between its bounds, which tile the text; `Complete` is the last."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(TOKENS, **way.options)) as stream:
                events = [event async for event in each(stream.events())]
    assert events.pop() == Complete()
    end = 0
    for index, text in enumerate([FIRST, *REST]):
        begun = events.pop(0)
        assert isinstance(begun, PieceStarted)
        assert (begun.index, begun.text, begun.start) == (index, text, end)
        assert TEXT[begun.start : begun.end] == text
        audio, end = b"", begun.end
        while isinstance(events[0], AudioChunk):
            audio += events.pop(0).data
        assert audio == audio_of(text)
        assert events.pop(0) == PieceEnded(index)
    assert (end, events) == (len(TEXT), [])


@both
@each_socket
async def test_words_come_with_their_pieces(kind: Kind, way: Way) -> None:
    """Every word once, in order, on one clock: none before its piece or the word before it."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS, word_timestamps=True, **way.options)
            async with using(stream):
                said, begun, last = [], 0.0, 0.0
                async for event in each(stream.events()):
                    if isinstance(event, PieceStarted):
                        begun = stream.metrics.audio_seconds
                    if isinstance(event, Word):
                        said.append(event.text)
                        assert event.start >= max(last, begun - 1e-9)
                        last = event.end
    assert said == WORDS


@both
@each_way
async def test_metrics_count_what_was_heard(kind: Kind, way: Way) -> None:
    """Bytes, chunks and seconds of all pieces; the times are in order."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS, sample_rate=8000, **way.options)
            async with using(stream):
                chunks = [chunk async for chunk in each(stream)]
    metrics = stream.metrics
    assert (metrics.chunks, metrics.bytes) == (len(chunks), len(AUDIO))
    assert metrics.audio_seconds == len(AUDIO) / 2 / 8000
    assert 0 < metrics.connect_time <= metrics.time_to_first_audio <= metrics.elapsed


@both
@each_socket
async def test_messages_follow_the_continuity(kind: Kind, way: Way) -> None:
    """One context for all pieces, or a flush after each, or nothing; the settings with each."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            for _ in range(2):
                await spoken(client, way, speed=1.5)
            await reader.until(lambda: len(reader.messages) >= 10 + 2 * (way.name == "context"))
    asked = [message for message in reader.messages if "text" in message]
    names = [message.pop("context_id", "") for message in reader.messages]
    extras = {
        "context": {"continue": False},
        "flush": {"continue": True, "flush": True},
        "plain": {},
    }[way.name]
    for message in asked:
        assert message["speed"] == 1.5
        assert {name: message.get(name) for name in ("continue", "flush")} == {
            "continue": None,
            "flush": None,
            **extras,
        }
    farewells = [message for message in reader.messages if "text" not in message]
    if way.name == "context":
        assert names[:6] + names[6:] == names[:1] * 6 + names[6:7] * 6
        assert names[0] != names[6]
        assert farewells == [{"context_close": True}] * 2
    else:
        assert (set(names), farewells) == ({""}, [])


@both
@each_socket
async def test_the_next_one_uses_the_socket(kind: Kind, way: Way) -> None:
    """What has been spoken leaves a socket that is good for anything else."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, way) == AUDIO
            assert await spoken(client, way) == AUDIO
            audio = await done(client.waves.tts.synthesize("Hello.", transport="websocket"))
            assert audio.data == audio_of("Hello.")
    assert reader.connections == 1


@both
async def test_any_iterable_is_a_source(kind: Kind) -> None:
    """A list, a generator and, in the async world, an async generator are read to their end."""
    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in [TOKENS, *world(client, (token for token in TOKENS)), TEXT]:
                if not isinstance(source, str) or kind is SmallestAI:
                    assert await spoken(client, SOCKET, source) == AUDIO


@both
async def test_chunks_of_chat_completions_are_a_source(kind: Kind) -> None:
    """What an LLM's client gives is taken as it is."""
    chunks = [{"choices": [{"delta": {"content": token}}]} for token in TOKENS]
    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in world(client, [*chunks, {"choices": []}]):
                assert await spoken(client, SOCKET, source) == AUDIO


@both
@each_way
@pytest.mark.parametrize("source", [[], [""], ["", " ", "\n\n", "\t"], ["...", " !"]], ids=repr)
async def test_a_source_with_nothing_to_say(kind: Kind, way: Way, source: list[str]) -> None:
    """Nothing is asked for, the end comes, and who wants audio is told that there is none."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(source, **way.options)) as stream:
                assert [event async for event in each(stream.events())] == [Complete()]
                with pytest.raises(RemoteProtocolError, match="no audio"):
                    await done(stream.read())
    assert reader.messages == []


@both
@each_way
@pytest.mark.parametrize("word", ["word ", "x"], ids=["words", "one word"])
async def test_one_very_long_token(kind: Kind, way: Way, word: str) -> None:
    """Ten thousand characters at once are spoken in pieces that the service takes."""
    text = word * (10_000 // len(word))
    with reading(way, size=500) as reader:
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, way, [text]) == audio_of(text)
    assert "".join(reader.texts) == text
    assert max(map(len, reader.texts)) <= 240


# -- the pace of the source


class Source:
    """Tokens that stall before one of them until they may go on.

    Attributes:
        stalls: Set when the stall is reached.
        go_on: Set to end it.
        pulled: How many have been taken.
    """

    def __init__(self, tokens: Iterable[Any], at: int) -> None:
        self.stalls = threading.Event()
        self.go_on = threading.Event()
        self.pulled = 0
        self._tokens = tokens
        self._at = at

    def __iter__(self) -> Iterator[Any]:
        for index, token in enumerate(self._tokens):
            if index == self._at:
                self.stalls.set()
                assert self.go_on.wait(10)
            self.pulled += 1
            yield token


class AsyncSource(Source):
    """The same for an event loop, which it does not block."""

    async def __aiter__(self) -> Any:
        for index, token in enumerate(self._tokens):
            if index == self._at:
                self.stalls.set()
                while not self.go_on.is_set():
                    await asyncio.sleep(0.001)
            self.pulled += 1
            yield token


sources = pytest.mark.parametrize("make", [Source, AsyncSource], ids=["iterable", "async iterable"])


def _fit(kind: Kind, make: type[Source]) -> None:
    if kind is SmallestAI and make is AsyncSource:
        pytest.skip("the blocking world has no async iterables")


@both
@each_way
@sources
async def test_a_source_that_stalls_delays_no_audio(
    kind: Kind, way: Way, make: type[Source]
) -> None:
    """All complete sentences so far are heard while the source thinks about the next token."""
    _fit(kind, make)
    before, after = FIRST + REST[0] + REST[1][:9], REST[1][9:] + "".join(REST[2:])
    source = make([before, after], 1)
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(source, **way.options)) as stream:
                audio, due = b"", audio_of(FIRST + REST[0])
                while len(audio) < len(due):
                    audio += await asyncio.wait_for(first_of(stream), 5)
                assert (audio, source.go_on.is_set()) == (due, False)
                source.go_on.set()
                audio += b"".join([chunk async for chunk in each(stream)])
    assert audio == AUDIO


async def first_of(stream: Any) -> bytes:
    """Return the next chunk; what blocks does so in a thread."""
    return await (
        first(stream) if hasattr(stream, "__anext__") else asyncio.to_thread(next, stream)
    )


@both
@each_way
async def test_waiting_for_the_source_is_no_timeout(kind: Kind, way: Way) -> None:
    """Only the service is waited for with a limit; the source may think as long as it likes."""
    source = Source([FIRST + REST[0], "".join(REST[1:])], 1)
    timeout = Timeout(first=0.15, between=0.15, total=0.15)
    with reading(way) as reader:
        async with using(client_of(kind, reader, timeout=timeout)) as client:
            threading.Timer(0.25, source.go_on.set).start()
            assert await spoken(client, way, source) == AUDIO


@both
@each_way
@sources
async def test_the_source_is_read_only_a_bounded_distance_ahead(
    kind: Kind, way: Way, make: type[Source]
) -> None:
    """A slow listener slows the source: no more is taken from it than a few pieces."""
    _fit(kind, make)
    sentences = 60
    source = make(TOKENS * sentences, -1)
    ahead = (3 if way.name == "context" else 1) + 2  # one that is full, one that is being written
    longest = max(len(text.split()) for text in [FIRST, *REST])
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            async with using(client.waves.tts.speak(source, **way.options)) as stream:
                heard = 0
                for _ in range(3):
                    heard += len((await first_of(stream)).decode("utf-16-le").split())
                    await asyncio.sleep(0.03)  # ten times what it would take to read the rest
                    assert source.pulled <= heard + (ahead + 1) * 2 * longest
                taken = source.pulled
    assert source.pulled <= taken + 1, "after the end nothing is taken that was not on its way"
    assert taken < len(TOKENS) * sentences // 10


@both
async def test_a_source_that_blocks_never_blocks_the_loop(kind: Kind) -> None:
    """Other tasks go on: the loop never lags by 50 ms while the source is waited for."""
    if kind is SmallestAI:
        pytest.skip("there is no event loop")
    lags: list[float] = []

    def slow() -> Iterator[str]:
        for token in (FIRST, *REST):
            time.sleep(0.06)
            yield token

    async def probe() -> None:
        while True:
            began = time.perf_counter()
            await asyncio.sleep(0.002)
            lags.append(time.perf_counter() - began - 0.002)

    class Iterates:
        def __iter__(self) -> Iterator[str]:
            time.sleep(0.06)
            return slow()

    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            await spoken(client, SOCKET)  # loads what is loaded on first use
            probing = asyncio.create_task(probe())
            assert await spoken(client, SOCKET, Iterates()) == AUDIO
            probing.cancel()
            await asyncio.wait([probing])
    assert len(lags) > 30
    assert max(lags) < 0.05


# -- the end of the source


class GoneError(Exception):
    """The model is gone."""


@both
@each_way
@pytest.mark.parametrize("error", [GoneError(), ArgumentError("x", 1, "y"), KeyError(1)], ids=repr)
async def test_the_failure_of_a_source_comes_after_its_text(
    kind: Kind, way: Way, error: Exception
) -> None:
    """All it gave is heard, then the very exception is raised."""

    def broken() -> Iterator[str]:
        yield TEXT[:-50]
        raise error

    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in world(client, broken()):
                stream = client.waves.tts.speak(source, **way.options)
                audio = b""
                with pytest.raises(type(error)) as caught:
                    async with using(stream):
                        async for chunk in each(stream):
                            audio += chunk
                assert caught.value is error
                assert audio == audio_of(TEXT[:-50])
            assert await spoken(client, way) == AUDIO


@both
async def test_an_item_that_is_no_text(kind: Kind) -> None:
    """It is refused by name, after what came before it was heard."""
    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in world(client, [TEXT, 7]):
                stream = client.waves.tts.speak(source)
                with pytest.raises(ArgumentError, match="tokens=an item of int"):
                    await done(stream.read())
                assert stream.metrics.bytes == len(AUDIO)


@both
@pytest.mark.parametrize(
    ("tokens", "options", "argument"),
    [
        (None, {}, "tokens"),
        (7, {"transport": "http"}, "tokens"),
        (TOKENS, {"continuity": "none"}, "continuity"),
        (TOKENS, {"on_disconnect": "ignore"}, "on_disconnect"),
        (TOKENS, {"transport": "pigeon"}, "transport"),
        (TOKENS, {"transport": "http", "output_format": "mp3"}, "output_format"),
        (TOKENS, {"transport": "http", "output_format": "wav"}, "output_format"),
        (TOKENS, {"sample_rate": 5}, "sample_rate"),
    ],
)
async def test_bad_arguments_are_refused_at_once(
    kind: Kind, tokens: Any, options: dict[str, Any], argument: str
) -> None:
    """By name, before anything is read or sent."""
    async with using(kind(KEY, base_url="http://127.0.0.1:9")) as client:
        with pytest.raises(ArgumentError) as caught:
            client.waves.tts.speak(tokens, **options)
    assert caught.value.argument == argument


def test_an_async_iterable_is_refused_by_who_blocks() -> None:
    """The remedy is the other client."""
    with SmallestAI(KEY, base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ArgumentError, match="Iterable"):
            client.waves.tts.speak(AsyncSource([], 0))  # type: ignore[arg-type]


@both
@each_way
async def test_a_text_that_is_read_on_after_its_end(kind: Kind, way: Way) -> None:
    """Telephony formats are joined sample by sample, also where a piece has an odd length."""
    if way.name != "http":
        pytest.skip("over the others all audio is PCM")
    with reading(way, size=1) as reader:
        reader.voice = lambda text: text.encode()
        async with using(client_of(kind, reader)) as client:
            audio = await spoken(client, way, ["One. ", TEXT], output_format="ulaw")
    assert audio == f"One. {TEXT}".encode()
