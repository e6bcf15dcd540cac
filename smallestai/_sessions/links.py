"""The connection of a session, opened anew when it is lost. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._sessions.latch import set_within
from smallestai._sessions.link import E, closed_error, give_up_after
from smallestai._sessions.wire import AsyncWire, Wire
from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import SmallestError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai._sockets import AsyncClientConnection, ClientConnection


class Link(Wire[E]):
    """The blocking one. Threads may share it: one receives, any may write."""

    def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        raise NotImplementedError

    def open(self) -> list[E]:
        """Begin the session; return what the service said.

        Raises:
            SmallestError: The service cannot be reached, or refuses.
        """
        while True:
            try:
                happened = self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self._config.max_retries)
            else:
                self._begin_count()
                return happened
            if self.closed.wait(pause):
                raise closed_error()

    def batches(self) -> Iterator[list[E]]:
        """Iterate what happens, until the session ends."""
        protocol, closed = self.protocol, self.closed
        try:
            while protocol.state is not self.ended and not closed.is_set():
                socket = self._socket
                if socket is None:
                    return
                try:
                    frame = socket.recv(None, False)
                except ConnectionClosed as error:
                    self._drop(socket)
                    with self.lock:
                        failure = self._failure(error)
                    if failure is None:
                        return
                    yield from self._again(failure)
                    continue
                happened = self._receive(frame)
                if self._stirs(happened):
                    self.woken.set()
                yield happened
                if protocol.has_frames:
                    self.flush()
        finally:
            self._gone.set()

    def _dial(self) -> ClientConnection:
        """Open a connection."""
        raise NotImplementedError

    def _greeted(self) -> list[E]:
        """Open a connection and wait until the session has begun."""
        socket = self._dial()
        give_up_after(socket.socket, self._limit)
        try:
            with self.lock:
                self._check_open()
                self._connected()
                self._socket = socket
            return self._begun(socket)
        except BaseException as error:
            self._drop(socket)
            if isinstance(error, SmallestError):
                self._explain(error)
            raise

    def _begun(self, socket: ClientConnection) -> list[E]:
        happened: list[E] = []
        limit = monotonic() + self._config.timeout.first
        while not self._is_live:
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

    def _receive(self, frame: bytes | str) -> list[E]:
        self._note("received", frame)
        with self.lock:
            return self.protocol.receive(frame, monotonic())

    def _again(self, error: SmallestError) -> Iterator[list[E]]:
        """Open another connection, as often as it is worth while."""
        with self.lock:
            happened = self._lose()
        while True:
            yield happened
            event, pause = self._waiting(error)
            yield [event]
            if self.closed.wait(pause):
                return
            try:
                happened = self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error, happened = failure, []
                continue
            yield [*happened, self._resumed()]
            return


class AsyncLink(AsyncWire[E]):
    """The async one; see `Link`. Tasks of one event loop share it: one receives, any may write."""

    async def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        raise NotImplementedError

    async def open(self) -> list[E]:
        """Begin the session; see `Link.open`."""
        self._loop = asyncio.get_running_loop()
        while True:
            try:
                happened = await self._greeted()
            except SmallestError as error:
                pause = self._pause(error, self._config.max_retries)
            else:
                self._begin_count()
                return happened
            if await set_within(self.closed, pause):
                raise closed_error()

    async def batches(self) -> AsyncIterator[list[E]]:
        """Iterate what happens, until the session ends."""
        protocol, closed = self.protocol, self.closed
        try:
            while protocol.state is not self.ended and not closed.is_set():
                socket = self._socket
                if socket is None:
                    return
                try:
                    frame = await socket.recv(False)
                except ConnectionClosed as error:
                    await self._drop(socket)
                    failure = self._failure(error)
                    if failure is None:
                        return
                    async for happened in self._again(failure):
                        yield happened
                    continue
                happened = self._receive(frame)
                if self._stirs(happened):
                    self.woken.set()
                yield happened
                if protocol.has_frames:
                    await self.flush()
        finally:
            self._gone.set()

    async def _dial(self) -> AsyncClientConnection:
        """Open a connection."""
        raise NotImplementedError

    async def _greeted(self) -> list[E]:
        """Open a connection and wait until the session has begun."""
        socket = await self._dial()
        give_up_after(socket.transport.get_extra_info("socket"), self._limit)
        try:
            self._check_open()
            self._connected()
            self._socket = socket
            return await self._begun(socket)
        except BaseException as error:
            await self._drop(socket)
            if isinstance(error, SmallestError):
                self._explain(error)
            raise

    async def _begun(self, socket: AsyncClientConnection) -> list[E]:
        happened: list[E] = []
        try:
            async with asyncio.timeout(self._config.timeout.first):
                while not self._is_live:
                    happened += self._receive(await socket.recv(False))
                    await self.flush()
        except TimeoutError:
            raise self._late() from None
        except ConnectionClosed as error:
            self._check_open()
            self.protocol.receive_close(*close_of(error))
            raise
        self._began = monotonic()
        return happened

    def _receive(self, frame: bytes | str) -> list[E]:
        self._note("received", frame)
        return self.protocol.receive(frame, monotonic())

    async def _again(self, error: SmallestError) -> AsyncIterator[list[E]]:
        """Open another connection, as often as it is worth while."""
        happened = self._lose()
        while True:
            yield happened
            event, pause = self._waiting(error)
            yield [event]
            if await set_within(self.closed, pause):
                return
            try:
                happened = await self._greeted()
            except SmallestError as failure:
                if self.closed.is_set():
                    return
                error, happened = failure, []
                continue
            yield [*happened, self._resumed()]
            return
