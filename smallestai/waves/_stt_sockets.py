"""What a live transcription does with its sockets besides sending and waiting."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from selectors import EVENT_WRITE, DefaultSelector
from socket import SHUT_RDWR
from typing import TYPE_CHECKING

from smallestai._sockets import ConnectionClosed

if TYPE_CHECKING:
    import threading

    from smallestai._sockets import AsyncClientConnection, ClientConnection


def cut(socket: ClientConnection) -> None:
    """Drop a connection: whoever waits for it or writes to it sees that it has gone."""
    with suppress(OSError):
        socket.socket.shutdown(SHUT_RDWR)
    socket.close()


def abort(socket: AsyncClientConnection) -> None:
    """Drop a connection, from any thread; does nothing once its loop is closed."""
    with suppress(RuntimeError):
        socket.loop.call_soon_threadsafe(socket.transport.abort)


def received_now(socket: AsyncClientConnection) -> bytes | None:
    """Return the next frame that is there; None where one would have to be waited for."""
    waiting = socket.recv(False)
    try:
        waiting.send(None)
    except StopIteration as finished:
        frame: bytes = finished.value
        return frame
    with suppress(asyncio.CancelledError):
        waiting.throw(asyncio.CancelledError)
    return None


def ping(socket: ClientConnection) -> threading.Event | None:
    """Send a ping unless that would block, which it does while the peer takes nothing."""
    with suppress(ConnectionClosed, OSError, ValueError), DefaultSelector() as selector:
        selector.register(socket.socket, EVENT_WRITE)
        if selector.select(0):
            return socket.ping()
    return None
