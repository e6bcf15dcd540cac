"""A text that is still being written, spoken over a socket. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._sending import cut_stalled, mention, mention_async, send, send_async
from smallestai._sockets import ConnectionClosed, close_of, is_open
from smallestai.errors import APITimeoutError, SmallestError
from smallestai.protocol.events import PieceEnded
from smallestai.waves._feeds import AsyncFeed, Feed
from smallestai.waves._one_socket import PING
from smallestai.waves._watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves._narrator import Script
    from smallestai.waves._shelf import Wanted
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets


class NarrationLink(Feed):
    """The blocking link."""

    def __init__(
        self, sockets: Sockets, wanted: Wanted, source: Iterable[Any], script: Script
    ) -> None:
        super().__init__(wanted.config, source, script)
        self._sockets = sockets
        self._wanted = wanted
        self._socket: ClientConnection | None = None
        self._stalled: APITimeoutError | None = None

    def open(self) -> None:
        self._connect(fresh=False)
        self._start_feed()

    def receive(self) -> list[SpeechEvent] | None:
        while self._has_turn():
            try:
                events = self._exchange()
            except SmallestError as error:
                if not self._stopped:
                    self._pause(self._pause_after(error))
                continue
            if events:
                return events
        return None if self._stopped else self._final()

    def close(self) -> None:
        self._stopped = True
        cut_stalled(self._socket)  # who sends holds the lock
        with self._changed:
            done = self.narration.is_done
            socket, self._socket = self._socket, None
            farewell = self.narration.cancel()
            self._changed.notify_all()
        if socket is None:
            return
        mention(socket, farewell)
        if done:
            self._sockets.release(self._wanted, socket)
        else:
            self._sockets.discard(socket)

    def _exchange(self) -> list[SpeechEvent]:
        """Wait for the next frame, over a new socket where there is none."""
        socket = self._socket
        if socket is None:
            self._connect(fresh=True)
            return []
        began = monotonic()
        try:
            frame = socket.recv(self._patience.allowed, False)
        except TimeoutError:
            raise self._patience.exhausted() from None
        except ConnectionClosed as error:
            self._drop(socket)
            if self._stalled is not None:
                raise self._stalled from None
            with self._changed:
                self.narration.receive_close(*close_of(error))
            return []
        self._patience.received(monotonic() - began)
        with self._changed:
            events = self._kept(self.narration.receive(frame))
            if events and type(events[-1]) is PieceEnded:
                self._write()
                self._changed.notify_all()
        if not self.narration.is_connected:
            self._drop(socket)
        return events

    def _connect(self, *, fresh: bool) -> None:
        socket, used = self._sockets.acquire(self._wanted, fresh=fresh)
        self._renew_patience()
        with self._changed:
            if not self._stopped:
                self._socket = socket
                self.narration.connected(used=used)
                self._write()
                return
        self._sockets.discard(socket)

    def _drop(self, socket: ClientConnection) -> None:
        """Let go of a socket that is of no more use, unless `close` has done so."""
        with self._changed:
            is_ours = self._socket is socket
            if is_ours:
                self._socket = None
        if is_ours:
            self._sockets.discard(socket)

    def _write(self) -> None:
        socket = self._socket
        if socket is None or not self.narration.is_due:
            return
        frames = self._frames()
        if is_open(socket):  # a closed one would make us wait for its end
            try:
                send(socket, frames, self._timeout.first)
            except ConnectionClosed:
                pass  # the reader will notice
            except APITimeoutError as error:
                self._stalled = error  # likewise

    def _ping(self) -> None:
        if self._socket is not None:
            mention(self._socket, [PING])


class AsyncNarrationLink(AsyncFeed):
    """The async link."""

    def __init__(
        self,
        sockets: AsyncSockets,
        wanted: Wanted,
        source: AsyncIterable[Any] | Iterable[Any],
        script: Script,
    ) -> None:
        super().__init__(wanted.config, source, script)
        self._sockets = sockets
        self._wanted = wanted
        self._socket: AsyncClientConnection | None = None
        self._stalled: APITimeoutError | None = None
        self._writing = asyncio.Lock()

    async def open(self) -> None:
        await self._connect(fresh=False)
        self._start_feed()

    async def receive(self) -> list[SpeechEvent] | None:
        while (self.narration.is_owed and not self._stopped) or await self._has_turn():
            try:
                events = await self._exchange()
            except SmallestError as error:
                if not self._stopped:
                    await self._pause(self._pause_after(error))
                continue
            if events:
                return events
        return None if self._stopped else self._final()

    async def close(self) -> None:
        done, self._stopped = self.narration.is_done, True
        socket, self._socket = self._socket, None
        farewell = self.narration.cancel()
        if socket is not None:
            self._watchdog.stop()
            await mention_async(socket, farewell)
            if done:
                await self._sockets.release(self._wanted, socket)
            else:
                await self._sockets.discard(socket)
        await self._stop_feed()

    def abandon(self) -> None:
        self._abandon_feed()
        if self._socket is not None:
            self._watchdog.stop()
            self._sockets.abandon(self._socket)

    async def _exchange(self) -> list[SpeechEvent]:
        """Wait for the next frame, over a new socket where there is none."""
        socket = self._socket
        if socket is None:
            await self._connect(fresh=True)
            return []
        watchdog = self._watchdog
        watchdog.waiting()
        try:
            frame = await socket.recv(False)
        except ConnectionClosed as error:
            self._drop(socket)
            if self._stalled is not None:
                raise self._stalled from None
            if watchdog.expired:
                raise self._patience.exhausted() from None
            self.narration.receive_close(*close_of(error))
            return []
        except BaseException:
            watchdog.dropped()
            raise
        watchdog.arrived()
        events = self._kept(self.narration.receive(frame))
        if events and type(events[-1]) is PieceEnded:
            await self._written()
        if not self.narration.is_connected:
            self._drop(socket)
        return events

    async def _connect(self, *, fresh: bool) -> None:
        socket, used = await self._sockets.acquire(self._wanted, fresh=fresh)
        self._renew_patience()
        if self._stopped:
            await self._sockets.discard(socket)
            return
        loop = asyncio.get_running_loop()
        self._watchdog = Watchdog(loop, self._patience, socket.transport.abort)
        self._socket = socket
        self.narration.connected(used=used)
        await self._write()

    def _drop(self, socket: AsyncClientConnection) -> None:
        """Let go of a socket that is of no more use, unless `close` has done so."""
        if self._socket is socket:
            self._socket = None
            self._watchdog.stop()
            self._sockets.abandon(socket)

    async def _write(self) -> None:
        if self._socket is None or not self.narration.is_due:
            return
        async with self._writing:  # while one waits for room, another one must not overtake it
            socket, frames = self._socket, self._frames()
            if socket is None or not is_open(socket):
                return
            try:
                await send_async(socket, frames, self._timeout.first)
            except ConnectionClosed:
                pass  # the reader will notice
            except APITimeoutError as error:
                self._stalled = error  # likewise

    async def _ping(self) -> None:
        if self._socket is not None:
            await mention_async(self._socket, [PING])
