# ruff: noqa: RUF001 - the signs of many scripts
"""Where a text may be cut: at sentence ends, else between words."""

from __future__ import annotations

import re

_CLOSERS = "\"')]}»”’"
_CLOSED = f"[{re.escape(_CLOSERS)}]*"
_STOPS = re.compile(rf"[.?!…।॥]+{_CLOSED}(?=\s|$)|[。！？]+[」』]*{_CLOSED}")
_SPACES = re.compile(r"\s+")
_LAST_WORD = re.compile(r"[\w.]*$")
_ABBREVIATIONS = {
    *("mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "mt", "rev", "hon", "gen", "col", "capt"),
    *("no", "vs", "etc", "inc", "ltd", "co", "corp", "dept", "approx", "fig", "vol", "ave", "rd"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "डॉ"),
}


def last_sentence_end(text: str) -> int:
    """Return the position after the last sentence that ends in a text; 0 if none does.

    A full stop does not count after an abbreviation or an initial, and after a digit at the very
    end of the text, where the rest of a decimal number may be yet to come.
    """
    ends = [found.end() for found in _STOPS.finditer(text) if _is_end(text, found)]
    return ends[-1] if ends else 0


def cut(text: str, limit: int) -> int:
    """Return where to cut a text that is longer than a limit, so that the head fits in it.

    The cut is after the last sentence end within the limit, else after the last space, else at
    the limit.
    """
    head = text[:limit]
    spaces = [found.end() for found in _SPACES.finditer(head)]
    return last_sentence_end(head) or (spaces[-1] if spaces else limit)


def pieces(text: str, limit: int) -> list[tuple[int, str]]:
    """Return a text in pieces of at most a number of characters, each with its position."""
    found, start = [], 0
    while len(text) - start > limit:
        end = start + cut(text[start:], limit)
        found.append((start, text[start:end]))
        start = end
    return [*found, (start, text[start:])]


def _is_end(text: str, stop: re.Match[str]) -> bool:
    if stop.group().rstrip(_CLOSERS) != ".":
        return True
    word = _LAST_WORD.search(text, 0, stop.start())
    before = word.group() if word else ""
    if before[-1:].isdigit():
        return stop.end() < len(text)
    is_initial = len(before) == 1 and before.isupper()
    return not is_initial and "." not in before and before.lower() not in _ABBREVIATIONS
