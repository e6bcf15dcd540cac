# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""How much there is to say in a text, and where to cut one that has no mark to be cut at."""

from __future__ import annotations

import re

from smallestai.text._graphemes import may_cut

_SPEAKABLE = re.compile(r"[^\W_]")
# Spaces that a line may be broken at, which no-break spaces are not.
_SPACES = re.compile("[ \t\r\n\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
# Marks and small kana begin no line in Chinese and Japanese, brackets end none.
_NOT_FIRST = re.compile(r"[\W_ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーゝゞヽヾ々]")
_NOT_LAST = frozenset("「『（【《〈〔［｛“‘«([{¿¡$€£₹¥￥#№+")
_BELONGS_BEFORE = frozenset("!?;:,.…»)]}%،؛؟。")


def size(text: str) -> int:
    """Return the length of a text in Latin letters that take as long to say."""
    if max(text, default="") < "\u1100":
        return len(text)
    return sum(map(_width, text))


def _width(char: str) -> int:
    """A Chinese character is a word, a kana or a Hangul syllable a syllable, a letter a sound."""
    if is_chinese(char):
        return 3
    return 2 if is_kana(char) or "\uac00" <= char <= "\ud7a3" else 1


def is_chinese(char: str) -> bool:
    """Return whether it is a Chinese character, in whatever language."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3400" <= char <= "\u4dbf"
        or "\u3005" <= char <= "\u3007"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


def is_kana(char: str) -> bool:
    """Return whether it is a kana, of full or half width."""
    return (
        "\u3041" <= char <= "\u30ff" or "\u31f0" <= char <= "\u31ff" or "\uff66" <= char <= "\uff9f"
    )


def speakable(text: str) -> bool:
    """Return whether there is a letter or a digit in a text."""
    return _SPEAKABLE.search(text) is not None


def last_gap(text: str, limit: int) -> int:
    """Return the last place up to ``limit`` between two words; 0 if there is none.

    A space behind a digit ("1 000 000", "3 p.m.") or an abbreviation ("Dr. Rao") counts only if
    there is no other.
    """
    second_best = 0
    best = 0
    for spaces in _SPACES.finditer(text, 0, limit):
        if spaces.start():
            second_best = spaces.end()
            if _between_words(text, spaces.start(), spaces.end()):
                best = spaces.end()
    return best or _last_wide(text, limit) or second_best


def _between_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1], text[end : end + 1]
    if before == "." or before in _NOT_LAST or after in _BELONGS_BEFORE:
        return False
    return not before.isdigit()


def _last_wide(text: str, limit: int) -> int:
    """Return the last place beside a Chinese or Japanese character, where words need no space."""
    for at in range(min(limit, len(text) - 1), 0, -1):
        before, after = text[at - 1], text[at]
        if (
            any(is_chinese(char) or is_kana(char) for char in (before, after))
            and before not in _NOT_LAST
            and not _NOT_FIRST.match(after)
            and not (before.isdigit() and not after.isdigit())
            and may_cut(text, at)
        ):
            return at
    return 0
