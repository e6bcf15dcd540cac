"""What `tts` puts together: turns at the gate, timeouts of one call, use after close."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from servers import websocket_server
from websockets.exceptions import ConnectionClosed

from smallestai import (
    ArgumentError,
    AsyncSmallestAI,
    ConcurrencyLimitError,
    LocalProtocolError,
    SmallestAI,
    Timeout,
)
from waves.reader import both, following, until
from waves.speaker import KEY, audio_of, begin, done, first, speaking, using

if TYPE_CHECKING:
    from websockets.sync.server import ServerConnection

CHUNK = '{"status":"chunk","data":{"audio":"AQIDBA=="}}'
COMPLETE = '{"status":"complete"}'


class Service:
    """Speaks one chunk for each request, when it is let; counts those under way."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = threading.Semaphore(0)
        self.most = 0
        self._under_way = 0
        self._lock = threading.Lock()

    def __call__(self, connection: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            while True:
                connection.recv()
                self._count(1)
                self.asked.release()
                self.go.wait(10)
                connection.send(CHUNK)
                self._count(-1)
                connection.send(COMPLETE)

    def _count(self, change: int) -> None:
        with self._lock:
            self._under_way += change
            self.most = max(self.most, self._under_way)


def test_no_more_than_the_limit_are_under_way() -> None:
    """Threads that speak at once wait for their turn, and all of them get it."""
    service = Service()
    with websocket_server(service) as url, SmallestAI("sk_x", base_url=url) as client:
        tts = client.waves.tts
        assert tts.concurrency_limit == 10
        tts.concurrency_limit = 2
        waits: list[float] = []

        def speak() -> None:
            with tts.stream("Hello.") as stream:
                stream.read()
                waits.append(stream.metrics.queued)

        threads = [threading.Thread(target=speak) for _ in range(6)]
        for thread in threads:
            thread.start()
        assert service.asked.acquire(timeout=10)
        assert service.asked.acquire(timeout=10)
        service.go.set()
        for thread in threads:
            thread.join()
    assert service.most == 2
    assert len(waits) == 6
    assert max(waits) > 0


def test_tasks_wait_for_their_turn_as_well() -> None:
    """The same on an event loop."""
    service = Service()
    service.go.set()

    async def play(url: str) -> None:
        async with AsyncSmallestAI("sk_x", base_url=url) as client:
            client.waves.tts.concurrency_limit = 2
            spoken = [
                client.waves.tts.synthesize("Hello.", transport="websocket") for _ in range(6)
            ]
            assert [audio.data for audio in await asyncio.gather(*spoken)] == [b"\1\2\3\4"] * 6

    with websocket_server(service) as url:
        asyncio.run(play(url))
    assert service.most <= 2


def test_who_waits_too_long_is_told_of_the_limit() -> None:
    """The error names the limit and how long it was waited; the one under way goes on."""
    service = Service()
    with websocket_server(service) as url, SmallestAI("sk_x", base_url=url) as client:
        client.waves.tts.concurrency_limit = 1
        with client.waves.tts.stream("Hello.") as first:
            impatient = client.with_options(timeout=0.1)
            with pytest.raises(ConcurrencyLimitError) as caught:
                impatient.waves.tts.stream("Hello.").read()
            assert caught.value.limit == 1
            assert caught.value.queued is not None
            assert caught.value.queued >= 0.1
            service.go.set()
            assert first.read().data == b"\1\2\3\4"


@pytest.mark.parametrize("limit", [0, -1, True, "2", 1.5])
def test_bad_limits_are_refused(limit: object) -> None:
    """A limit is a whole number above 0, or None."""
    with SmallestAI("sk_x", base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ArgumentError, match="concurrency_limit"):
            client.waves.tts.concurrency_limit = limit  # type: ignore[assignment]
        client.waves.tts.concurrency_limit = None
        assert client.waves.tts.concurrency_limit is None


def test_use_after_close_is_refused() -> None:
    """A namespace kept past the client's end opens nothing."""
    with SmallestAI("sk_x", base_url="http://127.0.0.1:9") as client:
        tts = client.waves.tts
    for call in (tts.stream, tts.speak, lambda text: tts.stream(text, transport="http").read()):
        with pytest.raises(LocalProtocolError, match="closed"):
            call("Hello.")
    with pytest.raises(LocalProtocolError, match="closed"):
        tts.connect()


PATIENT, HASTY = 600.0, 0.02


@both
async def test_the_wait_for_a_turn_is_that_of_the_call(
    kind: type[SmallestAI] | type[AsyncSmallestAI],
) -> None:
    """A stream waits for the ``first`` of its timeout, `synthesize` for the ``total``."""
    with speaking(one_0=begin) as speaker:
        async with using(kind(KEY, base_url=speaker.url, timeout=Timeout(total=60))) as client:
            tts = client.waves.tts
            tts.concurrency_limit = 1
            hasty = Timeout(first=HASTY, total=PATIENT)
            async with using(tts.connect()) as connection, using(tts.stream("one")) as stream:
                assert await first(stream) == audio_of("one")
                for late in (
                    tts.stream("two", timeout=hasty),
                    tts.speak(["two"], timeout=hasty),
                    tts.speak(["two"], timeout=hasty, transport="sse"),
                    connection.stream("two", timeout=hasty),
                ):
                    with pytest.raises(ConcurrencyLimitError) as caught:
                        await done(late.read())
                    assert HASTY <= late.metrics.queued < 5
                    assert late.metrics.queued == caught.value.queued
                with pytest.raises(ConcurrencyLimitError):
                    await done(tts.synthesize("two", timeout=Timeout(first=PATIENT, total=HASTY)))


@both
async def test_a_stream_that_is_closed_while_it_waits_for_its_turn(
    kind: type[SmallestAI] | type[AsyncSmallestAI],
) -> None:
    """Whoever reads it sees the end; nothing was asked, and no place is lost."""
    with speaking(one_0=begin) as speaker:
        async with using(kind(KEY, base_url=speaker.url)) as client:
            tts = client.waves.tts
            tts.concurrency_limit = 1
            async with using(tts.stream("one")) as stream:
                assert await first(stream) == audio_of("one")
                waiting = [tts.stream("two"), tts.speak(["two"])]
                reading = [asyncio.create_task(following(each)) for each in waiting]
                await until(lambda: tts._gate.line.waiting == 2)
                for each in waiting:
                    await done(each.close())
                assert [await asyncio.wait_for(each, 5) for each in reading] == [None, None]
                for each in waiting:
                    with pytest.raises(LocalProtocolError, match="closed before its end"):
                        await done(each.read())
            assert (await done(tts.synthesize("three", transport="websocket"))).data
    assert [text for _, text in speaker.asked] == ["one", "three"]
