"""Sending with a limit: a server that does not read holds nobody up. Blocking and async.

A message that a socket takes at once, as nearly all do, is sent without further ado; a timer is set
for the others.
"""

from __future__ import annotations

import asyncio
import select
import threading
from contextlib import suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING

from smallestai._sockets import ConnectionClosed, is_open
from smallestai.protocol.patience import not_taken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smallestai._sockets import AsyncClientConnection, ClientConnection

# Bytes of a message that goes out at once where there is room at all: a socket says so when a third
# of its buffer is free, which is more, and so is the event loop's own buffer.
_SMALL = 16_384

_LOOK = 60.0  # seconds


def send(socket: ClientConnection, frames: Iterable[str], seconds: float) -> None:
    """Send messages, each within so many seconds.

    Raises:
        ConnectionClosed: The socket is closed.
        APITimeoutError: The server does not read; the socket is cut.
    """
    for frame in frames:
        if not _has_room(socket, 0) and not _has_room(socket, seconds):
            cut(socket)
            raise not_taken(seconds)
        if _is_small(frame):
            socket.send(frame)
        else:
            _send_large(socket, frame, seconds)


def await_room(socket: ClientConnection) -> None:
    """Wait until a socket takes something, however long that is: who watches over it may cut it.

    A send that waits keeps the socket from reading, so that two sides which both wait for the other
    to read would stand still for ever.
    """
    while not _has_room(socket, _LOOK):
        pass


async def send_async(socket: AsyncClientConnection, frames: Iterable[str], seconds: float) -> None:
    """Send messages, each within so many seconds; see `send`."""
    for frame in frames:
        if _is_small(frame) and not socket.transport.get_write_buffer_size():
            await socket.send(frame)
            continue
        try:
            async with asyncio.timeout(seconds):
                await socket.send(frame)
        except TimeoutError:
            abort(socket)
            raise not_taken(seconds) from None


def mention(socket: ClientConnection, frames: Iterable[str]) -> None:
    """Send short messages, as far as a socket takes them at once."""
    if is_open(socket):  # a closed one would make us wait for its end
        with suppress(ConnectionClosed):
            for frame in frames:
                if _has_room(socket, 0):
                    socket.send(frame)


async def mention_async(socket: AsyncClientConnection, frames: Iterable[str]) -> None:
    """Send short messages, as far as a socket takes them at once."""
    if is_open(socket):  # a closed one would make us wait for its end
        with suppress(ConnectionClosed):
            for frame in frames:
                if not socket.transport.get_write_buffer_size():
                    await socket.send(frame)


def end(socket: ClientConnection) -> None:
    """Close a socket in the proper way, which takes a word of ours; cut it where it takes none."""
    if not _has_room(socket, 0):
        shut(socket)
    socket.close()


async def end_async(socket: AsyncClientConnection) -> None:
    """Close a socket in the proper way; see `end`."""
    if socket.transport.get_write_buffer_size():
        socket.transport.abort()
    await socket.close()


def cut(socket: ClientConnection) -> None:
    """Close a socket without waiting for the server to agree: it may have gone long ago."""
    shut(socket)
    socket.close()


def shut(socket: ClientConnection) -> None:
    """End what both sides say, and the wait of whoever reads; the socket is still to be closed."""
    with suppress(OSError):
        socket.socket.shutdown(SHUT_RDWR)


def cut_stalled(socket: ClientConnection | None) -> None:
    """End the wait of whoever is sending over a socket that takes nothing."""
    if socket is not None and not _has_room(socket, 0):
        shut(socket)


def abort(socket: AsyncClientConnection) -> None:
    """Close a socket without waiting, from any thread; does nothing once its loop is closed."""
    with suppress(RuntimeError):
        socket.loop.call_soon_threadsafe(socket.transport.abort)


def ping(socket: ClientConnection) -> threading.Event | None:
    """Send a ping unless that would block, which it does while the peer takes nothing."""
    with suppress(ConnectionClosed, OSError, ValueError):
        if _has_room(socket, 0):
            return socket.ping()
    return None


def _is_small(frame: str) -> bool:
    return len(frame) * (1 if frame.isascii() else 4) <= _SMALL


def _send_large(socket: ClientConnection, frame: str, seconds: float) -> None:
    late = threading.Event()

    def give_up() -> None:
        late.set()
        shut(socket)

    timer = threading.Timer(seconds, give_up)
    timer.name, timer.daemon = "smallestai-send", True
    timer.start()
    try:
        socket.send(frame)
    except ConnectionClosed:
        if late.is_set():
            raise not_taken(seconds) from None
        raise
    finally:
        timer.cancel()
        timer.join()


def _has_room(socket: ClientConnection, seconds: float) -> bool:
    """Whether a socket takes something within so many seconds, or has an error to tell of."""
    number = socket.socket.fileno()
    if number < 0:  # closed
        return True
    if hasattr(select, "poll"):
        room = select.poll()
        room.register(number, select.POLLOUT)
        return bool(room.poll(seconds * 1000))
    return bool(select.select([], [number], [], seconds)[1])
