"""A spoken reply over a WebSocket of its own, blocking and async (channel `ttsLive`)."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._sockets import ConnectionClosed, close_of, connect, connect_async
from smallestai.protocol.patience import Patience
from smallestai.protocol.speech import SpeechProtocol
from smallestai.waves._watchdog import Watchdog

if TYPE_CHECKING:
    from smallestai._config import Config
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.protocol.events import SpeechEvent
    from smallestai.waves.request import SpeechRequest

log = logging.getLogger("smallestai.waves")

PATH = "/waves/v1/tts/live"


class _SocketLink:
    """What both worlds share: everything that does not wait."""

    def __init__(self, config: Config, request: SpeechRequest) -> None:
        self._config = config
        self._request = request
        self._protocol = SpeechProtocol(request.settings)
        timeout = config.timeout
        self._patience = Patience(timeout.first, timeout.between, timeout.total)
        self._closed = False

    @property
    def audio(self) -> bytes:
        return self._protocol.audio

    @property
    def request_id(self) -> str | None:
        return self._protocol.request_id

    def _speak(self) -> list[str]:
        """Return the messages that ask for the text."""
        self._protocol.speak(self._request.text)
        log.debug("speak %d characters over %s", len(self._request.text), PATH)
        return self._protocol.frames_to_send()

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


class SocketLink(_SocketLink):
    """The blocking link."""

    _socket: ClientConnection | None = None

    def open(self) -> None:
        self._socket = connect(self._config, PATH, self._request.headers)
        try:
            for frame in self._speak():
                self._socket.send(frame)
        except ConnectionClosed as error:
            self._ended(error)

    def receive(self) -> list[SpeechEvent] | None:
        if self._socket is None:
            return None
        began = monotonic()
        try:
            frame = self._socket.recv(self._patience.allowed, False)
        except TimeoutError:
            raise self._late() from None
        except ConnectionClosed as error:
            self._ended(error)
            return None
        self._patience.received(monotonic() - began)
        return self._protocol.receive(frame)

    def close(self) -> None:
        self._closed = True
        if self._socket is not None:
            self._socket.close()


class AsyncSocketLink(_SocketLink):
    """The async link."""

    _socket: AsyncClientConnection | None = None

    async def open(self) -> None:
        self._socket = socket = await connect_async(self._config, PATH, self._request.headers)
        loop = asyncio.get_running_loop()
        self._watchdog = Watchdog(loop, self._patience, socket.transport.abort)
        try:
            for frame in self._speak():
                await socket.send(frame)
        except ConnectionClosed as error:
            self._ended(error)

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
            self._ended(error)
            return None
        except BaseException:
            watchdog.dropped()
            raise
        watchdog.arrived()
        return self._protocol.receive(frame)

    async def close(self) -> None:
        self._closed = True
        if self._socket is not None:
            self._watchdog.stop()
            await self._socket.close()

    def abandon(self) -> None:
        if self._socket is not None:
            self._watchdog.stop()
            self._socket.transport.abort()
