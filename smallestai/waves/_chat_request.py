"""What is asked of chat completions: every field checked before anything is sent.

Source: `ChatCompletionRequest` in `openapi/waves.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypedDict

from smallestai.errors import ArgumentError
from smallestai.waves._chat_messages import (
    check_text,
    wire_messages,
    wire_tool_choice,
    wire_tools,
)
from smallestai.waves.request import check_one_of

if TYPE_CHECKING:
    from smallestai._tools import Tool
    from smallestai.waves._chat_messages import Messages

MODEL = "electron"
MOST_TOKENS = 32_768

_MOST_STOPS = 4
_MOST_LOGPROBS = 20
_FORMATS = ("text", "json_object")


class ChatSettings(TypedDict, total=False):
    """How a chat is to be answered. What is left out is not sent, and the service decides.

    Attributes:
        model: ``electron`` (default).
        temperature: Randomness, 0 to 2.
        top_p: Share of probability to choose from, 0 to 1.
        max_tokens: Longest answer in tokens; with the prompt at most 32768.
        tool_choice: ``auto``, ``required``, ``none``, or one function's ``{"type": "function",
            "function": {"name": ...}}``.
        response_format: ``{"type": "json_object"}``, or ``text``.
        stop: A text, or up to four, at which the answer ends.
        seed: Equal seeds tend to give equal answers.
        logit_bias: How much to favour tokens, by token id.
        logprobs: Return the log probabilities of the tokens.
        top_logprobs: How many alternatives of each token, 0 to 20; needs ``logprobs``.
        presence_penalty: Reluctance to stay with a subject, -2 to 2.
        frequency_penalty: Reluctance to repeat a word, -2 to 2.
        user: Your own id of the person behind the request.
        n: 1; the service gives one answer.
        stream_options: ``{"include_usage": True}`` hands out the chunk that counts the tokens. Left
            out, the count is asked for all the same and found on the stream's ``usage`` alone.
        expire_content: Ask that messages and answer be deleted after seven days (Enterprise;
            ignored on other plans).
        extra_body: Further fields, passed on to the model as they are; they win over the fields
            above.
    """

    model: str
    temperature: float
    top_p: float
    max_tokens: int
    tool_choice: str | Mapping[str, Any]
    response_format: Mapping[str, str]
    stop: str | Sequence[str]
    seed: int
    logit_bias: Mapping[str, float] | Mapping[int, float]
    logprobs: bool
    top_logprobs: int
    presence_penalty: float
    frequency_penalty: float
    user: str
    n: int
    stream_options: Mapping[str, bool]
    expire_content: bool
    extra_body: Mapping[str, Any]


class ChatOptions(ChatSettings, total=False):
    """The same, and what the model may ask to have called.

    Attributes:
        tools: Functions the model may call, at most 64: Python functions, or declarations in
            OpenAI's shape. `create` tells of calls; `run` carries them out.
    """

    tools: Sequence[Callable[..., Any] | Mapping[str, Any] | Tool]


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A checked request.

    Attributes:
        body: What is sent.
        headers: Sent with it.
        counts: Whether the caller asked for the chunk that counts the tokens.
    """

    body: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    counts: bool = False

    def as_http(self) -> dict[str, Any]:
        """Return the request in httpx's words."""
        accept = "text/event-stream" if self.body.get("stream") else "application/json"
        headers = {"Accept": accept, **self.headers}
        return {
            "method": "POST",
            "url": "/waves/v1/chat/completions",
            "json": dict(self.body),
            "headers": headers,
        }


def chat_request(
    messages: Messages,
    *,
    stream: bool,
    model: str = MODEL,
    temperature: float | None = None,
    top_p: float | None = None,
    max_tokens: int | None = None,
    tools: Iterable[Any] | None = None,
    tool_choice: str | Mapping[str, Any] | None = None,
    response_format: Mapping[str, str] | None = None,
    stop: str | Sequence[str] | None = None,
    seed: int | None = None,
    logit_bias: Mapping[Any, float] | None = None,
    logprobs: bool | None = None,
    top_logprobs: int | None = None,
    presence_penalty: float | None = None,
    frequency_penalty: float | None = None,
    user: str | None = None,
    n: int | None = None,
    stream_options: Mapping[str, bool] | None = None,
    expire_content: bool = False,
    extra_body: Mapping[str, Any] | None = None,
) -> ChatRequest:
    """Check the arguments (see `ChatSettings` and `ChatOptions`) and make the request.

    Raises:
        ArgumentError: An argument has a value the service refuses.
    """
    declared = wire_tools(tools)
    fields: dict[str, Any] = {
        "model": check_text("model", model),
        "messages": wire_messages(messages),
        "temperature": _number("temperature", temperature, 0, 2),
        "top_p": _number("top_p", top_p, 0, 1),
        "max_tokens": _whole("max_tokens", max_tokens, 1, MOST_TOKENS),
        "tools": declared,
        "tool_choice": wire_tool_choice(tool_choice, declared),
        "response_format": _format(response_format),
        "stop": _stop(stop),
        "seed": _whole("seed", seed),
        "logit_bias": _bias(logit_bias),
        "logprobs": _flag("logprobs", logprobs),
        "top_logprobs": _top_logprobs(top_logprobs, logprobs),
        "presence_penalty": _number("presence_penalty", presence_penalty, -2, 2),
        "frequency_penalty": _number("frequency_penalty", frequency_penalty, -2, 2),
        "user": user if user is None else check_text("user", user),
        "stream": True if _flag("stream", stream) else None,
        "stream_options": _stream_options(stream_options, stream=stream),
    }
    _one_answer("n", n)
    body = {name: value for name, value in fields.items() if value is not None}
    headers = {"x-expire-content": "true"} if _flag("expire_content", expire_content) else {}
    return ChatRequest({**body, **_extra(extra_body)}, headers, counts=stream_options is not None)


def _format(value: Mapping[str, str] | None) -> dict[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise ArgumentError("response_format", value, 'must be {"type": "json_object"} or "text"')
    check_one_of("response_format['type']", value.get("type"), _FORMATS)
    return dict(value)


def _stop(value: str | Sequence[str] | None) -> str | list[str] | None:
    if value is None:
        return None
    stops: list[Any] = (
        [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
    )
    if not 1 <= len(stops) <= _MOST_STOPS or not all(isinstance(each, str) for each in stops):
        raise ArgumentError("stop", value, f"must be a text, or 1 to {_MOST_STOPS} of them")
    if not all(stops):
        raise ArgumentError("stop", value, "holds an empty text, at which nothing can end")
    return value if isinstance(value, str) else stops


def _bias(value: Mapping[Any, float] | None) -> dict[str, float] | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or not all(str(token).isdecimal() for token in value):
        raise ArgumentError("logit_bias", value, "must map token ids to numbers")
    if None in value.values():
        raise ArgumentError("logit_bias", value, "must map token ids to numbers")
    return {str(token): _number(f"logit_bias[{token}]", bias) for token, bias in value.items()}


def _top_logprobs(value: int | None, logprobs: bool | None) -> Any:
    if value is not None and not logprobs:
        raise ArgumentError("top_logprobs", value, "needs logprobs=True")
    return _whole("top_logprobs", value, 0, _MOST_LOGPROBS)


def _stream_options(value: Mapping[str, bool] | None, *, stream: bool) -> dict[str, bool] | None:
    if value is None:
        return {"include_usage": True} if stream else None
    if not stream:
        raise ArgumentError("stream_options", value, "means something with stream=True only")
    if not isinstance(value, Mapping):
        raise ArgumentError("stream_options", value, 'must be {"include_usage": True} or False')
    return dict(value)


def _extra(given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    extra = given or {}
    if not isinstance(extra, Mapping):
        raise ArgumentError("extra_body", extra, "must map field names to values")
    if "prompt_logprobs" in extra:
        raise ArgumentError("extra_body", "prompt_logprobs", "is refused by the service")
    _one_answer("extra_body['n']", extra.get("n"))
    return extra


def _one_answer(name: str, value: Any) -> None:
    if value not in (None, 1):
        raise ArgumentError(name, value, "must be 1: the service gives one answer; ask again")


def _number(name: str, value: Any, low: float | None = None, high: float | None = None) -> Any:
    if value is None:
        return None
    least, most = -1e300 if low is None else low, 1e300 if high is None else high
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        span = "a number" if low is None else f"a number from {low:g} to {high:g}"
        raise ArgumentError(name, value, f"must be {span}")
    return value


def _whole(name: str, value: Any, low: int | None = None, high: int | None = None) -> Any:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise ArgumentError(name, value, "must be a whole number")
    return _number(name, value, low, high)


def _flag(name: str, value: Any) -> Any:
    if value is not None and not isinstance(value, bool):
        raise ArgumentError(name, value, "must be True or False")
    return value
