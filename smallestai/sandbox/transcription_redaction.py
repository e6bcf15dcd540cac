"""Personal and payment data, found by its form and replaced by marks such as `[EMAIL_1]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .recogniser import HeardWord

LANGUAGES = ("en", "hi")
"""The languages in which data is masked; in others nothing is."""

_PERSONAL = (
    ("EMAIL", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("SSN", re.compile(r"\b\d{3}-\d{2}-\d{4}\b")),
    ("PHONENUMBER", re.compile(r"\+?\(?\d(?:[\s().-]{0,2}\d){6,11}(?!\d)")),
    ("FIRSTNAME", re.compile(r"(?:(?<=name is )|(?<=मेरा नाम ))[^\s.,!?]+", re.IGNORECASE)),
)
_PAYMENT = (
    ("CREDITCARDNUMBER", re.compile(r"\b\d(?:[ -]?\d){12,18}\b")),
    ("CREDITCARDCVV", re.compile(r"(?:(?<=cvv )|(?<=cvv is )|(?<=cvc ))\d{3,4}", re.IGNORECASE)),
    ("EXPIRYDATE", re.compile(r"\b(?:0[1-9]|1[0-2])/\d{2}(?:\d{2})?\b")),
)


class Redactor:
    """Masks the words of one transcript; a mark counts the findings of its kind.

    Args:
        personal: Whether names, addresses and numbers of people are masked.
        payment: Whether card data is masked.
        language: The language of the words.
    """

    def __init__(self, *, personal: bool, payment: bool, language: str) -> None:
        wanted = [*(_PAYMENT if payment else ()), *(_PERSONAL if personal else ())]
        self._patterns = wanted if language in LANGUAGES else []
        self._counts: dict[str, int] = {}

    def mask(self, words: Sequence[HeardWord]) -> tuple[list[HeardWord], list[str]]:
        """Return words with a mark for each finding, in one word, and the marks."""
        masked, marks = list(words), []
        for kind, pattern in self._patterns:
            masked, found = self._mask(masked, kind, pattern)
            marks += found
        return masked, marks

    def _mask(
        self, words: list[HeardWord], kind: str, pattern: re.Pattern[str]
    ) -> tuple[list[HeardWord], list[str]]:
        text, starts = _laid_out(words)
        masked, marks, at = [], [], 0
        for found in pattern.finditer(text):
            first = max(place for place, start in enumerate(starts) if start <= found.start())
            last = max(place for place, start in enumerate(starts) if start < found.end())
            if first < at:
                continue
            mark = self._mark(kind)
            marks.append(mark)
            masked += words[at:first]
            before = text[starts[first] : found.start()]
            after = text[found.end() : starts[last] + len(words[last].shown)]
            whole = f"{before}{mark}{after}"
            masked.append(evolve(words[first], text=whole, shown=whole, end=words[last].end))
            at = last + 1
        return [*masked, *words[at:]], marks

    def _mark(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"[{kind}_{self._counts[kind]}]"


def _laid_out(words: Sequence[HeardWord]) -> tuple[str, list[int]]:
    """Return the text of words, and where in it each one begins."""
    text = " ".join(word.shown for word in words)
    return text, list(_starts(words))


def _starts(words: Sequence[HeardWord]) -> Iterator[int]:
    at = 0
    for word in words:
        yield at
        at += len(word.shown) + 1
