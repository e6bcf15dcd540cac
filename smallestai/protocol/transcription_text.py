"""Pieces of transcribed text put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._spans import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable


def joined(texts: Iterable[str]) -> str:
    """Join pieces of a transcript with one space between words.

    With ``punctuate=false`` the service ends its pieces without a space, and in some scripts there
    is none to be written: a space is added where none is there and two words would run together.
    """
    made: list[str] = []
    last = ""
    for text in texts:
        if not text:
            continue
        if last and needs_space(last, text):
            made.append(" ")
        made.append(text)
        last = text
    return "".join(made)


def needs_space(before: str, after: str) -> bool:
    """Whether a space belongs between two pieces."""
    left, right = before[-1], after[0]
    if left.isspace() or right.isspace():
        return False
    return not (is_unspaced(left) or is_unspaced(right))
