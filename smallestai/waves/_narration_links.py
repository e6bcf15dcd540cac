"""A text that is still being written, spoken over a socket. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import SmallestError
from smallestai.waves._feeds import AsyncFeed, Feed
from smallestai.waves._one_socket import PING
from smallestai.waves._watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets, Wanted


class NarrationLink(Feed):
    """The blocking link."""

    def __init__(
        self, sockets: Sockets, wanted: Wanted, source: Iterable[Any], *narrator: Any
    ) -> None:
        super().__init__(wanted.config, source, *narrator)
        self._sockets = sockets
        self._wanted = wanted
        self._socket: ClientConnection | None = None

    def open(self) -> None:
        self._connect(fresh=False)
        self._start_feed()

    def receive(self) -> list[SpeechEvent] | None:
        while self._has_turn():
            socket = self._socket
            if socket is None:
                self._reconnect()
            elif events := self._exchange(socket):
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
        with suppress(ConnectionClosed):
            for frame in farewell:
                socket.send(frame)
        if done:
            self._sockets.release(self._wanted, socket)
        else:
            self._sockets.discard(socket)

    def _exchange(self, socket: ClientConnection) -> list[SpeechEvent]:
        began = monotonic()
        try:
            frame = socket.recv(self._patience.allowed, False)
        except TimeoutError:
            raise self._late() from None
        except ConnectionClosed as error:
            self._lose(socket, error)
            return []
        self._patience.received(monotonic() - began)
        with self._changed:
            events = self._kept(self.narration.receive(frame))
            if self.narration.is_connected:
                self._write()
            else:  # given up by the service while idle; the next piece takes another
                self._socket = None
            self._changed.notify_all()
        if self._socket is None:
            self._sockets.discard(socket)
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

    def _write(self) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):  # the reader will notice
                for frame in self.narration.frames_to_send():
                    self._socket.send(frame)

    def _ping(self) -> None:
        if self._socket is not None:
            with suppress(ConnectionClosed):
                self._socket.send(PING)


class AsyncNarrationLink(AsyncFeed):
    """The async link."""

    def __init__(
        self,
        sockets: AsyncSockets,
        wanted: Wanted,
        source: AsyncIterable[Any] | Iterable[Any],
        *narrator: Any,
    ) -> None:
        super().__init__(wanted.config, source, *narrator)
        self._sockets = sockets
        self._wanted = wanted
        self._socket: AsyncClientConnection | None = None

    async def open(self) -> None:
        await self._connect(fresh=False)
        self._start_feed()

    async def receive(self) -> list[SpeechEvent] | None:
        while await self._has_turn():
            socket = self._socket
            if socket is None:
                await self._reconnect()
            elif events := await self._exchange(socket):
                return events
        return None if self._stopped else self._final()

    async def close(self) -> None:
        done, self._stopped = self.narration.is_done, True
        socket, self._socket = self._socket, None
        farewell = self.narration.cancel()
        await self._stop_feed()
        if socket is None:
            return
        self._watchdog.stop()
        with suppress(ConnectionClosed):
            for frame in farewell:
                await socket.send(frame)
        if done:
            await self._sockets.release(self._wanted, socket)
        else:
            await self._sockets.discard(socket)

    def abandon(self) -> None:
        self._stopped = True
        if self._feeder is not None:
            self._feeder.cancel()
        if self._socket is not None:
            self._watchdog.stop()
            self._socket.transport.abort()

    async def _exchange(self, socket: AsyncClientConnection) -> list[SpeechEvent]:
        watchdog = self._watchdog
        watchdog.waiting()
        try:
            frame = await socket.recv(False)
        except ConnectionClosed as error:
            if watchdog.expired:
                raise self._late() from None
            await self._lose(socket, error)
            return []
        except BaseException:
            watchdog.dropped()
            raise
        watchdog.arrived()
        events = self._kept(self.narration.receive(frame))
        if self.narration.is_connected:
            await self._written()
        else:  # given up by the service while idle; the next piece takes another
            self._socket = None
            await self._sockets.discard(socket)
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
