"""A spoken reply as the body of an HTTP reply, blocking and async: events, or the audio itself."""

from __future__ import annotations

import threading
from contextlib import AsyncExitStack, ExitStack, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai.errors import RemoteProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.events import Complete
from smallestai.protocol.patience import Patience
from smallestai.protocol.reply import AudioReply, EventStreamReply
from smallestai.waves._links import Facts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from smallestai._bodies import AsyncByteStream, ByteStream
    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.protocol.events import SpeechEvent
    from smallestai.protocol.reply import SpeechReply
    from smallestai.waves.request import SpeechRequest

_SHOWN = 200

# Seconds that the end of a body may take after its last event: only a connection whose body was
# read to the end is kept for the next request.
_GRACE = 0.25


class _ReplyLink:
    """What both worlds share: everything that does not wait."""

    def __init__(self, timeout: Timeout, request: SpeechRequest, *, events: bool) -> None:
        self.facts = Facts()
        size = request.format.frame_size if request.format.encoding == "pcm" else 1
        self._reply: SpeechReply = EventStreamReply() if events else AudioReply(size or 1)
        self._events = events
        self._body = request
        self._patience = Patience(timeout.first, timeout.between, timeout.total)
        self._closed = False
        self._is_whole = False  # but for the end of the body, which nobody waited for
        self._is_torn = False  # a read was cancelled or interrupted, which ends the body for httpx
        self._held: list[SpeechEvent] = []
        self.request_id: str | None = None

    @property
    def audio(self) -> bytes:
        return self._reply.audio

    def _request(self) -> dict[str, Any]:
        """Return the request in httpx's words."""
        accept = "text/event-stream" if self._events else "audio/wav"
        return {
            "method": "POST",
            "url": "/waves/v1/tts/live" if self._events else "/waves/v1/tts",
            "json": {**self._body.settings, "text": self._body.text},
            "headers": {"Accept": accept, **self._body.headers},
        }

    def _is_due(self, stream: ByteStream | AsyncByteStream) -> bool:
        """Note the head of the reply; whether its body is what was asked for."""
        self.request_id = stream.headers.get("x-request-id")
        kind = stream.headers.get("content-type", "")
        if self._events:
            return kind.startswith("text/event-stream")
        return not kind.startswith(("text/", "application/json"))

    def _not_due(self, stream: ByteStream | AsyncByteStream, body: bytes) -> RemoteProtocolError:
        kind = stream.headers.get("content-type", "nothing")
        due = "an event stream" if self._events else "audio"
        shown = body[:_SHOWN].decode("utf-8", "replace")
        return RemoteProtocolError(f"the reply is {kind} where {due} was due", body=shown)

    def _take(self, chunk: bytes | None, waited: float) -> list[SpeechEvent]:
        if chunk is None:
            if self._is_torn:
                reason = "a read was interrupted, and the rest of the body is lost"
                raise self._blame(StreamClosedError(reason=reason, request_id=self.request_id))
            return self._reply.receive_end()
        self._patience.received(waited)
        if self._patience.allowed <= 0:
            raise self._blame(self._patience.exhausted())
        events = self._reply.receive(chunk)
        if events and type(events[-1]) is Complete:
            self._is_whole = True
            if len(events) > 1:  # samples first: what ends the body may take a moment
                self._held.append(events.pop())
        return events

    def _blame(self, error: SmallestError) -> SmallestError:
        """Put what was received on an error of the connection."""
        error.audio = self._reply.audio
        return error


class ReplyLink(_ReplyLink):
    """The blocking link."""

    def __init__(self, transport: Transport, request: SpeechRequest, *, events: bool) -> None:
        super().__init__(transport.config.timeout, request, events=events)
        self._transport = transport
        self._stack = ExitStack()
        self._stream: ByteStream | None = None
        self._reading = False

    def open(self) -> None:
        stream = self._stack.enter_context(self._transport.stream(self._request()))
        if not self._is_due(stream):
            raise self._not_due(stream, stream.read())
        self._stream = stream
        self._chunks: Iterator[bytes] = iter(stream)

    def receive(self) -> list[SpeechEvent] | None:
        if self._stream is None:
            return None
        if self._held:
            return [self._held.pop()]
        while True:
            began = monotonic()
            chunk = self._next()
            if self._closed:
                self._stack.close()
                return None
            events = self._take(chunk, monotonic() - began)
            if events or chunk is None:
                return events

    def close(self) -> None:
        self._closed = True
        if self._reading and self._stream is not None:
            self._stream.abort()  # and the reader closes
            return
        if self._is_whole and self._stream is not None:
            self._read_end(self._stream)
        self._stack.close()

    def _read_end(self, stream: ByteStream) -> None:
        """Read what follows the last event, which is nothing."""
        self._is_whole = False
        timer = threading.Timer(_GRACE, stream.abort)
        timer.name, timer.daemon = "smallestai-end", True
        timer.start()
        with suppress(SmallestError):
            while self._next() is not None:
                pass
        timer.cancel()
        timer.join()

    def _next(self) -> bytes | None:
        self._reading = True
        try:
            return next(self._chunks, None)
        except SmallestError as error:
            if self._closed:
                return None
            raise self._blame(error) from error.__cause__
        except BaseException:
            self._is_torn = True
            raise
        finally:
            self._reading = False


class AsyncReplyLink(_ReplyLink):
    """The async link."""

    def __init__(self, transport: AsyncTransport, request: SpeechRequest, *, events: bool) -> None:
        super().__init__(transport.config.timeout, request, events=events)
        self._transport = transport
        self._stack = AsyncExitStack()
        self._stream: AsyncByteStream | None = None

    async def open(self) -> None:
        stream = await self._stack.enter_async_context(self._transport.stream(self._request()))
        if not self._is_due(stream):
            raise self._not_due(stream, await stream.read())
        self._stream = stream
        self._chunks: AsyncIterator[bytes] = aiter(stream)

    async def receive(self) -> list[SpeechEvent] | None:
        if self._stream is None:
            return None
        if self._held:
            return [self._held.pop()]
        while True:
            began = monotonic()
            try:
                chunk = await anext(self._chunks, None)
            except SmallestError as error:
                if self._closed:
                    return None
                raise self._blame(error) from error.__cause__
            except BaseException:
                self._is_torn = True
                raise
            if self._closed:
                return None
            events = self._take(chunk, monotonic() - began)
            if events or chunk is None:
                return events

    async def close(self) -> None:
        self._closed = True
        try:
            if self._is_whole:
                self._is_whole = False
                await self._read_end()
        finally:
            await self._stack.aclose()

    async def _read_end(self) -> None:
        """Read what follows the last event, which is nothing."""
        import asyncio  # which blocking programs do not need

        with suppress(SmallestError, TimeoutError):
            async with asyncio.timeout(_GRACE):
                async for _ in self._chunks:
                    pass

    def abandon(self) -> None:
        self._closed = True  # the event loop closes what is no longer referred to
