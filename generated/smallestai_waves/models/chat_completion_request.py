from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from .. import models
from ..types import UNSET, Model, Unset, list_of, model, wire_object

if TYPE_CHECKING:
    from ..models.chat_message import ChatMessage
    from ..models.chat_named_tool import ChatNamedTool
    from ..models.chat_reply_format import ChatReplyFormat
    from ..models.chat_stream_options import ChatStreamOptions
    from ..models.chat_tool import ChatTool
    from ..models.chat_tool_mode import ChatToolMode
    from ..models.token_bias import TokenBias


@_define(eq=False, repr=False)
class ChatCompletionRequest(Model):
    """A conversation to continue, and how. Fields not named here are passed to the model.

    Attributes:
        model: `electron`.
        messages: The conversation so far, 1 to 200 messages.
        temperature: Randomness, 0 to 2; 1 when absent.
        top_p: Share of probability to choose from, 0 to 1; 1 when absent.
        max_tokens: Longest answer in tokens.
        stream: Send the answer in pieces as it is made. Off when absent.
        stream_options: Settings of a streamed answer.
        tools: Functions the model may call, at most 64. Leave the field out rather than empty.
        tool_choice: Whether and what to call; `auto` when absent.
        response_format: Form of the answer.
        stop: A text, or up to four, at which the answer ends.
        seed: Equal seeds tend to give equal answers.
        logit_bias: How much to favour tokens, by token id.
        logprobs: Return the log probabilities of the tokens. Off when absent.
        top_logprobs: How many alternatives of each token to return, 0 to 20; needs `logprobs`.
        presence_penalty: Reluctance to stay with a subject, -2 to 2; 0 when absent.
        frequency_penalty: Reluctance to repeat a word, -2 to 2; 0 when absent.
        n: Number of answers; more than one is refused.
        user: The caller's own id of the person behind the request.
    """

    model: str
    messages: list[ChatMessage]
    temperature: float | Unset = UNSET
    top_p: float | Unset = UNSET
    max_tokens: int | Unset = UNSET
    stream: bool | Unset = UNSET
    stream_options: ChatStreamOptions | Unset = UNSET
    tools: list[ChatTool] | Unset = UNSET
    tool_choice: ChatToolMode | ChatNamedTool | Unset = UNSET
    response_format: ChatReplyFormat | Unset = UNSET
    stop: str | list[str] | Unset = UNSET
    seed: int | Unset = UNSET
    logit_bias: TokenBias | Unset = UNSET
    logprobs: bool | Unset = UNSET
    top_logprobs: int | Unset = UNSET
    presence_penalty: float | Unset = UNSET
    frequency_penalty: float | Unset = UNSET
    n: int | Unset = UNSET
    user: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    _REQUIRED = frozenset(("model", "messages"))

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "model": self.model,
                "messages": self.messages,
                "temperature": self.temperature,
                "top_p": self.top_p,
                "max_tokens": self.max_tokens,
                "stream": self.stream,
                "stream_options": self.stream_options,
                "tools": self.tools,
                "tool_choice": self.tool_choice,
                "response_format": self.response_format,
                "stop": self.stop,
                "seed": self.seed,
                "logit_bias": self.logit_bias,
                "logprobs": self.logprobs,
                "top_logprobs": self.top_logprobs,
                "presence_penalty": self.presence_penalty,
                "frequency_penalty": self.frequency_penalty,
                "n": self.n,
                "user": self.user,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            model=rest.pop("model", UNSET),
            messages=list_of(model(lambda: models.ChatMessage))(rest.pop("messages", UNSET)),
            temperature=rest.pop("temperature", UNSET),
            top_p=rest.pop("top_p", UNSET),
            max_tokens=rest.pop("max_tokens", UNSET),
            stream=rest.pop("stream", UNSET),
            stream_options=model(lambda: models.ChatStreamOptions)(
                rest.pop("stream_options", UNSET)
            ),
            tools=list_of(model(lambda: models.ChatTool))(rest.pop("tools", UNSET)),
            tool_choice=model(lambda: models.ChatNamedTool)(rest.pop("tool_choice", UNSET)),
            response_format=model(lambda: models.ChatReplyFormat)(
                rest.pop("response_format", UNSET)
            ),
            stop=rest.pop("stop", UNSET),
            seed=rest.pop("seed", UNSET),
            logit_bias=model(lambda: models.TokenBias)(rest.pop("logit_bias", UNSET)),
            logprobs=rest.pop("logprobs", UNSET),
            top_logprobs=rest.pop("top_logprobs", UNSET),
            presence_penalty=rest.pop("presence_penalty", UNSET),
            frequency_penalty=rest.pop("frequency_penalty", UNSET),
            n=rest.pop("n", UNSET),
            user=rest.pop("user", UNSET),
        )
        result.additional_properties = rest
        return result
