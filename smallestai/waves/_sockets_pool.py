"""Sockets that are kept for the next utterance: a second one pays no handshake."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
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
        """What makes sockets alike."""
        headers = self.config.request_headers() | dict(self.headers)
        return self.config.base_url, tuple(sorted(headers.items()))


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


class _Shelf:
    """The idle sockets of a pool, by what they were opened with; the newest are used first."""

    def __init__(self) -> None:
        self._idle: dict[tuple[Any, ...], deque[tuple[float, Any]]] = {}

    def put(self, key: tuple[Any, ...], socket: Any) -> list[Any]:
        """Keep a socket; return those that are not kept any more."""
        shelf = self._idle.setdefault(key, deque())
        shelf.append((monotonic(), socket))
        return [shelf.popleft()[1] for _ in range(len(shelf) - _MOST_IDLE)]

    def take(self, key: tuple[Any, ...]) -> tuple[Any | None, list[Any]]:
        """Return a socket that may still be good, and those that are too old."""
        shelf = self._idle.get(key, deque())
        oldest = monotonic() - _FRESH_SECONDS
        stale = []
        while shelf and shelf[0][0] < oldest:
            stale.append(shelf.popleft()[1])
        return (shelf.pop()[1] if shelf else None), stale

    def clear(self) -> list[Any]:
        """Return all sockets and forget them."""
        sockets = [socket for shelf in self._idle.values() for _, socket in shelf]
        self._idle.clear()
        return sockets


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
                each.close()
            if socket is None:
                break
            if is_quiet(socket):
                return socket, True
            socket.close()
        return connect(wanted.config, PATH, wanted.headers), False

    def release(self, wanted: Wanted, socket: ClientConnection) -> None:
        """Keep a socket for the next utterance."""
        with self._lock:
            surplus = [socket] if self._closed else self._shelf.put(wanted.key, socket)
        for each in surplus:
            each.close()

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
                await each.close()
            if socket is None:
                break
            if await is_quiet_async(socket):
                return socket, True
            await socket.close()
        return await connect_async(wanted.config, PATH, wanted.headers), False

    async def release(self, wanted: Wanted, socket: AsyncClientConnection) -> None:
        """Keep a socket for the next utterance."""
        self._follow_loop()
        surplus = [socket] if self._closed else self._shelf.put(wanted.key, socket)
        for each in surplus:
            await each.close()

    async def discard(self, socket: AsyncClientConnection) -> None:
        """Close a socket."""
        await socket.close()

    async def close(self) -> None:
        """Close the idle sockets; those in use are closed when they come back."""
        self._closed = True
        self._follow_loop()
        for socket in self._shelf.clear():
            await socket.close()

    def _follow_loop(self) -> None:
        """Forget the sockets of another loop: they work on that one alone."""
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop = loop
            self._shelf.clear()


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


async def is_quiet_async(socket: AsyncClientConnection) -> bool:
    """Return whether an idle socket is open and has had nothing to say but answers to pings."""
    try:
        async with asyncio.timeout(0):
            while _is_pong(await socket.recv(False)):
                pass
    except TimeoutError:
        return is_open(socket)
    except ConnectionClosed:
        return False
    return False


def _is_pong(frame: bytes) -> bool:
    try:
        read = read_frame(frame)
    except RemoteProtocolError:
        return False
    return not isinstance(read, dict) and read.type == "pong"
