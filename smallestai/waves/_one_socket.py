"""A socket that utterances use one after another, kept alive between them. Blocking and async."""

from __future__ import annotations

import asyncio
import threading
import warnings
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING

from smallestai._sending import abort, cut, end, end_async, mention, mention_async
from smallestai._sessions.latch import Latch
from smallestai._sockets import connect, connect_async
from smallestai.errors import LocalProtocolError
from smallestai.waves._shelf import idle
from smallestai.waves._sockets_pool import PATH, is_quiet, is_quiet_async

if TYPE_CHECKING:
    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.waves._shelf import Idle, Wanted

PING = '{"type":"ping"}'

# The service closes a socket after 60 idle seconds, and any message starts them anew.
_PING_SECONDS = 20.0


class OneSocket:
    """The blocking one. While no utterance is under way a thread sends a ping now and then.

    That thread does not hold it: one that nobody else holds is collected, and says so.

    Args:
        ping_seconds: Seconds between pings.
    """

    def __init__(self, ping_seconds: float = _PING_SECONDS) -> None:
        self._ping_seconds = ping_seconds
        self._lock = threading.Lock()
        self._idle: Idle | None = None
        self._busy = False
        self._closed = Latch()
        self._pinger: threading.Thread | None = None

    def __del__(self) -> None:
        if self._idle is not None:
            self._closed.set()
            cut(self._idle.socket)
            _warn(self)

    def acquire(self, wanted: Wanted, *, fresh: bool = False) -> tuple[ClientConnection, bool]:
        """Return the socket, opened again where it has gone or is another; see `Sockets`.

        Raises:
            LocalProtocolError: An utterance is under way, or this is closed.
        """
        with self._lock:
            _check(busy=self._busy, closed=self._closed.is_set())
            self._busy = True
            kept, self._idle = self._idle, None
        try:
            if kept is not None:
                if not fresh and kept.serves(wanted) and is_quiet(kept.socket):
                    return kept.socket, True
                cut(kept.socket)
            return connect(wanted.config, PATH, wanted.headers), False
        except BaseException:
            self._busy = False
            raise

    def release(self, wanted: Wanted, socket: ClientConnection) -> None:
        """Keep the socket for the next utterance."""
        with self._lock:
            self._busy = False
            if not self._closed.is_set():
                self._idle = idle(wanted, socket)
                self._start_pinging()
                return
        end(socket)

    def discard(self, socket: ClientConnection) -> None:
        """Close the socket; the next utterance opens another."""
        self._busy = False
        end(socket)

    def close(self) -> None:
        """Close the socket unless an utterance has it, which then closes it at its end."""
        self._closed.set()
        with self._lock:
            kept, self._idle = self._idle, None
        if kept is not None:
            end(kept.socket)
        if self._pinger is not None:
            self._pinger.join()

    def _start_pinging(self) -> None:
        if self._pinger is None:
            arguments = weakref.ref(self), self._closed, self._ping_seconds
            self._pinger = threading.Thread(
                target=_ping, args=arguments, name="smallestai-ping", daemon=True
            )
            self._pinger.start()

    def _ping(self) -> None:
        with self._lock:
            if self._idle is not None and is_quiet(self._idle.socket):
                mention(self._idle.socket, [PING])
                self._idle = self._idle.renewed()


def _ping(socket: weakref.ref[OneSocket], closed: Latch, seconds: float) -> None:
    while not closed.wait(seconds):
        kept = socket()
        if kept is None:
            return
        kept._ping()
        del kept


class AsyncOneSocket:
    """The async one. While no utterance is under way a task sends a ping now and then.

    Args:
        ping_seconds: Seconds between pings.
    """

    def __init__(self, ping_seconds: float = _PING_SECONDS) -> None:
        self._ping_seconds = ping_seconds
        self._idle: Idle | None = None
        self._busy = False
        self._closed = False
        self._pinger: asyncio.Task[None] | None = None

    def __del__(self) -> None:
        if self._idle is not None:
            abort(self._idle.socket)
            if self._pinger is not None:
                with suppress(RuntimeError):  # the loop is closed
                    self._pinger.get_loop().call_soon_threadsafe(self._pinger.cancel)
            _warn(self)

    async def acquire(
        self, wanted: Wanted, *, fresh: bool = False
    ) -> tuple[AsyncClientConnection, bool]:
        """Return the socket, opened again where it has gone; see `OneSocket.acquire`."""
        _check(busy=self._busy, closed=self._closed)
        self._busy = True
        kept, self._idle = self._idle, None
        try:
            if kept is not None:
                if not fresh and kept.serves(wanted) and is_quiet_async(kept.socket):
                    return kept.socket, True
                abort(kept.socket)
            return await connect_async(wanted.config, PATH, wanted.headers), False
        except BaseException:
            self._busy = False
            raise

    async def release(self, wanted: Wanted, socket: AsyncClientConnection) -> None:
        """Keep the socket for the next utterance."""
        self._busy = False
        if self._closed:
            await end_async(socket)
            return
        self._idle = idle(wanted, socket)
        if self._pinger is None:
            pinging = _ping_async(weakref.ref(self), self._ping_seconds)
            self._pinger = asyncio.create_task(pinging)

    async def discard(self, socket: AsyncClientConnection) -> None:
        """Close the socket; the next utterance opens another."""
        self._busy = False
        await end_async(socket)

    def abandon(self, socket: AsyncClientConnection) -> None:
        """Drop the socket; the next utterance opens another."""
        self._busy = False
        abort(socket)

    async def close(self) -> None:
        """Close the socket unless an utterance has it, which then closes it at its end."""
        self._closed = True
        kept, self._idle = self._idle, None
        if self._pinger is not None:
            self._pinger.cancel()
            await asyncio.wait([self._pinger])
        if kept is not None:
            await end_async(kept.socket)

    async def _ping(self) -> None:
        kept = self._idle
        if kept is not None and is_quiet_async(kept.socket):
            self._idle = kept.renewed()
            await mention_async(kept.socket, [PING])


async def _ping_async(socket: weakref.ref[AsyncOneSocket], seconds: float) -> None:
    while True:
        await asyncio.sleep(seconds)
        kept = socket()
        if kept is None:
            return
        await kept._ping()
        del kept


def _check(*, busy: bool, closed: bool) -> None:
    if closed:
        raise LocalProtocolError("the connection is closed", hint="Make a new one.")
    if busy:
        raise LocalProtocolError(
            "an utterance is under way on this connection",
            hint="Read it to its end or close it first, or open a second connection.",
        )


def _warn(source: object) -> None:
    message = "a speech connection was never closed: use it in a with statement"
    warnings.warn(message, ResourceWarning, stacklevel=3, source=source)
