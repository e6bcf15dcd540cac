"""The connections of a live transcription, one after another. Blocking and async, side by side.

Who waits for a frame holds the lock for reading. A connection that has gone is replaced by whoever
reads; where nobody does, a sender reads what has come and sees to it.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sockets import ConnectionClosed, close_of, connect, connect_async, is_open
from smallestai.errors import SmallestError
from smallestai.protocol.transcription import State
from smallestai.waves._sending import abort, cut, ping
from smallestai.waves._stt_session import Session

if TYPE_CHECKING:
    import weakref

    from smallestai._config import Config, Timeout
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.waves._stt_live import LiveRequest


# How much is read at once for want of a reader, and how long the next frame is waited for while a
# write stalls, which may be because nobody reads.
_MOST_AT_ONCE = 256
_LINGER = 0.05  # seconds


class Line(Session):
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
        self._stopped = threading.Event()
        self._guard: threading.Thread | None = None
        self._pong: threading.Event | None = None

    def _write(self, frames: list[bytes | str]) -> bool:
        """Write frames; False where the connection has gone, which the reader sees to."""
        socket, liveness = self._socket, self._liveness
        if socket is None:
            return False
        try:
            while frames:
                liveness.writing_since = monotonic()
                socket.send(frames.pop(0))
        except ConnectionClosed:
            return False
        except BaseException:  # interrupted: the rest goes out with what is sent next
            self._protocol.put_back(frames)
            raise
        finally:
            liveness.writing_since = None
        return True

    def _catch_up(self, wait: float = 0.0, *, recovers: bool = True) -> None:
        """Read what has come, unless somebody reads: then it is theirs to see to.

        Args:
            wait: Seconds to wait for each frame.
            recovers: Whether to replace a connection that has gone.
        """
        self._unread = 0
        if self._reading.acquire(blocking=False):
            try:
                for _ in range(_MOST_AT_ONCE):
                    if self._over or not self._receive(wait, recovers=recovers):
                        break
            finally:
                self._reading.release()

    # -- receiving; whoever calls these holds the lock for reading

    def _receive(self, timeout: float | None = None, *, recovers: bool = True) -> bool:
        """Take the next frame, over another connection if need be; False where none came."""
        socket = self._socket
        if socket is None:
            if recovers:
                self._recover()
            return recovers
        try:
            frame = socket.recv(timeout, False)
        except TimeoutError:
            return False
        except ConnectionClosed as error:
            if recovers:
                self._broken(error)
            return recovers
        try:
            with self._lock:
                self._arrived(frame)
        except SmallestError as error:
            self._fail(error)
        if self._over:
            self._release()
        return True

    def _broken(self, error: ConnectionClosed) -> None:
        try:
            with self._lock:
                if self._closed or self._released:
                    self._give_up()
                else:
                    self._lost(*close_of(error))
        except SmallestError as failure:
            self._fail(failure)
        self._drop()
        if self._over or self._cause is None:
            self._give_up()
            self._release()
        else:
            self._recover()

    def _recover(self) -> None:
        """Open another connection and send again what is not acknowledged."""
        try:
            while self._cause is not None:
                if self._stopped.wait(self._pause_after(self._cause)):
                    self._give_up()
                    break
                self._reconnect()
        except SmallestError as error:
            self._fail(error)
        if self._over:
            self._release()

    def _reconnect(self) -> None:
        try:
            socket = connect(self._config, self._request.path, self._request.headers)
        except SmallestError as error:
            self._cause = error
            return
        with self._sending:
            with self._lock:
                self._socket = socket
                frames = self._connected()
            if self._released:  # from another thread, meanwhile
                cut(socket)
            self._write(frames)  # a failure is seen by the next read

    def _drop(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.close()

    def _release(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if self._released:
            return
        self._released = True
        self._stopped.set()
        socket = self._socket
        if socket is not None:
            socket.close() if self._protocol.state is State.DONE else cut(socket)
        if self._guard is not None and self._guard is not threading.current_thread():
            self._guard.join()

    # -- the guard

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


def watch(stream: weakref.ref[Line], stopped: threading.Event, tick: float) -> None:
    while not stopped.wait(tick):
        watched = stream()
        if watched is None:
            return
        watched._check()
        del watched


class AsyncLine(Session):
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

    async def _catch_up(self, wait: float = 0.0, *, recovers: bool = True) -> None:
        """Read what has come, unless somebody reads: then it is theirs to see to.

        Args:
            wait: Seconds to wait for each frame.
            recovers: Whether to replace a connection that has gone.
        """
        self._unread = 0
        if self._reading.locked():
            return
        async with self._reading:
            for _ in range(_MOST_AT_ONCE):
                if self._over or not await self._receive(wait, recovers=recovers):
                    break

    # -- receiving; whoever calls these holds the lock for reading

    async def _receive(self, timeout: float | None = None, *, recovers: bool = True) -> bool:
        """Take the next frame, over another connection if need be; False where none came."""
        socket = self._socket
        if socket is None:
            if recovers:
                await self._recover()
            return recovers
        try:
            if timeout is None:
                frame: bytes | None = await socket.recv(False)
            else:
                frame = _received_now(socket) or await _soon(socket, timeout)
        except ConnectionClosed as error:
            if recovers:
                await self._broken(error)
            return recovers
        if frame is None:
            return False
        try:
            self._arrived(frame)
        except SmallestError as error:
            self._fail(error)
        if self._over:
            await self._release()
        return True

    async def _broken(self, error: ConnectionClosed) -> None:
        try:
            if self._closed or self._released:
                self._give_up()
            else:
                self._lost(*close_of(error))
        except SmallestError as failure:
            self._fail(failure)
        self._socket = None
        if self._over or self._cause is None:
            self._give_up()
            await self._release()
        else:
            await self._recover()

    async def _recover(self) -> None:
        """Open another connection and send again what is not acknowledged."""
        try:
            while self._cause is not None:
                if await self._pause(self._pause_after(self._cause)):
                    self._give_up()
                    break
                await self._reconnect()
        except SmallestError as error:
            self._fail(error)
        if self._over:
            await self._release()

    async def _pause(self, seconds: float) -> bool:
        """Wait; True where the stream was closed meanwhile."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopped.wait()
        return self._stopped.is_set()

    async def _reconnect(self) -> None:
        try:
            socket = await connect_async(self._config, self._request.path, self._request.headers)
        except SmallestError as error:
            self._cause = error
            return
        async with self._sending:
            self._socket = socket
            frames = self._connected()
            if self._released:  # from another task, meanwhile
                abort(socket)
            await self._write(frames)  # a failure is seen by the next read

    async def _release(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if self._released:
            return
        self._released = True
        self._stopped.set()
        ours = [task for task in (self._guard, self._feeder) if task is not None]
        others = [task for task in ours if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others)
        if self._socket is not None:
            if self._protocol.state is not State.DONE:
                self._socket.transport.abort()
            await self._socket.close()

    # -- the guard

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


async def _soon(socket: AsyncClientConnection, seconds: float) -> bytes | None:
    """Return the next frame if it comes so soon."""
    if seconds:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return await socket.recv(False)
    return None


async def watch_async(stream: weakref.ref[AsyncLine], tick: float) -> None:
    while True:
        await asyncio.sleep(tick)
        watched = stream()
        if watched is None:
            return
        await watched._check()
        del watched


def _received_now(socket: AsyncClientConnection) -> bytes | None:
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
