"""Messages and tools of a chat: checked, and as they are sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from smallestai.errors import ArgumentError
from smallestai.protocol.chat import ChatMessage
from smallestai.waves.request import check_one_of

_MOST_MESSAGES = 200
_MOST_TOOLS = 64
_ROLES = ("system", "user", "assistant", "tool")
_TOOL_MODES = ("auto", "required", "none")

Message = Mapping[str, Any] | ChatMessage
Messages = str | Sequence[Message]


def wire_messages(messages: Messages) -> list[dict[str, Any]]:
    """Return messages as they are sent; a string is what the user says.

    Raises:
        ArgumentError: There are none or too many, or one is not complete.
    """
    if isinstance(messages, str):
        return [{"role": "user", "content": check_text("messages", messages)}]
    if isinstance(messages, bytes) or not isinstance(messages, Sequence):
        raise ArgumentError("messages", type(messages), "must be text, or a list of messages")
    if not 1 <= len(messages) <= _MOST_MESSAGES:
        remedy = f"are {len(messages)} messages; the service takes 1 to {_MOST_MESSAGES}"
        raise ArgumentError("messages", "[...]", remedy)
    return [_message(f"messages[{at}]", given) for at, given in enumerate(messages)]


def _message(name: str, given: Any) -> dict[str, Any]:
    if isinstance(given, ChatMessage):
        given = given.to_dict()
    if not isinstance(given, Mapping):
        raise ArgumentError(name, given, "must be a dict with 'role' and 'content'")
    message = dict(given)
    role = check_one_of(f"{name}['role']", message.get("role"), _ROLES)
    content = message.get("content")
    if content is not None and not isinstance(content, str | list):
        raise ArgumentError(f"{name}['content']", content, "must be text")
    if content is None and not message.get("tool_calls"):
        raise ArgumentError(f"{name}['content']", None, "must be text, as there are no tool calls")
    if role == "tool" and not message.get("tool_call_id"):
        remedy = "must be the id of the call that is answered"
        raise ArgumentError(f"{name}['tool_call_id']", message.get("tool_call_id"), remedy)
    return message


def wire_tools(given: Iterable[Any] | None) -> list[dict[str, Any]] | None:
    """Return tools as they are declared to the model.

    Raises:
        ArgumentError: There are none or too many, or one cannot be declared.
    """
    if given is None:
        return None
    from smallestai._tools import tools_of

    single = callable(given) or not isinstance(given, Iterable) or isinstance(given, Mapping | str)
    listed: Any = given if single else list(given)
    tools = tools_of(listed)
    if not 1 <= len(tools) <= _MOST_TOOLS:
        remedy = f"must be 1 to {_MOST_TOOLS} tools; leave the argument out where there are none"
        raise ArgumentError("tools", f"{len(tools)} tools", remedy)
    # A declaration in OpenAI's shape goes as it is: it may say more than we know of.
    return [
        dict(each) if isinstance(each, Mapping) and "function" in each else tool.openai()
        for each, tool in zip(listed, tools.values(), strict=True)
    ]


def wire_tool_choice(value: Any, tools: list[dict[str, Any]] | None) -> Any:
    """Return a choice among tools, or raise `ArgumentError` where there is no such tool."""
    if value is None:
        return None
    if tools is None:
        raise ArgumentError("tool_choice", value, "means something with tools= only")
    if not isinstance(value, Mapping):
        return check_one_of("tool_choice", value, _TOOL_MODES)
    function = value.get("function")
    name = function.get("name") if isinstance(function, Mapping) else None
    names = [tool["function"]["name"] for tool in tools]
    if value.get("type") != "function" or name not in names:
        shape = '{"type": "function", "function": {"name": ...}}'
        remedy = f"must be {', '.join(_TOOL_MODES)} or {shape} with one of {', '.join(names)}"
        raise ArgumentError("tool_choice", value, remedy)
    return dict(value)


def check_text(name: str, value: Any) -> str:
    """Return a text, or raise `ArgumentError` where it is none or blank."""
    if not isinstance(value, str) or not value.strip():
        raise ArgumentError(name, value, "must be text, and not blank")
    return value
