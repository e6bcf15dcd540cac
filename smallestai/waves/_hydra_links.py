"""The connection of a speech-to-speech session, opened anew when it is lost. Blocking and async."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._sockets import ConnectionClosed, close_of, connect, connect_async
from smallestai.errors import APITimeoutError, SmallestError
from smallestai.waves._hydra_link import BEGINNING, TICK, BaseLink, closed_error, give_up_after
from smallestai.waves._sending import abort, cut, end, end_async, send, send_async

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.hydra_events import Event
    from smallestai.waves._hydra_settings import Wanted


class Link(BaseLink):
    """The blocking one. Threads may share it: one receives, any may write."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self.lock = threading.RLock()  # of the protocol: held while it decides, never while waiting
        self.closed = threading.Event()
        self._turn = threading.Lock()  # of those who write
        self._socket: ClientConnection | None = None

    def open(self) -> list[Event]:
        """Begin the session; return what the service said.

        Raises:
            SmallestError: The service cannot be reached, or refuses.
        """
        while True:
            try:
                return self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self.wanted.config.max_retries)
            if self.closed.wait(pause):
                raise closed_error()

    def batches(self) -> Iterator[list[Event]]:
        """Iterate what happens, until the session ends."""
        while not self.closed.is_set():
            socket = self._socket
            if socket is None:
                return
            try:
                frame = socket.recv(None, False)
            except ConnectionClosed as error:
                self._drop(socket)
                if self.closed.is_set():
                    return
                with self.lock:
                    failure = self._failure(error)
                if failure is None:
                    return
                yield from self._again(failure)
                continue
            yield self._receive(frame)
            if self.protocol.has_frames:
                self.flush()

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
                send(socket, frames, self.wanted.config.timeout.between)

    def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        with self.lock:
            self.protocol.advance(now)
            due = self.protocol.due
            stuck = self._is_stuck(now)
        if stuck and self._socket is not None:
            cut(self._socket)
        self.flush()
        return min(max(due - now, 0.0), TICK)

    def close(self) -> None:
        """Close the connection; whoever receives sees the end."""
        self.closed.set()
        with self.lock:
            self.protocol.end()
            socket, self._socket = self._socket, None
        if socket is not None:
            end(socket)

    def _greeted(self) -> list[Event]:
        """Open a connection and wait until the service listens."""
        wanted = self.wanted
        socket = connect(wanted.config, wanted.path, {})
        give_up_after(socket.socket, wanted.config.timeout.between)
        try:
            with self.lock:
                self._check_open()
                self.protocol.connected(monotonic())
                self._socket = socket
            return self._begun(socket)
        except BaseException as error:
            self._drop(socket)
            if isinstance(error, SmallestError):
                self._explain(error)
            raise

    def _begun(self, socket: ClientConnection) -> list[Event]:
        happened: list[Event] = []
        limit = self.wanted.config.timeout.first
        end = monotonic() + limit
        while not self.protocol.is_live:
            try:
                frame = socket.recv(max(0.0, end - monotonic()), False)
            except TimeoutError:
                raise self._late(limit) from None
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
            happened = self.protocol.disconnected()
        while True:
            try:
                pause = self._pause(error, self.wanted.reconnects)
            except SmallestError:
                yield happened
                raise
            yield [*happened, self._disconnected(error, pause)]
            if self.closed.wait(pause):
                return
            try:
                happened = self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error, happened = failure, []
                continue
            yield [*happened, self._reconnected()]
            return

    def _drop(self, socket: ClientConnection) -> None:
        with self.lock:
            if self._socket is socket:
                self._socket = None
            if self.protocol.state in BEGINNING:
                self.protocol.disconnected()
        cut(socket)


class AsyncLink(BaseLink):
    """The async one. Tasks of one event loop share it: one receives, any may write."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self.closed = asyncio.Event()
        self._turn = asyncio.Lock()  # of those who write
        self._socket: AsyncClientConnection | None = None

    async def open(self) -> list[Event]:
        """Begin the session; see `Link.open`."""
        while True:
            try:
                return await self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self.wanted.config.max_retries)
            if await self._closed_within(pause):
                raise closed_error()

    async def batches(self) -> AsyncIterator[list[Event]]:
        """Iterate what happens, until the session ends."""
        while not self.closed.is_set():
            socket = self._socket
            if socket is None:
                return
            try:
                frame = await socket.recv(False)
            except ConnectionClosed as error:
                await self._drop(socket)
                if self.closed.is_set():
                    return
                failure = self._failure(error)
                if failure is None:
                    return
                async for batch in self._again(failure):
                    yield batch
                continue
            yield self._receive(frame)
            if self.protocol.has_frames:
                await self.flush()

    async def flush(self) -> None:
        """Write what the protocol wants to be written."""
        async with self._turn:
            frames, socket = self.protocol.frames_to_send(), self._socket
            if not frames or socket is None:
                return
            for frame in frames:
                self._log("sent", frame)
            with suppress(ConnectionClosed, APITimeoutError):  # whoever receives takes the loss
                await send_async(socket, frames, self.wanted.config.timeout.between)

    async def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        self.protocol.advance(now)
        due = self.protocol.due
        if self._is_stuck(now) and self._socket is not None:
            abort(self._socket)
        await self.flush()
        return min(max(due - now, 0.0), TICK)

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

    def _taken(self) -> AsyncClientConnection | None:
        """Count as closed from now on; return the socket that is left."""
        self.closed.set()
        self.protocol.end()
        socket, self._socket = self._socket, None
        return socket

    async def _greeted(self) -> list[Event]:
        """Open a connection and wait until the service listens."""
        wanted = self.wanted
        socket = await connect_async(wanted.config, wanted.path, {})
        give_up_after(socket.transport.get_extra_info("socket"), wanted.config.timeout.between)
        try:
            self._check_open()
            self.protocol.connected(monotonic())
            self._socket = socket
            async with asyncio.timeout(wanted.config.timeout.first):
                return await self._begun(socket)
        except TimeoutError:
            await self._drop(socket)
            raise self._late(wanted.config.timeout.first) from None
        except BaseException as error:
            await self._drop(socket)
            if isinstance(error, SmallestError):
                self._explain(error)
            raise

    async def _begun(self, socket: AsyncClientConnection) -> list[Event]:
        happened: list[Event] = []
        while not self.protocol.is_live:
            try:
                frame = await socket.recv(False)
            except ConnectionClosed as error:
                self._check_open()
                self.protocol.receive_close(*close_of(error))
                raise
            happened += self._receive(frame)
            await self.flush()
        self._began = monotonic()
        return happened

    def _receive(self, frame: bytes | str) -> list[Event]:
        self._log("received", frame)
        return self.protocol.receive(frame, monotonic())

    async def _again(self, error: SmallestError) -> AsyncIterator[list[Event]]:
        """Open another connection, as often as it is worth while."""
        self._note_loss(monotonic())
        happened = self.protocol.disconnected()
        while True:
            try:
                pause = self._pause(error, self.wanted.reconnects)
            except SmallestError:
                yield happened
                raise
            yield [*happened, self._disconnected(error, pause)]
            if await self._closed_within(pause):
                return
            try:
                happened = await self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error, happened = failure, []
                continue
            yield [*happened, self._reconnected()]
            return

    async def _closed_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.closed.wait()
        return bool(self.closed.is_set())

    async def _drop(self, socket: AsyncClientConnection) -> None:
        if self._socket is socket:
            self._socket = None
        if self.protocol.state in BEGINNING:
            self.protocol.disconnected()
        socket.transport.abort()
        await socket.wait_closed()
