"""uvicorn as a sandbox wants it: in a thread, ready when it says so, gone at once and quietly."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.requests import ClientDisconnect
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp, Receive, Scope, Send

# What uvicorn says of sockets quotes their addresses and headers, and so keys.
_sockets_log = logging.getLogger("smallestai.sandbox.sockets")
_sockets_log.setLevel(logging.WARNING)

_DATE_SECONDS = 1.0
_GRACE_SECONDS = 0.1


class Server(uvicorn.Server):
    """A server for one application, on a loop of its own.

    Args:
        app: What it serves.
    """

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                _quiet(app),
                loop="asyncio",
                http="h11",
                ws=_Sockets,
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                ws_ping_interval=None,
                ws_per_message_deflate=False,
                headers=[("X-Powered-By", "Express")],
            )
        )
        self._ready = Event()
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()

    def serve_on(self, listener: socket.socket) -> None:
        """Serve until `stop`, in the thread that calls; the socket is closed then."""
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self._serve([listener]))
        finally:
            self._ready.set()

    def wait_until_ready(self) -> None:
        """Return when requests are answered; `RuntimeError` if the server has failed to start."""
        self._ready.wait()
        if not self.started:
            raise RuntimeError("the server could not start; its thread has said why")

    def stop(self) -> None:
        """Have `serve_on` return; may be called from any thread."""
        self._loop.call_soon_threadsafe(self._stopped.set)

    async def main_loop(self) -> None:
        """Keep the date of replies right until `stop`."""
        await self.on_tick(0)
        self._ready.set()
        while not self._stopped.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), _DATE_SECONDS)
            await self.on_tick(0)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening and break off what is under way; live sockets are told (code 1012)."""
        for server in self.servers:
            server.close()
        for listener in sockets or ():
            listener.close()
        for connection in [*self.server_state.connections]:
            if isinstance(connection, _Sockets):
                connection.shutdown()
            else:
                connection.transport.abort()
        await self._end_tasks()
        for connection in [*self.server_state.connections]:
            connection.transport.abort()
        for server in self.servers:
            await server.wait_closed()

    async def _end_tasks(self) -> None:
        tasks = {*self.server_state.tasks}
        if tasks:
            _, tasks = await asyncio.wait(tasks, timeout=_GRACE_SECONDS)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)


class _Sockets(WebSocketsSansIOProtocol):
    """uvicorn's WebSockets, which would otherwise log a denied handshake as one left undone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.logger = self.conn.logger = _sockets_log
        self.conn.debug = False

    async def send(self, message: Any) -> None:
        await super().send(message)
        self.handshake_complete = self.handshake_complete or self.close_sent


def _quiet(app: ASGIApp) -> ASGIApp:
    """Return an application whose requests may end early, which uvicorn would log as a fault.

    They are cancelled by `shutdown` alone, and left by clients that do not send all they announced.
    """

    async def without_complaint(scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(asyncio.CancelledError, ClientDisconnect):
            await app(scope, receive, send)

    return without_complaint
