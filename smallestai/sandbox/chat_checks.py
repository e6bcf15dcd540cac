"""What is wrong with a chat completion request, and whether it may be served just now."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from .chat_tokens import CONTEXT
from .issues import Issue
from .validation import check_request

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .settings import Settings
    from .validation import Spec

MODEL = "electron"
ROLES = ("system", "user", "assistant", "tool")
OPERATION = "electronChatCompletions"

_MINUTE = 60.0


def issues_of_request(spec: Spec, headers: Mapping[str, str], body: Any) -> list[Issue]:
    """Return what is wrong with a request, nothing when it is sound."""
    issues = check_request(spec, OPERATION, headers=headers, body=body)
    return issues or [*_issues_of_messages(body), *_issues_of_tools(body), *_issues_of_rest(body)]


def too_long(body: Mapping[str, Any], prompt: int) -> str | None:
    """Return what to say of a request that needs more tokens than the model takes, or None."""
    answer = body.get("max_tokens") or 1
    if prompt + answer <= CONTEXT:
        return None
    return (
        f"The context holds {CONTEXT} tokens; the prompt has {prompt} "
        f"and {answer} are wanted for the answer"
    )


class Limits:
    """How many requests are under way, and how many there were in the last minute.

    Args:
        settings: What is allowed; None for any number.
        clock: Gives the time, in seconds.
    """

    def __init__(self, settings: Settings, clock: Callable[[], float]) -> None:
        self._settings = settings
        self._clock = clock
        self._running = 0
        self._begun: deque[float] = deque()

    def enter(self) -> str | None:
        """Begin a request, to be ended by `leave`; or return why it must not begin."""
        now, settings = self._clock(), self._settings
        while self._begun and self._begun[0] <= now - _MINUTE * settings.time_scale:
            self._begun.popleft()
        if _is_full(self._running, settings.electron_concurrency):
            return "Concurrency limit reached"
        if _is_full(len(self._begun), settings.electron_rpm):
            return "Rate limit exceeded"
        self._running += 1
        self._begun.append(now)
        return None

    def leave(self) -> None:
        """End a request."""
        self._running -= 1


def _is_full(count: int, limit: int | None) -> bool:
    return limit is not None and count >= limit


def _issues_of_messages(body: Mapping[str, Any]) -> list[Issue]:
    issues: list[Issue] = []
    for index, message in enumerate(body["messages"]):
        role = message["role"]
        if role not in ROLES:
            shown = " | ".join(repr(each) for each in ROLES)
            text = f"Invalid enum value. Expected {shown}, received {role!r}"
            details = {"received": role, "options": list(ROLES)}
            issues.append(Issue("invalid_enum_value", ("messages", index, "role"), text, details))
        elif role == "tool" and "tool_call_id" not in message:
            issues.append(_missing(("messages", index, "tool_call_id")))
        elif message.get("content") is None and not message.get("tool_calls"):
            issues.append(_missing(("messages", index, "content")))
    return issues


def _issues_of_tools(body: Mapping[str, Any]) -> list[Issue]:
    tools, choice = body.get("tools"), body.get("tool_choice")
    if tools == []:
        details = {"minimum": 1, "type": "array", "inclusive": True, "exact": False}
        return [Issue("too_small", ("tools",), "Array must contain at least 1 element(s)", details)]
    names = [tool["function"]["name"] for tool in tools or ()]
    if isinstance(choice, dict) and choice["function"]["name"] not in names:
        message = f"No tool is named {choice['function']['name']!r}"
        return [Issue("custom", ("tool_choice", "function", "name"), message)]
    if choice == "required" and not names:
        return [Issue("custom", ("tool_choice",), "A tool is required, but there are no tools")]
    return []


def _issues_of_rest(body: Mapping[str, Any]) -> list[Issue]:
    issues = []
    if body["model"] != MODEL:
        issues.append(Issue("custom", ("model",), f"Unknown model. Known: {MODEL}"))
    if body.get("prompt_logprobs") is not None:
        issues.append(Issue("custom", ("prompt_logprobs",), "prompt_logprobs is not supported"))
    if body.get("top_logprobs") is not None and not body.get("logprobs"):
        issues.append(Issue("custom", ("top_logprobs",), "top_logprobs needs logprobs: true"))
    return issues


def _missing(path: tuple[str | int, ...]) -> Issue:
    details = {"expected": "string", "received": "undefined"}
    return Issue("invalid_type", path, "Required", details)
