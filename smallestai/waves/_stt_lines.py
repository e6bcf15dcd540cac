"""The connections of a live transcription, one after another. Blocking and async, side by side.

Who waits for a frame holds the lock for reading. A connection that has gone is replaced by whoever
reads; where nobody does, a sender reads what has come and sees to it.
"""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from smallestai._sending import abort, cut
from smallestai._sessions.latch import Latch, set_within
from smallestai._sockets import ConnectionClosed, close_of, connect, connect_async
from smallestai.errors import SmallestError
from smallestai.protocol.transcription import State
from smallestai.waves._stt_wire import AsyncWire, Wire, received_now, received_soon

if TYPE_CHECKING:
    import weakref

_MOST_AT_ONCE = 256  # frames that are read at once for want of a reader


class Line(Wire):
    """The blocking half."""

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


def watch(stream: weakref.ref[Line], stopped: Latch, tick: float) -> None:
    while not stopped.wait(tick):
        watched = stream()
        if watched is None:
            return
        watched._check()
        del watched


class AsyncLine(AsyncWire):
    """The async half."""

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
                frame = received_now(socket) or await received_soon(socket, timeout)
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
                if await set_within(self._stopped, self._pause_after(self._cause)):
                    self._give_up()
                    break
                await self._reconnect()
        except SmallestError as error:
            self._fail(error)
        if self._over:
            await self._release()

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


async def watch_async(stream: weakref.ref[AsyncLine], tick: float) -> None:
    while True:
        await asyncio.sleep(tick)
        watched = stream()
        if watched is None:
            return
        await watched._check()
        del watched
