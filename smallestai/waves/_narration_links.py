"""A text that is still being written, spoken over a socket. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import SmallestError
from smallestai.waves._narrator import PING_SECONDS, Narrator
from smallestai.waves._one_socket import PING
from smallestai.waves._watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets, Wanted

_END = object()


class NarrationLink(Narrator):
    """The blocking link. A thread reads the source and asks for pieces; the reader waits for audio.

    Everything shared between the two is touched under one lock, which is never held while waiting
    for the network or for the source.
    """

    def __init__(
        self, sockets: Sockets, wanted: Wanted, source: Iterable[Any], *narrator: Any
    ) -> None:
        super().__init__(wanted.config, *narrator)
        self._sockets = sockets
        self._wanted = wanted
        self._source = source
        self._changed = threading.Condition()
        self._socket: ClientConnection | None = None

    def open(self) -> None:
        self._connect(fresh=False)
        threading.Thread(target=self._feed, name="smallestai-feed", daemon=True).start()

    def receive(self) -> list[SpeechEvent] | None:
        while (socket := self._turn()) is not None:
            events = self._exchange(socket)
            if events:
                return events
        return None if self._stopped else self._final()

    def close(self) -> None:
        with self._changed:
            done, self._stopped = self.narration.is_done, True
            socket, self._socket = self._socket, None
            farewell = self.narration.cancel()
            self._changed.notify_all()
        if socket is None:
            return
        if done:
            self._sockets.release(self._wanted, socket)
            return
        with suppress(ConnectionClosed):
            for frame in farewell:
                socket.send(frame)
        self._sockets.discard(socket)

    # -- the source's thread

    def _feed(self) -> None:
        fault: BaseException | None = None
        try:
            for item in self._source:
                if not self._put(item):
                    return
        except BaseException as error:
            fault = error
        with self._changed:
            if not self._stopped:
                self._end_source(fault)
                self._write()
            self._changed.notify_all()

    def _put(self, item: Any) -> bool:
        """Take an item; wait while enough is asked for. False when nothing more is wanted."""
        with self._changed:
            if not self._stopped:
                self._take_item(item)
                self._write()
                self._changed.notify_all()
            while self.narration.is_full and not self._stopped:
                self._changed.wait()
            return not self._stopped

    # -- the reader

    def _turn(self) -> ClientConnection | None:
        """Wait until there is something to wait for; the socket to read, None at the end."""
        while True:
            with self._changed:
                while self.narration.is_idle and not self.narration.is_done and not self._stopped:
                    if not self._changed.wait(PING_SECONDS):
                        self._ping()
                if self._stopped or self.narration.is_done:
                    return None
                if self._socket is not None:
                    return self._socket
            self._reconnect()

    def _exchange(self, socket: ClientConnection) -> list[SpeechEvent]:
        began = monotonic()
        try:
            frame = socket.recv(self._patience.allowed, False)
        except TimeoutError:
            error = self._patience.exhausted()
            error.audio = self.audio
            raise error from None
        except ConnectionClosed as error:
            self._lose(socket, error)
            return []
        self._patience.received(monotonic() - began)
        with self._changed:
            events = self._kept(self.narration.receive(frame))
            self._write()
            self._changed.notify_all()
        return events

    def _connect(self, *, fresh: bool) -> None:
        socket, self._used = self._sockets.acquire(self._wanted, fresh=fresh)
        self._renew_patience()
        with self._changed:
            if not self._stopped:
                self._socket = socket
                self.narration.connected()
                self._write()
                return
        self._sockets.discard(socket)

    def _reconnect(self) -> None:
        try:
            self._connect(fresh=True)
        except SmallestError as error:
            self._pause(self._pause_after(error))

    def _lose(self, socket: ClientConnection, error: ConnectionClosed) -> None:
        with self._changed:
            if self._stopped:
                return
            self._socket = None
            fault = self._closed(*close_of(error))
        self._sockets.discard(socket)
        if fault is not None:
            self._pause(self._pause_after(fault))

    def _pause(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped, seconds)

    def _write(self) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):  # the reader will notice
                for frame in self.narration.frames_to_send():
                    self._socket.send(frame)

    def _ping(self) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):
                self._socket.send(PING)


class AsyncNarrationLink(Narrator):
    """The async link. A task reads the source and asks for pieces; the reader waits for audio."""

    def __init__(
        self,
        sockets: AsyncSockets,
        wanted: Wanted,
        source: AsyncIterable[Any] | Iterable[Any],
        *narrator: Any,
    ) -> None:
        super().__init__(wanted.config, *narrator)
        self._sockets = sockets
        self._wanted = wanted
        self._source = source
        self._changed = asyncio.Event()
        self._socket: AsyncClientConnection | None = None
        self._feeder: asyncio.Task[None] | None = None

    async def open(self) -> None:
        await self._connect(fresh=False)
        self._feeder = asyncio.create_task(self._feed())

    async def receive(self) -> list[SpeechEvent] | None:
        while (socket := await self._turn()) is not None:
            events = await self._exchange(socket)
            if events:
                return events
        return None if self._stopped else self._final()

    async def close(self) -> None:
        done, self._stopped = self.narration.is_done, True
        socket, self._socket = self._socket, None
        farewell = self.narration.cancel()
        self._changed.set()
        if self._feeder is not None:
            self._feeder.cancel()
            await asyncio.wait([self._feeder])
        if socket is None:
            return
        self._watchdog.stop()
        if done:
            await self._sockets.release(self._wanted, socket)
            return
        with suppress(ConnectionClosed):
            for frame in farewell:
                await socket.send(frame)
        await self._sockets.discard(socket)

    def abandon(self) -> None:
        self._stopped = True
        if self._feeder is not None:
            self._feeder.cancel()
        if self._socket is not None:
            self._watchdog.stop()
            self._socket.transport.abort()

    # -- the source's task

    async def _feed(self) -> None:
        fault: BaseException | None = None
        try:
            async for item in _items(self._source):
                self._take_item(item)
                await self._written()
                while self.narration.is_full:
                    await self._change()
        except asyncio.CancelledError:
            if self._stopped:
                raise
            fault = asyncio.CancelledError("the source was cancelled")
        except BaseException as error:
            fault = error
        self._end_source(fault)
        await self._written()

    async def _written(self) -> None:
        await self._write()
        self._changed.set()

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    # -- the reader

    async def _turn(self) -> AsyncClientConnection | None:
        """Wait until there is something to wait for; the socket to read, None at the end."""
        while True:
            while self.narration.is_idle and not self.narration.is_done and not self._stopped:
                try:
                    async with asyncio.timeout(PING_SECONDS):
                        await self._change()
                except TimeoutError:
                    await self._ping()
            if self._stopped or self.narration.is_done:
                return None
            if self._socket is not None:
                return self._socket
            await self._reconnect()

    async def _exchange(self, socket: AsyncClientConnection) -> list[SpeechEvent]:
        watchdog = self._watchdog
        watchdog.waiting()
        try:
            frame = await socket.recv(False)
        except ConnectionClosed as error:
            if watchdog.expired:
                late = self._patience.exhausted()
                late.audio = self.audio
                raise late from None
            await self._lose(socket, error)
            return []
        except BaseException:
            watchdog.dropped()
            raise
        watchdog.arrived()
        events = self._kept(self.narration.receive(frame))
        await self._written()
        return events

    async def _connect(self, *, fresh: bool) -> None:
        socket, self._used = await self._sockets.acquire(self._wanted, fresh=fresh)
        self._renew_patience()
        if self._stopped:
            await self._sockets.discard(socket)
            return
        loop = asyncio.get_running_loop()
        self._watchdog = Watchdog(loop, self._patience, socket.transport.abort)
        self._socket = socket
        self.narration.connected()
        await self._write()

    async def _reconnect(self) -> None:
        try:
            await self._connect(fresh=True)
        except SmallestError as error:
            await asyncio.sleep(self._pause_after(error))

    async def _lose(self, socket: AsyncClientConnection, error: ConnectionClosed) -> None:
        if self._stopped:
            return
        self._watchdog.stop()
        self._socket = None
        fault = self._closed(*close_of(error))
        await self._sockets.discard(socket)
        if fault is not None:
            await asyncio.sleep(self._pause_after(fault))

    async def _write(self) -> None:
        socket = self._socket
        if socket is not None:
            with suppress(ConnectionClosed):  # the reader will notice
                for frame in self.narration.frames_to_send():
                    await socket.send(frame)

    async def _ping(self) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):
                await self._socket.send(PING)


async def _items(source: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterator[Any]:
    """Iterate a source; one that blocks does so in a thread."""
    if isinstance(source, AsyncIterable):
        async for item in source:
            yield item
        return
    items: Iterator[Any] = iter(source)
    while (item := await asyncio.to_thread(next, items, _END)) is not _END:
        yield item
