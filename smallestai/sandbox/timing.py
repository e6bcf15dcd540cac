"""Word times: which word of the written text is spoken when, from the engine's marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from ._espeak import Mark

_WORD = re.compile(r"\S+")
_SOUND = re.compile(r"\w")


@frozen
class Word:
    """A spoken word.

    Attributes:
        index: Its place among the words of the text, from 0; words are parted by space.
        text: The word as written, punctuation included.
        start: When it begins, in seconds from the start of the audio.
        end: When it ends.
    """

    index: int
    text: str
    start: float
    end: float


class WordClock:
    """Turns the engine's marks into words.

    The engine marks more or fewer words than a reader sees: "$40" is two marks, "of the" may be
    one. Marks within one written word are joined, and a mark that stands for several words is
    shared out by their lengths. A word of signs only, which nobody hears, gets no time.

    Args:
        text: The text as written.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [found.span() for found in _WORD.finditer(text)]
        self._starts = [start for start, _ in self._spans]
        self._open: int | None = None
        self._opened = 0.0
        self._clause_end: float | None = None

    @property
    def settled(self) -> float:
        """The time before which no further word begins."""
        if self._open is not None:
            return self._opened
        return self._clause_end or 0.0

    def mark(self, mark: Mark) -> list[Word]:
        """Take the next mark, its position in the written text; return the words it completes."""
        if mark.kind == "end":
            self._clause_end = mark.seconds
            return []
        index = max(bisect_right(self._starts, mark.position) - 1, 0)
        if self._open is not None and index <= self._open:
            return []
        words = self._close(mark.seconds, index)
        self._open, self._opened, self._clause_end = index, mark.seconds, None
        return words

    def finish(self, seconds: float) -> list[Word]:
        """End the audio; return the words that are left."""
        words = self._close(seconds, len(self._spans))
        self._open, self._clause_end = None, seconds
        return words

    def _close(self, seconds: float, before: int) -> list[Word]:
        if self._open is None:
            return []
        end = seconds if self._clause_end is None else self._clause_end
        heard = [index for index in range(self._open + 1, before) if self._is_heard(index)]
        return self._share([self._open, *heard], self._opened, end)

    def _share(self, indices: list[int], start: float, end: float) -> list[Word]:
        lengths = [self._spans[index][1] - self._spans[index][0] for index in indices]
        rate = (end - start) / sum(lengths)
        words = []
        for index, length in zip(indices, lengths, strict=True):
            stop = start + length * rate
            text = self._text[slice(*self._spans[index])]
            words.append(Word(index, text, round(start, 3), round(stop, 3)))
            start = stop
        return words

    def _is_heard(self, index: int) -> bool:
        return _SOUND.search(self._text, *self._spans[index]) is not None
