# ruff: noqa: RUF001 - marks of other scripts look like Latin ones, and are meant
"""Where sentences and clauses end, decided as the text comes in.

A mark is judged once what follows it is known: mostly the next character ("3." may go on with
"14"), after an abbreviation the next word. A judgement stands whatever comes later, so that any way
of cutting the text into tokens gives the same breaks. In doubt there is no break: a piece that is
too long sounds better than a voice that falls after "Dr.".
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from smallestai.text._conjunctions import LONGEST, conjunctions
from smallestai.text._full_stops import FullStops
from smallestai.text._lookahead import WAIT, Wait, next_char
from smallestai.text._marks import (
    CLOSER,
    CLOSING,
    COMMAS,
    MARKS,
    PLAIN,
    SPACED,
    STRONG,
    WIDE_COMMAS,
)

_TERMINAL = re.compile(f"(?:[{SPACED}{PLAIN}]+{CLOSER}*)+")
_ELLIPSIS = re.compile(r"…|‥|\.\.")
_QUOTES = re.compile("[\"'”’“‘»›」』）)]")
_VERSE_NUMBER = re.compile(r"\s?\d{1,4}\s?॥")
_HALF_VERSE_NUMBER = re.compile(r"\s?\d{0,4}\s?")


class Strength(IntEnum):
    """How good a place for a break is."""

    JOINT = 1  # a conjunction follows
    PAUSE = 2  # a comma, a dash
    CLAUSE = 3  # a semicolon, a colon
    SENTENCE = 4


class Break(NamedTuple):
    """A place where the text may be cut: before the character at ``end``."""

    end: int
    strength: Strength


class Outset(NamedTuple):
    """What stood before the text that is looked at.

    Attributes:
        fresh: It begins at the beginning of a line.
        quoted: How many « are open.
    """

    fresh: bool
    quoted: int


Judgement = tuple[int, Strength | None] | Wait


class Sentences:
    """Finds the breaks of a text in one language; holds no text itself.

    Args:
        language: ISO 639-1 code, or an empty string: the rules that hold for every text.
    """

    def __init__(self, language: str) -> None:
        self._full_stops = FullStops(language)
        self._places = _places(language)
        self._greek = language == "el"

    def next_break(
        self, text: str, at: int, outset: Outset, *, final: bool
    ) -> tuple[Break | None, int]:
        """Judge the marks of ``text`` from ``at`` on, up to the first that is a break.

        Args:
            text: What has come in and is not cut off yet.
            at: Where to begin: what the last call returned, if the text only grew.
            outset: What stood before the text.
            final: Whether nothing follows.

        Returns:
            The break, or None if there is none yet, and where to go on.
        """
        while place := self._places.search(text, at):
            if place["mark"]:
                judged = self._judge(text, place.start(), outset, final)
            elif place["open"] is None:
                judged = place.end(), Strength.JOINT
            else:
                judged = (place.end(), None) if final else WAIT
            if judged is WAIT:
                return None, place.start()
            at, strength = judged
            if strength is not None:
                return Break(at, strength), at
        return None, len(text)

    def _judge(self, text: str, at: int, outset: Outset, final: bool) -> Judgement:
        mark = text[at]
        if mark == "\n":
            return _line_end(text, at, final)
        if mark in WIDE_COMMAS:
            return _wide_comma(text, at, final)
        if mark in COMMAS:
            strength = Strength.CLAUSE if mark in STRONG else Strength.PAUSE
            question = mark == ";" and self._greek
            return _comma(text, at, final, Strength.SENTENCE if question else strength)
        if mark in "—–-":
            return _dash(text, at, final)
        return self._terminal(text, at, outset, final)

    def _terminal(self, text: str, at: int, outset: Outset, final: bool) -> Judgement:
        run = _TERMINAL.match(text, at)
        assert run is not None  # noqa: S101 - the mark at `at` is one of those
        end = run.end()
        if end == len(text) and not final:
            return WAIT
        marks = run.group()
        if not any(mark in PLAIN for mark in marks):
            if not _may_end(text, end, marks):
                return end, None
            if marks[0] in ".۔．" and not _ELLIPSIS.match(marks):
                ends = self._full_stops.ends_sentence(
                    text, at, end, final=final, fresh=outset.fresh
                )
                if ends is WAIT:
                    return WAIT
                if not ends:
                    return end, None
        opened = outset.quoted + text.count("«", 0, end) - text.count("»", 0, end) > 0
        return _after_terminal(text, end, final, marks, opened)


@lru_cache(maxsize=64)
def _places(language: str) -> re.Pattern[str]:
    """Return what matches the marks, the conjunctions, and what may yet become a conjunction."""
    mark = rf"(?P<mark>[{MARKS}]|(?<=\s)[-–](?=\s|\Z))"
    unfinished = rf"(?P<open>[^\s{MARKS}]{{0,{LONGEST}}})\Z"
    return re.compile(
        rf"{mark}|(?<!\.)[ \t](?=(?:{'|'.join(conjunctions(language))})\s|{unfinished})"
    )


def _may_end(text: str, end: int, marks: str) -> bool:
    """Return whether what follows a mark that stands inside words as well leaves it a mark."""
    after = text[end : end + 1]
    if not after or after.isspace():
        return True
    # Full width, or before Chinese or Japanese: no space is written there.
    return (marks[-1] in "．…‥" or after > "\u2e80") and not after.isascii() and after.isalpha()


def _after_terminal(text: str, end: int, final: bool, marks: str, opened: bool) -> Judgement:
    """Judge a terminal mark by what follows: its number, its quotes, a sentence that goes on."""
    if marks.endswith("॥"):
        if number := _VERSE_NUMBER.match(text, end):
            end = number.end()
        elif not final and _HALF_VERSE_NUMBER.fullmatch(text, end):
            return WAIT
    trails_off = _ELLIPSIS.search(marks) is not None
    if not (opened or trails_off or _QUOTES.search(marks)):
        return _spaced(text, end, final, Strength.SENTENCE)
    follows = next_char(text, end, final)
    if follows is WAIT:
        return WAIT
    if follows == "»" and opened:  # French puts a space before it
        return _after_terminal(text, text.index("»", end) + 1, final, "»", False)
    if follows and follows in ",;:":
        return end, None
    goes_on = follows.islower() or (marks[-1] in "」』" and "ぁ" <= follows <= "ゖ")
    if trails_off and text[end : end + 1] > "\u2e80":
        goes_on = True
    return _spaced(text, end, final, Strength.PAUSE if goes_on else Strength.SENTENCE)


def _spaced(text: str, end: int, final: bool, strength: Strength) -> Judgement:
    """Let one white space, where there is one, end the piece rather than begin the next."""
    size = 2 if text.startswith("\r", end) else 1  # a line end of two characters stays whole
    if end + size > len(text) and not final:
        return WAIT
    if text.startswith("\r\n", end):
        return end + 2, strength
    return end + text[end : end + 1].isspace(), strength


def _comma(text: str, at: int, final: bool, strength: Strength) -> Judgement:
    end = _closed(text, at + 1)
    if end == len(text):
        return (end, strength) if final else WAIT
    if not text[end].isspace():
        return end, None
    if text[at - 1 : at].isdigit():  # "October 3, 2026" is one thing
        follows = next_char(text, end, final)
        if follows is WAIT:
            return WAIT
        if follows.isdigit():
            return end, None
    if text[at] == ":" and text[end] == "\n":
        strength = Strength.SENTENCE
    return _spaced(text, end, final, strength)


def _wide_comma(text: str, at: int, final: bool) -> Judgement:
    end = _closed(text, at + 1)
    if end == len(text) and not final:
        return WAIT
    if text[at - 1 : at].isdigit() and text[end : end + 1].isdigit():
        return end, None
    strength = Strength.CLAUSE if text[at] in STRONG else Strength.PAUSE
    return _spaced(text, end, final, strength)


def _closed(text: str, at: int) -> int:
    """Return the end of the quotes and brackets that close at ``at``."""
    while text[at : at + 1] and text[at] in CLOSING:
        at += 1
    return at


def _dash(text: str, at: int, final: bool) -> Judgement:
    end = at + 1
    if end == len(text) and not final:
        return WAIT
    before = text[:at].rstrip(" \t")[-1:]
    if text[at] != "—" and before.isdigit():  # "5 - 3"
        return end, None
    if not before or before == "\n" or text.startswith("—", end):  # it opens a speech, or goes on
        return end, None
    return _spaced(text, end, final, Strength.PAUSE)


def _line_end(text: str, at: int, final: bool) -> Judgement:
    """A line ends a sentence, unless the next one goes on in small letters."""
    follows = next_char(text, at + 1, final)
    if follows is WAIT:
        return (at + 1, Strength.SENTENCE) if text.startswith("\n", at + 1) else WAIT
    blank = "\n" in text[at + 1 : text.find(follows, at + 1)] if follows else True
    if not blank and (follows.islower() or follows in ",;:)"):
        return at + 1, None
    return at + 1, Strength.SENTENCE
