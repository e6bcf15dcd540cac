"""Cuts a text that is still being written into pieces to speak."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError
from smallestai.text._graphemes import last_cut
from smallestai.text._markdown import Markdown
from smallestai.text._pending import Pending, Run
from smallestai.text._sentences import Break, Outset, Sentences, Strength
from smallestai.text._sizes import last_gap, size, speakable

if TYPE_CHECKING:
    from smallestai.text._piece import Piece

# How far behind the limit a mark at the limit may look; longer than any word it looks for.
_LOOKAHEAD = 32
# What is taken to follow a text that pauses.
_WORD = " Then "
# A long text is taken in parts, so that its cost grows with its length and not with its square.
_PART = 1024


class TextChunker:
    """Turns the tokens of a text into pieces to speak, as early as each sounds right.

    The first piece ends at the first sentence end, or at the end of a clause that is worth
    speaking; a long one without a comma ends before a conjunction. The others are whole sentences,
    as many as come closest to ``best``; the second is no longer than it has to be, since the first
    has not given much time to wait. What has no sentence end up to ``limit`` is cut at a weaker
    mark, between words, or last of all between two characters, never inside one. Nothing is cut
    inside a number, an abbreviation or an address, or between a sentence and its closing quotes.

    Any way of cutting a text into tokens gives the same pieces. Without ``markdown`` their texts
    join to exactly what was received.

    Args:
        language: ISO 639-1 code of the text, for its abbreviations and ordinals; a region
            (``en-IN``) is ignored. None or ``auto``: what holds for all languages, and English.
        first: The least size of the first piece, when it ends at a clause. Counted in Latin letters
            that take as long to say: a Chinese character is 3, a kana or a Hangul syllable 2. None:
            the first piece ends at a sentence end as well.
        best: The size that is aimed at, counted likewise.
        limit: The most characters of a piece.
        markdown: Whether the text is Markdown, of which only what is to be spoken remains.

    Raises:
        ArgumentError: A size is less than 1, ``best`` is above ``limit``, or the language no text.
    """

    def __init__(
        self,
        language: str | None = None,
        *,
        first: int | None = 16,
        best: int = 140,
        limit: int = 250,
        markdown: bool = False,
    ) -> None:
        _check(first, best, limit)
        self._sentences = Sentences(_base(language))
        self._markdown = Markdown() if markdown else None
        self._first = first or 0
        self._best = best
        # Sentences overshoot what they are measured by, on average by half of one.
        self._enough = best * 7 // 10
        self._limit = limit
        self._received = 0
        self._spoken = 0  # size of the pieces since the start or the last pause
        self._pending = Pending()
        self._ends: deque[int] = deque()  # where lines end that are blocks by themselves
        self._outset = Outset(fresh=True, quoted=0)
        self._at = 0  # how far marks are judged
        self._breaks: list[Break] = []  # breaks that are not enough by themselves
        self._ahead: deque[Break] = deque()  # breaks found behind the last cut

    @property
    def pending(self) -> str:
        """What has been received and not been returned; with ``markdown``, what is known of it."""
        return self._pending.text

    def feed(self, token: str) -> list[Piece]:
        """Take the next part of the text, of any length, and return the pieces that are complete.

        Raises:
            ArgumentError: It is no text.
        """
        if not isinstance(token, str):
            raise ArgumentError("token", token, "must be text")
        pieces: list[Piece] = []
        for at in range(0, len(token), _PART):
            self._receive(token[at : at + _PART])
            pieces += self._cut_off(final=False)
        return pieces

    def flush(self) -> list[Piece]:
        """Return all that is left, the half of a word as well: the text has ended.

        What is fed later goes on in the source, and is spoken as early as a first piece.
        """
        if self._markdown:
            self._append(self._markdown.finish())
        pieces = self._cut_off(final=True)
        self._spoken = 0
        return pieces

    def release(self) -> list[Piece]:
        """Return what can stand alone of what is left: the text pauses, and may go on.

        That is all up to the last mark; without one, the whole words, if they are as much as the
        least first piece. When to call it is the caller's to decide: this class knows no time. What
        is fed later is spoken as early as a first piece.
        """
        text = self.pending
        limit = min(len(text), self._limit)
        gap = last_gap(text, limit)
        cut = self._last_mark(text, limit) or (gap if size(text[:gap]) >= self._first else 0)
        pieces = [self._take(cut)] if speakable(text[:cut]) else []
        self._spoken = 0
        return pieces

    def _last_mark(self, text: str, limit: int) -> int:
        """Return where the last clause ends up to the limit, if a new word follows; 0 if none."""
        found, at = [*self._breaks, *self._ahead], self._at
        text += _WORD
        while True:
            mark, at = self._sentences.next_break(text, at, self._outset, final=False)
            if mark is None:
                break
            found.append(mark)
        ends = (
            min(each.end, len(self.pending)) for each in found if each.strength > Strength.JOINT
        )
        return max((end for end in ends if end <= limit), default=0)

    def _receive(self, part: str) -> None:
        start, self._received = self._received, self._received + len(part)
        if self._markdown:
            self._append(self._markdown.feed(part))
        else:
            self._pending.append(Run(part, start, self._received))

    def _append(self, runs: list[Run]) -> None:
        for run in runs:
            if run.text:
                self._pending.append(run)
            else:
                self._ends.append(len(self.pending))

    def _cut_off(self, *, final: bool) -> list[Piece]:
        pieces: list[Piece] = []
        while cut := self._next_cut(final):
            ends = final and cut == len(self.pending)
            pieces.append(self._take(cut, self._received if ends else None))
        return pieces

    def _next_cut(self, final: bool) -> int:
        """Return how much to cut off now; 0 to wait for more."""
        text = self.pending[: self._limit + _LOOKAHEAD]
        full = len(text) == self._limit + _LOOKAHEAD
        while found := self._next_break(text, final and not full):
            self._breaks.append(found)
            if self._is_due(text, found):
                return self._choose(text, found)
        if full or (final and len(text) > self._limit):
            return self._force(text)
        return len(text) if final else 0

    def _next_break(self, text: str, final: bool) -> Break | None:
        if self._ahead:
            return self._ahead.popleft()
        if self._ends and self._ends[0] <= len(text):
            # Nothing behind the end of a block has a say in what is before it.
            block = text[: self._ends[0]]
            found, self._at = self._sentences.next_break(block, self._at, self._outset, final=True)
            if found is None:
                found = Break(self._ends.popleft(), Strength.SENTENCE)
            return found
        found, self._at = self._sentences.next_break(text, self._at, self._outset, final=final)
        return found

    def _is_due(self, text: str, found: Break) -> bool:
        """Return whether a piece may end here without waiting for a better place."""
        early = self._spoken < self._first
        if found.strength is Strength.SENTENCE:
            least = 1 if early else min(self._enough, self._spoken)
        elif early:
            least = self._best // 3 if found.strength is Strength.JOINT else self._first
        else:
            return False
        said = text[: self._reach(text, found)]
        return size(said) >= least and speakable(said)

    def _reach(self, text: str, found: Break) -> int:
        """Return where a piece ends that ends at a break; 0 if that is beyond the limit."""
        if found.end <= self._limit:
            return found.end
        return self._limit if text[self._limit : found.end].isspace() else 0

    def _choose(self, text: str, due: Break) -> int:
        """Return the sentence end that comes closest to the best size."""
        if self._spoken < self._first:
            return self._reach(text, due)
        return self._closest(text, Strength.SENTENCE)

    def _closest(self, text: str, strength: Strength, least: int = 1) -> int:
        ends = [self._reach(text, each) for each in self._breaks if each.strength is strength]
        sizes = {end: size(text[:end]) for end in ends if speakable(text[:end])}
        big = [end for end, length in sizes.items() if length >= least]
        return min(big, key=lambda end: abs(sizes[end] - self._best), default=0)

    def _force(self, text: str) -> int:
        """Return where to cut a text that has grown too long."""
        least = min(self._first, self._best) or 1
        for strength in reversed(Strength):
            if cut := self._closest(text, strength, 1 if strength is Strength.SENTENCE else least):
                return cut
        return last_gap(text, self._limit) or last_cut(text, self._limit)

    def _take(self, cut: int, end: int | None = None) -> Piece:
        piece = self._pending.take(cut, end)
        self._spoken += size(piece.text)
        quoted = self._outset.quoted + piece.text.count("«") - piece.text.count("»")
        self._outset = Outset(fresh=piece.text.endswith("\n"), quoted=max(quoted, 0))
        behind = [*self._breaks, *self._ahead]
        self._breaks.clear()
        self._ahead = deque(Break(b.end - cut, b.strength) for b in behind if b.end > cut)
        self._ends = deque(at - cut for at in self._ends if at > cut)
        self._at = max(0, self._at - cut)
        return piece


def _check(first: int | None, best: int, limit: int) -> None:
    for name, value in (("first", first), ("best", best), ("limit", limit)):
        if value is not None and (not isinstance(value, int) or value < 1):
            raise ArgumentError(name, value, "must be a whole number of at least 1")
    if best > limit:
        raise ArgumentError("best", best, f"must not be above limit ({limit})")


def _base(language: str | None) -> str:
    """Return the language of a language tag; an empty string for none in particular."""
    if language is not None and not isinstance(language, str):
        raise ArgumentError("language", language, "must be a code such as 'en' or None")
    base = (language or "").lower().replace("_", "-").partition("-")[0]
    return "" if base in {"auto", "multi"} else base
