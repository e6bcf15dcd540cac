"""Words with times as subtitles: cues of at most two lines, in SRT and WebVTT.

A cue holds at most two lines of 42 columns, as is usual on television; a wide character (Han, kana,
Hangul) takes two columns. A cue ends with its sentence and at a pause.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smallestai._spans import joins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# ruff: noqa: RUF001  (marks of many scripts)

COLUMNS = 42
_PAUSE = 0.6  # seconds of silence that end a cue
_LONGEST = 7.0  # seconds a cue may stand
_SHORTEST = 1000  # milliseconds it stands, if the next one leaves it the time

_CLOSING = "\"'”’»›)\\]」』）】"
_SENTENCE_END = re.compile(rf"[.!?…。！？।॥؟۔][{_CLOSING}]*$")
_CLAUSE_END = re.compile(rf"[,;:،؛、，；：–—][{_CLOSING}]*$")
_ABBREVIATION = re.compile(r"\W*(?:[A-Za-z]|dr|jr|mr|mrs|ms|prof|sr|st|vs|डॉ)\.", re.IGNORECASE)
# Text without spaces may be parted behind its stops.
_STOP = re.compile(rf"(?<=[。！？；，、])(?![。！？；，、{_CLOSING}])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word to show.

    Attributes:
        text: The word with its punctuation, no wider than a line.
        start: Seconds.
        end: Seconds.
        exact: Whether the times are known; else they are estimated.
        spaced: Whether a space follows.
    """

    text: str
    start: float
    end: float
    exact: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at one time.

    Attributes:
        lines: One or two.
        start: Milliseconds.
        end: Milliseconds, later than ``start``.
        exact: Whether the times are known; else they are estimated.
    """

    lines: tuple[str, ...]
    start: int
    end: int
    exact: bool


def spread(text: str, start: float, end: float, *, exact: bool) -> list[Token]:
    """Part text into words; each takes its share of the time by its length."""
    words = [
        (part, spaced)
        for body in re.finditer(r"(\S+)(\s*)", _clean(text))
        for part, spaced in _parts(body[1], bool(body[2]))
    ]
    pace = (end - start) / max(sum(len(word) for word, _ in words), 1)
    tokens, at = [], start
    for word, spaced in words:
        until = min(at + len(word) * pace, end)
        tokens.append(Token(word, at, until, exact, spaced))
        at = until
    return tokens


def _clean(text: str) -> str:
    """Drop what no file can hold: control characters, and halves of surrogate pairs."""
    return "".join(
        each for each in text if each.isspace() or unicodedata.category(each) not in ("Cc", "Cs")
    )


def _parts(body: str, spaced: bool) -> Iterable[tuple[str, bool]]:
    """Yield pieces no wider than a line, and whether a space follows each."""
    pieces = [cut for part in _STOP.split(body) if part for cut in _cuts(part)]
    for piece in pieces[:-1]:
        yield piece, False
    yield pieces[-1], spaced


def _cuts(text: str) -> Iterable[str]:
    start, width = 0, 0
    for place, character in enumerate(text):
        width += _width(character)
        if width > COLUMNS:  # never before a mark, which has no width
            yield text[start:place]
            start, width = place, _width(character)
    yield text[start:]


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    wide = ("W", "F")
    return sum(
        0 if joins(each) else 1 + (unicodedata.east_asian_width(each) in wide) for each in text
    )


def cues(tokens: Iterable[Token]) -> list[Cue]:
    """Group words into cues that can be read."""
    groups: list[list[Token]] = []
    group: list[Token] = []
    for token in tokens:
        if group and _is_break(group, token):
            groups.append(group)
            group = []
        while group and not _lines([*group, token]):
            cut = _best_cut(group)
            groups.append(group[:cut])
            group = group[cut:]
        group.append(token)
    if group:
        groups.append(group)
    return _timed(groups)


def _is_break(group: Sequence[Token], token: Token) -> bool:
    last = group[-1]
    ends = _SENTENCE_END.search(last.text) and not _ABBREVIATION.fullmatch(last.text)
    late = token.start - last.end >= _PAUSE or token.end - group[0].start > _LONGEST
    return bool(ends) or late


def _best_cut(group: Sequence[Token]) -> int:
    """Return where to part a full cue: behind its last clause, unless that is too early."""
    for cut in range(len(group), len(group) // 2, -1):
        if _CLAUSE_END.search(group[cut - 1].text):
            return cut
    return len(group)


def _lines(group: Sequence[Token]) -> tuple[str, ...]:
    """Return one line, or two as even as can be; none if that does not do."""
    whole = _joined(group)
    if _width(whole) <= COLUMNS:
        return (whole,)
    pairs = ((_joined(group[:cut]), _joined(group[cut:])) for cut in range(1, len(group)))
    widths = {max(map(_width, pair)): pair for pair in pairs}
    narrowest = min(widths, default=COLUMNS + 1)
    return widths[narrowest] if narrowest <= COLUMNS else ()


def _joined(group: Sequence[Token]) -> str:
    return "".join(token.text + " " * token.spaced for token in group).rstrip()


def _timed(groups: Sequence[Sequence[Token]]) -> list[Cue]:
    """Give each group whole milliseconds, one behind the other and long enough to be read."""
    starts: list[int] = []
    ends: list[int] = []
    for group in groups:
        starts.append(max(round(group[0].start * 1000), ends[-1] if ends else 0))
        ends.append(max(round(group[-1].end * 1000), starts[-1] + 1))
    made = []
    for at, group in enumerate(groups):
        free = starts[at + 1] if at + 1 < len(groups) else ends[at] + _SHORTEST
        end = max(ends[at], min(starts[at] + _SHORTEST, free))
        exact = all(token.exact for token in group)
        made.append(Cue(_lines(group), starts[at], end, exact))
    return made


def srt(shown: Iterable[Cue]) -> str:
    r"""Return the cues as SubRip.

    The format knows no escapes. A word joiner, which is invisible, keeps players from taking
    ``<i>`` or ``{\an8}`` in the text for markup and ``-->`` for a time.
    """
    blocks = []
    for number, cue in enumerate(shown, 1):
        times = f"{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}"
        text = re.sub(r"<(?=[/A-Za-z])|\{(?=\\)|--(?=>)", "\\g<0>\u2060", "\n".join(cue.lines))
        blocks.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(blocks)


def vtt(shown: Iterable[Cue]) -> str:
    """Return the cues as WebVTT (W3C), with ``&``, ``<`` and ``>`` escaped."""
    blocks = ["WEBVTT\n"]
    for cue in shown:
        times = f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}"
        text = "\n".join(cue.lines).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks.append(f"{times}\n{text}\n")
    return "\n".join(blocks)


def _clock(milliseconds: int, point: str) -> str:
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{point}{rest % 1000:03}"
