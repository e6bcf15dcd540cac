"""The namespace `Llm` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.chat_completion import ChatCompletion
    from ...models.chat_message import ChatMessage
    from ...models.chat_named_tool import ChatNamedTool
    from ...models.chat_reply_format import ChatReplyFormat
    from ...models.chat_stream_options import ChatStreamOptions
    from ...models.chat_tool import ChatTool
    from ...models.chat_tool_mode import ChatToolMode
    from ...models.expire_content import ExpireContent
    from ...models.token_bias import TokenBias
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Llm:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawLlm:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawLlm(self._send)

    def electron_chat_completions(
        self,
        *,
        model: str,
        messages: Sequence[ChatMessage | Mapping[str, Any]],
        temperature: float | Unset = UNSET,
        top_p: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        stream: bool | Unset = UNSET,
        stream_options: ChatStreamOptions | Mapping[str, Any] | Unset = UNSET,
        tools: Sequence[ChatTool | Mapping[str, Any]] | Unset = UNSET,
        tool_choice: ChatToolMode | ChatNamedTool | Mapping[str, Any] | Unset = UNSET,
        response_format: ChatReplyFormat | Mapping[str, Any] | Unset = UNSET,
        stop: str | list[str] | Unset = UNSET,
        seed: int | Unset = UNSET,
        logit_bias: TokenBias | Mapping[str, Any] | Unset = UNSET,
        logprobs: bool | Unset = UNSET,
        top_logprobs: int | Unset = UNSET,
        presence_penalty: float | Unset = UNSET,
        frequency_penalty: float | Unset = UNSET,
        n: int | Unset = UNSET,
        user: str | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ChatCompletion:
        """Complete a chat with Electron.

        Follows the chat completions protocol of OpenAI. With `stream` the reply is a stream of
        ChatCompletionChunk events, closed by the text `[DONE]`. Fields not named here are passed to
        the model; `prompt_logprobs` is refused. Prompt and answer together hold at most 32768
        tokens. Closed to short-lived tokens.

        Args:
            model: `electron`.
            messages: The conversation so far, 1 to 200 messages.
            temperature: Randomness, 0 to 2; 1 when absent.
            top_p: Share of probability to choose from, 0 to 1; 1 when absent.
            max_tokens: Longest answer in tokens.
            stream: Send the answer in pieces as it is made. Off when absent.
            stream_options: Settings of a streamed answer.
            tools: Functions the model may call, at most 64. Leave the field out rather than
                empty.
            tool_choice: Whether and what to call; `auto` when absent.
            response_format: Form of the answer.
            stop: A text, or up to four, at which the answer ends.
            seed: Equal seeds tend to give equal answers.
            logit_bias: How much to favour tokens, by token id.
            logprobs: Return the log probabilities of the tokens. Off when absent.
            top_logprobs: How many alternatives of each token to return, 0 to 20; needs
                `logprobs`.
            presence_penalty: Reluctance to stay with a subject, -2 to 2; 0 when absent.
            frequency_penalty: Reluctance to repeat a word, -2 to 2; 0 when absent.
            n: Number of answers; more than one is refused.
            user: The caller's own id of the person behind the request.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The completion, or its stream.
        """
        from . import electron_chat_completions as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "model": model,
                    "messages": messages,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_tokens": max_tokens,
                    "stream": stream,
                    "stream_options": stream_options,
                    "tools": tools,
                    "tool_choice": tool_choice,
                    "response_format": response_format,
                    "stop": stop,
                    "seed": seed,
                    "logit_bias": logit_bias,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "presence_penalty": presence_penalty,
                    "frequency_penalty": frequency_penalty,
                    "n": n,
                    "user": user,
                },
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )


class RawLlm:
    """The operations of `Llm`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Llm(raw(send))

    electron_chat_completions = RawMethod(Llm.electron_chat_completions)


class AsyncLlm:
    """The awaitable twin of `Llm`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawLlm:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawLlm(self._send)

    async def electron_chat_completions(
        self,
        *,
        model: str,
        messages: Sequence[ChatMessage | Mapping[str, Any]],
        temperature: float | Unset = UNSET,
        top_p: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        stream: bool | Unset = UNSET,
        stream_options: ChatStreamOptions | Mapping[str, Any] | Unset = UNSET,
        tools: Sequence[ChatTool | Mapping[str, Any]] | Unset = UNSET,
        tool_choice: ChatToolMode | ChatNamedTool | Mapping[str, Any] | Unset = UNSET,
        response_format: ChatReplyFormat | Mapping[str, Any] | Unset = UNSET,
        stop: str | list[str] | Unset = UNSET,
        seed: int | Unset = UNSET,
        logit_bias: TokenBias | Mapping[str, Any] | Unset = UNSET,
        logprobs: bool | Unset = UNSET,
        top_logprobs: int | Unset = UNSET,
        presence_penalty: float | Unset = UNSET,
        frequency_penalty: float | Unset = UNSET,
        n: int | Unset = UNSET,
        user: str | Unset = UNSET,
        x_expire_content: ExpireContent | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ChatCompletion:
        """Complete a chat with Electron.

        Follows the chat completions protocol of OpenAI. With `stream` the reply is a stream of
        ChatCompletionChunk events, closed by the text `[DONE]`. Fields not named here are passed to
        the model; `prompt_logprobs` is refused. Prompt and answer together hold at most 32768
        tokens. Closed to short-lived tokens.

        Args:
            model: `electron`.
            messages: The conversation so far, 1 to 200 messages.
            temperature: Randomness, 0 to 2; 1 when absent.
            top_p: Share of probability to choose from, 0 to 1; 1 when absent.
            max_tokens: Longest answer in tokens.
            stream: Send the answer in pieces as it is made. Off when absent.
            stream_options: Settings of a streamed answer.
            tools: Functions the model may call, at most 64. Leave the field out rather than
                empty.
            tool_choice: Whether and what to call; `auto` when absent.
            response_format: Form of the answer.
            stop: A text, or up to four, at which the answer ends.
            seed: Equal seeds tend to give equal answers.
            logit_bias: How much to favour tokens, by token id.
            logprobs: Return the log probabilities of the tokens. Off when absent.
            top_logprobs: How many alternatives of each token to return, 0 to 20; needs
                `logprobs`.
            presence_penalty: Reluctance to stay with a subject, -2 to 2; 0 when absent.
            frequency_penalty: Reluctance to repeat a word, -2 to 2; 0 when absent.
            n: Number of answers; more than one is refused.
            user: The caller's own id of the person behind the request.
            x_expire_content: `true` has the content of this request deleted after seven days.
                Enterprise plans only; other plans ignore it.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The completion, or its stream.
        """
        from . import electron_chat_completions as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "model": model,
                    "messages": messages,
                    "temperature": temperature,
                    "top_p": top_p,
                    "max_tokens": max_tokens,
                    "stream": stream,
                    "stream_options": stream_options,
                    "tools": tools,
                    "tool_choice": tool_choice,
                    "response_format": response_format,
                    "stop": stop,
                    "seed": seed,
                    "logit_bias": logit_bias,
                    "logprobs": logprobs,
                    "top_logprobs": top_logprobs,
                    "presence_penalty": presence_penalty,
                    "frequency_penalty": frequency_penalty,
                    "n": n,
                    "user": user,
                },
                x_expire_content=x_expire_content,
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawLlm:
    """The operations of `AsyncLlm`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncLlm(raw(send))

    electron_chat_completions = AsyncRawMethod(AsyncLlm.electron_chat_completions)
