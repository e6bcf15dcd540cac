"""One connection of a live transcription: writing on it, and looking after it. Both worlds."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sending import await_room, cut, ping
from smallestai._sessions.latch import Latch
from smallestai._sockets import ConnectionClosed, is_open
from smallestai.waves._stt_session import Session

if TYPE_CHECKING:
    from smallestai._config import Config, Timeout
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.waves._stt_live import LiveRequest

# How long the next frame is waited for while a write stalls, which may be because nobody reads.
_LINGER = 0.05  # seconds


class Wire(Session):
    """The blocking half."""

    def __init__(
        self, config: Config, request: LiveRequest, timeout: Timeout | float | None = None
    ) -> None:
        super().__init__(config, request, timeout)
        self._socket: ClientConnection | None = None
        self._lock = threading.Lock()  # of the protocol; never held while waiting
        self._sending = threading.Lock()  # frames go out in order
        self._reading = threading.Lock()  # one at a time waits for a frame
        self._opening = threading.Lock()
        self._stopped = Latch()
        self._guard: threading.Thread | None = None
        self._pong: threading.Event | None = None

    def _catch_up(self, wait: float = 0.0, *, recovers: bool = True) -> None:
        """Read what has come, unless somebody reads."""
        raise NotImplementedError

    def _write(self, frames: list[bytes | str]) -> bool:
        """Write frames; False where the connection has gone, which the reader sees to."""
        socket, liveness = self._socket, self._liveness
        if socket is None:
            return False
        try:
            while frames:
                liveness.writing_since = monotonic()
                await_room(socket)  # the guard ends the wait of a write that stalls
                socket.send(frames.pop(0))
        except ConnectionClosed:
            return False
        except BaseException:  # interrupted: the rest goes out with what is sent next
            self._protocol.put_back(frames)
            raise
        finally:
            liveness.writing_since = None
        return True

    def _check(self) -> None:
        """Look after the connection; called now and then by a thread of its own."""
        if not self._over:
            # An answer that nobody has read yet has come all the same. To replace a connection is
            # not for the guard: it could not watch over itself.
            linger = _LINGER if self._liveness.writing_since else 0.0
            self._catch_up(linger, recovers=False)
        socket, now = self._socket, monotonic()
        if socket is None or self._over or not is_open(socket):
            return
        if self._pong is not None and self._pong.is_set():
            self._liveness.pong()
        verdict = self._liveness.check(now)
        if verdict == "ping":
            if self._sending.acquire(blocking=False):
                try:
                    self._liveness.ping(now)
                    self._pong = ping(socket)
                finally:
                    self._sending.release()
        elif verdict != "well":
            self._verdict = verdict
            cut(socket)


class AsyncWire(Session):
    """The async half."""

    def __init__(
        self, config: Config, request: LiveRequest, timeout: Timeout | float | None = None
    ) -> None:
        super().__init__(config, request, timeout)
        self._socket: AsyncClientConnection | None = None
        self._sending = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._opening = asyncio.Lock()
        self._stopped = asyncio.Event()
        self._guard: asyncio.Task[None] | None = None
        self._feeder: asyncio.Task[None] | None = None
        self._pong: Any = None

    async def _catch_up(self, wait: float = 0.0, *, recovers: bool = True) -> None:
        """Read what has come, unless somebody reads."""
        raise NotImplementedError

    async def _write(self, frames: list[bytes | str]) -> bool:
        """Write frames; False where the connection has gone, which the reader sees to."""
        socket, liveness = self._socket, self._liveness
        if socket is None:
            return False
        try:
            while frames:
                liveness.writing_since = monotonic()
                await socket.send(frames.pop(0))
        except ConnectionClosed:
            return False
        except BaseException:  # cancelled: the rest goes out with what is sent next
            self._protocol.put_back(frames)
            raise
        finally:
            liveness.writing_since = None
        return True

    async def _check(self) -> None:
        """Look after the connection; called now and then by a task of its own."""
        if not self._over:
            # An answer that nobody has read yet has come all the same. To replace a connection is
            # not for the guard: it could not watch over itself.
            linger = _LINGER if self._liveness.writing_since else 0.0
            await self._catch_up(linger, recovers=False)
        socket, now = self._socket, monotonic()
        if socket is None or self._over or not is_open(socket):
            return
        if self._pong is not None and self._pong.done():
            self._liveness.pong()
        verdict = self._liveness.check(now)
        if verdict == "ping":
            if not self._sending.locked():
                self._liveness.ping(now)
                self._pong = None
                with suppress(ConnectionClosed):
                    self._pong = await socket.ping()
        elif verdict != "well":
            self._verdict = verdict
            socket.transport.abort()


async def received_soon(socket: AsyncClientConnection, seconds: float) -> bytes | None:
    """Return the next frame if it comes so soon."""
    if seconds:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return await socket.recv(False)
    return None


def received_now(socket: AsyncClientConnection) -> bytes | None:
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
