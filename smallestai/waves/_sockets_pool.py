"""Sockets that are kept for the next utterance: a second one pays no handshake."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from smallestai._sending import abort, cut, end, end_async
from smallestai._sockets import ConnectionClosed, connect, connect_async, is_open
from smallestai.errors import RemoteProtocolError
from smallestai.protocol.frames import read_frame
from smallestai.waves._shelf import Shelf, idle

if TYPE_CHECKING:
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.waves._shelf import Wanted

PATH = "/waves/v1/tts/live"


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


class SocketPool:
    """The blocking pool of a client; threads may share it."""

    def __init__(self) -> None:
        self._shelf = Shelf()
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
        end(socket)

    def close(self) -> None:
        """Close the idle sockets; those in use are closed when they come back."""
        with self._lock:
            self._closed = True
            sockets = self._shelf.clear()
        for socket in sockets:
            end(socket)


class AsyncSocketPool:
    """The pool of an async client, for the event loop it is used on."""

    def __init__(self) -> None:
        self._shelf = Shelf()
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
        await end_async(socket)

    def abandon(self, socket: AsyncClientConnection) -> None:
        """Drop a socket."""
        abort(socket)

    async def close(self) -> None:
        """Close the idle sockets; those in use are closed when they come back."""
        self._closed = True
        self._follow_loop()
        for socket in self._shelf.clear():
            await end_async(socket)

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


def _is_pong(frame: bytes) -> bool:
    try:
        read = read_frame(frame)
    except RemoteProtocolError:
        return False
    return not isinstance(read, dict) and read.type == "pong"
