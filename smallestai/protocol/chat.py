"""Chat completions: messages, completions, and the chunks of a streamed one.

The attributes are those of the `openai` package, so a loop written for it reads ours:
``completion.choices[0].message.content``, ``chunk.choices[0].delta.content``. What the service left
out is None, what it adds is passed over.

Source: components `ChatCompletion` and `ChatCompletionChunk` in `openapi/waves.yaml`.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from msgspec import Struct, field

from smallestai.errors import RemoteProtocolError
from smallestai.protocol.nulls import convert_without_nulls

T = TypeVar("T")

_SHOWN = 200


class FunctionCall(Struct, frozen=True, omit_defaults=True):
    """What a model wants called.

    Attributes:
        name: The function's name.
        arguments: Its arguments, a JSON object as text.
    """

    name: str | None = None
    arguments: str | None = None


class ToolCall(Struct, frozen=True, omit_defaults=True):
    """A call that a model asks for.

    Attributes:
        id: What the ``tool`` message that answers it has as ``tool_call_id``.
        type: ``function``.
        function: What to call.
    """

    id: str | None = None
    type: str | None = None
    function: FunctionCall = field(default_factory=FunctionCall)

    @property
    def name(self) -> str:
        """The function's name; empty where the service gave none."""
        return self.function.name or ""

    def arguments(self) -> dict[str, Any]:
        """Return the arguments, read.

        Raises:
            RemoteProtocolError: The model wrote something that is no JSON object.
        """
        text = self.function.arguments or "{}"
        try:
            value = msgspec.json.decode(text)
        except msgspec.DecodeError:
            value = None
        if not isinstance(value, dict):
            raise RemoteProtocolError(
                f"the arguments of {self.name} are no JSON object", body=text[:_SHOWN]
            )
        return value


class ChatMessage(Struct, frozen=True, omit_defaults=True):
    """A message of the conversation; `create` takes it back among its messages.

    Attributes:
        role: ``assistant`` for what the model says.
        content: The text, or None. It may stand beside tool calls, to be said while they run.
        tool_calls: What is to be called, or None.
    """

    role: str = "assistant"
    content: str | None = None
    tool_calls: list[ToolCall] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form, the text and the calls both."""
        calls: Any = msgspec.to_builtins(self.tool_calls)
        wire = {"role": self.role, "content": self.content}
        return {**wire, "tool_calls": calls} if calls else wire


class ChatChoice(Struct, frozen=True):
    """An answer.

    Attributes:
        index: Its place, 0.
        message: What the model says.
        finish_reason: ``stop``, ``length``, ``tool_calls`` or ``content_filter``.
        logprobs: Log probabilities as they came, where they were asked for.
    """

    index: int = 0
    message: ChatMessage = field(default_factory=ChatMessage)
    finish_reason: str | None = None
    logprobs: Any = None


class PromptTokens(Struct, frozen=True):
    """Where the tokens read came from.

    Attributes:
        cached_tokens: How many were known from an earlier request with the same beginning.
    """

    cached_tokens: int | None = None


class ChatUsage(Struct, frozen=True):
    """What an answer took.

    Attributes:
        prompt_tokens: Tokens read.
        completion_tokens: Tokens written.
        total_tokens: Both.
        prompt_tokens_details: Where those read came from.
    """

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0
    prompt_tokens_details: PromptTokens = field(default_factory=PromptTokens)


class ChatCompletion(Struct):
    """A whole answer.

    Attributes:
        id: The answer's id.
        object: ``chat.completion``.
        created: When it was made, in seconds since 1970.
        model: The model that made it.
        choices: The answer, a list of one.
        usage: What it took, or None.
        request_id: The service's id of the request, for its support, or None.
    """

    id: str | None = None
    object: str | None = None
    created: float | None = None
    model: str | None = None
    choices: list[ChatChoice] = field(default_factory=list)
    usage: ChatUsage | None = None
    request_id: str | None = None

    @property
    def message(self) -> ChatMessage:
        """What the model says."""
        return self.choices[0].message

    @property
    def text(self) -> str:
        """The text of it; empty where there is none."""
        return self.message.content or ""

    @property
    def finish_reason(self) -> str | None:
        """Why it ended."""
        return self.choices[0].finish_reason


class ToolCallDelta(Struct, frozen=True):
    """A piece of a call: its id and name first, then its arguments bit by bit.

    Attributes:
        index: Which call of the message it belongs to.
        id: The call's id, in its first piece.
        type: ``function``, in its first piece.
        function: The name in the first piece, a piece of the arguments in the others.
    """

    index: int | None = None
    id: str | None = None
    type: str | None = None
    function: FunctionCall = field(default_factory=FunctionCall)


class ChatDelta(Struct, frozen=True):
    """What a chunk adds to the message.

    Attributes:
        role: In the first chunk only.
        content: Text, or None.
        tool_calls: Pieces of calls, or None.
    """

    role: str | None = None
    content: str | None = None
    tool_calls: list[ToolCallDelta] | None = None


class ChunkChoice(Struct, frozen=True):
    """A piece of an answer.

    Attributes:
        index: Its place, 0.
        delta: What it adds; nothing, in the last one.
        finish_reason: Why the answer ended; None before its last piece.
        logprobs: Log probabilities as they came, where they were asked for.
    """

    index: int = 0
    delta: ChatDelta = field(default_factory=ChatDelta)
    finish_reason: str | None = None
    logprobs: Any = None


class ChatChunk(Struct, frozen=True):
    """A piece of a streamed answer.

    Attributes:
        id: The answer's id.
        object: ``chat.completion.chunk``.
        created: When the answer was begun, in seconds since 1970.
        model: The model that makes it.
        choices: The piece, a list of one; empty in a chunk that counts the tokens.
        usage: What the answer took, in that chunk.
    """

    id: str | None = None
    object: str | None = None
    created: float | None = None
    model: str | None = None
    choices: list[ChunkChoice] = field(default_factory=list)
    usage: ChatUsage | None = None


def read_completion(body: bytes) -> ChatCompletion:
    """Read a whole answer.

    Raises:
        RemoteProtocolError: It is no JSON object of this shape, or holds no answer.
    """
    completion = read_as(body, ChatCompletion)
    if not completion.choices:
        raise broken("the completion holds no answer", body)
    return completion


def read_as(data: bytes, kind: type[T]) -> T:
    """Read JSON as one of the kinds above; null is the same as nothing.

    Raises:
        RemoteProtocolError: It is no JSON, or has fields that cannot be.
    """
    try:
        try:
            return msgspec.json.decode(data, type=kind)
        except msgspec.ValidationError:
            raw = msgspec.json.decode(data)  # what follows the wrong field may be no JSON at all
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise broken("an answer is not JSON", data) from error
    try:
        return convert_without_nulls(raw, kind, strict=False)
    except msgspec.ValidationError as error:
        raise broken(f"an answer does not fit the protocol: {error}", data) from error


def broken(message: str, data: bytes) -> RemoteProtocolError:
    """Return the error for what breaks the grammar."""
    return RemoteProtocolError(message, body=data.decode("utf-8", "replace")[:_SHOWN])
