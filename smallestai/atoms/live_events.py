"""What happens in a call, as it happens. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from contextlib import AsyncExitStack, ExitStack
from typing import TYPE_CHECKING

from smallestai._contexts import AsyncIterated, Iterated
from smallestai._sessions.latch import set_within
from smallestai.atoms._live_events import FollowedCall
from smallestai.errors import SmallestError
from smallestai.protocol.live_events import LiveEvent

if TYPE_CHECKING:
    from smallestai._bodies import AsyncByteStream, ByteStream
    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport

__all__ = ["AsyncLiveEventStream", "AsyncLiveEvents", "LiveEventStream", "LiveEvents"]


class LiveEvents:
    """`client.atoms.live_events`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def stream(
        self, call_id: str, *, reconnects: int = 10, timeout: Timeout | float | None = None
    ) -> LiveEventStream:
        """Follow a call that runs.

            for event in client.atoms.live_events.stream(call_id):
                print(event.type, event.time)

        Args:
            call_id: The call, such as ``CALL-1700000000000-a1b2c3``.
            reconnects: How many tries in a row may fail until a broken connection is given up, 0 to
                20.
            timeout: Seconds, or a `Timeout`. After ``between`` seconds of silence, 60 unless said
                otherwise, the connection is made anew, which shows whether the call still runs.

        Returns:
            The events, to be iterated; the request is sent by the first read.

        Raises:
            ArgumentError: An argument cannot be used; nothing is sent.

        Source: operation `subscribeToLiveEvents`.
        """
        return LiveEventStream(self._transport, call_id, reconnects=reconnects, timeout=timeout)


class AsyncLiveEvents:
    """`client.atoms.live_events` of `AsyncSmallestAI`."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    def stream(
        self, call_id: str, *, reconnects: int = 10, timeout: Timeout | float | None = None
    ) -> AsyncLiveEventStream:
        """Follow a call that runs; see `LiveEvents.stream`."""
        return AsyncLiveEventStream(
            self._transport, call_id, reconnects=reconnects, timeout=timeout
        )


class LiveEventStream(FollowedCall, Iterated[LiveEvent]):
    """The events of a call; made by `LiveEvents.stream`.

    Iterating gives the events of `smallestai.protocol.live_events`, each once, and ends when the
    service says that nothing follows. A connection that breaks is made anew; `StreamResumed` says
    so. It is closed at the end, or by `close`, which any thread may call: whoever reads sees the
    end.

    Iterating raises `BadRequestError` for a call that has ended before, `NotFoundError` for one
    that there is not, and `APIConnectionError`, `ServerError` or `StreamClosedError` when a lost
    connection could not be had again.
    """

    def __init__(
        self,
        transport: Transport,
        call_id: str,
        *,
        reconnects: int,
        timeout: Timeout | float | None,
    ) -> None:
        super().__init__(transport.config, call_id, reconnects, timeout)
        self._transport = transport
        self._stack = ExitStack()
        self._stream: ByteStream | None = None
        self._reading = False
        self._woken = threading.Event()

    def __next__(self) -> LiveEvent:
        self._start()
        try:
            while not self._ready and not self._over and not self._closed:
                self._advance()
        except BaseException:
            self.close()
            raise
        if self._ready and not self._closed:
            return self._ready.popleft()
        self._over = True
        self._stack.close()
        raise StopIteration

    def close(self) -> None:
        """Stop and let go of the connection. Does nothing the second time."""
        self._closed = True
        self._woken.set()
        if self._reading and self._stream is not None:
            self._stream.abort()  # and the reader closes
        else:
            self._stack.close()

    def _start(self) -> None:
        if self._stream is None and not self._over and self._lost_at is None:
            self._check_open()
            try:
                self._connect()
            except BaseException:
                self.close()
                raise

    def _connect(self) -> None:
        self._stack.close()
        stream = self._stack.enter_context(self._transport.stream(self._request(), self._options()))
        self._stream = None
        self._connected(stream.headers)
        self._stream, self._chunks = stream, iter(stream)

    def _advance(self) -> None:
        """Take what comes next: bytes, or the end of a connection and the next one."""
        self._reading = True
        error: SmallestError | None = None
        data: bytes | None = None
        try:
            if self._stream is None:
                self._connect()
                return
            data = next(self._chunks, None)
        except SmallestError as failure:
            error = failure
        finally:
            self._reading = False
        if self._closed:
            return
        if data is not None:
            self._ready += self._reader.feed(data)
            if not self._reader.is_done:
                return
        self._lost(error)

    def _lost(self, error: SmallestError | None) -> None:
        self._stream = None
        pause = self._pause(error)
        self._over = pause is None
        self._woken.wait(pause or 0.0)


class AsyncLiveEventStream(FollowedCall, AsyncIterated[LiveEvent]):
    """The events of a call, on an event loop; see `LiveEventStream`."""

    def __init__(
        self,
        transport: AsyncTransport,
        call_id: str,
        *,
        reconnects: int,
        timeout: Timeout | float | None,
    ) -> None:
        super().__init__(transport.config, call_id, reconnects, timeout)
        self._transport = transport
        self._stack = AsyncExitStack()
        self._stream: AsyncByteStream | None = None
        self._woken = asyncio.Event()

    async def __anext__(self) -> LiveEvent:
        await self._start()
        try:
            while not self._ready and not self._over and not self._closed:
                await self._advance()
        except BaseException:
            await self.close()
            raise
        if self._ready and not self._closed:
            return self._ready.popleft()
        self._over = True
        await self._stack.aclose()
        raise StopAsyncIteration

    async def close(self) -> None:
        """Stop and let go of the connection. Does nothing the second time."""
        self._closed = True
        self._woken.set()
        await self._stack.aclose()

    async def _start(self) -> None:
        if self._stream is None and not self._over and self._lost_at is None:
            self._check_open()
            try:
                await self._connect()
            except BaseException:
                await self.close()
                raise

    async def _connect(self) -> None:
        await self._stack.aclose()
        stream = await self._stack.enter_async_context(
            self._transport.stream(self._request(), self._options())
        )
        self._stream = None
        self._connected(stream.headers)
        self._stream, self._chunks = stream, aiter(stream)

    async def _advance(self) -> None:
        """Take what comes next: bytes, or the end of a connection and the next one."""
        error: SmallestError | None = None
        data: bytes | None = None
        try:
            if self._stream is None:
                await self._connect()
                return
            data = await anext(self._chunks, None)
        except SmallestError as failure:
            error = failure
        if self._closed:
            return
        if data is not None:
            self._ready += self._reader.feed(data)
            if not self._reader.is_done:
                return
        await self._lost(error)

    async def _lost(self, error: SmallestError | None) -> None:
        self._stream = None
        pause = self._pause(error)
        self._over = pause is None
        await set_within(self._woken, pause or 0.0)
