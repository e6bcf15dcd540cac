"""Sockets that are kept for the next utterance: a second one pays no handshake."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from socket import SHUT_RDWR
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from smallestai._sockets import ConnectionClosed, connect, connect_async, is_open
from smallestai.errors import RemoteProtocolError
from smallestai.protocol.frames import read_frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._config import Config
    from smallestai._sockets import AsyncClientConnection, ClientConnection

PATH = "/waves/v1/tts/live"

# The service closes a socket after 60 idle seconds; one that is nearly there is not used any more.
_FRESH_SECONDS = 45.0
_MOST_IDLE = 8


class Wanted(NamedTuple):
    """What a socket is opened with; those that were opened alike can stand in for each other."""

    config: Config
    headers: Mapping[str, str]

    @property
    def key(self) -> tuple[Any, ...]:
        """What makes sockets alike: where they lead, and all that their handshakes say."""
        config = self.config
        return config.base_url, config.api_key, *config.headers.items(), *self.headers.items()


class Sockets(Protocol):
    """Where a blocking link gets its socket from and gives it back to."""

    def acquire(self, wanted: Wanted, *, fresh: bool = False) -> tuple[ClientConnection, bool]:
        """Return a socket and whether it has been used before; never a used one if ``fresh``."""

    def release(self, wanted: Wanted, socket: ClientConnection) -> None:
        """Take a socket back on which nothing is under way."""

    def discard(self, socket: ClientConnection) -> None:
        """Take a socket back that is of no more use."""


class AsyncSockets(Protocol):
    """Where an async link gets its socket from and gives it back to."""

    async def acquire(
        self, wanted: Wanted, *, fresh: bool = False
    ) -> tuple[AsyncClientConnection, bool]:
        """Return a socket and whether it has been used before; never a used one if ``fresh``."""

    async def release(self, wanted: Wanted, socket: AsyncClientConnection) -> None:
        """Take a socket back on which nothing is under way."""

    async def discard(self, socket: AsyncClientConnection) -> None:
        """Take a socket back that is of no more use."""

    def abandon(self, socket: AsyncClientConnection) -> None:
        """Take a socket back from a stream that nobody closed; the loop may be closed."""


class Idle(NamedTuple):
    """A socket that is kept: what it was opened with, and since when nothing was sent on it."""

    key: tuple[Any, ...]
    socket: Any
    since: float

    @property
    def is_fresh(self) -> bool:
        """Whether the service keeps it open for a while yet."""
        return self.since > monotonic() - _FRESH_SECONDS

    def serves(self, wanted: Wanted) -> bool:
        """Whether it is what an utterance wants."""
        return self.is_fresh and self.key == wanted.key

    def renewed(self) -> Idle:
        """Return it with something just sent on it."""
        return self._replace(since=monotonic())


def idle(wanted: Wanted, socket: Any) -> Idle:
    """Return a socket as one that is idle from now on."""
    return Idle(wanted.key, socket, monotonic())


class _Shelf:
    """The idle sockets of a pool, the oldest first; the newest are used first."""

    def __init__(self) -> None:
        self._idle: list[Idle] = []

    def put(self, kept: Idle) -> list[Any]:
        """Keep a socket; return those that are not kept any more."""
        self._idle.append(kept)
        return self._stale()

    def take(self, key: tuple[Any, ...]) -> tuple[Any | None, list[Any]]:
        """Return a socket that may still be good, and those that are not kept any more."""
        stale = self._stale()
        for at in range(len(self._idle) - 1, -1, -1):
            if self._idle[at].key == key:
                return self._idle.pop(at).socket, stale
        return None, stale

    def clear(self) -> list[Any]:
        """Return all sockets and forget them."""
        kept, self._idle = self._idle, []
        return [each.socket for each in kept]

    def _stale(self) -> list[Any]:
        stale = []
        while self._idle and (len(self._idle) > _MOST_IDLE or not self._idle[0].is_fresh):
            stale.append(self._idle.pop(0).socket)
        return stale


class SocketPool:
    """The blocking pool of a client; threads may share it."""

    def __init__(self) -> None:
        self._shelf = _Shelf()
        self._lock = threading.Lock()
        self._closed = False

    def acquire(self, wanted: Wanted, *, fresh: bool = False) -> tuple[ClientConnection, bool]:
        """Return a socket, an idle one where there is one; see `Sockets`."""
        while not fresh:
            with self._lock:
                socket, stale = self._shelf.take(wanted.key)
            for each in stale:
                cut(each)
            if socket is None:
                break
            if is_quiet(socket):
                return socket, True
            cut(socket)
        return connect(wanted.config, PATH, wanted.headers), False

    def release(self, wanted: Wanted, socket: ClientConnection) -> None:
        """Keep a socket for the next utterance."""
        with self._lock:
            surplus = [socket] if self._closed else self._shelf.put(idle(wanted, socket))
        for each in surplus:
            cut(each)

    def discard(self, socket: ClientConnection) -> None:
        """Close a socket."""
        socket.close()

    def close(self) -> None:
        """Close the idle sockets; those in use are closed when they come back."""
        with self._lock:
            self._closed = True
            sockets = self._shelf.clear()
        for socket in sockets:
            socket.close()


class AsyncSocketPool:
    """The pool of an async client, for the event loop it is used on."""

    def __init__(self) -> None:
        self._shelf = _Shelf()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    async def acquire(
        self, wanted: Wanted, *, fresh: bool = False
    ) -> tuple[AsyncClientConnection, bool]:
        """Return a socket, an idle one where there is one; see `AsyncSockets`."""
        self._follow_loop()
        while not fresh:
            socket, stale = self._shelf.take(wanted.key)
            for each in stale:
                abort(each)
            if socket is None:
                break
            if is_quiet_async(socket):
                return socket, True
            abort(socket)
        return await connect_async(wanted.config, PATH, wanted.headers), False

    async def release(self, wanted: Wanted, socket: AsyncClientConnection) -> None:
        """Keep a socket for the next utterance."""
        self._follow_loop()
        surplus = [socket] if self._closed else self._shelf.put(idle(wanted, socket))
        for each in surplus:
            abort(each)

    async def discard(self, socket: AsyncClientConnection) -> None:
        """Close a socket."""
        await socket.close()

    def abandon(self, socket: AsyncClientConnection) -> None:
        """Drop a socket."""
        abort(socket)

    async def close(self) -> None:
        """Close the idle sockets; those in use are closed when they come back."""
        self._closed = True
        self._follow_loop()
        for socket in self._shelf.clear():
            await socket.close()

    def _follow_loop(self) -> None:
        """Drop the sockets of another loop: they work on that one alone."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop = loop
            for socket in self._shelf.clear():
                abort(socket)


def is_quiet(socket: ClientConnection) -> bool:
    """Return whether an idle socket is open and has had nothing to say but answers to pings."""
    try:
        while _is_pong(socket.recv(0, False)):
            pass
    except TimeoutError:
        return is_open(socket)
    except ConnectionClosed:
        return False
    return False


def is_quiet_async(socket: AsyncClientConnection) -> bool:
    """Return whether an idle socket is open and has had nothing to say but answers to pings."""
    try:
        while (frame := _received(socket)) is not None:
            if not _is_pong(frame):
                return False
    except ConnectionClosed:
        return False
    return is_open(socket)


def _received(socket: AsyncClientConnection) -> bytes | None:
    """Return the next frame that is there; None where one would have to be waited for."""
    waiting = socket.recv(False)
    try:
        waiting.send(None)
    except StopIteration as finished:
        frame: bytes = finished.value
        return frame
    with suppress(asyncio.CancelledError):
        waiting.throw(asyncio.CancelledError)
    return None


def cut(socket: ClientConnection) -> None:
    """Close a socket without waiting for the server to agree: it may have gone long ago."""
    with suppress(OSError):
        socket.socket.shutdown(SHUT_RDWR)
    socket.close()


def abort(socket: AsyncClientConnection) -> None:
    """Close a socket without waiting, from any thread; does nothing once its loop is closed."""
    with suppress(RuntimeError):
        socket.loop.call_soon_threadsafe(socket.transport.abort)


def _is_pong(frame: bytes) -> bool:
    try:
        read = read_frame(frame)
    except RemoteProtocolError:
        return False
    return not isinstance(read, dict) and read.type == "pong"
