"""What nobody holds any more ends by itself, says so, and takes nothing with it."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from servers import stays, websocket_server
from websockets.exceptions import ConnectionClosed

from smallestai import AsyncSmallestAI, SmallestAI, _pools

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from websockets.sync.server import ServerConnection

KEY = "sk_x"
BLOCK = bytes(320)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


class Peer:
    """A service that only listens, and says when it has heard something and when nobody is left."""

    def __init__(self) -> None:
        self.heard = threading.Event()
        self.gone = threading.Event()

    def __call__(self, connection: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            while True:
                connection.recv()
                self.heard.set()
        self.gone.set()


def endless() -> Iterator[bytes]:
    """Give silence, for as long as somebody takes it."""
    pause = threading.Event()
    while not pause.wait(0.005):
        yield BLOCK


async def async_endless() -> AsyncIterator[bytes]:
    """Give silence, for as long as somebody takes it."""
    while True:
        await asyncio.sleep(0.005)
        yield BLOCK


def connection(client: Any) -> Any:
    """Return a socket of one's own."""
    return client.waves.tts.connect()


def transcription(client: Any) -> Any:
    """Return a live transcription."""
    return client.waves.stt.stream()


def conversation(client: Any) -> Any:
    """Return a conversation with somebody who says nothing."""
    source = endless() if isinstance(client, SmallestAI) else async_endless()
    return client.waves.converse(source)


kinds = pytest.mark.parametrize(
    ("make", "is_fed"),
    [(connection, False), (transcription, True), (conversation, False)],
    ids=["connection", "transcription", "conversation"],
)


def warned() -> Any:
    """Expect to be told of what was dropped."""
    return pytest.warns(ResourceWarning, match="was never closed: use it in a with")


@kinds
def test_it_hangs_up(make: Callable[[Any], Any], is_fed: bool) -> None:
    """Its socket and its threads end, and its source is read no further."""
    peer = Peer()
    with websocket_server(peer) as url, SmallestAI(KEY, base_url=url) as client:
        held = [make(client)]
        held[0].open()
        if is_fed:
            held[0].feed(endless())
        if make is not connection:
            assert peer.heard.wait(5)
        looked_for = weakref.ref(held[0])
        with warned():
            held.clear()
            gc.collect()
            assert peer.gone.wait(5)
        gc.collect()
        assert looked_for() is None


@kinds
def test_async_it_hangs_up(make: Callable[[Any], Any], is_fed: bool) -> None:
    """Its tasks end as well."""
    peer = Peer()

    async def play(url: str) -> None:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            held = [make(client)]
            await held[0].open()
            if is_fed:
                held[0].feed(async_endless())
            if make is not connection:
                assert await asyncio.to_thread(peer.heard.wait, 5)
            others = asyncio.all_tasks() - {asyncio.current_task()}
            with warned():
                held.clear()
                gc.collect()
                assert await asyncio.to_thread(peer.gone.wait, 5)
            _, left = await asyncio.wait(others, timeout=5)
            assert left == set()

    with websocket_server(peer) as url:
        asyncio.run(play(url))


def test_a_fork_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process has connections of its own, and leaves the parent's as they are."""
    closed: list[str] = []
    pool = _pools.Pool()

    class Kept:
        def close(self) -> None:
            closed.append("kept")

    first, kept = pool.client(), pool.attached(Kept)
    assert (pool.client(), pool.attached(Kept)) == (first, kept)
    parent = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: parent + 1)
    second = pool.client()
    assert second is not first
    assert pool.attached(Kept) is not kept
    assert (first.is_closed, closed) == (False, [])
    pool.close()
    first.close()
    assert closed == ["kept"]


def test_a_conversation_may_be_closed_while_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """By another thread, at the very moment when a thread of its own is to start."""
    peer, closing = Peer(), list[threading.Thread]()
    with websocket_server(peer) as url, SmallestAI(KEY, base_url=url) as client:
        held = conversation(client)
        failures: list[BaseException] = []

        def close() -> None:
            try:
                held.close()
            except BaseException as error:
                failures.append(error)

        start = threading.Thread.start

        def late(thread: threading.Thread) -> None:
            if thread.name == "smallestai-converse" and not closing:
                closing.append(threading.Thread(target=close))
                start(closing[0])
                closing[0].join(5)
            start(thread)

        monkeypatch.setattr(threading.Thread, "start", late)
        held.open()
        assert list(held) == []
        assert failures == []
        assert peer.gone.wait(5)
