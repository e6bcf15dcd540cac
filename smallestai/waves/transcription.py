"""Speech that is transcribed while it is spoken. Blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
import weakref
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Self

from smallestai._sending import abort, cut
from smallestai._sockets import connect, connect_async
from smallestai.errors import LocalProtocolError, SmallestError
from smallestai.waves._stt_lines import AsyncLine, Line, watch, watch_async
from smallestai.waves._stt_session import UNREAD_SENDS, as_bytes

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Iterator
    from types import TracebackType

    from smallestai.protocol.transcription_events import TranscriptionEvent


class TranscriptionStream(Line):
    """A live transcription; made by `STT.stream`.

    Send audio with `send`, from the thread that iterates or from another, or have a source read
    with `feed`. Iterating gives `Interim`, `Final`, `SpeechStarted`, `SpeechEnded`, `Reconnected`
    and `Unknown`, and ends behind the final that is the last. Times are seconds from the first
    byte of audio, also after a reconnect.

    A connection that breaks is replaced; audio that is not acknowledged by a final is sent again,
    up to ``buffer_seconds`` of it. Five connections may fail in a row. What ends the session is
    raised where the stream is iterated or closed, and by `send`; ``error.received`` has the
    finals so far.
    """

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(wait=kind is None)

    def __iter__(self) -> Iterator[TranscriptionEvent]:
        return self

    def __next__(self) -> TranscriptionEvent:
        ready = self._ready
        while True:
            ended = self._over or self._closed  # before looking: nothing is missed in between
            try:
                return ready.popleft()
            except IndexError:
                pass
            if ended:
                self._raise_untold()
                raise StopIteration
            if not self._is_open:
                self.open()
            with self._reading:
                if not ready and not self._over:
                    self._receive()

    def open(self) -> None:
        """Open the socket; the ``with`` statement does, and the first use.

        Raises:
            APIError: The service refused it.
            APIConnectionError: It could not be reached, or not in time.
        """
        with self._opening:
            self._begin()
            if self._is_open:
                return
            self._socket = connect(self._config, self._request.path, self._request.headers)
            with self._lock:
                self._connected()
            self._is_open = True
            if self._closed:  # from another thread, meanwhile
                cut(self._socket)
                self._begin()
            tick = self._liveness.tick
            arguments = weakref.ref(self), self._stopped, tick
            self._guard = threading.Thread(
                target=watch, args=arguments, name="smallestai-guard", daemon=True
            )
            self._guard.start()

    def send(self, audio: bytes) -> None:
        """Send audio in the encoding and at the rate of the stream, cut anywhere.

        The service advises 50 to 100 ms at a time. While another connection is opened, audio is
        kept and this returns.

        Raises:
            LocalProtocolError: The stream has been ended or closed.
            SmallestError: What ended the session.
        """
        if type(audio) is not bytes:
            audio = as_bytes(audio)
        if not self._is_open:
            self.open()
        with self._sending:
            with self._lock:
                frames = self._sent(audio)
            alive = self._write(frames)
        if not alive or self._unread > UNREAD_SENDS:
            self._catch_up()
            self._raise_failure()

    def send_all(self, source: Iterable[bytes]) -> None:
        """Send all audio of a source; returns when it has ended.

        Raises:
            SmallestError: As `send`; and whatever the source raises.
        """
        for block in source:
            self.send(block)

    def feed(self, source: Iterable[bytes]) -> None:
        """Read a source in a thread beside you, and end the session when it ends.

        When the source fails, what it gave is transcribed, then its exception is raised where the
        stream is iterated.

        Args:
            source: For example a `microphone`. It is read no further once the stream is over, and
                not closed.

        Raises:
            LocalProtocolError: The stream is closed, or has been fed before.
        """
        self._begin_feed()
        self.open()
        arguments = weakref.ref(self), source
        name = "smallestai-feed"
        threading.Thread(target=_feed, args=arguments, name=name, daemon=True).start()

    def finalize(self) -> None:
        """End a turn: what was said is settled now, by a `Final` that may be empty.

        Raises:
            LocalProtocolError: The stream has been ended or closed.
            SmallestError: What ended the session.
        """
        self._ask(end=False)

    def close(self, *, wait: bool = True) -> None:
        """End the session and wait for the last final, at most ``timeout.between`` without a frame.

        What has come and was not iterated can still be. Does nothing the second time.

        Args:
            wait: False drops the connection at once.

        Raises:
            SmallestError: What ended the session, unless it was raised before.
        """
        if self._closed:
            return
        try:
            if wait and self._is_open and not self._over:
                with suppress(LocalProtocolError):  # a feed has ended it
                    self._ask(end=True)
                while not self._over:
                    with self._reading:
                        if not self._over:
                            self._receive()
        finally:
            self._closed = True
            self._release()
        if wait:
            self._raise_untold()

    def __del__(self) -> None:
        if self._leaked():
            self._stopped.set()
            if self._socket is not None:
                cut(self._socket)

    # -- sending

    def _ask(self, *, end: bool) -> None:
        if not self._is_open:
            self.open()
        with self._sending:
            with self._lock:
                frames = self._asked(end=end)
            alive = self._write(frames)
        if not alive:
            self._catch_up()

    def _takes(self, block: bytes) -> bool:
        """Send a block of a source; whether more of it is wanted."""
        if self._over or self._closed:
            return False
        try:
            self.send(block)
        except LocalProtocolError:  # it was ended meanwhile
            return False
        return True

    def _end_feed(self, fault: BaseException | None) -> None:
        if fault is not self._failure:
            self._fault = fault
        with suppress(SmallestError):
            self._ask(end=True)


def _feed(stream: weakref.ref[TranscriptionStream], source: Iterable[bytes]) -> None:
    """Read a source for a stream, which it does not hold while it waits for the next block."""
    fault: BaseException | None = None
    try:
        for block in source:
            fed = stream()
            if fed is None or not fed._takes(block):
                return
            del fed
    except BaseException as error:
        fault = error
    fed = stream()
    if fed is not None:
        fed._end_feed(fault)


class AsyncTranscriptionStream(AsyncLine):
    """A live transcription on an event loop; made by `AsyncSTT.stream`.

    See `TranscriptionStream`.
    """

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close(wait=kind is None)

    def __aiter__(self) -> AsyncIterator[TranscriptionEvent]:
        return self

    async def __anext__(self) -> TranscriptionEvent:
        ready = self._ready
        while True:
            if ready:
                return ready.popleft()
            if self._over or self._closed:
                self._raise_untold()
                raise StopAsyncIteration
            if not self._is_open:
                await self.open()
            async with self._reading:
                if not ready and not self._over:
                    await self._receive()

    async def open(self) -> None:
        """Open the socket; the ``async with`` statement does, and the first use."""
        async with self._opening:
            self._begin()
            if self._is_open:
                return
            self._socket = await connect_async(
                self._config, self._request.path, self._request.headers
            )
            self._connected()
            self._is_open = True
            if self._closed:  # from another task, meanwhile
                abort(self._socket)
                self._begin()
            watching = watch_async(weakref.ref(self), self._liveness.tick)
            self._guard = asyncio.create_task(watching)

    async def send(self, audio: bytes) -> None:
        """Send audio in the encoding and at the rate of the stream; see `TranscriptionStream`."""
        if type(audio) is not bytes:
            audio = as_bytes(audio)
        if not self._is_open:
            await self.open()
        async with self._sending:
            alive = await self._write(self._sent(audio))
        if not alive or self._unread > UNREAD_SENDS:
            await self._catch_up()
            self._raise_failure()

    async def send_all(self, source: AsyncIterable[bytes] | Iterable[bytes]) -> None:
        """Send all audio of a source; returns when it has ended.

        A source that is no async iterable is read in a thread, unless it is a list or a tuple.
        """
        async with aclosing(_blocks(source)) as blocks:
            async for block in blocks:
                await self.send(block)

    def feed(self, source: AsyncIterable[bytes] | Iterable[bytes]) -> None:
        """Read a source in a task beside you, and end the session when it ends.

        Not awaited itself. See `TranscriptionStream.feed`.
        """
        self._begin_feed()
        self._feeder = asyncio.create_task(_feed_async(weakref.ref(self), source))

    async def finalize(self) -> None:
        """End a turn: what was said is settled now, by a `Final` that may be empty."""
        await self._ask(end=False)

    async def close(self, *, wait: bool = True) -> None:
        """End the session and wait for the last final; see `TranscriptionStream.close`."""
        if self._closed:
            return
        try:
            if wait and self._is_open and not self._over:
                with suppress(LocalProtocolError):  # a feed has ended it
                    await self._ask(end=True)
                while not self._over:
                    async with self._reading:
                        if not self._over:
                            await self._receive()
        finally:
            self._closed = True
            await self._release()
        if wait:
            self._raise_untold()

    def __del__(self) -> None:
        if not self._leaked():
            return
        if self._socket is not None:
            abort(self._socket)
        for task in (self._guard, self._feeder):
            if task is not None:
                with suppress(RuntimeError):  # the loop is closed
                    task.get_loop().call_soon_threadsafe(task.cancel)

    # -- sending

    async def _ask(self, *, end: bool) -> None:
        if not self._is_open:
            await self.open()
        async with self._sending:
            alive = await self._write(self._asked(end=end))
        if not alive:
            await self._catch_up()

    async def _takes(self, block: bytes) -> bool:
        """Send a block of a source; whether more of it is wanted."""
        if self._over or self._closed:
            return False
        try:
            await self.send(block)
        except LocalProtocolError:  # it was ended meanwhile
            return False
        return True

    async def _end_feed(self, fault: BaseException | None) -> None:
        if fault is not self._failure:
            self._fault = fault
        with suppress(SmallestError):
            await self._ask(end=True)


async def _feed_async(
    stream: weakref.ref[AsyncTranscriptionStream], source: AsyncIterable[bytes] | Iterable[bytes]
) -> None:
    """Read a source for a stream; see `_feed`."""
    fault: BaseException | None = None
    try:
        async with aclosing(_blocks(source)) as blocks:
            async for block in blocks:
                fed = stream()
                if fed is None or not await fed._takes(block):
                    return
                del fed
    except asyncio.CancelledError:
        raise
    except BaseException as error:
        fault = error
    fed = stream()
    if fed is not None:
        await fed._end_feed(fault)


async def _blocks(source: AsyncIterable[bytes] | Iterable[bytes]) -> AsyncGenerator[bytes, None]:
    """Iterate a source; one that may block does so in a thread of its own."""
    if isinstance(source, list | tuple):
        for block in source:
            yield block
        return
    from smallestai.waves._feeds import items

    async with aclosing(items(source)) as blocks:
        async for block in blocks:
            yield block
