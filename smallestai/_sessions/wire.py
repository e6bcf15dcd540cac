"""One connection of a session: writing on it, and closing it. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from smallestai._sending import cut, end, end_async, send, send_async, shut
from smallestai._sessions.latch import Latch
from smallestai._sessions.link import BaseLink, E, Wanted
from smallestai._sockets import ConnectionClosed
from smallestai.errors import APITimeoutError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._backoff import Backoff
    from smallestai._sockets import AsyncClientConnection, ClientConnection


class Wire(BaseLink[E]):
    """The blocking one. Threads may share it.

    Attributes:
        lock: Held while the protocol decides, never while waiting.
        closed: Set by `close`, `abort` and `abandon`.
        woken: Set when the clock has something new to look at.
    """

    def __init__(self, wanted: Wanted, backoffs: Mapping[str, Backoff]) -> None:
        super().__init__(wanted, backoffs)
        self.lock = threading.RLock()
        self.closed = Latch()
        self.woken = threading.Event()
        self._turn = threading.Lock()  # of those who write
        self._gone = threading.Event()  # nobody receives any more
        self._socket: ClientConnection | None = None

    def flush(self) -> None:
        """Write what the protocol wants to be written."""
        with self._turn:
            with self.lock:
                frames, socket = self.protocol.frames_to_send(), self._socket
            if not frames or socket is None:
                return
            for frame in frames:
                self._note("sent", frame)
            with suppress(ConnectionClosed, APITimeoutError):  # whoever receives takes the loss
                send(socket, frames, self._limit)

    def close(self) -> None:
        """Close the connection; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            end(socket)

    def abort(self) -> None:
        """Drop the connection without a word; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            cut(socket)

    def abandon(self) -> None:
        """Have whoever receives drop the connection; takes no lock, and may be called anywhere."""
        self.closed.set()
        socket = self._socket
        if socket is not None:
            shut(socket)

    def _taken(self) -> ClientConnection | None:
        """Count as closed from now on; return the socket that is left."""
        self.closed.set()
        with self.lock:
            self.protocol.end()
            socket, self._socket = self._socket, None
        return socket

    def _drop(self, socket: ClientConnection) -> None:
        with self.lock:
            if self._socket is socket:
                self._socket = None
            if self.protocol.state in self.beginning:
                self.protocol.disconnected()
        cut(socket)


class AsyncWire(BaseLink[E]):
    """The async one; see `Wire`. Tasks of one event loop may share it."""

    def __init__(self, wanted: Wanted, backoffs: Mapping[str, Backoff]) -> None:
        super().__init__(wanted, backoffs)
        self.closed = asyncio.Event()
        self.woken = asyncio.Event()
        self._turn = asyncio.Lock()  # of those who write
        self._gone = asyncio.Event()  # nobody receives any more
        self._loop: asyncio.AbstractEventLoop | None = None
        self._socket: AsyncClientConnection | None = None

    async def flush(self) -> None:
        """Write what the protocol wants to be written."""
        async with self._turn:
            frames, socket = self.protocol.frames_to_send(), self._socket
            if not frames or socket is None:
                return
            for frame in frames:
                self._note("sent", frame)
            with suppress(ConnectionClosed, APITimeoutError):  # whoever receives takes the loss
                await send_async(socket, frames, self._limit)

    async def close(self) -> None:
        """Close the connection; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            await end_async(socket)

    def abort(self) -> None:
        """Drop the connection without a word; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            socket.transport.abort()

    def abandon(self) -> None:
        """Have the loop drop the connection; may be called from any thread."""
        if self._loop is not None:
            with suppress(RuntimeError):  # it is closed, and the connection with it
                self._loop.call_soon_threadsafe(self.abort)

    def _taken(self) -> AsyncClientConnection | None:
        """Count as closed from now on; return the socket that is left."""
        self.closed.set()
        self.protocol.end()
        socket, self._socket = self._socket, None
        return socket

    async def _drop(self, socket: AsyncClientConnection) -> None:
        if self._socket is socket:
            self._socket = None
        if self.protocol.state in self.beginning:
            self.protocol.disconnected()
        socket.transport.abort()
        await socket.wait_closed()
