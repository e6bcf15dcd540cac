"""Text that is still being written, cut into pieces that can be spoken.

A language model gives its text in tokens; a voice wants clauses and sentences. A `TextChunker`
takes the one and returns the other, without input or output, without a clock:

    chunker = TextChunker("en", markdown=True)
    for token in tokens:
        for piece in chunker.feed(token):
            say(piece.text)
    for piece in chunker.flush():
        say(piece.text)

How it cuts, in which languages, and how well: ``docs/text.md``.
"""

from smallestai.text._chunker import TextChunker
from smallestai.text._piece import Piece, Span

__all__ = ["Piece", "Span", "TextChunker"]
