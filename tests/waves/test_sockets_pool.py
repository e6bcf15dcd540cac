"""Sockets that are kept between utterances, seen from the server."""

from __future__ import annotations

import asyncio
import gc
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from servers import tcp_server
from websockets.http11 import Request
from websockets.server import ServerProtocol

from smallestai import AsyncSmallestAI, SmallestAI, _sockets
from smallestai.errors import StreamClosedError, StreamError
from smallestai.waves import _sockets_pool
from waves.speaker import (
    COMPLETE,
    KEY,
    PONG,
    UNASKED,
    Clock,
    Speaker,
    audio_of,
    begin,
    both,
    break_off,
    chunk_of,
    done,
    fail,
    first,
    hang_up,
    heard,
    say,
    speaking,
    using,
)

if TYPE_CHECKING:
    import socket

    from websockets.sync.server import ServerConnection

Kind = type[SmallestAI] | type[AsyncSmallestAI]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The pool's clock."""
    return Clock(monkeypatch)


@both
async def test_the_second_utterance_needs_no_handshake(kind: Kind) -> None:
    """Utterances one after another share a socket, whatever their voices and timeouts."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            assert await heard(tts, "one") == audio_of("one")
            assert await heard(tts, "two", voice_id="magnus", timeout=7) == audio_of("two")
            audio = await done(tts.synthesize("three", transport="websocket"))
            assert audio.data == audio_of("three")
    assert speaker.asked == [(0, "one"), (0, "two"), (0, "three")]


@both
async def test_variants_of_a_client_share_the_pool(kind: Kind) -> None:
    """`with_options` keeps the sockets where nothing of the handshake changes."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            await heard(client.with_options(timeout=3, max_retries=0).waves.tts, "two")
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
@pytest.mark.parametrize("differs", ["api_key", "headers", "base_url", "expire_content"])
async def test_what_is_opened_differently_does_not_share(kind: Kind, differs: str) -> None:
    """A socket serves nobody with another key, other headers or another address."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            options: dict[str, Any] = {
                "api_key": "sk_test_another",
                "headers": {"X-Tenant": "2"},
                "base_url": f"{speaker.url}/proxy",
            }
            changed = {differs: options[differs]} if differs in options else {}
            other = client.with_options(**changed).waves.tts
            speech = {} if changed else {"expire_content": True}
            for _ in range(2):
                await heard(client.waves.tts, "mine")
                await heard(other, "yours", **speech)
    assert speaker.asked == [(0, "mine"), (1, "yours")] * 2


@both
async def test_a_socket_that_was_closed_while_idle_is_replaced(kind: Kind) -> None:
    """The next utterance does not notice."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            await speaker.close(0)
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (1, "two")]


def _pong_and_hang_up(connection: ServerConnection, message: dict[str, Any]) -> None:
    connection.send(PONG)
    hang_up(connection, message)


@both
@pytest.mark.parametrize("death", [hang_up, _pong_and_hang_up])
async def test_a_socket_that_dies_before_it_speaks_is_replaced(kind: Kind, death: Any) -> None:
    """The text is asked for again, once, on a new socket; a late pong is no speech."""
    with speaking(two_0=death) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (0, "two"), (1, "two")]


@both
async def test_a_socket_that_dies_before_it_is_asked_is_replaced(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where the end is noticed when the text is sent."""
    for name in ("is_quiet", "is_quiet_async"):
        monkeypatch.setattr(_sockets_pool, name, lambda _socket: True)
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            await speaker.close(0)
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_a_text_is_asked_for_again_only_once(kind: Kind) -> None:
    """When the new socket dies too, that is an error."""
    with speaking(two_0=hang_up, two_1=hang_up) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            with pytest.raises(StreamClosedError):
                await heard(client.waves.tts, "two")
    assert speaker.asked == [(0, "one"), (0, "two"), (1, "two")]


@both
async def test_a_text_is_asked_for_again_on_a_new_socket(kind: Kind) -> None:
    """Not on another kept one: that may have gone the same way."""
    with speaking(two_0=hang_up, two_1=hang_up) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            async with using(tts.stream("one")) as left, using(tts.stream("one")) as right:
                for stream in (left, right):
                    await done(stream.read())
            assert await heard(tts, "two") == audio_of("two")
    (kept, _), new = speaker.asked[2:]
    assert kept in {0, 1}
    assert new == (2, "two")


@both
async def test_a_new_socket_that_dies_is_not_replaced(kind: Kind) -> None:
    """Only a kept socket may have gone by itself; here the service refuses."""
    with speaking(one_0=hang_up) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            with pytest.raises(StreamClosedError):
                await heard(client.waves.tts, "one")
    assert speaker.asked == [(0, "one")]


@both
async def test_a_text_that_was_heard_is_not_asked_for_again(kind: Kind) -> None:
    """A kept socket that breaks off in the middle is an error, with what had come."""
    with speaking(two_0=break_off) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            with pytest.raises(StreamClosedError) as caught:
                await heard(client.waves.tts, "two")
    assert caught.value.audio == audio_of("two")
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
async def test_a_socket_is_not_used_when_it_is_nearly_due(kind: Kind, clock: Clock) -> None:
    """After 45 idle seconds a new one is opened: the service closes after 60."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            clock.now += 44
            await heard(client.waves.tts, "two")
            clock.now += 46
            await heard(client.waves.tts, "three")
            await speaker.until(lambda: speaker.ended == [0])
    assert speaker.asked == [(0, "one"), (0, "two"), (1, "three")]


@both
async def test_an_old_socket_holds_nobody_up(
    kind: Kind, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next utterance does not wait until a server that has gone agrees to the close."""
    monkeypatch.setattr(_sockets, "_CLOSE_TIMEOUT", 5.0)
    gone = threading.Event()

    def speak_once(connection: socket.socket) -> None:
        protocol = ServerProtocol()
        spoken = False
        while not spoken:
            protocol.receive_data(connection.recv(65536))
            for event in protocol.events_received():
                if isinstance(event, Request):
                    protocol.send_response(protocol.accept(event))
                else:
                    protocol.send_text(chunk_of("one").encode())
                    protocol.send_text(COMPLETE.encode())
                    spoken = True
            for data in protocol.data_to_send():
                connection.sendall(data)
        gone.wait(10)

    with tcp_server(speak_once) as url:
        async with using(kind(KEY, base_url=url)) as client:
            await heard(client.waves.tts, "one")
            clock.now += 46
            began = time.monotonic()
            await heard(client.waves.tts, "two")
            assert time.monotonic() - began < 4
            gone.set()


@both
async def test_the_newest_is_used_first(kind: Kind) -> None:
    """So that the others, which nobody needs any more, grow old and are closed."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            async with using(tts.stream("left")) as left, using(tts.stream("right")) as right:
                for stream in (left, right):
                    await done(stream.read())
            await heard(tts, "next")
    numbers = {text: number for number, text in speaker.asked}
    assert numbers["next"] == numbers["right"] != numbers["left"]


@both
async def test_eight_sockets_are_kept(kind: Kind) -> None:
    """Of nine that are used at once the one that has been idle longest is closed."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            for _ in range(2):
                streams = [client.waves.tts.stream(f"{number}") for number in range(9)]
                for stream in streams:
                    await done(stream.__aenter__() if kind is AsyncSmallestAI else stream._start())
                for stream in streams:
                    await done(stream.read())
                await speaker.until(lambda: bool(speaker.ended))
            assert len(speaker.sockets) == 10


@both
async def test_eight_sockets_are_kept_altogether(kind: Kind, clock: Clock) -> None:
    """Many keys do not make the pool grow, and no socket outlives its time in it."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            for number in range(10):
                other = client.with_options(api_key=f"sk_test_{number}")
                await heard(other.waves.tts, "mine")
            await speaker.until(lambda: set(speaker.ended) == {0, 1})
            clock.now += 46
            await heard(client.waves.tts, "last")
            await speaker.until(lambda: set(speaker.ended) == set(range(10)))


@both
async def test_answers_to_pings_do_no_harm_to_an_idle_socket(kind: Kind) -> None:
    """They may come late, several at once."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            for _ in range(3):
                await speaker.send(0, PONG)
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (0, "two")]


@both
@pytest.mark.parametrize("frame", UNASKED)
async def test_anything_else_makes_an_idle_socket_useless(kind: Kind, frame: str) -> None:
    """What comes unasked would be taken for a part of the next utterance."""
    with speaking() as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            await heard(client.waves.tts, "one")
            await speaker.send(0, frame)
            assert await heard(client.waves.tts, "two") == audio_of("two")
            await speaker.until(lambda: speaker.ended == [0])
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_closing_the_client_closes_idle_sockets(kind: Kind) -> None:
    """All of them, in the proper way; no thread and no task is left."""
    with speaking() as speaker:
        client = kind(KEY, base_url=speaker.url)
        await heard(client.waves.tts, "one")
        await heard(client.with_options(api_key="sk_test_another").waves.tts, "one")
        await done(client.close())
        await speaker.until(lambda: sorted(speaker.ended) == [0, 1])
        assert [each.close_code for each in speaker.sockets] == [1000, 1000]


@both
async def test_a_socket_in_use_is_closed_when_it_comes_back(kind: Kind) -> None:
    """Closing the client lets an utterance finish, and keeps nothing of it."""
    go = threading.Event()

    def wait(connection: ServerConnection, message: dict[str, Any]) -> None:
        begin(connection, message)
        go.wait(5)
        connection.send(COMPLETE)

    with speaking(one_0=wait) as speaker:
        client = kind(KEY, base_url=speaker.url)
        async with using(client.waves.tts.stream("one")) as stream:
            assert await first(stream) == audio_of("one")
            await done(client.close())
            assert speaker.ended == []
            go.set()
            assert (await done(stream.read())).data == audio_of("one")
            await speaker.until(lambda: speaker.ended == [0])


@both
async def test_a_stream_closed_early_keeps_its_socket(kind: Kind) -> None:
    """The rest of its audio would come to the next utterance."""
    with speaking(one_0=begin) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            async with using(client.waves.tts.stream("one")) as stream:
                assert await first(stream) == audio_of("one")
            await speaker.until(lambda: speaker.ended == [0])
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (1, "two")]


@both
async def test_a_stream_that_failed_keeps_its_socket(kind: Kind) -> None:
    """Nobody knows what the service still sends on it."""
    with speaking(one_0=fail) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            with pytest.raises(StreamError):
                await heard(client.waves.tts, "one")
            await speaker.until(lambda: speaker.ended == [0])
            assert await heard(client.waves.tts, "two") == audio_of("two")
    assert speaker.asked == [(0, "one"), (1, "two")]


def test_threads_have_a_socket_each() -> None:
    """Utterances at the same time never share one; afterwards both are there to be used."""
    meeting = threading.Barrier(2, timeout=5)

    def together(connection: ServerConnection, message: dict[str, Any]) -> None:
        meeting.wait()
        say(connection, message)

    plans = {f"{text}_{number}": together for text in ("left", "right") for number in range(2)}
    with speaking(**plans) as speaker, SmallestAI(KEY, base_url=speaker.url) as client:
        for _ in range(2):
            audio: dict[str, bytes] = {}

            def listen(text: str, audio: dict[str, bytes] = audio) -> None:
                audio[text] = client.waves.tts.synthesize(text, transport="websocket").data

            threads = [threading.Thread(target=listen, args=(text,)) for text in ("left", "right")]
            with ExitStack() as joined:
                for thread in threads:
                    thread.start()
                    joined.callback(thread.join)
            assert audio == {text: audio_of(text) for text in ("left", "right")}
    assert len(speaker.sockets) == 2


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_event_loops_do_not_share_sockets() -> None:
    """A client works on a second loop when the first is closed: with sockets of that one."""

    async def play(client: AsyncSmallestAI) -> None:
        for text in ("two", "three"):
            assert await heard(client.waves.tts, text) == audio_of(text)
        await client.close()

    with speaking() as speaker:
        client = AsyncSmallestAI(KEY, base_url=speaker.url)
        assert asyncio.run(heard(client.waves.tts, "one")) == audio_of("one")
        asyncio.run(play(client))
        gc.collect()  # asyncio warns of the socket that was left on the first loop
    assert speaker.asked == [(0, "one"), (1, "two"), (1, "three")]


def test_a_loop_that_lives_on_loses_its_idle_sockets() -> None:
    """They are closed there when the client is used on another loop."""

    async def play(client: AsyncSmallestAI, speaker: Speaker) -> None:
        await heard(client.waves.tts, "one")
        await asyncio.to_thread(asyncio.run, elsewhere(client))
        await speaker.until(lambda: 0 in speaker.ended)

    async def elsewhere(client: AsyncSmallestAI) -> None:
        assert await heard(client.waves.tts, "two") == audio_of("two")
        await client.close()

    with speaking() as speaker:
        asyncio.run(play(AsyncSmallestAI(KEY, base_url=speaker.url), speaker))
    assert speaker.asked == [(0, "one"), (1, "two")]
