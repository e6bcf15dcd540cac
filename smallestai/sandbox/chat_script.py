"""Scripts: what Electron shall answer, written down beforehand.

A line of a system message that begins with `sandbox:` is one turn of the assistant. It says the
text, then calls what follows the arrows, each with its arguments as a JSON object:

    sandbox: One moment. -> get_weather({"city": "Pune"}) -> get_weather({"city": "Delhi"})
    sandbox: Here you are: {tool}

The first line answers a conversation in which the assistant has not spoken yet, the second one in
which it has spoken once, and so on. `{user}` stands for the last message of the user, `{tool}` for
the results of the last calls. After the last line the model answers by itself.

`Settings.electron_script` holds such lines, without `sandbox:`, for conversations that bring none.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LINE = re.compile(r"^[^\S\n]*sandbox:[^\S\n]*(.*)$", re.MULTILINE)
_CALL = re.compile(r"\s*->\s*([\w.-]+)\(")


@frozen
class Call:
    """A function to call, and its arguments as JSON."""

    name: str
    arguments: str


@frozen
class Answer:
    """What the assistant says, and what it wants called."""

    text: str
    calls: Sequence[Call] = ()


class ScriptError(ValueError):
    """A line of a script that cannot be read; its text says which."""


def scripted(messages: Sequence[Mapping[str, Any]], script: Sequence[str]) -> Answer | None:
    """Return the answer that a script holds for a conversation, or None.

    Args:
        messages: The conversation.
        script: The lines for conversations that bring none of their own.

    Raises:
        ScriptError: The line whose turn it is cannot be read.
    """
    system = "\n".join(text_of(each) for each in messages if each["role"] == "system")
    lines = _LINE.findall(system) or script
    turn = sum(each["role"] == "assistant" for each in messages)
    if turn >= len(lines):
        return None
    answer = read_line(lines[turn])
    said = answer.text.replace("{user}", last_said(messages, "user"))
    return Answer(said.replace("{tool}", " ".join(results(messages))), answer.calls)


def read_line(line: str) -> Answer:
    """Return what a line of a script says and calls.

    Raises:
        ScriptError: What follows an arrow is no call.
    """
    found = _CALL.search(line)
    text, calls = line[: found.start()] if found else line, []
    while found is not None:
        arguments, end = _arguments(line, found.end())
        calls.append(Call(found[1], arguments))
        found = _CALL.match(line, end)
        if found is None and line[end:].strip():
            raise ScriptError(f"nothing but calls may follow a call: {line[end:].strip()!r}")
    return Answer(text.strip(), calls)


def without_script(text: str) -> str:
    """Return a system message without the lines that are meant for the sandbox."""
    return _LINE.sub("", text)


def text_of(message: Mapping[str, Any]) -> str:
    """Return the text of a message, empty where it has none."""
    return message.get("content") or ""


def last_said(messages: Sequence[Mapping[str, Any]], role: str) -> str:
    """Return the text of the last message with a role, or an empty one."""
    return next((text_of(each) for each in reversed(messages) if each["role"] == role), "")


def results(messages: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what the calls have brought that the conversation ends with, in order."""
    found: list[str] = []
    for message in reversed(messages):
        if message["role"] != "tool":
            break
        found.append(text_of(message))
    return found[::-1]


def _arguments(line: str, start: int) -> tuple[str, int]:
    """Return the arguments that begin at a place, and the place after their parenthesis."""
    if line[start : start + 1] == ")":
        return "{}", start + 1
    try:
        value, end = json.JSONDecoder().raw_decode(line, start)
    except (ValueError, RecursionError):
        raise ScriptError(f"no JSON: {line[start:]!r}") from None
    if not isinstance(value, dict) or line[end : end + 1] != ")":
        raise ScriptError(f"a call needs one JSON object in parentheses: {line[start:]!r}")
    return line[start:end], end + 1
