"""A piece of text, and which part of the source each of its characters stands for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from smallestai.errors import ArgumentError
from smallestai.text._sizes import speakable


class Span(NamedTuple):
    """A run of a piece's text and what it stands for in the source.

    Attributes:
        at: Where the run begins in the piece's text; it goes on to the next span, or the end.
        start: Where the part of the source begins that it stands for.
        end: Where that part ends. As long as the run: character by character. Else as a whole.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """What is spoken in one go.

    Pieces tile the source: each begins where the one before it ended, markup that is not spoken
    included.

    Args:
        text: What is sent.
        start: Where its part of the source begins, in characters from the source's beginning.
        end: Where that part ends.
        spans: Which part of ``text`` stands for which part of the source, in order.
    """

    text: str
    start: int
    end: int
    spans: tuple[Span, ...] = field(repr=False)

    @property
    def speakable(self) -> bool:
        """Whether there is a letter or a digit in it; white space alone the service refuses."""
        return speakable(self.text)

    def source(self, start: int, end: int | None = None) -> tuple[int, int]:
        """Return where in the source ``text[start:end]`` comes from.

        Args:
            start: Index of the first character in ``text``.
            end: Index after the last one; by default that of one character.

        Returns:
            Start and end in the source. Markup in between is included, around it is not.

        Raises:
            ArgumentError: The range is empty or outside of ``text``.
        """
        end = start + 1 if end is None else end
        if not 0 <= start < end <= len(self.text):
            raise ArgumentError("start, end", (start, end), f"must lie in 0 to {len(self.text)}")
        return self._of(start)[0], self._of(end - 1)[1]

    def _of(self, index: int) -> tuple[int, int]:
        number = bisect_right(self.spans, index, key=lambda span: span.at) - 1
        span = self.spans[number]
        following = self.spans[number + 1 :]
        length = (following[0].at if following else len(self.text)) - span.at
        if length != span.end - span.start:
            return span.start, span.end
        at = span.start + index - span.at
        return at, at + 1
