"""Where words stand in a text, found by their letters and digits alone."""

from __future__ import annotations

import unicodedata

Span = tuple[int, int]

# How far ahead a word is sought, in its own lengths: the longer, the less likely found by chance.
_REACH = 6
# Scripts that write no space between words: Thai to Lao, Myanmar, Khmer, Han and kana.
_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u2e80", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that writes no space between words."""
    return character > "\u0e00" and any(low <= character <= high for low, high in _UNSPACED)


def joins(character: str) -> bool:
    """Whether a character belongs to the one before it: a vowel sign, an accent, a joiner."""
    return not character.isascii() and unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


class SpanFinder:
    """Finds words in a text, one after another.

    A word that comes back from the service may differ from what was sent in case, punctuation,
    spaces and the form of its accents, so only letters and digits are compared. A word that is not
    there is passed over, and the next ones are sought a little further on.

    Args:
        text: Where to look.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters, self._places = _folded(text)
        self._at = 0  # in the letters
        self._end = 0  # in the text
        self._misses = 0

    def find(self, word: str) -> Span | None:
        """Return where the next word stands, behind all that were found before; None: nowhere."""
        letters, _ = _folded(word)
        at = self._search(letters) if letters else -1
        if at < 0:
            self._misses += bool(letters)
            return None
        self._at = at + len(letters)
        self._misses = 0
        start = max(self._places[at], self._end)
        end = self._past_marks(max(start, self._places[self._at - 1] + 1))
        return self._widened(word.strip(), start, end)

    def _search(self, letters: str) -> int:
        """Return the index in our letters; -1 where there is none."""
        size = len(letters)
        # Half a word is taken for the word only right behind one that was found.
        if not self._misses and self._letters.startswith(letters, self._at):
            return self._at
        limit = self._at + size + size * _REACH * (1 + self._misses)
        at = self._letters.find(letters, self._at, limit)
        while at >= 0 and not self._is_whole(at, size):
            at = self._letters.find(letters, at + 1, limit)
        return at

    def _is_whole(self, at: int, size: int) -> bool:
        return self._is_border(at) and self._is_border(at + size)

    def _is_border(self, at: int) -> bool:
        """Whether a word ends before this letter and another begins with it."""
        if at == 0 or at == len(self._places):
            return True
        before, after = self._places[at - 1], self._places[at]
        if is_unspaced(self._text[before]) or is_unspaced(self._text[after]):
            return True
        return any(not joins(each) for each in self._text[before + 1 : after])

    def _past_marks(self, end: int) -> int:
        while end < len(self._text) and joins(self._text[end]):
            end += 1
        return end

    def _widened(self, word: str, start: int, end: int) -> Span:
        """Take in the signs around the letters where the text has the same: ``$40,``."""
        before, after = _edges(word)
        if self._text.endswith(before, self._end, start):
            start -= len(before)
        if self._text.startswith(after, end):
            end += len(after)
        self._end = end
        return start, end


def _edges(word: str) -> tuple[str, str]:
    """Return what stands before the first letter or digit of a word and after the last."""
    places = [place for place, each in enumerate(word) if each.isalnum() or joins(each)]
    return word[: places[0]], word[places[-1] + 1 :]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits in one form, and where in the text each stands."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = character.lower()
        if not character.isascii():
            folded = unicodedata.normalize("NFKD", character.casefold())
        for each in folded:
            if each.isalnum():
                letters.append(each)
                places.append(place)
    return "".join(letters), places
