# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""What follows a place in a text that is still coming in."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final, Literal, NamedTuple


class Wait(Enum):
    """The answer of a question that cannot be answered before more text has come in."""

    WAIT = "wait"


WAIT: Final[Literal[Wait.WAIT]] = Wait.WAIT

_CHAR = re.compile(r"\s*(\S)")
# The next word, behind quotes and brackets that open.
_WORD = re.compile(r"[\s\"'“‘«»„‚(\[{¿¡「『（《〈*_~`-]*([^\W\d_]{0,16})(.?)", re.DOTALL)


class Word(NamedTuple):
    """The next word; empty where something else follows.

    Attributes:
        text: Its letters.
        after: The character after them, or, if there are none, the character that is no letter.
    """

    text: str
    after: str


def next_char(text: str, at: int, final: bool) -> str | Wait:
    """Return the next character that is not white space; an empty string at the end."""
    found = _CHAR.match(text, at)
    if found is None:
        return "" if final else WAIT
    return found[1]


def next_word(text: str, at: int, final: bool) -> Word | Wait:
    """Return the next word once it is complete; sixteen letters of it are enough."""
    found = _WORD.match(text, at)
    assert found is not None  # noqa: S101 - every part of the pattern may be empty
    if not found[2] and not final:
        return WAIT
    return Word(found[1], found[2])
