"""The connection of a session with an agent, opened anew when it is lost. Blocking and async."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sockets import ConnectionClosed, close_of, connect, connect_async
from smallestai.atoms._realtime_link import BaseLink, worded
from smallestai.errors import APIError, APITimeoutError, SmallestError
from smallestai.protocol.agent import State
from smallestai.waves._hydra_link import closed_error, give_up_after
from smallestai.waves._sending import abort, cut, end, end_async, ping, send, send_async

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai_atoms.api.realtime import AsyncRealtime, Realtime

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.atoms._realtime_settings import Door, Wanted
    from smallestai.protocol.agent_events import Event

GOODBYE = 2.0  # seconds the service has to answer a ``session.close``


class Link(BaseLink):
    """The blocking one. Threads may share it: one receives, any may write."""

    def __init__(self, wanted: Wanted, operations: Realtime) -> None:
        super().__init__(wanted)
        self.lock = threading.RLock()  # of the protocol: held while it decides, never while waiting
        self.closed = threading.Event()
        self._operations = operations
        self._turn = threading.Lock()  # of those who write
        self._gone = threading.Event()  # nobody receives any more
        self._socket: ClientConnection | None = None
        self._pong: threading.Event | None = None

    def open(self) -> list[Event]:
        """Begin the session; return what the service said.

        Raises:
            SmallestError: The service cannot be reached, or refuses.
        """
        while True:
            try:
                happened = self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self.wanted.config.max_retries)
            else:
                self._begin_count()
                return happened
            if self.closed.wait(pause):
                raise closed_error()

    def batches(self) -> Iterator[list[Event]]:
        """Iterate what happens, until the session ends."""
        try:
            yield from self._batches()
        finally:
            self._gone.set()

    def flush(self) -> None:
        """Write what the protocol wants to be written."""
        with self._turn:
            with self.lock:
                frames, socket = self.protocol.frames_to_send(), self._socket
            if not frames or socket is None:
                return
            for frame in frames:
                self._log("sent", frame)
            with suppress(ConnectionClosed, APITimeoutError):  # whoever receives takes the loss
                send(socket, frames, self._limit)

    def check(self, now: float) -> None:
        """Ping, and drop a connection that does not answer."""
        socket = self._socket
        if socket is None:
            return
        if self._pong is not None and self._pong.is_set():
            self._liveness.pong()
        verdict = self._liveness.check(now)
        if verdict == "ping":
            self._liveness.ping(now)
            if self._turn.acquire(blocking=False):
                try:
                    self._pong = ping(socket)
                finally:
                    self._turn.release()
        elif verdict != "well":
            cut(socket)

    def close(self) -> None:
        """Ask the service for the end, wait for it a little, and close the connection."""
        with self.lock:
            self.protocol.close()
            asked = self.protocol.state is State.CLOSING
        self.flush()
        if asked:
            self._gone.wait(GOODBYE)
        socket = self._taken()
        if socket is not None:
            end(socket)

    def abort(self) -> None:
        """Drop the connection without a word; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            cut(socket)

    def _taken(self) -> ClientConnection | None:
        """Count as closed from now on; return the socket that is left."""
        self.closed.set()
        with self.lock:
            self.protocol.end()
            socket, self._socket = self._socket, None
        return socket

    def _batches(self) -> Iterator[list[Event]]:
        while not self.closed.is_set() and self.protocol.state is not State.ENDED:
            socket = self._socket
            if socket is None:
                return
            try:
                frame = socket.recv(None, False)
            except ConnectionClosed as error:
                self._release(socket)
                with self.lock:
                    failure = None if self.closed.is_set() else self._failure(error)
                if failure is None:
                    return
                yield from self._again(failure)
                continue
            yield self._receive(frame)
            if self.protocol.has_frames:
                self.flush()

    def _greeted(self) -> list[Event]:
        """Open a connection and wait until the session has begun."""
        door = self._door()
        try:
            socket = connect(door.config, door.path, {})
        except APIError as error:
            raise worded(error) from error.__cause__
        give_up_after(socket.socket, self._limit)
        try:
            with self.lock:
                self._connected(door)
                self._pong = None
                self._socket = socket
            return self._begun(socket)
        except BaseException:
            self._release(socket)
            with self.lock:
                if self.protocol.state is State.GREETING:
                    self.protocol.disconnected()
            raise

    def _door(self) -> Door:
        if not self.wanted.mints:
            return self.wanted.door()
        return self.wanted.door(self._operations.register_call(**self._registration()))

    def _begun(self, socket: ClientConnection) -> list[Event]:
        happened: list[Event] = []
        limit = monotonic() + self.wanted.config.timeout.first
        while self.protocol.state is State.GREETING:
            try:
                frame = socket.recv(max(0.0, limit - monotonic()), False)
            except TimeoutError:
                raise self._late() from None
            except ConnectionClosed as error:
                self._check_open()
                self.protocol.receive_close(*close_of(error))
                raise
            happened += self._receive(frame)
        self.flush()
        self._began = monotonic()
        return happened

    def _receive(self, frame: bytes | str) -> list[Event]:
        self._log("received", frame)
        with self.lock:
            return self.protocol.receive(frame, monotonic())

    def _again(self, error: SmallestError) -> Iterator[list[Event]]:
        """Open another connection, as often as it is worth while."""
        self._note_loss(monotonic())
        with self.lock:
            self.protocol.disconnected()
        while True:
            pause = self._pause(error, self.wanted.reconnects)
            yield [self._disconnected(error, pause)]
            if self.closed.wait(pause):
                return
            try:
                happened = self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error = failure
                continue
            yield [*happened, self._reconnected()]
            return

    def _release(self, socket: ClientConnection) -> None:
        with self.lock:
            if self._socket is socket:
                self._socket = None
        cut(socket)


class AsyncLink(BaseLink):
    """The async one. Tasks of one event loop share it: one receives, any may write."""

    def __init__(self, wanted: Wanted, operations: AsyncRealtime) -> None:
        super().__init__(wanted)
        self.closed = asyncio.Event()
        self._operations = operations
        self._turn = asyncio.Lock()  # of those who write
        self._gone = asyncio.Event()  # nobody receives any more
        self._socket: AsyncClientConnection | None = None
        self._pong: Any = None

    async def open(self) -> list[Event]:
        """Begin the session; see `Link.open`."""
        while True:
            try:
                happened = await self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self.wanted.config.max_retries)
            else:
                self._begin_count()
                return happened
            if await _set_within(self.closed, pause):
                raise closed_error()

    async def batches(self) -> AsyncIterator[list[Event]]:
        """Iterate what happens, until the session ends."""
        try:
            async for batch in self._batches():
                yield batch
        finally:
            self._gone.set()

    async def flush(self) -> None:
        """Write what the protocol wants to be written."""
        async with self._turn:
            frames, socket = self.protocol.frames_to_send(), self._socket
            if not frames or socket is None:
                return
            for frame in frames:
                self._log("sent", frame)
            with suppress(ConnectionClosed, APITimeoutError):  # whoever receives takes the loss
                await send_async(socket, frames, self._limit)

    async def check(self, now: float) -> None:
        """Ping, and drop a connection that does not answer."""
        socket = self._socket
        if socket is None:
            return
        if self._pong is not None and self._pong.done():
            self._liveness.pong()
        verdict = self._liveness.check(now)
        if verdict == "ping":
            self._liveness.ping(now)
            with suppress(ConnectionClosed, TimeoutError):
                async with asyncio.timeout(self._limit):
                    self._pong = await socket.ping()
        elif verdict != "well":
            abort(socket)

    async def close(self) -> None:
        """Ask the service for the end, wait for it a little, and close the connection."""
        self.protocol.close()
        asked = self.protocol.state is State.CLOSING
        await self.flush()
        if asked:
            await _set_within(self._gone, GOODBYE)
        socket = self._taken()
        if socket is not None:
            await end_async(socket)

    def abort(self) -> None:
        """Drop the connection without a word; whoever receives sees the end."""
        socket = self._taken()
        if socket is not None:
            socket.transport.abort()

    def _taken(self) -> AsyncClientConnection | None:
        """Count as closed from now on; return the socket that is left."""
        self.closed.set()
        self.protocol.end()
        socket, self._socket = self._socket, None
        return socket

    async def _batches(self) -> AsyncIterator[list[Event]]:
        while not self.closed.is_set() and self.protocol.state is not State.ENDED:
            socket = self._socket
            if socket is None:
                return
            try:
                frame = await socket.recv(False)
            except ConnectionClosed as error:
                await self._release(socket)
                failure = None if self.closed.is_set() else self._failure(error)
                if failure is None:
                    return
                async for batch in self._again(failure):
                    yield batch
                continue
            yield self._receive(frame)
            if self.protocol.has_frames:
                await self.flush()

    async def _greeted(self) -> list[Event]:
        """Open a connection and wait until the session has begun."""
        door = await self._door()
        try:
            socket = await connect_async(door.config, door.path, {})
        except APIError as error:
            raise worded(error) from error.__cause__
        give_up_after(socket.transport.get_extra_info("socket"), self._limit)
        try:
            self._connected(door)
            self._pong = None
            self._socket = socket
            return await self._begun(socket)
        except BaseException:
            await self._release(socket)
            if self.protocol.state is State.GREETING:
                self.protocol.disconnected()
            raise

    async def _door(self) -> Door:
        if not self.wanted.mints:
            return self.wanted.door()
        return self.wanted.door(await self._operations.register_call(**self._registration()))

    async def _begun(self, socket: AsyncClientConnection) -> list[Event]:
        happened: list[Event] = []
        try:
            async with asyncio.timeout(self.wanted.config.timeout.first):
                while self.protocol.state is State.GREETING:
                    happened += self._receive(await socket.recv(False))
        except TimeoutError:
            raise self._late() from None
        except ConnectionClosed as error:
            self._check_open()
            self.protocol.receive_close(*close_of(error))
            raise
        await self.flush()
        self._began = monotonic()
        return happened

    def _receive(self, frame: bytes | str) -> list[Event]:
        self._log("received", frame)
        return self.protocol.receive(frame, monotonic())

    async def _again(self, error: SmallestError) -> AsyncIterator[list[Event]]:
        """Open another connection, as often as it is worth while."""
        self._note_loss(monotonic())
        self.protocol.disconnected()
        while True:
            pause = self._pause(error, self.wanted.reconnects)
            yield [self._disconnected(error, pause)]
            if await _set_within(self.closed, pause):
                return
            try:
                happened = await self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error = failure
                continue
            yield [*happened, self._reconnected()]
            return

    async def _release(self, socket: AsyncClientConnection) -> None:
        if self._socket is socket:
            self._socket = None
        socket.transport.abort()
        await socket.wait_closed()


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()
