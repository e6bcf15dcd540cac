"""Where a text may be cut without tearing a character apart.

The rules of Unicode Standard Annex #29 (extended grapheme clusters), read off the tables of the
standard library: combining marks, conjuncts of the Indic scripts (rule GB9c), emoji sequences,
flags, Hangul.
"""

from __future__ import annotations

import unicodedata

_MARKS = frozenset({"Mn", "Mc", "Me"})
# Of the property Extend or SpacingMark, but not in a category of marks.
_EXTENDERS = frozenset("\u200c\u200d\u0e33\u0eb3\uff9e\uff9f")
# Signs that stand before the digits they belong to.
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e")
_VIRAMA = 9  # the combining class of the sign that joins two consonants
_JOINER, _NON_JOINER = "\u200d", "\u200c"


def may_cut(text: str, at: int) -> bool:
    """Return whether a grapheme cluster may begin at ``at``, which lies inside ``text``."""
    before, after = text[at - 1], text[at]
    if before < "\u0300" and after < "\u0300":
        return before != "\r" or after != "\n"
    if _extends(after) or before in _PREPENDED:
        return False
    if _conjoins(text, at) or (before == _JOINER and _is_symbol(after)):
        return False
    if _is_flag(before) and _is_flag(after):
        return _flags_before(text, at) % 2 == 0
    return not _hangul(before, after)


def last_cut(text: str, limit: int) -> int:
    """Return the last place up to ``limit`` where ``text`` may be cut.

    A single cluster longer than ``limit`` is cut at it.
    """
    for at in range(min(limit, len(text) - 1), 0, -1):
        if may_cut(text, at):
            return at
    return limit


def _extends(char: str) -> bool:
    code = ord(char)
    return (
        unicodedata.category(char) in _MARKS
        or char in _EXTENDERS
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0020 <= code <= 0xE007F  # the tags of regional flags
    )


def _conjoins(text: str, at: int) -> bool:
    """Return whether a virama joins the letter at ``at`` to the one before."""
    if unicodedata.category(text[at]) != "Lo":
        return False
    at -= 1
    while at and _is_between(text[at]):
        at -= 1
    return unicodedata.combining(text[at]) == _VIRAMA


def _is_between(char: str) -> bool:
    """Return whether a virama reaches past a sign; the non-joiner is there to stop it."""
    return _extends(char) and char != _NON_JOINER and unicodedata.combining(char) != _VIRAMA


def _is_symbol(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sm"} or ord(char) > 0x1F000


def _is_flag(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _flags_before(text: str, at: int) -> int:
    start = at
    while start and _is_flag(text[start - 1]):
        start -= 1
    return at - start


def _hangul(before: str, after: str) -> bool:
    """Return whether two characters are jamo of one syllable (rules GB6 to GB8)."""
    first, second = _syllable_type(before), _syllable_type(after)
    return first + second in {"LL", "LV", "LS", "LT", "VV", "VF", "SV", "SF", "FF", "TF"}


def _syllable_type(char: str) -> str:
    """L, V or F: a leading, middle or final jamo; S or T: a syllable without or with a final."""
    code = ord(char)
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return "L"
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return "V"
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return "F"
    if 0xAC00 <= code <= 0xD7A3:
        return "T" if (code - 0xAC00) % 28 else "S"
    return "-"
