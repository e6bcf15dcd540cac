"""Text that has come in and waits to be cut off, with its origin."""

from __future__ import annotations

from typing import NamedTuple

from smallestai.text._piece import Piece, Span


class Run(NamedTuple):
    """Text and the part of the source it stands for.

    Attributes:
        text: What is to be spoken; empty for the end of a heading, an item or a row.
        start: Where its part of the source begins.
        end: Where that ends. As long as the text: character by character. Else as a whole.
    """

    text: str
    start: int
    end: int

    @property
    def literal(self) -> bool:
        """Whether it stands there as it is."""
        return len(self.text) == self.end - self.start


class Pending:
    """A queue of text: runs go in, pieces come out."""

    def __init__(self) -> None:
        self.text = ""
        self.origin = 0  # where the next piece begins in the source
        self._runs: list[Run] = []

    def append(self, run: Run) -> None:
        """Add text at the end."""
        self.text += run.text
        if self._runs:
            last = self._runs[-1]
            if last.end == run.start and last.literal and run.literal:
                self._runs[-1] = Run(last.text + run.text, last.start, run.end)
                return
        self._runs.append(run)

    def take(self, count: int, end: int | None = None) -> Piece:
        """Take the first ``count`` characters; ``end`` is where they end in the source."""
        spans: list[Span] = []
        length = 0
        while length < count:
            run = self._first(count - length)
            spans.append(Span(length, run.start, run.end))
            length += len(run.text)
        start, self.origin = self.origin, spans[-1].end if end is None else end
        text, self.text = self.text[:count], self.text[count:]
        return Piece(text, start, self.origin, tuple(spans))

    def _first(self, most: int) -> Run:
        """Take the first run, or what of it is due; a replacement stands for all of its source."""
        run = self._runs[0]
        if len(run.text) <= most:
            return self._runs.pop(0)
        cut = run.start + most if run.literal else run.end
        self._runs[0] = Run(run.text[most:], cut, run.end)
        return Run(run.text[:most], run.start, cut)
