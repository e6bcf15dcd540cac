"""A piece of a text on its way to being audio, and how far it has come."""

from __future__ import annotations

from typing import Protocol

from smallestai.audio import SampleAligner
from smallestai.protocol.events import PieceStarted


class Piece(Protocol):
    """What the narration needs to know of a piece of text."""

    @property
    def text(self) -> str:
        """What is spoken."""

    @property
    def start(self) -> int:
        """Where it begins in the source."""

    @property
    def end(self) -> int:
        """Where it ends in the source."""


class Part:
    """A piece and how far it has come.

    Args:
        index: Its position in the text, from 0.
        piece: What is spoken.
        sample_size: Bytes of one sample.
    """

    def __init__(self, index: int, piece: Piece, sample_size: int) -> None:
        self.index = index
        self.piece = piece
        self._sample_size = sample_size
        self.started = False
        self.delivered = 0  # bytes handed out
        self.words = 0  # words handed out
        self.begin()

    def begin(self) -> None:
        """Ask for it, perhaps again: what was handed out will come a second time."""
        self.to_skip = self.delivered
        self.words_to_skip = self.words
        self.aligner = SampleAligner(self._sample_size)

    def take(self, data: bytes) -> bytes:
        """Return the samples that are new."""
        data = self.aligner.feed(data)
        if self.to_skip:
            skipped = min(self.to_skip, len(data))
            self.to_skip -= skipped
            data = data[skipped:]
        self.delivered += len(data)
        return data

    def is_new_word(self) -> bool:
        """Take a word; whether it had not been handed out before."""
        if self.words_to_skip:
            self.words_to_skip -= 1
            return False
        self.words += 1
        return True

    def start(self) -> PieceStarted:
        """Return that it has started, which is said once."""
        self.started, piece = True, self.piece
        return PieceStarted(self.index, piece.text, piece.start, piece.end)
