"""A small model of the sandbox's own: no knowledge, but sensible answers, always the same ones.

It follows a script where there is one (see chat_script.py), calls the functions that the user asks
for (see chat_tools.py), tells what they returned, says after the user what it is told to say,
counts, greets, and otherwise answers in a sentence or two. The same conversation and seed give the
same answer.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .chat_script import Answer, last_said, results, scripted, text_of, without_script
from .chat_tools import calls_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FILLER = "One moment, please."
"""What is said before a call, in conversations whose system message asks for a filler."""

_SAY = re.compile(
    r"(?:please\s+)?(?:say|repeat|echo)\b(?:\s+after me)?[:,]?\s+(.+)", re.IGNORECASE | re.DOTALL
)
_COUNT = re.compile(r"(?i)\bcount (?:up )?(?:from 1 )?to (\d{1,3})\b")
_SENTENCES = re.compile(
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight) sentences\b", re.IGNORECASE
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|namaste|good (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_THANKS = re.compile(r"(?i)(?:thanks|thank you)\b")
_FILLER = re.compile(r"(?i)\bfillers?\b|\bbefore (?:you )?(?:call|us)(?:e|ing)?\b")
_ENDED = re.compile(r"[^\w\s]$")
_KEY = re.compile(r"\"(\w+)\"|`(\w+)`")

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight")
_LONG = 60
_GREETINGS = ("Hello! How can I help you today?", "Hi there! What can I do for you?")
_WELCOMES = ("You are welcome.", "My pleasure. Is there anything else?")
_UNKNOWN = (
    'You asked "{0}" I cannot know that here, but I have heard you.',
    'That is a good question: "{0}" I have no answer to it, for I am a small model.',
)
_HEARD = ("I hear you. You said: {0}", "Understood. You told me: {0}")
_STOCK = (
    "I am a small model that runs on this machine.",
    "I need no network, and I know nothing of the world.",
    "What I say depends on the conversation alone.",
    "Ask me the same thing twice, and you hear the same answer.",
    "Give me a seed, and I may put it differently.",
)


def answer(body: Mapping[str, Any], script: Sequence[str] = ()) -> Answer:
    """Return the answer to a chat completion request that has been found valid.

    Args:
        body: The request.
        script: What to say in conversations that bring no script of their own.

    Raises:
        ScriptError: A script cannot be read.
    """
    messages = body["messages"]
    choice = body.get("tool_choice") or "auto"
    planned = scripted(messages, script)
    if planned is not None:
        return Answer(planned.text) if choice == "none" else planned
    user = last_said(messages, "user")
    if not results(messages) or choice not in ("auto", "none"):
        calls = calls_for(body.get("tools") or (), choice, user)
        if calls:
            return Answer(FILLER if _FILLER.search(_system(messages)) else "", calls)
    text = _text(messages, user, _chooser(body))
    if (body.get("response_format") or {}).get("type") == "json_object":
        return Answer(_json(text, f"{_system(messages)}\n{user}"))
    return Answer(text)


def _text(
    messages: Sequence[Mapping[str, Any]], user: str, choose: Callable[[Sequence[str]], str]
) -> str:
    if found := results(messages):
        return f"Here is what I found: {'; '.join(_spoken(each) for each in found)}."
    said = user.strip()
    if told := _SAY.fullmatch(said):
        return told[1].strip().strip('"“”')
    if counted := _COUNT.search(said):
        return ", ".join(str(number) for number in range(1, int(counted[1]) + 1)) + "."
    if wanted := _SENTENCES.search(said):
        return " ".join(_STOCK[number % len(_STOCK)] for number in range(_number(wanted[1])))
    if not said or _GREETING.match(said):
        return choose(_GREETINGS)
    if _THANKS.match(said):
        return choose(_WELCOMES)
    shown = said if len(said) <= _LONG else f"{said[:_LONG].rsplit(' ', 1)[0]} ..."
    shown += "" if _ENDED.search(shown) else "."
    return choose(_UNKNOWN if said.endswith("?") else _HEARD).format(shown)


def _chooser(body: Mapping[str, Any]) -> Callable[[Sequence[str]], str]:
    content = json.dumps([body.get("seed"), body["messages"]])
    digest = sha256(content.encode()).digest()
    return lambda options: options[digest[0] % len(options)]


def _system(messages: Sequence[Mapping[str, Any]]) -> str:
    texts = (text_of(each) for each in messages if each["role"] == "system")
    return without_script("\n".join(texts))


def _json(text: str, prompt: str) -> str:
    """Return a text as a JSON object, with the keys that a prompt names in quotes."""
    keys = [next(filter(None, found)) for found in _KEY.findall(prompt)]
    return json.dumps(dict.fromkeys(keys or ["answer"], text), ensure_ascii=False)


def _spoken(result: str) -> str:
    """Return what a function has returned as one would say it."""
    try:
        value = json.loads(result)
    except (ValueError, RecursionError):
        return result.strip().rstrip(".") or "nothing"
    return _said(value)


def _said(value: Any) -> str:
    match value:
        case dict():
            parts = [f"{_plain(key)} is {_said(each)}" for key, each in value.items()]
            return ", ".join(parts) or "nothing"
        case list():
            return ", ".join(_said(each) for each in value) or "nothing"
        case bool():
            return "yes" if value else "no"
        case None:
            return "nothing"
        case _:
            return str(value).rstrip(".")


def _plain(key: str) -> str:
    return key.replace("_", " ")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word.lower()) + 2
