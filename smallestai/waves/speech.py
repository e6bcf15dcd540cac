"""A reply that is being spoken: its audio, its events. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._contexts import AsyncIterated, Iterated
from smallestai.errors import ConcurrencyLimitError
from smallestai.protocol.events import AudioChunk, SpeechEvent
from smallestai.waves._stream import Stream

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai.audio import Audio
    from smallestai.waves._links import AsyncLink, Link  # noqa: F401 - named in the bases below
    from smallestai.waves._turns import AsyncTurn, Turn  # noqa: F401 - likewise


class SpeechStream(Stream["Link", "Turn"], Iterated[bytes]):
    """Speech as it arrives; made by `TTS.stream`.

    Iterating gives ``bytes``, always whole samples, in `format`; `events` gives audio, words and
    the end in order. Either opens the connection when it begins and closes it at the end. Use it in
    a ``with`` statement when you may stop earlier. `close` may be called from another thread:
    whoever is reading then sees the end.

    Iterating raises `StreamClosedError` when the connection closed before the end,
    `APITimeoutError` when the service took too long, `StreamError` when it reported an error; all
    have the ``audio`` received so far.
    """

    def __next__(self) -> bytes:
        while (event := self._next()) is not None:
            if type(event) is AudioChunk:
                return event.data
        raise StopIteration

    def events(self) -> Iterator[SpeechEvent]:
        """Iterate everything that happens.

        `AudioChunk`, `Word`, `Unknown`, and `Complete` at the end.
        """
        while (event := self._next()) is not None:
            yield event

    def play(self, *, device: int | str | None = None) -> float:
        """Play it as it arrives and return when all of it has been heard (needs ``[audio]``).

        Closing the stream, from another thread, silences the loudspeaker within one block.

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Returns:
            Seconds of audio that were heard, for `heard`.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
            OutputError: The device has stopped.
        """
        from smallestai._player import Player

        with Player(self.format, device) as player:
            self._player = player
            for chunk in self:
                player.write(chunk)
            if self._closed:  # and what was being written meanwhile
                player.cut()
            player.wait()
            return player.position

    def read(self) -> Audio:
        """Wait for the end and return the whole audio, what was iterated before included.

        It is empty where a source of `speak` had nothing to say.

        Raises:
            RemoteProtocolError: There was no audio, or its container is cut short.
            LocalProtocolError: The stream was closed before its end.
        """
        while self._next() is not None:
            pass
        return self._audio()

    def cancel(self) -> None:
        """Stop speaking, from any thread: the same as `close`.

        No audio is given out after it returns, and the service is told to drop what it has not
        spoken, or loses the connection. `heard` then says what had been heard.
        """
        self.close()

    def close(self) -> None:
        """Stop and let go of the connection.

        What was received stays on `metrics`. Does nothing the second time.
        """
        self._closed = True
        self._ready.clear()
        if self._player is not None:
            self._player.cut()
        self._release()

    def __del__(self) -> None:
        if self._leaked():
            self.close()

    def _start(self) -> None:
        if self._open:
            return
        self._begin()
        try:
            if not self._queue():
                return
            self._link.open()
        except BaseException as error:
            self._finished(error)
            self.close()
            raise
        self.metrics.connected()

    def _queue(self) -> bool:
        """Wait for the turn; False for a stream that was closed meanwhile, which has its end."""
        if self._turn is None:
            return True
        try:
            waited = self._turn.enter(self._queue_timeout)
        except ConcurrencyLimitError as error:
            self.metrics.queued = error.queued or 0.0
            raise
        self.metrics.queued = waited or 0.0
        return waited is not None

    def _next(self) -> SpeechEvent | None:
        while not self._ready:
            if self._ended or (self._open and self._closed):
                return None
            self._receive()
        try:
            return None if self._closed else self._ready.popleft()
        except IndexError:  # another thread has closed the stream just now
            return None

    def _receive(self) -> None:
        self._start()
        try:
            ended = self._arrived(self._link.receive())
        except Exception as error:
            self._finished(error)
            self.close()
            raise
        if ended:
            self._release()

    def _release(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if not self._released:
            self._released = True
            try:
                self._link.close()
            finally:
                if self._turn is not None:
                    self._turn.leave()
                self._finished()


class AsyncSpeechStream(Stream["AsyncLink", "AsyncTurn"], AsyncIterated[bytes]):
    """Speech as it arrives, on an event loop; made by `AsyncTTS.stream`. See `SpeechStream`."""

    async def __anext__(self) -> bytes:
        while (event := await self._next()) is not None:
            if type(event) is AudioChunk:
                return event.data
        raise StopAsyncIteration

    async def events(self) -> AsyncIterator[SpeechEvent]:
        """Iterate everything that happens.

        `AudioChunk`, `Word`, `Unknown`, and `Complete` at the end.
        """
        while (event := await self._next()) is not None:
            yield event

    async def play(self, *, device: int | str | None = None) -> float:
        """Play it as it arrives and return when all of it has been heard (needs ``[audio]``).

        Closing the stream, from another task, silences the loudspeaker within one block.

        Args:
            device: The sound device, by its number or a part of its name; None is the default one.

        Returns:
            Seconds of audio that were heard, for `heard`.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
            OutputError: The device has stopped.
        """
        from smallestai._player import AsyncPlayer

        async with AsyncPlayer(self.format, device) as player:
            self._player = player
            async for chunk in self:
                await player.write(chunk)
            if self._closed:  # and what was being written meanwhile
                player.cut()
            await player.wait()
            return player.position

    async def read(self) -> Audio:
        """Wait for the end and return the whole audio, what was iterated before included.

        It is empty where a source of `speak` had nothing to say.

        Raises:
            RemoteProtocolError: There was no audio, or its container is cut short.
            LocalProtocolError: The stream was closed before its end.
        """
        while await self._next() is not None:
            pass
        return self._audio()

    async def cancel(self) -> None:
        """Stop speaking, from any task: the same as `close`.

        No audio is given out after it returns, and the service is told to drop what it has not
        spoken, or loses the connection. `heard` then says what had been heard.
        """
        await self.close()

    async def close(self) -> None:
        """Stop and let go of the connection.

        What was received stays on `metrics`. Does nothing the second time.
        """
        self._closed = True
        self._ready.clear()
        if self._player is not None:
            self._player.cut()
        await self._release()

    def __del__(self) -> None:
        if self._leaked():
            self._link.abandon()
            if self._turn is not None:
                self._turn.abandon()

    async def _start(self) -> None:
        if self._open:
            return
        self._begin()
        try:
            if not await self._queue():
                return
            await self._link.open()
        except BaseException as error:
            self._finished(error)
            await self.close()
            raise
        self.metrics.connected()

    async def _queue(self) -> bool:
        """Wait for the turn; False for a stream that was closed meanwhile, which has its end."""
        if self._turn is None:
            return True
        try:
            waited = await self._turn.enter(self._queue_timeout)
        except ConcurrencyLimitError as error:
            self.metrics.queued = error.queued or 0.0
            raise
        self.metrics.queued = waited or 0.0
        return waited is not None

    async def _next(self) -> SpeechEvent | None:
        # One coroutine for all of it: another layer would cost more than what it does.
        while not self._ready:
            if self._ended or (self._open and self._closed):
                return None
            if not self._open:
                await self._start()
            try:
                ended = self._arrived(await self._link.receive())
            except Exception as error:
                self._finished(error)
                await self.close()
                raise
            if ended:
                await self._release()
        return None if self._closed else self._ready.popleft()

    async def _release(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if not self._released:
            self._released = True
            try:
                await self._link.close()
            finally:
                if self._turn is not None:
                    self._turn.leave()
                self._finished()
