"""The text in what a language model streams, whoever made its client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smallestai.errors import ArgumentError


def text_of(item: Any) -> str:
    """Return the text that a streamed item adds; empty where it adds none.

    Known are strings, chunks of chat completions in OpenAI's shape (``choices[0].delta.content``),
    and Anthropic's events (``delta.text``), as objects or as dicts.

    Raises:
        ArgumentError: It is none of these.
    """
    if isinstance(item, str):
        return item
    choices = _get(item, "choices")
    if choices is not None:
        return _content(_get(choices[0], "delta"), "content") if choices else ""
    if isinstance(_get(item, "type"), str):
        return _content(_get(item, "delta"), "text")
    remedy = "must be text, or a chunk of a chat completion; map your items to text first"
    raise ArgumentError("tokens", f"an item of {type(item).__name__}", remedy)


def _content(delta: Any, name: str) -> str:
    text = _get(delta, name)
    return text if isinstance(text, str) else ""


def _get(item: Any, name: str) -> Any:
    return item.get(name) if isinstance(item, Mapping) else getattr(item, name, None)
