# ruff: noqa: RUF001 - the signs of many scripts
"""What the engine is given to say: respellings, signs read as words, the language of a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Where the engine's name for a language differs from the service's.
_ENGINE_NAMES = {"en": "en-us", "no": "nb", "zh": "cmn"}
_BRITISH = "en-gb-x-rp"

_SCRIPTS = (
    ("hi", "\u0900-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("ja", "\u3040-\u30ff"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("el", "\u0370-\u03ff"),
    ("ru", "\u0400-\u04ff"),
    ("he", "\u0590-\u05ff"),
    ("ar", "\u0600-\u06ff"),
)
_HEARD = re.compile(r"\w")
_PATTERNS = [(code, re.compile(f"[{span}]")) for code, span in _SCRIPTS]

_SIGNS = "×x*÷/+-=^"
_ENGLISH = ("times",) * 3 + ("divided by",) * 2 + ("plus", "minus", "equals", "to the power of")
_HINDI = ("गुणा",) * 3 + ("भाग",) * 2 + ("जमा", "घटा", "बराबर", "की घात")
_MARATHI = ("गुणिले",) * 3 + ("भागिले",) * 2 + ("अधिक", "वजा", "बरोबर", "चा घात")
_SIGN_WORDS = {"hi": _HINDI, "mr": _MARATHI}
# A hyphen or a slash may be part of a date or a range; only one with space around it is a sign.
# A number with its currency, its percent sign and the punctuation after it; "25th" is a word.
_NUMBER = re.compile(r"(?<!\w)-?[$€£¥₹]?(?>\d+(?:[.,:/-]\d+)*%?)(?!\w)[^\w\s]*")
_SIGN = re.compile(r"(?<=\d)(?:\s*([×x*÷+=^])\s*|\s+([-/])\s+)(?=\d)")


@frozen
class Wording:
    """A text as it is spoken, and the place of each of its characters in the text as written."""

    text: str
    origins: Sequence[int]

    @classmethod
    def verbatim(cls, text: str) -> Wording:
        """Return a text spoken as written."""
        return cls(text, range(len(text)))

    def origin(self, position: int) -> int:
        """Return the place in the written text of a place in the spoken one."""
        if not self.origins:
            return 0
        return self.origins[min(max(position, 0), len(self.origins) - 1)]

    def replace(self, pattern: re.Pattern[str], wording: Callable[[re.Match[str]], str]) -> Wording:
        """Return this with each match of a pattern replaced."""
        parts: list[str] = []
        origins: list[int] = []
        end = 0
        for found in pattern.finditer(self.text):
            spoken = wording(found)
            parts += (self.text[end : found.start()], spoken)
            origins += self.origins[end : found.start()]
            origins += [self.origins[_first_sign(found)]] * len(spoken)
            end = found.end()
        return Wording("".join([*parts, self.text[end:]]), [*origins, *self.origins[end:]])


def _first_sign(found: re.Match[str]) -> int:
    return found.end() - len(found.group().lstrip())


def wording(
    text: str, *, respellings: Mapping[str, str] | None = None, math_language: str | None = None
) -> Wording:
    """Return how a text is spoken.

    Args:
        text: As written.
        respellings: Words (case matters) and how they are spelled for the engine.
        math_language: The language whose words replace the signs between digits; None leaves
            the signs to the engine.
    """
    spoken = Wording.verbatim(text)
    if respellings:
        words = "|".join(sorted(map(re.escape, respellings), key=len, reverse=True))
        spoken = spoken.replace(
            re.compile(rf"(?<!\w)(?:{words})(?!\w)"), lambda found: respellings[found.group()]
        )
    if math_language is not None:
        signs = dict(zip(_SIGNS, _SIGN_WORDS.get(math_language, _ENGLISH), strict=True))
        spoken = spoken.replace(_SIGN, lambda found: f" {signs[found[1] or found[2]]} ")
    return spoken


def number_runs(text: str) -> list[tuple[int, str, bool]]:
    """Return the parts of a text that are numbers, and those between them that can be heard.

    Returns:
        The position of each part, the part, and whether it is a number.
    """
    found, start = [], 0
    for number in _NUMBER.finditer(text):
        found += [(start, text[start : number.start()], False), (number.start(), number[0], True)]
        start = number.end()
    found.append((start, text[start:], False))
    return [each for each in found if _HEARD.search(each[1])]


def language_of(text: str, default: str) -> str:
    """Return the language that the script of a text stands for; the default for Latin letters."""
    return next((code for code, pattern in _PATTERNS if pattern.search(text)), default)


def engine_language(code: str, accent: str = "") -> str:
    """Return the engine's name of a language; English has a British form."""
    return _BRITISH if (code, accent) == ("en", "british") else _ENGINE_NAMES.get(code, code)
