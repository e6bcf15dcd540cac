"""A session that nobody holds any more ends: its connection, its threads, its tasks."""

from __future__ import annotations

import asyncio
import gc
import threading
import wave
import weakref
from typing import TYPE_CHECKING, Any

import pytest
from atoms import agent_script
from atoms.agent_script import AGENT, Desk, agent_server
from servers import stays, websocket_server
from waves import hydra_script

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai._sessions.latch import Latch
from smallestai.atoms import _realtime_link
from smallestai.protocol import hydra_losses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from websockets.sync.server import ServerConnection

KEY = "sk_test_0123456789"


class Hydra:
    """A session of speech to speech, from both sides."""

    greet = staticmethod(hydra_script.greet)
    until_closed = staticmethod(hydra_script.until_closed)

    def server(self, handler: Callable[[ServerConnection], None]) -> AbstractContextManager[str]:
        return websocket_server(handler)

    def patient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(hydra_losses.PAUSES, "broken", (3600.0, 3600.0))

    def session(self, url: str, **options: Any) -> Any:
        api = SmallestAI(KEY, base_url=url, timeout=5, max_retries=0)
        return api.waves.hydra.connect(**options)

    def async_session(self, url: str, **options: Any) -> Any:
        api = AsyncSmallestAI(KEY, base_url=url, timeout=5, max_retries=0)
        return api.waves.hydra.connect(**options)


class Agent:
    """A session with an agent, from both sides."""

    greet = staticmethod(agent_script.greet)
    until_closed = staticmethod(agent_script.until_closed)

    def server(self, handler: Callable[[ServerConnection], None]) -> AbstractContextManager[str]:
        return agent_server(handler)

    def patient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_realtime_link, "PAUSES", (3600.0, 3600.0))

    def session(self, url: str, **options: Any) -> Any:
        http = Desk().http()
        api = SmallestAI(KEY, base_url=url, http_client=http, timeout=5, max_retries=0)
        return api.atoms.realtime.connect(AGENT, **options)

    def async_session(self, url: str, **options: Any) -> Any:
        http = Desk().async_http()
        api = AsyncSmallestAI(KEY, base_url=url, http_client=http, timeout=5, max_retries=0)
        return api.atoms.realtime.connect(AGENT, **options)


Service = Hydra | Agent
services = pytest.mark.parametrize("service", [Hydra(), Agent()], ids=["hydra", "agent"])


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


class Peer:
    """The other side, which says when the client has gone."""

    def __init__(self, service: Service) -> None:
        self.gone = threading.Event()
        self._service = service

    def __call__(self, connection: ServerConnection) -> None:
        self._service.greet(connection)
        self._service.until_closed(connection)
        self.gone.set()


class Device:
    """A loudspeaker or a microphone, which says when it is let go."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.closed = threading.Event()

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        self.closed.wait(20)
        yield from ()

    async def __aiter__(self) -> Any:
        await asyncio.Event().wait()
        yield b""

    def cut(self) -> None: ...

    def close(self) -> None:
        self.closed.set()


class AsyncDevice(Device):
    """A loudspeaker for an event loop."""

    async def close(self) -> None:  # type: ignore[override]
        self.closed.set()


def drop(held: list[Any]) -> None:
    """Give up the only reference to a session; it is collected, which says so."""
    looked_for = weakref.ref(held[0])
    with pytest.warns(ResourceWarning, match="Session .* was never closed: use it in a with"):
        held.clear()
        gc.collect()
    assert looked_for() is None


@services
def test_a_dropped_session_hangs_up(service: Service) -> None:
    """The connection is closed and the threads end, without anybody waiting for them."""
    peer = Peer(service)
    with service.server(peer) as url:
        held = [service.session(url)]
        held[0].open()
        drop(held)
        assert peer.gone.wait(5)


@services
def test_functions_that_know_their_session_do_not_keep_it(service: Service) -> None:
    """A session, its functions, and what they refer to are collected together."""
    peer = Peer(service)

    def opened(url: str) -> Any:
        def hang_up() -> None:
            session.close()

        session = service.session(url, tools=[hang_up])
        session.open()
        return session

    with service.server(peer) as url:
        drop([opened(url)])
        assert peer.gone.wait(5)


@services
def test_devices_are_let_go(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loudspeaker and the microphone of a dropped session."""
    peer, devices = Peer(service), list[Device]()

    def device(*_: Any, **__: Any) -> Device:
        devices.append(Device())
        return devices[-1]

    monkeypatch.setattr("smallestai._player.Player", device)
    monkeypatch.setattr("smallestai._microphone.Microphone", device)
    with service.server(peer) as url:
        held = [service.session(url)]
        held[0].open()
        held[0].play()
        held[0].stream_microphone()
        drop(held)
        assert [each.closed.wait(5) for each in devices] == [True, True]


def test_the_recording_of_a_dropped_session_is_whole(tmp_path: Path) -> None:
    """What was said to the last is in the file, and the file is closed."""
    peer, path = Peer(Hydra()), tmp_path / "both.wav"
    with websocket_server(peer) as url:
        held = [Hydra().session(url)]
        held[0].open()
        held[0].record(path)
        held[0].send_audio(b"\0\x10" * 1600)
        drop(held)
        assert peer.gone.wait(5)
    with wave.open(str(path)) as file:
        samples = memoryview(file.readframes(file.getnframes())).cast("h").tolist()
    assert sum(1 for sample in samples[0::2] if sample) > 2000


@services
def test_a_dropped_session_is_not_connected_again(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also the pause before the next try ends."""
    service.patient(monkeypatch)

    def lose(connection: ServerConnection) -> None:
        service.greet(connection)
        connection.close(1011, "broken")

    with service.server(lose) as url:
        held = [service.session(url)]
        held[0].open()
        assert next(event for event in held[0] if "disconnected" in event.type).pause > 1000
        drop(held)


@services
def test_whoever_iterates_holds_the_session(service: Service) -> None:
    """A ``for`` statement over one that has no name sees all of it."""
    dropped = threading.Event()

    def wait(connection: ServerConnection) -> None:
        service.greet(connection)
        assert dropped.wait(5)
        hydra_script.say(connection, "some.news")
        connection.close()

    def opened(url: str) -> Any:
        session = service.session(url)
        session.open()
        return session

    seen = []
    with service.server(wait) as url:
        for event in opened(url):
            gc.collect()
            dropped.set()
            seen.append(event.type)
    assert seen[-1] == "some.news"
    gc.collect()  # it has ended by itself: nothing to warn of


@services
def test_async_a_dropped_session_hangs_up(service: Service) -> None:
    """The tasks end as well, and the loop has nothing to complain of."""
    peer, complaints = Peer(service), list[dict[str, Any]]()

    async def play(url: str) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        running = asyncio.Event()

        async def never() -> None:
            running.set()
            await asyncio.Event().wait()

        held = [service.async_session(url, tools=[never])]
        await held[0].open()
        held[0]._call(_Call())
        await running.wait()
        drop(held)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        done, left = await asyncio.wait(others, timeout=5)
        assert (len(done), left) == (3, set())

    with service.server(peer) as url:
        asyncio.run(play(url))
        gc.collect()
        assert peer.gone.wait(5)
    assert complaints == []


class _Call:
    call_id, name, arguments = "c1", "never", None


@services
def test_async_devices_are_let_go(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same on an event loop."""
    monkeypatch.setattr("smallestai._player.AsyncPlayer", AsyncDevice)
    monkeypatch.setattr("smallestai._microphone.Microphone", Device)

    async def play(url: str) -> None:
        held = [service.async_session(url)]
        await held[0].open()
        await held[0].play()
        await held[0].stream_microphone()
        await asyncio.sleep(0)  # they begin
        devices = held[0]._player, held[0]._microphone
        drop(held)
        assert [await asyncio.to_thread(each.closed.wait, 5) for each in devices] == [True, True]

    with service.server(Peer(service)) as url:
        asyncio.run(play(url))


@services
def test_async_a_session_may_be_dropped_in_another_thread(service: Service) -> None:
    """Garbage is collected wherever it is found; the loop hears of it."""
    peer = Peer(service)

    async def play(url: str) -> None:
        held = [service.async_session(url)]
        await held[0].open()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.to_thread(drop, held)
        done, left = await asyncio.wait(others, timeout=5)
        assert (len(done), left) == (2, set())

    with service.server(peer) as url:
        asyncio.run(play(url))
        assert peer.gone.wait(5)


@services
def test_a_session_that_was_not_opened_is_no_leak(service: Service) -> None:
    """Nor is one that was closed by hand."""
    with service.server(Peer(service)) as url:
        service.session(url)
        session = service.session(url)
        session.open()
        session.close()
        del session
        gc.collect()


def test_a_latch_opens_for_all_who_wait() -> None:
    """Those before and those after, and twice is once."""
    latch = Latch()
    assert not latch.wait(0.001)
    assert not latch.is_set()
    passed: list[bool] = []
    threads = [threading.Thread(target=lambda: passed.append(latch.wait(5))) for _ in range(3)]
    for thread in threads:
        thread.start()
    latch.set()
    latch.set()
    for thread in threads:
        thread.join(5)
    assert passed == [True] * 3
    assert latch.wait(0.0)
