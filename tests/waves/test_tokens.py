"""The text in what the clients of language models stream."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from smallestai.errors import ArgumentError
from smallestai.waves._tokens import text_of


def _completion(**delta: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": None}
    return {"object": "chat.completion.chunk", "choices": [choice]}


def _event(kind: str, **fields: Any) -> dict[str, Any]:
    return {"type": kind, **fields}


def _block(kind: str, **fields: Any) -> dict[str, Any]:
    return _event("content_block_delta", index=0, delta={"type": kind, **fields})


SAID: list[tuple[Any, str]] = [
    ("Hello", "Hello"),
    ("", ""),
    (" \n", " \n"),
    ("नमस्ते", "नमस्ते"),
    (_completion(role="assistant", content="Hello"), "Hello"),
    (_completion(content=" "), " "),
    (_block("text_delta", text="Hello"), "Hello"),
    (_event("response.output_text.delta", delta="Hello"), "Hello"),
]
UNSAID: list[Any] = [
    _completion(role="assistant", content=None),
    _completion(role="assistant"),
    _completion(tool_calls=[{"function": {"arguments": "{}"}}]),
    {"object": "chat.completion.chunk", "choices": [], "usage": {"total_tokens": 7}},
    _block("input_json_delta", partial_json="{"),
    _block("thinking_delta", thinking="Hm"),
    _event("message_start", message={"content": []}),
    _event("content_block_start", content_block={"type": "text", "text": ""}),
    _event("message_delta", delta={"stop_reason": "end_turn"}),
    _event("ping"),
    _event("response.reasoning_summary_text.delta", delta="Hm"),
    _event("response.function_call_arguments.delta", delta="{"),
    _event("response.completed", response={}),
    _event("not.known.today", delta="Hm"),
]


def _as_objects(item: Any) -> Any:
    """Return the item as the classes of a client have it: attributes all the way down."""
    return json.loads(json.dumps(item), object_hook=lambda fields: SimpleNamespace(**fields))


@pytest.mark.parametrize("form", [lambda item: item, _as_objects], ids=["dict", "object"])
@pytest.mark.parametrize(("item", "text"), SAID, ids=repr)
def test_text_is_taken_as_it_is(form: Any, item: Any, text: str) -> None:
    """Of strings, of OpenAI's chunks and events, and of Anthropic's; white space as well."""
    assert text_of(form(item)) == text


@pytest.mark.parametrize("form", [lambda item: item, _as_objects], ids=["dict", "object"])
@pytest.mark.parametrize("item", UNSAID, ids=repr)
def test_what_is_not_to_be_said_is_no_text(form: Any, item: Any) -> None:
    """Roles, tool calls, thoughts, usage, and events that are not known."""
    assert text_of(form(item)) == ""


@pytest.mark.parametrize("item", [None, 7, b"Hello", ["Hello"], {}, {"text": "Hello"}, object()])
def test_anything_else_is_refused(item: Any) -> None:
    """By its type, for what it holds is nobody's business; the remedy is to map it to text."""
    with pytest.raises(ArgumentError, match="map yours to text") as caught:
        text_of(item)
    assert (caught.value.argument, caught.value.value) == ("tokens", type(item))


@pytest.mark.parametrize("item", ["good\ud83d", _completion(content="good\ud83d")])
def test_half_a_character_is_refused(item: Any) -> None:
    """No message could be made of it."""
    with pytest.raises(ArgumentError, match="not valid Unicode at character 4"):
        text_of(item)
