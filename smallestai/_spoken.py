"""A piece of text that is being spoken: its words on the clock of the stream."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from math import inf, isfinite
from typing import TYPE_CHECKING

from smallestai._spans import Span, SpanFinder, is_unspaced, joins
from smallestai._subtitles import spread

if TYPE_CHECKING:
    from smallestai._subtitles import Token

_LINK_TARGET = re.compile(r"(?<=\])\([^()\s]*\)")  # of Markdown, never spoken
_OPENING = ("Ps", "Pi")  # brackets and quotation marks belong to the word behind them


@dataclass(frozen=True, slots=True)
class Word:
    """A spoken word.

    Attributes:
        text: The word as the service gave it.
        start: Seconds from the start of the stream.
        end: Seconds from the start of the stream.
        source: Where it stands in the source, in characters; None where it is not to be found.
    """

    text: str
    start: float
    end: float
    source: Span | None


class SpokenPiece:
    """A piece of text, the words spoken of it and where they stand.

    Args:
        text: What is spoken.
        source_start: Where it begins in the source.
        source: The part of the source it was made of.
        begin: Seconds from the start of the stream.
    """

    def __init__(self, text: str, source_start: int, source: str, begin: float) -> None:
        self.text = text
        self.source = source
        self.source_start = source_start
        self.source_end = source_start + len(source)
        self.begin = begin
        self.end = inf
        self.words: list[Word] = []
        self._spans: list[Span | None] = []  # of the words, in the text

    @cached_property
    def _finder(self) -> SpanFinder:
        return SpanFinder(self.text)

    @cached_property
    def _source_finder(self) -> SpanFinder:
        return SpanFinder(_LINK_TARGET.sub(lambda found: " " * len(found[0]), self.source))

    @cached_property
    def weight(self) -> int:
        """How long the text is, in letters of an alphabet: a character of Han or Thai is three."""
        return len(self.text) + 2 * sum(map(is_unspaced, self.text))

    @property
    def is_ended(self) -> bool:
        """Whether all its audio has been delivered."""
        return self.end < inf

    def add(self, text: str, start: float, end: float) -> Word:
        """Add a word whose times count from the start of the piece."""
        low = self.words[-1].end if self.words else self.begin
        first = self._clamped(start, low)
        word = Word(text, first, self._clamped(end, first), self._place(text))
        self.words.append(word)
        return word

    def finish(self, end: float) -> None:
        """Note when the piece ends; no word ends later."""
        self.end = end
        self.words = [
            replace(word, start=min(word.start, end), end=min(word.end, end)) for word in self.words
        ]

    def heard(self, at: float, likely_end: float) -> tuple[int, bool]:
        """Return how far the source had been heard at a time, and whether that is exact."""
        if at >= self.end:
            return self.source_end, True
        ended = bisect_right(self.words, at, key=lambda word: word.end)
        before, after = self._anchors(ended, likely_end)
        is_known = not ended or self.words[ended - 1].source is not None
        if self.words and is_known and not self._lacks_words(ended, before[1]):
            return before[1], True
        return self._between(before, after, at), False

    def tokens(self, now: float, likely_end: float) -> list[Token]:
        """Return the text spoken so far, word by word, for subtitles."""
        if not any(self._spans):
            estimated = spread(self.text, self.begin, likely_end, exact=False)
            return [token for token in estimated if self.is_ended or token.start < now]
        tokens: list[Token] = []
        at, time = 0, self.begin
        for word, span in zip(self.words, self._spans, strict=True):
            if span is None:
                continue
            lost = self.text[at : span[0]]
            if _has_letters(lost):
                tokens += spread(lost, time, word.start, exact=False)
                at = span[0]
            end = self._past_space(_settled(self.text, span[1]))
            tokens += spread(self.text[at:end], word.start, word.end, exact=True)
            at, time = end, word.end
        if self.is_ended:
            tail = self.text[at:]
            until = self.end if _has_letters(tail) else time
            tokens += spread(tail, time, until, exact=until == time)
        return tokens

    def _clamped(self, seconds: float, low: float) -> float:
        seconds = self.begin + seconds if isfinite(seconds) else low
        return min(max(seconds, low), self.end)

    def _place(self, word: str) -> Span | None:
        """Note where a word stands in the text; return where that is in the source."""
        span = self._finder.find(word)
        self._spans.append(span)
        if self.source != self.text:
            span = self._source_finder.find(word if span is None else self.text[slice(*span)])
        return None if span is None else (span[0] + self.source_start, span[1] + self.source_start)

    def _anchors(
        self, ended: int, likely_end: float
    ) -> tuple[tuple[float, int], tuple[float, int]]:
        """Return the last known time and offset before a word, and the next."""
        before, after = (self.begin, self.source_start), (likely_end, self.source_end)
        for word in reversed(self.words[:ended]):
            if word.source is not None:
                settled = _settled(self.source, word.source[1] - self.source_start)
                before = (word.end, settled + self.source_start)
                break
        for word in self.words[ended:]:
            if word.source is not None:
                after = (word.start, max(word.source[0], before[1]))
                break
        return before, after

    def _lacks_words(self, ended: int, offset: int) -> bool:
        """Whether the service gave no times for the end of the text."""
        is_last = self.is_ended and ended == len(self.words)
        return is_last and _has_letters(self.source[offset - self.source_start :])

    def _between(self, before: tuple[float, int], after: tuple[float, int], at: float) -> int:
        """Return the border of a word that lies as far between two offsets as the time does."""
        seconds, size = after[0] - before[0], after[1] - before[1]
        share = min(max((at - before[0]) / seconds, 0.0), 1.0) if seconds > 0 else 1.0
        low = before[1] - self.source_start
        place = low + int(size * share)
        while place > low and not self._is_border(place):
            place -= 1
        return place + self.source_start

    def _is_border(self, place: int) -> bool:
        around = self.source[place - 1 : place + 1]
        if len(around) < 2 or around[0].isspace() or around[1].isspace():
            return True
        return any(map(is_unspaced, around)) and not joins(around[1])

    def _past_space(self, place: int) -> int:
        return place + sum(1 for _ in takewhile(str.isspace, self.text[place:]))


def _settled(text: str, place: int) -> int:
    """Go past the punctuation that ends a word."""
    while place < len(text) and not (text[place].isspace() or text[place].isalnum()):
        if unicodedata.category(text[place]) in _OPENING:
            break
        place += 1
    return place


def _has_letters(text: str) -> bool:
    return any(map(str.isalnum, text))
