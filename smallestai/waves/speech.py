"""A reply that is being spoken.

Iterate its audio or its events. Blocking and async, side by side.
"""

from __future__ import annotations

import warnings
from collections import deque
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from smallestai.audio import Audio, AudioFormat
from smallestai.errors import LocalProtocolError, RemoteProtocolError
from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent
from smallestai.waves._words import WordClock
from smallestai.waves.metrics import SpeechMetrics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType

    from smallestai.timeline import Heard, Timeline
    from smallestai.waves._links import AsyncLink, Link

L = TypeVar("L", bound="Link | AsyncLink")


class _Stream(Generic[L]):
    """What both worlds share: everything that does not wait."""

    def __init__(self, link: L, form: AudioFormat, text: str = "") -> None:
        self.format = form
        self.metrics = SpeechMetrics(form)
        self._link = link
        self._words = WordClock(form, text)
        self._per_byte = 0.0 if form.encoding in ("mp3", "wav") else form.seconds(1)
        self._ready: deque[SpeechEvent] = deque()
        self._open = False
        self._ended = False
        self._closed = False

    def __repr__(self) -> str:
        states = {"closed": self._closed, "ended": self._ended, "open": self._open, "new": True}
        state = next(name for name, holds in states.items() if holds)
        received = f"{self.metrics.bytes} bytes of {self.format.encoding}"
        return f"<{type(self).__name__} {state}, {received}>"

    @property
    def request_id(self) -> str | None:
        """The service's id of the request, once it is known."""
        return self._link.request_id

    @property
    def timeline(self) -> Timeline:
        """When each word so far is spoken and where it stands in the text; for PCM and G.711.

        Words come where ``word_timestamps=True`` asked for them and the voice has them. The
        timeline writes subtitles: ``stream.timeline.save("speech.srt")``.
        """
        return self._words.timeline(self.metrics.bytes)

    def heard(self, seconds: float) -> Heard:
        """Return which part of the text had been heard when that much of the audio was played.

        For the history of a conversation that was interrupted: `Heard.text` is what to keep. It is
        exact from word times, else estimated and marked so.

        Args:
            seconds: The player's position in the audio of the stream.
        """
        return self.timeline.heard(seconds)

    def _begin(self) -> None:
        if self._closed:
            raise LocalProtocolError("the stream is closed: ask for another one")
        self._open = True
        self.metrics.begin()

    def _arrived(self, events: list[SpeechEvent] | None) -> bool:
        """Take what a link gave; whether nothing more will come."""
        if events is None:
            return True
        metrics = self.metrics
        for event in events:
            if type(event) is AudioChunk:
                size = len(event.data)
                metrics.count(size, size * self._per_byte)
            else:
                event = self._words.take(event, metrics.bytes)
            self._ready.append(event)
        self._ended = bool(events) and type(events[-1]) is Complete
        return self._ended

    def _audio(self) -> Audio:
        if self._closed and not self._ended:
            raise LocalProtocolError(
                "the stream was closed before its end: there is no whole audio"
            )
        data = self._link.audio
        if not data:
            raise RemoteProtocolError("the service spoke no audio for this text")
        audio = Audio(data, self.format, self.request_id)
        try:
            _ = audio.duration  # a container that is cut short is told apart here
        except RemoteProtocolError as error:
            error.audio = data
            raise
        return audio

    def _leaked(self) -> bool:
        """Whether a connection is still open that nobody can close any more; says so."""
        if not self._open or self._closed:
            return False
        message = f"{self!r} was never closed: use it in a with statement"
        warnings.warn(message, ResourceWarning, stacklevel=3, source=self)
        return True


class SpeechStream(_Stream["Link"]):
    """Speech as it arrives; made by `TTS.stream`.

    Iterating gives ``bytes``, always whole samples, in `format`; `events` gives audio, words and
    the end in order. Either opens the connection when it begins and closes it at the end. Use it in
    a ``with`` statement when you may stop earlier. `close` may be called from another thread:
    whoever is reading then sees the end.

    Iterating raises `StreamClosedError` when the connection closed before the end,
    `APITimeoutError` when the service took too long, `StreamError` when it reported an error; all
    have the ``audio`` received so far.
    """

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        return self

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

    def read(self) -> Audio:
        """Wait for the end and return the whole audio, what was iterated before included.

        Raises:
            RemoteProtocolError: There was no audio, or its container is cut short.
        """
        while self._next() is not None:
            pass
        return self._audio()

    def close(self) -> None:
        """Stop and let go of the connection.

        What was received stays on `metrics`. Does nothing the second time.
        """
        if not self._closed:
            self._closed = True
            self._ready.clear()
            self._link.close()

    def __del__(self) -> None:
        if self._leaked():
            self.close()

    def _start(self) -> None:
        if self._open:
            return
        self._begin()
        try:
            self._link.open()
        except BaseException:
            self.close()
            raise
        self.metrics.connected()

    def _next(self) -> SpeechEvent | None:
        while not self._ready:
            if self._ended or (self._open and self._closed):
                return None
            self._receive()
        try:
            return self._ready.popleft()
        except IndexError:  # another thread has closed the stream just now
            return None

    def _receive(self) -> None:
        self._start()
        try:
            ended = self._arrived(self._link.receive())
        except Exception:
            self.close()
            raise
        if ended:
            self._finish()

    def _finish(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if not self._closed:
            self._closed = True
            self._link.close()


class AsyncSpeechStream(_Stream["AsyncLink"]):
    """Speech as it arrives, on an event loop; made by `AsyncTTS.stream`. See `SpeechStream`."""

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

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

    async def read(self) -> Audio:
        """Wait for the end and return the whole audio, what was iterated before included.

        Raises:
            RemoteProtocolError: There was no audio, or its container is cut short.
        """
        while await self._next() is not None:
            pass
        return self._audio()

    async def close(self) -> None:
        """Stop and let go of the connection.

        What was received stays on `metrics`. Does nothing the second time.
        """
        if not self._closed:
            self._closed = True
            self._ready.clear()
            await self._link.close()

    def __del__(self) -> None:
        if self._leaked():
            self._link.abandon()

    async def _start(self) -> None:
        if self._open:
            return
        self._begin()
        try:
            await self._link.open()
        except BaseException:
            await self.close()
            raise
        self.metrics.connected()

    async def _next(self) -> SpeechEvent | None:
        while not self._ready:
            if self._ended or (self._open and self._closed):
                return None
            await self._receive()
        return self._ready.popleft()

    async def _receive(self) -> None:
        await self._start()
        try:
            ended = self._arrived(await self._link.receive())
        except Exception:
            await self.close()
            raise
        if ended:
            await self._finish()

    async def _finish(self) -> None:
        """Let go of the connection; what is ready is still to be read."""
        if not self._closed:
            self._closed = True
            await self._link.close()
