"""A chat completion as it is written. Blocking and async, side by side."""

from __future__ import annotations

from contextlib import AsyncExitStack, ExitStack
from typing import TYPE_CHECKING, Any, Self

from smallestai._contexts import AsyncIterated, Iterated
from smallestai._retry import async_repeated, repeated
from smallestai.errors import LocalProtocolError, RemoteProtocolError, SmallestError
from smallestai.protocol.chat import ChatChunk
from smallestai.protocol.chat_reply import ChatReply
from smallestai.waves._chat_attempts import ChatAttempts

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from smallestai._bodies import AsyncByteStream, ByteStream
    from smallestai._http import AsyncTransport, Transport
    from smallestai.protocol.chat import ChatMessage, ChatUsage
    from smallestai.waves._chat_request import ChatRequest

_SHOWN = 200


class _ChatStream:
    """What both worlds share: everything that does not wait."""

    def __init__(self, request: ChatRequest, options: Mapping[str, Any] | None) -> None:
        self.request_id: str | None = None
        self._request = request
        self._options = options
        self._reply = ChatReply(counts=request.counts)
        self._open = False
        self._closed = False  # by the caller, or by a failure
        self._over = False  # whoever iterates has been told of the end

    def __repr__(self) -> str:
        states = {"ended": self._over, "closed": self._closed, "open": self._open, "new": True}
        state = next(name for name, holds in states.items() if holds)
        return f"<{type(self).__name__} {state}, {len(self.text)} characters>"

    @property
    def text(self) -> str:
        """The text so far."""
        return self._reply.text

    @property
    def usage(self) -> ChatUsage | None:
        """What the answer took in tokens; known at its end."""
        return self._reply.usage

    @property
    def finish_reason(self) -> str | None:
        """Why the answer ended: ``stop``, ``length``, ``tool_calls``, ``content_filter``."""
        return self._reply.finish_reason

    @property
    def received(self) -> ChatMessage:
        """The message so far, as it also is on an error that broke the answer off."""
        return self._reply.message

    def _check_open(self) -> None:
        if self._closed:
            raise LocalProtocolError("the stream is closed: ask for another one")

    def _check_kind(self, kind: str, body: bytes | None = None) -> bool:
        """Tell whether the body is an event stream; raise where it has been read and is not."""
        due = kind.startswith("text/event-stream")
        if not due and body is not None:
            shown = body[:_SHOWN].decode("utf-8", "replace")
            message = f"the reply is {kind or 'nothing'} where an event stream was due"
            raise RemoteProtocolError(message, body=shown, request_id=self.request_id)
        return due

    def _whole(self) -> ChatMessage:
        if not self._over:
            raise LocalProtocolError("the stream was closed before its end: the message is a part")
        return self._reply.message


class ChatStream(_ChatStream, Iterated[ChatChunk]):
    """An answer as it is written; made by `Chat.create` with ``stream=True``.

    Iterating gives `ChatChunk` objects; `text`, `usage` and `message` what they amount to. The
    request is sent by the ``with`` statement or the first read, and the connection is closed at the
    end, or by `close`, which another thread may call: whoever is reading then sees the end.

    Iterating raises `StreamClosedError` when the answer broke off, `StreamError` when the service
    reported an error in the middle, `APITimeoutError` when it took too long; all have the message
    so far as ``received``.
    """

    def __init__(
        self, transport: Transport, request: ChatRequest, options: Mapping[str, Any] | None
    ) -> None:
        super().__init__(request, options)
        self._transport = transport
        self._stack = ExitStack()
        self._stream: ByteStream | None = None
        self._reading = False

    def __next__(self) -> ChatChunk:
        self._start()
        try:
            chunk = self._next()
        except BaseException:
            self.close()
            raise
        if chunk is None:
            raise StopIteration
        return chunk

    def message(self) -> ChatMessage:
        """Wait for the end and return the whole message, its tool calls included.

        Raises:
            LocalProtocolError: The stream was closed before its end.
        """
        for _ in self:
            pass
        return self._whole()

    def close(self) -> None:
        """Stop and let go of the connection; what was received stays.

        Does nothing the second time.
        """
        self._closed = True
        if self._reading and self._stream is not None:
            self._stream.abort()  # and the reader closes
        else:
            self._stack.close()

    def _start(self) -> None:
        if self._open:
            return
        self._check_open()
        self._open = True
        attempts = ChatAttempts(self._transport.config, self._options)
        try:
            stream = repeated(lambda: self._asked(attempts), attempts)
            self.request_id = stream.headers.get("x-request-id")
            kind = stream.headers.get("content-type", "")
            if not self._check_kind(kind):
                self._check_kind(kind, stream.read())
        except BaseException:
            self.close()
            raise
        self._stream, self._chunks = stream, iter(stream)

    def _asked(self, attempts: ChatAttempts) -> ByteStream:
        self._check_open()
        request = self._request.as_http()
        return self._stack.enter_context(self._transport.stream(request, attempts.options()))

    def _next(self) -> ChatChunk | None:
        while not (self._closed or self._over):
            chunk = self._reply.next()
            if chunk is not None:
                return chunk
            if self._reply.is_done:
                self._over = True
                break
            self._receive()
        self._stack.close()
        return None

    def _receive(self) -> None:
        self._reading = True
        try:
            data = next(self._chunks, None)
        except SmallestError as error:
            if self._closed:
                return
            raise self._reply.blame(error) from error.__cause__
        finally:
            self._reading = False
        if self._closed:
            return
        if data is None:
            self._reply.receive_end()
        else:
            self._reply.receive(data)


class AsyncChatStream(_ChatStream, AsyncIterated[ChatChunk]):
    """An answer as it is written, on an event loop; see `ChatStream`.

    It need not be awaited before it is iterated; awaiting it sends the request and gives it back.
    """

    def __init__(
        self, transport: AsyncTransport, request: ChatRequest, options: Mapping[str, Any] | None
    ) -> None:
        super().__init__(request, options)
        self._transport = transport
        self._stack = AsyncExitStack()

    def __await__(self) -> Generator[Any, None, Self]:
        return self.__aenter__().__await__()

    async def __anext__(self) -> ChatChunk:
        await self._start()
        try:
            chunk = await self._next()
        except BaseException:
            await self.close()
            raise
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def message(self) -> ChatMessage:
        """Wait for the end and return the whole message, its tool calls included.

        Raises:
            LocalProtocolError: The stream was closed before its end.
        """
        async for _ in self:
            pass
        return self._whole()

    async def close(self) -> None:
        """Stop and let go of the connection; what was received stays.

        Does nothing the second time.
        """
        self._closed = True
        await self._stack.aclose()

    async def _start(self) -> None:
        if self._open:
            return
        self._check_open()
        self._open = True
        attempts = ChatAttempts(self._transport.config, self._options)
        try:
            stream = await async_repeated(lambda: self._asked(attempts), attempts)
            self.request_id = stream.headers.get("x-request-id")
            kind = stream.headers.get("content-type", "")
            if not self._check_kind(kind):
                self._check_kind(kind, await stream.read())
        except BaseException:
            await self.close()
            raise
        self._chunks = aiter(stream)

    async def _asked(self, attempts: ChatAttempts) -> AsyncByteStream:
        self._check_open()
        request = self._request.as_http()
        return await self._stack.enter_async_context(
            self._transport.stream(request, attempts.options())
        )

    async def _next(self) -> ChatChunk | None:
        while not (self._closed or self._over):
            chunk = self._reply.next()
            if chunk is not None:
                return chunk
            if self._reply.is_done:
                self._over = True
                break
            await self._receive()
        await self._stack.aclose()
        return None

    async def _receive(self) -> None:
        try:
            data = await anext(self._chunks, None)
        except SmallestError as error:
            if self._closed:
                return
            raise self._reply.blame(error) from error.__cause__
        if self._closed:
            return
        if data is None:
            self._reply.receive_end()
        else:
            self._reply.receive(data)
