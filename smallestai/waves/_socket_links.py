"""A spoken reply over a WebSocket, blocking and async (channel `ttsLive`)."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._sending import send, send_async
from smallestai._sockets import ConnectionClosed, close_of
from smallestai.protocol.patience import Patience
from smallestai.protocol.speech import SpeechProtocol, State
from smallestai.waves._links import Facts
from smallestai.waves._shelf import Wanted
from smallestai.waves._sockets_pool import PATH
from smallestai.waves._watchdog import Watchdog

if TYPE_CHECKING:
    from smallestai._config import Config
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves._sockets_pool import AsyncSockets, Sockets
    from smallestai.waves.request import SpeechRequest

log = logging.getLogger("smallestai.waves")


class _SocketLink:
    """What both worlds share: everything that does not wait."""

    def __init__(self, config: Config, request: SpeechRequest) -> None:
        self.facts = Facts()
        self._wanted = Wanted(config, request.headers)
        self._request = request
        self._protocol = SpeechProtocol(request.settings)
        timeout = config.timeout
        self._patience = Patience(timeout.first, timeout.between, timeout.total)
        self._send_seconds = timeout.first
        self._used = False  # whether the socket had a life before us
        self._heard = False  # whether anything has come over it but answers to pings
        self._closed = False

    @property
    def audio(self) -> bytes:
        return self._protocol.audio

    @property
    def request_id(self) -> str | None:
        return self._protocol.request_id

    def _speak(self) -> list[str]:
        """Return the messages that ask for the text."""
        if self._protocol.state is not State.IDLE:  # the socket before has gone
            self._protocol = SpeechProtocol(self._request.settings)
        self._protocol.speak(self._request.text)
        log.debug("speak %d characters over %s", len(self._request.text), PATH)
        return self._protocol.frames_to_send()

    def _was_stale(self) -> bool:
        """Whether a kept socket had gone before it was used: then nothing was asked for."""
        return self._used and not self._heard and not self._closed

    def _ended(self, error: ConnectionClosed) -> None:
        """Take the end of the connection: ours is silence, the server's may be a failure."""
        if not self._closed:
            code, reason = close_of(error)
            log.debug("socket closed: %d %s", code, reason)
            self._protocol.receive_close(code, reason)

    def _late(self) -> Exception:
        error = self._patience.exhausted()
        error.audio = self._protocol.audio
        return error

    @property
    def _is_reusable(self) -> bool:
        return self._protocol.state is State.IDLE


class SocketLink(_SocketLink):
    """The blocking link."""

    def __init__(self, sockets: Sockets, config: Config, request: SpeechRequest) -> None:
        super().__init__(config, request)
        self._sockets = sockets
        self._socket: ClientConnection | None = None

    def open(self) -> None:
        self._ask()

    def receive(self) -> list[SpeechEvent] | None:
        socket = self._socket
        if socket is None:
            return None
        began = monotonic()
        try:
            frame = socket.recv(self._patience.allowed, False)
        except TimeoutError:
            raise self._late() from None
        except ConnectionClosed as error:
            if not self._was_stale():
                self._ended(error)
                return None
            self._drop()
            self._ask(fresh=True)
            return []
        self._patience.received(monotonic() - began)
        events = self._protocol.receive(frame)
        if events:
            self._heard = True
        return events

    def close(self) -> None:
        self._closed = True
        if self._is_reusable:
            socket, self._socket = self._socket, None
            if socket is not None:
                self._sockets.release(self._wanted, socket)
        else:
            self._drop()

    def _ask(self, *, fresh: bool = False) -> None:
        frames = self._speak()  # from here on the socket is not reusable
        socket, self._used = self._sockets.acquire(self._wanted, fresh=fresh)
        self._socket = socket
        if self._closed:  # from another thread, while the socket was opened
            return self._drop()
        try:
            send(socket, frames, self._send_seconds)
        except ConnectionClosed as error:
            if not self._was_stale():
                return self._ended(error)
            self._drop()
            self._ask(fresh=True)

    def _drop(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            self._sockets.discard(socket)


class AsyncSocketLink(_SocketLink):
    """The async link."""

    def __init__(self, sockets: AsyncSockets, config: Config, request: SpeechRequest) -> None:
        super().__init__(config, request)
        self._sockets = sockets
        self._socket: AsyncClientConnection | None = None

    async def open(self) -> None:
        await self._ask()

    async def receive(self) -> list[SpeechEvent] | None:
        if self._socket is None:
            return None
        watchdog = self._watchdog
        watchdog.waiting()
        try:
            frame = await self._socket.recv(False)
        except ConnectionClosed as error:
            watchdog.stop()
            if watchdog.expired:
                raise self._late() from None
            if not self._was_stale():
                self._ended(error)
                return None
            await self._drop()
            await self._ask(fresh=True)
            return []
        except BaseException:
            watchdog.dropped()
            raise
        watchdog.arrived()
        events = self._protocol.receive(frame)
        if events:
            self._heard = True
        return events

    async def close(self) -> None:
        self._closed = True
        if self._is_reusable:
            socket, self._socket = self._socket, None
            if socket is not None:
                self._watchdog.stop()
                await self._sockets.release(self._wanted, socket)
        else:
            await self._drop()

    def abandon(self) -> None:
        if self._socket is not None:
            self._watchdog.stop()
            self._sockets.abandon(self._socket)

    async def _ask(self, *, fresh: bool = False) -> None:
        frames = self._speak()  # from here on the socket is not reusable
        socket, self._used = await self._sockets.acquire(self._wanted, fresh=fresh)
        loop = asyncio.get_running_loop()
        self._watchdog = Watchdog(loop, self._patience, socket.transport.abort)
        self._socket = socket
        if self._closed:  # from another task, while the socket was opened
            return await self._drop()
        try:
            await send_async(socket, frames, self._send_seconds)
        except ConnectionClosed as error:
            if not self._was_stale():
                return self._ended(error)
            await self._drop()
            await self._ask(fresh=True)

    async def _drop(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            self._watchdog.stop()
            await self._sockets.discard(socket)
