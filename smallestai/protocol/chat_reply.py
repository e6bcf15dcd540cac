"""A streamed chat completion: the bytes of an event stream in, chunks out, in any cut.

    event                                   what it means
    --------------------------------------  -----------------------------------------
    ``[DONE]``                              the end
    an object with ``error``                `StreamError`
    any other object                        a chunk, added to the message so far
    anything else                           `RemoteProtocolError`
    the end of the bytes after ``finish``   the end as well
    the end of the bytes before it          `StreamClosedError`

What came before a fault is handed out first, and the fault is raised after it.

Source: component `ChatCompletionChunk` in `openapi/waves.yaml`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

import msgspec

from smallestai.errors import SmallestError, StreamClosedError, stream_error
from smallestai.protocol.chat import (
    ChatChunk,
    ChatMessage,
    ChatUsage,
    FunctionCall,
    ToolCall,
    ToolCallDelta,
    broken,
    read_as,
)
from smallestai.protocol.sse import EventStreamParser, ServerSentEvent

_END = b"[DONE]"


@dataclass(slots=True)
class _Call:
    """A call while its pieces come."""

    id: str | None = None
    type: str | None = None
    name: str | None = None
    arguments: list[str] = field(default_factory=list)

    def add(self, piece: ToolCallDelta) -> None:
        self.id = self.id or piece.id
        self.type = self.type or piece.type
        self.name = self.name or piece.function.name
        self.arguments.append(piece.function.arguments or "")

    def whole(self) -> ToolCall:
        function = FunctionCall(self.name, "".join(self.arguments))
        return ToolCall(self.id, self.type or "function", function)


class ChatReply:
    """The body of `electronChatCompletions` with ``stream``.

    Args:
        counts: Whether chunks that hold no answer, only a count of tokens, are handed out too.

    Attributes:
        usage: What the answer took, once it has been told.
        finish_reason: Why the answer ended, once it has.
        is_done: Whether nothing more will come.
    """

    def __init__(self, *, counts: bool = False) -> None:
        self.usage: ChatUsage | None = None
        self.finish_reason: str | None = None
        self.is_done = False
        self._counts = counts
        self._parser = EventStreamParser()
        self._ready: deque[ChatChunk] = deque()
        self._fault: SmallestError | None = None
        self._text: list[str] = []
        self._calls: dict[int, _Call] = {}

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._text)

    @property
    def message(self) -> ChatMessage:
        """The message so far."""
        calls = [call.whole() for _, call in sorted(self._calls.items())]
        return ChatMessage(content=self.text if self._text else None, tool_calls=calls or None)

    def receive(self, data: bytes) -> None:
        """Take bytes of the body."""
        for event in self._parser.feed(data):
            if not self.is_done:
                self._read(event)

    def receive_end(self) -> None:
        """Take the end of the body."""
        if not self.is_done and self.finish_reason is None:
            where = "in the middle of an event" if self._parser.pending else "before its last event"
            self._fail(StreamClosedError(reason=f"the answer broke off {where}"))
        self.is_done = True

    def next(self) -> ChatChunk | None:
        """Return the next chunk, or None where there is none yet.

        Raises:
            StreamError: The service reported an error, after what it had said before.
            StreamClosedError: The body ended before the answer did.
            RemoteProtocolError: An event breaks the grammar. All have the message so far as
                ``received``.
        """
        if self._ready:
            return self._ready.popleft()
        if self._fault is not None:
            fault, self._fault = self._fault, None
            raise self.blame(fault)
        return None

    def blame(self, error: SmallestError) -> SmallestError:
        """Put what was received on an error."""
        error.received = self.message
        return error

    def _read(self, event: ServerSentEvent) -> None:
        if event.data.strip() == _END:
            self.is_done = True
            return
        try:
            self._add(_chunk_of(event))
        except SmallestError as error:
            self._fail(error)

    def _fail(self, error: SmallestError) -> None:
        self._fault, self.is_done = error, True

    def _add(self, chunk: ChatChunk) -> None:
        self.usage = chunk.usage or self.usage
        for choice in chunk.choices[:1]:
            self.finish_reason = choice.finish_reason or self.finish_reason
            if choice.delta.content is not None:
                self._text.append(choice.delta.content)
            for piece in choice.delta.tool_calls or ():
                self._call_of(piece).add(piece)
        if chunk.choices or self._counts:
            self._ready.append(chunk)

    def _call_of(self, piece: ToolCallDelta) -> _Call:
        """Return the call a piece belongs to: without an index, a new id begins another one."""
        last = max(self._calls, default=-1)
        begins = last < 0 or piece.id not in (None, self._calls[last].id)
        index = piece.index if piece.index is not None else last + begins
        return self._calls.setdefault(index, _Call())


def _chunk_of(event: ServerSentEvent) -> ChatChunk:
    if event.event == "error" or b'"error"' in event.data:
        raw = _object(event.data)
        if event.event == "error" or raw.get("error") is not None:
            raise stream_error(raw)
    return read_as(event.data, ChatChunk)


def _object(data: bytes) -> dict[str, Any]:
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise broken("an event of the answer is no JSON object", data)
    return value
