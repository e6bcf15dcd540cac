# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""Whether a full stop ends a sentence, or only an abbreviation, an initial or an ordinal."""

from __future__ import annotations

import re

from smallestai.text._abbreviations import (
    AFTER_NUMBERS,
    GO_ON,
    LETTERS,
    ORDINAL_LANGUAGES,
    ORDINAL_NOUNS,
    UNITS,
    Kind,
    abbreviations,
    starters,
)
from smallestai.text._lookahead import WAIT, Wait, Word, next_word

_LONGEST = 40  # no abbreviation is longer; also what keeps looking back cheap
# Back to a space, a mark, or a character of a script without spaces between words.
_LAST_WORD = re.compile(
    r"[^\s\"'“”‘’«»„‚()\[\]{}<>*_~`,;:!?…—–/|¿¡।\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3]*\Z"
)
_NUMBER = re.compile(r"[#№$€£₹]?\d+(?:[.,:/-]\d+)*")
_LETTERS_AND_STOPS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]")
_ROMAN = re.compile(r"[IVXLC]{2,}")
_LINE_START = re.compile(r"(?:\A|\n)[ \t>*_#(-]*\Z")


class FullStops:
    """Judges full stops of a text in one language.

    Args:
        language: ISO 639-1 code, or an empty string.
    """

    def __init__(self, language: str) -> None:
        self._kinds = abbreviations(language)
        self._starters = starters(language)
        self._ordinals = language in ORDINAL_LANGUAGES
        self._capital_nouns = language == "de"

    def ends_sentence(
        self, text: str, at: int, end: int, *, final: bool, fresh: bool
    ) -> bool | Wait:
        """Judge the full stop at ``at``, whose closing quotes and brackets go up to ``end``."""
        head = text[max(0, at - _LONGEST) : at]
        word = _last_word(head)
        line = head[: len(head) - len(word)]
        if not word:
            return self._after_no_word(text, at, end, final)
        if _numbers_item(word) and _begins_line(line, fresh and at <= _LONGEST):
            return False
        if _NUMBER.fullmatch(word):
            return self._number(word, text, end, final)
        kind = self._kind(word, line)
        if kind is None:
            return True
        if kind is Kind.NEVER:
            return False
        follows = next_word(text, end, final)
        return WAIT if follows is WAIT else self._by_next(kind, follows)

    def _kind(self, word: str, line: str) -> Kind | None:
        """Return what a word with a full stop is; None for the last word of a sentence."""
        before = line.rstrip()
        if before.endswith("."):  # "z. B." counts as "z.B."
            joined = f"{_last_word(before[:-1])}.{word}".lower()
            if joined in self._kinds:
                return self._kinds[joined]
        counted = before[-1:].isdigit()
        if word in AFTER_NUMBERS:
            return Kind.EITHER if counted else Kind.NEVER
        if counted and word in UNITS:
            return Kind.EITHER
        if (kind := self._kinds.get(word.lower())) is not None:
            return kind
        if word in LETTERS or (len(word) == 1 and word.isalpha()):
            return Kind.TITLE
        if _LETTERS_AND_STOPS.fullmatch(word):
            return Kind.TITLE if word[0].isupper() else Kind.EITHER
        return Kind.TITLE if self._ordinals and _ROMAN.fullmatch(word) else None

    def _by_next(self, kind: Kind, follows: Word) -> bool:
        word, after = follows
        first = (word or after)[:1]
        if not first:
            return True
        if kind is Kind.NUMBER:
            return not first.isdigit()
        if first.islower() or first.isdigit() or first in ",;:-–—&":
            return False
        if not first.isalpha():
            return True
        if kind is Kind.EITHER and not self._capital_nouns:
            return first.isupper() and word not in GO_ON
        return word in self._starters and not (len(word) == 1 and after == ".")

    def _number(self, word: str, text: str, end: int, final: bool) -> bool | Wait:
        """A number ends a sentence, unless it is an ordinal: "am 3. Oktober"."""
        if not word.isdecimal() or len(word) > 2:
            return True
        follows = next_word(text, end, final)
        if follows is WAIT:
            return WAIT
        if not follows.text:
            return True
        if follows.text[0].islower() or follows.text in ORDINAL_NOUNS:
            return False
        return not self._ordinals or follows.text in self._starters

    def _after_no_word(self, text: str, at: int, end: int, final: bool) -> bool | Wait:
        """After a bracket or quote a full stop ends; after a space it may be one of ". . ."."""
        before = text[at - 1 : at]
        if before and not before.isspace():
            return True
        follows = next_word(text, end, final)
        if follows is WAIT:
            return WAIT
        return follows.after != "." and text[:at].rstrip()[-1:].isalnum()


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text[-_LONGEST:])
    return found.group() if found else ""


def _numbers_item(word: str) -> bool:
    """Return whether it may be the "1." or "A." before an item of a list."""
    return len(word) <= 3 if word.isdecimal() else len(word) == 1 and word.isalpha()


def _begins_line(line: str, fresh: bool) -> bool:
    """Return whether nothing but markup stands before; ``fresh``: this is where a line begins."""
    found = _LINE_START.search(line)
    return found is not None and (fresh or found.group().startswith("\n"))
