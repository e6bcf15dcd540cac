"""Words, sentences and turns of a text, as far as one can tell them apart without a model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W_]+)?")
_SENTENCE_END = re.compile(r"(?<=[.!?\u0964\u3002])\s+")
_SPEAKER = re.compile(
    r"(?:^|(?<=[.!?\u0964\u3002])|\n)[^\S\n]*(?:\[[^\]\n]*\]\s*)?([^\W\d_][\w .-]{0,30}?):\s"
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s", "e")
_SHORTEST_STEM = 3
_NAMELESS = ""

_STOP_WORDS = (
    "a about after all am an and any are as at be been but by can could did do does for from had "
    "has have he her him his how i if in into is it its just me my no not of off on or our out "
    "please she should so some than that the their them then there they this to up us was we were "
    "what when where which who whom whose why will with would yes you your"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""English words that carry no meaning of their own."""


@frozen
class Sentence:
    """A sentence and who said it; `speaker` is empty where the text names none."""

    speaker: str
    text: str


def words(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [found.group().lower() for found in _WORD.finditer(text)]


def stem(word: str) -> str:
    """Return a lower-case word without a common English ending; a doubled last letter is single."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


def stems(text: str, *, without: Iterable[str] = ()) -> set[str]:
    """Return the stems of the words that carry meaning.

    Args:
        text: Any text.
        without: Further words that carry none here.
    """
    return {stem(word) for word in words(text) if word not in STOP_WORDS} - {*without}


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text; turns such as `Agent: Done.` name their speaker."""
    found: list[Sentence] = []
    for speaker, said in _turns(text):
        for part in _SENTENCE_END.split(" ".join(said.split())):
            if part:
                found.append(Sentence(speaker, part))
    return found


def _turns(text: str) -> list[tuple[str, str]]:
    """Return (speaker, what was said); what comes before the first speaker is nobody's."""
    pieces = _SPEAKER.split(text)
    return [(_NAMELESS, pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]
