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
)

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
            impatient = client.with_options(timeout=0.2)
            other = impatient.waves.tts
            other_stream = other.stream("Hello.")
            other_stream.through(other_stream._turn, 0.1)  # type: ignore[arg-type]
            with pytest.raises(ConcurrencyLimitError) as caught:
                other_stream.read()
            assert caught.value.limit == 1
            assert caught.value.queued is not None
            assert caught.value.queued >= 0.1
            service.go.set()
            assert first.read().data == b"\1\2\3\4"


def test_an_abandoned_wait_frees_no_place_of_others() -> None:
    """A stream closed while it waits is never opened, and the next one gets its turn."""
    service = Service()
    with websocket_server(service) as url, SmallestAI("sk_x", base_url=url) as client:
        client.waves.tts.concurrency_limit = 1
        with client.waves.tts.stream("One."):
            waiting = client.waves.tts.stream("Two.")
            outcome: list[BaseException] = []

            def read() -> None:
                try:
                    waiting.read()
                except LocalProtocolError as error:
                    outcome.append(error)

            thread = threading.Thread(target=read)
            thread.start()
            while client.waves.tts._gate.line.waiting == 0:
                threading.Event().wait(0.005)
            waiting.close()
            thread.join()
            assert "closed" in str(outcome[0])
        service.go.set()
        assert client.waves.tts.synthesize("Three.", transport="websocket").data == b"\1\2\3\4"


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
