"""Chat completions (Electron).

One call for a whole answer, for a stream of it, and for rounds with tools. Blocking and async, side
by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from smallestai._retry import async_repeated, repeated
from smallestai.protocol.chat import (
    ChatChunk,
    ChatCompletion,
    ChatMessage,
    ChatUsage,
    ToolCall,
    read_completion,
)
from smallestai.waves._chat_attempts import ChatAttempts
from smallestai.waves._chat_request import ChatOptions, ChatRequest, ChatSettings, chat_request
from smallestai.waves._chat_streams import AsyncChatStream, ChatStream

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport
    from smallestai._tools import Tool
    from smallestai.waves._chat_messages import Messages
    from smallestai.waves._chat_tools import ChatRun

__all__ = [
    "AsyncChat",
    "AsyncChatStream",
    "Chat",
    "ChatChunk",
    "ChatCompletion",
    "ChatMessage",
    "ChatOptions",
    "ChatSettings",
    "ChatStream",
    "ChatUsage",
    "ToolCall",
]

_ROUNDS = 8


class Chat:
    """`client.waves.chat`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    @overload
    def create(
        self,
        messages: Messages,
        *,
        stream: Literal[False] = ...,
        request_options: RequestOptions | None = ...,
        **options: Unpack[ChatOptions],
    ) -> ChatCompletion: ...

    @overload
    def create(
        self,
        messages: Messages,
        *,
        stream: Literal[True],
        request_options: RequestOptions | None = ...,
        **options: Unpack[ChatOptions],
    ) -> ChatStream: ...

    def create(
        self,
        messages: Messages,
        *,
        stream: bool = False,
        request_options: RequestOptions | None = None,
        **options: Unpack[ChatOptions],
    ) -> ChatCompletion | ChatStream:
        """Answer a chat, whole or as it is written.

            client.waves.chat.create("Where is Pune?").text
            client.waves.tts.speak(client.waves.chat.create("Tell a story.", stream=True))

        It is sent again up to four times after 429, 502 and 503, with pauses from 250 ms doubling
        to 8 s, unless ``max_retries`` says otherwise; an answer that has begun is not.

        Args:
            messages: The conversation so far: 1 to 200 messages as dicts or as `ChatMessage`, or
                a text that the user says.
            stream: Give the answer as it is written. The request is sent when it is first read.
            request_options: Timeout, headers and retries of this call.
            **options: How to answer: ``model``, ``temperature``, ``max_tokens``, ``tools`` and
                more; see `ChatOptions`.

        Returns:
            The answer, or a stream of `ChatChunk`.

        Raises:
            ArgumentError: An argument has a value the service refuses; nothing was sent.
            APIError: The service refused the request, for example as the plan has no Electron.
            APIConnectionError, APITimeoutError: It could not be reached, or not in time.

        Source: operation `electronChatCompletions`.
        """
        request = chat_request(messages, stream=stream, **options)
        if stream:
            return ChatStream(self._transport, request, request_options)
        attempts = ChatAttempts(self._transport.config, request_options)
        return repeated(
            lambda: self._transport.send(request.as_http(), _completion, attempts.options()),
            attempts,
        )

    def run(
        self,
        messages: Messages,
        *,
        tools: Sequence[Callable[..., Any] | Tool],
        max_rounds: int = _ROUNDS,
        request_options: RequestOptions | None = None,
        **settings: Unpack[ChatSettings],
    ) -> ChatRun:
        """Answer a chat, and call functions for the model until it has what it needs.

            def stock(article: str) -> int:
                "Tell how many pieces of an article are there."
                return shelf[article]

            client.waves.chat.run("How many lamps are left?", tools=[stock]).text

        The calls of one round run at once, each in a thread. What a function raises is told to the
        model as its result. In the last round nothing can be called, so there is an answer.

        Args:
            messages: The conversation so far; see `create`.
            tools: Functions the model may call. Name, docstring and annotations tell it how.
            max_rounds: How many requests there may be, 1 to 100.
            request_options: Timeout, headers and retries of each request.
            **settings: How to answer; see `ChatSettings`. A forced ``tool_choice`` counts for the
                first round.

        Returns:
            The answer's ``text``, and the ``messages`` to go on with.

        Raises:
            ArgumentError: An argument has a value the service refuses, or a function is async.
            APIError, APIConnectionError: See `create`. What was done until then is on
                ``error.received``, a `ChatRun`.
        """
        from smallestai.waves._chat_tools import ChatRun, carry_out_all

        run = ChatRun(messages, tools, max_rounds, settings, blocking=True)
        while run.goes_on:
            with run.blamed():
                completion = self.create(
                    run.messages, request_options=request_options, **run.options()
                )
            calls = run.take(completion)
            run.answer(calls, carry_out_all(run, calls))
        return run


class AsyncChat:
    """`client.waves.chat` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    @overload
    def create(
        self,
        messages: Messages,
        *,
        stream: Literal[False] = ...,
        request_options: RequestOptions | None = ...,
        **options: Unpack[ChatOptions],
    ) -> Awaitable[ChatCompletion]: ...

    @overload
    def create(
        self,
        messages: Messages,
        *,
        stream: Literal[True],
        request_options: RequestOptions | None = ...,
        **options: Unpack[ChatOptions],
    ) -> AsyncChatStream: ...

    def create(
        self,
        messages: Messages,
        *,
        stream: bool = False,
        request_options: RequestOptions | None = None,
        **options: Unpack[ChatOptions],
    ) -> Awaitable[ChatCompletion] | AsyncChatStream:
        """Answer a chat, whole or as it is written; see `Chat.create`.

        A whole answer is awaited. A stream is iterated; awaiting it first is allowed as well.

            (await client.waves.chat.create("Where is Pune?")).text
            client.waves.tts.speak(client.waves.chat.create("Tell a story.", stream=True))
        """
        request = chat_request(messages, stream=stream, **options)
        if stream:
            return AsyncChatStream(self._transport, request, request_options)
        return self._completed(request, request_options)

    async def run(
        self,
        messages: Messages,
        *,
        tools: Sequence[Callable[..., Any] | Tool],
        max_rounds: int = _ROUNDS,
        request_options: RequestOptions | None = None,
        **settings: Unpack[ChatSettings],
    ) -> ChatRun:
        """Answer a chat, and call functions for the model; see `Chat.run`.

        Async functions run on the loop, others in threads; those of one round run at once.
        """
        from smallestai.waves._chat_tools import ChatRun, async_carry_out_all

        run = ChatRun(messages, tools, max_rounds, settings, blocking=False)
        while run.goes_on:
            with run.blamed():
                completion = await self.create(
                    run.messages, request_options=request_options, **run.options()
                )
            calls = run.take(completion)
            run.answer(calls, await async_carry_out_all(run, calls))
        return run

    async def _completed(
        self, request: ChatRequest, options: RequestOptions | None
    ) -> ChatCompletion:
        attempts = ChatAttempts(self._transport.config, options)
        return await async_repeated(
            lambda: self._transport.send(request.as_http(), _completion, attempts.options()),
            attempts,
        )


def _completion(response: Any) -> ChatCompletion:
    completion = read_completion(response.content)
    completion.request_id = response.headers.get("x-request-id") or completion.request_id
    return completion
