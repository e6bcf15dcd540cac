"""Tokens spoken as they come: what is heard, in which order, and how far the source is read."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.audio import AudioFormat
from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.protocol.events import AudioChunk, Complete, PieceEnded, PieceStarted, Word
from smallestai.waves import _narrator
from waves.reader import (
    AUDIO,
    FIRST,
    KEY,
    REST,
    TEXT,
    TOKENS,
    WAYS,
    WORDS,
    Reader,
    Way,
    both,
    client_of,
    collect,
    each,
    each_socket,
    each_way,
    following,
    on_a_loop,
    reading,
    spoken,
    until,
    worlds_of,
)
from waves.speaker import audio_of, done, using

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

Kind = type[SmallestAI] | type[AsyncSmallestAI]

SOCKET, HTTP = WAYS[0], WAYS[-1]


# -- what is heard


@both
@each_way
async def test_tokens_become_the_audio_of_all_pieces(kind: Kind, way: Way) -> None:
    """All that the source gave is spoken, once and in order; `read` gives the whole."""
    with reading(way) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(TOKENS, **way.options)) as stream,
        ):
            audio = await done(stream.read())
            assert audio.data == AUDIO
            assert audio.request_id == ("task_1" if way.is_socket else "req-1")
            assert [chunk async for chunk in each(stream)] == []
    assert reader.texts == [FIRST, *REST]


@both
@each_way
async def test_events_come_in_order(kind: Kind, way: Way) -> None:
    """Each piece's audio stands between its bounds, which tile the text; `Complete` is the last."""
    with reading(way) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(TOKENS, **way.options)) as stream,
        ):
            events = [event async for event in each(stream.events())]
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
    assert events == [Complete()]
    assert end == len(TEXT)


@both
@each_socket
async def test_words_come_with_their_pieces(kind: Kind, way: Way) -> None:
    """Every word once, in order, on one clock: none before its piece or the word before it."""
    said, begun, last, heard = [], 0.0, 0.0, 0
    with reading(way) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(TOKENS, word_timestamps=True, **way.options)) as stream,
        ):
            async for event in each(stream.events()):
                if isinstance(event, AudioChunk):
                    heard += len(event.data)
                elif isinstance(event, PieceStarted):
                    begun = stream.format.seconds(heard)
                elif isinstance(event, Word):
                    assert event.start >= max(last, begun - 1e-9)
                    said, last = [*said, event.text], event.end
    assert said == TEXT.split()


@both
@each_way
async def test_metrics_count_what_was_heard(kind: Kind, way: Way) -> None:
    """Bytes, chunks and seconds of all pieces; the times are in order, one for each piece."""
    audio: list[bytes] = []
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            stream = client.waves.tts.speak(TOKENS, sample_rate=8000, **way.options)
            await collect(stream, audio)
    metrics = stream.metrics
    assert (metrics.chunks, metrics.bytes) == (len(audio), len(AUDIO))
    assert metrics.audio_seconds == len(AUDIO) / 2 / 8000
    assert 0 < metrics.connect_time <= metrics.time_to_first_audio <= metrics.elapsed
    assert 0 < metrics.time_from_first_token <= metrics.time_to_first_audio
    assert len(metrics.piece_latencies) == 5
    assert all(0 < latency <= metrics.elapsed for latency in metrics.piece_latencies)
    assert (metrics.characters, metrics.reconnects) == (len(TEXT), 0)


@both
@each_socket
async def test_messages_follow_the_continuity(kind: Kind, way: Way) -> None:
    """One context for all pieces, or a flush after each, or nothing; the settings with each."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            await spoken(client, way, speed=1.5)
            await spoken(client, way, speed=1.5)
            is_context = way.name == "context"
            await reader.until(lambda: len(reader.messages) == (12 if is_context else 10))
    contexts = [message.pop("context_id", None) for message in reader.messages]
    asked = [message for message in reader.messages if "text" in message]
    marks = {name: asked[0].get(name) for name in ("continue", "flush", "speed")}
    assert all({name: message.get(name) for name in marks} == marks for message in asked)
    goes_on, flush = {"context": (False, None), "flush": (True, True), "plain": (None, None)}[
        way.name
    ]
    assert marks == {"continue": goes_on, "flush": flush, "speed": 1.5}
    left = [message for message in reader.messages if "text" not in message]
    assert left == ([{"context_close": True}] * 2 if is_context else [])
    assert [len(set(part)) for part in (contexts[:6], contexts)] == (
        [1, 2] if is_context else [1, 1]
    )


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
            for source in worlds_of(kind, TOKENS):
                assert await spoken(client, SOCKET, source) == AUDIO
            assert await spoken(client, SOCKET, TEXT) == AUDIO


@both
async def test_chunks_of_chat_completions_are_a_source(kind: Kind) -> None:
    """What an LLM's client gives is taken as it is."""
    chunks = [{"choices": [{"delta": {"content": token}}]} for token in TOKENS]
    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in worlds_of(kind, [*chunks, {"choices": []}]):
                assert await spoken(client, SOCKET, source) == AUDIO


@both
@each_way
async def test_a_source_with_nothing_to_say(kind: Kind, way: Way) -> None:
    """Nothing is asked for, the end comes, and the whole audio is none."""
    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in ([], [""], ["", " ", "\n\n", "\t"], ["...", " !"]):
                async with using(client.waves.tts.speak(source, **way.options)) as stream:
                    assert [event async for event in each(stream.events())] == [Complete()]
                    assert (await done(stream.read())).data == b""
    assert reader.messages == []


@both
@pytest.mark.parametrize("way", [SOCKET, HTTP], ids=lambda way: way.name)
async def test_one_very_long_token(kind: Kind, way: Way) -> None:
    """Ten thousand characters at once are spoken in pieces that the service takes."""
    text = TEXT * (10_000 // len(TEXT)) + "x" * 1000
    with reading(way, size=1000) as reader:
        async with using(client_of(kind, reader)) as client:
            assert await spoken(client, way, [text]) == audio_of(text)
    assert "".join(reader.texts) == text
    assert max(map(len, reader.texts)) <= 250


@both
async def test_telephony_formats_are_joined_sample_by_sample(kind: Kind) -> None:
    """Over HTTP, also where a piece has an odd number of them."""
    with reading(HTTP, voice=str.encode) as reader:
        async with using(client_of(kind, reader)) as client:
            audio = await spoken(client, HTTP, TOKENS, output_format="ulaw")
    assert any(len(text) % 2 for text in reader.texts)
    assert audio == TEXT.encode()


# -- the pace of the source


class Source:
    """Tokens that stall before one of them until they may go on.

    Attributes:
        go_on: Set to end the stall.
        pulled: How many have been taken.
    """

    def __init__(self, tokens: Iterable[Any], at: int) -> None:
        self.go_on = threading.Event()
        self.pulled = 0
        self._tokens = tokens
        self._at = at

    def __iter__(self) -> Iterator[Any]:
        for index, token in enumerate(self._tokens):
            if index == self._at:
                assert self.go_on.wait(10)
            self.pulled += 1
            yield token


class AsyncSource:
    """The same for an event loop, which it does not block."""

    def __init__(self, tokens: Iterable[Any], at: int) -> None:
        self.go_on = asyncio.Event()
        self.pulled = 0
        self._tokens = tokens
        self._at = at

    async def __aiter__(self) -> AsyncIterator[Any]:
        for index, token in enumerate(self._tokens):
            if index == self._at:
                await asyncio.wait_for(self.go_on.wait(), 10)
            self.pulled += 1
            yield token


each_source = pytest.mark.parametrize(
    ("kind", "make"),
    [(SmallestAI, Source), (AsyncSmallestAI, Source), (AsyncSmallestAI, AsyncSource)],
    ids=["blocking", "async from an iterable", "async"],
)


@on_a_loop
@each_source
@each_way
async def test_a_source_that_stalls_delays_no_audio(kind: Kind, make: Any, way: Way) -> None:
    """All sentences that are complete are heard while the source thinks about the next token."""
    before, after = FIRST + REST[0] + REST[1][:9], REST[1][9:] + "".join(REST[2:])
    source = make([before, after], 1)
    due = audio_of(FIRST + REST[0])
    with reading(way) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(source, **way.options)) as stream,
        ):
            audio = b""
            while len(audio) < len(due):
                audio += await asyncio.wait_for(following(stream), 5)
            assert (audio, source.pulled) == (due, 1)
            source.go_on.set()
            audio += b"".join([chunk async for chunk in each(stream)])
    assert audio == AUDIO


@on_a_loop
@each_source
@each_way
async def test_a_source_that_pauses_is_spoken_as_far_as_it_goes(
    kind: Kind, make: Any, way: Way
) -> None:
    """Up to a mark, after a pause; half a word waits for its other half."""
    source = make([FIRST, "It leaves, as ever, from platform fo", "ur."], 2)
    due = [FIRST, "It leaves, as ever, "]
    with reading(way) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(source, flush_after=0.02, **way.options)) as stream,
        ):
            audio = b""
            while len(audio) < len(audio_of("".join(due))):
                audio += await asyncio.wait_for(following(stream), 5)
            assert reader.texts == due
            source.go_on.set()
            audio += b"".join([chunk async for chunk in each(stream)])
    assert audio == audio_of("".join(due) + "from platform four.")


@on_a_loop
@each_source
async def test_a_source_may_pause_as_long_as_it_likes(kind: Kind, make: Any) -> None:
    """With None a sentence is spoken when it is whole."""
    source = make([FIRST, "It leaves, as ever, from plat", "form four."], 2)
    with reading(SOCKET) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(source, flush_after=None)) as stream,
        ):
            audio = b""
            while len(audio) < len(audio_of(FIRST)):
                audio += await asyncio.wait_for(following(stream), 5)
            waiting = asyncio.create_task(following(stream))
            await until(lambda: source.pulled == 2)
            assert not (await asyncio.wait([waiting], timeout=0.05))[0]
            source.go_on.set()
            await waiting
            async for _ in each(stream):
                pass
    assert reader.texts == [FIRST, "It leaves, as ever, from platform four."]


@both
async def test_text_is_held_back_while_there_is_something_to_hear(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pause that the listener does not notice cuts no sentence."""
    now = [100.0]
    monkeypatch.setattr(_narrator, "monotonic", lambda: now[0])
    # Eight samples in a second: the first piece is heard for several seconds.
    monkeypatch.setattr(AudioFormat, "seconds", lambda self, length: length / 16)
    source = Source([FIRST, "It leaves, as ever, from plat", "form four."], 2)
    with reading(SOCKET) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(source, flush_after=0.5)) as stream,
        ):
            audio = b""
            while len(audio) < len(audio_of(FIRST)):
                audio += await asyncio.wait_for(following(stream), 5)
            waiting = asyncio.create_task(following(stream))
            await until(lambda: source.pulled == 2)
            link = stream._link
            assert link._due() == pytest.approx(100 + len(FIRST) / 8 - 0.5)
            now[0] = link._due()
            assert await asyncio.wait_for(waiting, 5)
            source.go_on.set()
            async for _ in each(stream):
                pass
    assert reader.texts[:2] == [FIRST, "It leaves, as ever, "]


@both
@pytest.mark.parametrize("way", [SOCKET, HTTP], ids=lambda way: way.name)
async def test_waiting_for_the_source_is_no_timeout(kind: Kind, way: Way) -> None:
    """Only the service is waited for with a limit; the source may think as long as it likes."""
    source = Source([FIRST + REST[0], "".join(REST[1:])], 1)
    timeout = Timeout(first=0.5, between=0.5, total=0.5)
    with reading(way) as reader:
        async with using(client_of(kind, reader, timeout=timeout)) as client:
            thought = threading.Timer(0.6, source.go_on.set)
            thought.start()
            assert await spoken(client, way, source) == AUDIO
            thought.join()


@on_a_loop
@each_source
@each_way
async def test_the_source_is_read_a_bounded_distance_ahead(kind: Kind, make: Any, way: Way) -> None:
    """A slow listener slows the source: no more is taken from it than a few pieces."""
    source = make(WORDS * 40, -1)
    # What is asked for, one piece that waits, and one that is being written.
    pieces = (3 if way.name == "context" else 1) + 2
    most = pieces * max(len(text.split()) for text in REST)
    heard = b""
    with reading(way, size=1000) as reader:
        async with (
            using(client_of(kind, reader)) as client,
            using(client.waves.tts.speak(source, **way.options)) as stream,
        ):
            for _ in range(4):
                heard += await following(stream)
                await asyncio.sleep(0.015)  # in which most of the source could be read
                assert source.pulled <= len(heard.decode("utf-16-le").split()) + most
            taken = source.pulled
    assert source.pulled <= taken + 1, "after the end nothing is taken that was not on its way"


def test_a_source_that_blocks_never_blocks_the_loop() -> None:
    """Other tasks go on: a source that waits for them before each token gets to its end."""

    def blocking(loop: asyncio.AbstractEventLoop) -> Iterator[str]:
        for token in ("", FIRST, *REST):
            turned = threading.Event()
            loop.call_soon_threadsafe(turned.set)
            assert turned.wait(10)
            yield token

    async def play(reader: Reader) -> None:
        async with client_of(AsyncSmallestAI, reader) as client:
            source = blocking(asyncio.get_running_loop())
            assert await spoken(client, SOCKET, source) == AUDIO

    with reading(SOCKET) as reader:
        asyncio.run(play(reader))


# -- the end of the source


@both
@each_way
async def test_the_failure_of_a_source_comes_after_its_text(kind: Kind, way: Way) -> None:
    """All it gave is heard, then the very exception is raised, of whichever kind it is."""
    text = TEXT[:-50]

    def broken(error: Exception) -> Iterator[str]:
        yield text
        raise error

    async def async_broken(error: Exception) -> AsyncIterator[str]:
        yield text
        raise error

    with reading(way) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in [broken, *[async_broken] * (kind is AsyncSmallestAI)]:
                for error in (ZeroDivisionError(), RemoteProtocolError("the model is gone")):
                    audio: list[bytes] = []
                    with pytest.raises(type(error)) as caught:
                        await collect(client.waves.tts.speak(source(error), **way.options), audio)
                    assert caught.value is error
                    assert b"".join(audio) == audio_of(text)
            assert await spoken(client, way) == AUDIO


@both
@pytest.mark.parametrize("item", [7, b"bytes", None, {"no": "type"}], ids=repr)
async def test_an_item_that_is_no_text(kind: Kind, item: object) -> None:
    """It is refused by name, after what came before it was heard."""
    with reading(SOCKET) as reader:
        async with using(client_of(kind, reader)) as client:
            for source in worlds_of(kind, [TEXT, item]):
                audio: list[bytes] = []
                with pytest.raises(ArgumentError, match="items must be text"):
                    await collect(client.waves.tts.speak(source), audio)
                assert b"".join(audio) == AUDIO


@both
@pytest.mark.parametrize(
    ("tokens", "options", "argument"),
    [
        (None, {}, "tokens"),
        (7, {"transport": "http"}, "tokens"),
        (TOKENS, {"continuity": "none"}, "continuity"),
        (TOKENS, {"on_disconnect": "ignore"}, "on_disconnect"),
        (TOKENS, {"transport": "pigeon"}, "transport"),
        (TOKENS, {"flush_after": -1}, "flush_after"),
        (TOKENS, {"flush_after": "soon"}, "flush_after"),
        (TOKENS, {"flush_after": True}, "flush_after"),
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
    """Nothing could wait for it there."""
    source: Any = AsyncSource([], 0)
    with SmallestAI(KEY, base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ArgumentError, match="must be an Iterable"):
            client.waves.tts.speak(source)
