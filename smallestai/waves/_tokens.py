"""The text in what a language model streams, whoever made its client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smallestai.errors import ArgumentError

_SHOWN = 40


def text_of(item: Any) -> str:
    """Return the text that a streamed item adds; empty where it adds none.

    Known are strings, chunks of chat completions in OpenAI's shape (``choices[0].delta.content``),
    events of its responses (``response.output_text.delta``), and Anthropic's events
    (``delta.text``), as objects or as dicts.

    Raises:
        ArgumentError: It is none of these, or holds half of a surrogate pair.
    """
    text = item if isinstance(item, str) else _added(item)
    if not isinstance(text, str):
        return ""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        remedy = f"is not valid Unicode at character {error.start}: half of a surrogate pair"
        raise ArgumentError("tokens", ascii(text[:_SHOWN]), remedy) from None
    return text


def _added(item: Any) -> Any:
    choices, kind = _get(item, "choices"), _get(item, "type")
    if choices is not None:
        return _get(_get(choices[0], "delta"), "content") if choices else None
    if kind == "response.output_text.delta":
        return _get(item, "delta")
    if isinstance(kind, str):
        return _get(_get(item, "delta"), "text")
    remedy = "items must be text, or chunks of a chat completion; map yours to text first"
    raise ArgumentError("tokens", type(item), remedy)


def _get(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)
