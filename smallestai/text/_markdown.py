"""Markdown to what is spoken of it, while it comes in.

Emphasis, headings, lists, quotations and inline code lose their markup; a link becomes its text, an
image its description, a bare web address its host, a row of a table its cells with commas between
them. Blocks of code, rules, tags, comments and emoji are left out. What may still turn out to be
markup waits: a ``*`` at the end of a token, a bracket that may become a link.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smallestai.text import _inline
from smallestai.text._blocks import Block, closes, line_start, may_close
from smallestai.text._lookahead import WAIT, Wait
from smallestai.text._pending import Run

if TYPE_CHECKING:
    from collections.abc import Callable

_MARKS = "\\\\`*_~\\[\\]!<&|\n\u200d" + _inline.EMOJI + _inline.MODIFIERS
# An address begins with "http" or "www"; most words with these letters are told at their second.
_PLAIN = re.compile(rf"(?:[^{_MARKS}hHwW]|(?<=[A-Za-z0-9])[hHwW]|[hH](?![tT]|\Z)|[wW](?![wW]|\Z))+")
_CELL = re.compile(rf"(?:[^{_MARKS} \thHwW]|(?<=[A-Za-z0-9])[hHwW])+")
_BARS = re.compile(r"[ \t]{0,64}(?:\|[ \t]{0,64}){0,16}")
_CODE = re.compile(r"[^`\n]+")


class Markdown:
    """Takes Markdown in any parts and gives what is spoken of it, with where it comes from."""

    def __init__(self) -> None:
        # What is not decided, behind the one character before it. A text begins a line.
        self._text = "\n"
        self._start = -1  # where that stands in the source
        self._line = True  # at the beginning of a line
        self._row = False  # in a row of a table
        self._apart = False  # in a line that is a block by itself
        self._code = 0  # how many backticks opened the code we are in
        self._fence = ""
        self._tails: dict[int, int] = {}  # where links go on behind their text, and where they end
        self._runs: list[Run] = []

    def feed(self, part: str) -> list[Run]:
        """Return what is decided now; a run without text ends a heading, an item or a row."""
        return self._read(part, final=False)

    def finish(self) -> list[Run]:
        """Return the rest: no more comes. What comes later is text in the same state."""
        return self._read("", final=True)

    def _read(self, part: str, *, final: bool) -> list[Run]:
        text = self._text + part
        at = 1
        while at < len(text):
            end = self._step(text, at, final)
            if end is WAIT:
                break
            at = end
        self._text = text[at - 1 :]
        self._start += at - 1
        runs, self._runs = self._runs, []
        return runs

    def _step(self, text: str, at: int, final: bool) -> int | Wait:
        """Decide what stands at ``at``; return where it ends."""
        if self._fence:
            return self._fenced(text, at, final)
        if self._line:
            return self._begin_line(text, at, final)
        if text[at] == "\n":
            return self._end_line(text, at)
        if (tail := self._tails.pop(self._start + at, None)) is not None:
            return tail - self._start
        if self._code and (code := _CODE.match(text, at)):
            return self._say(text, at, code.end())
        if self._row and text[at] in "| \t":
            return self._cell(text, at, final)
        if plain := (_CELL if self._row else _PLAIN).match(text, at):
            return self._say(text, at, plain.end())
        return self._mark(text, at, final)

    def _say(self, text: str, at: int, end: int, instead: str | None = None) -> int:
        said = text[at:end] if instead is None else instead
        if said:
            self._runs.append(Run(said, self._start + at, self._start + end))
        return end

    def _set_apart(self, at: int) -> None:
        self._runs.append(Run("", self._start + at, self._start + at))

    def _mark(self, text: str, at: int, final: bool) -> int | Wait:
        mark = text[at]
        if mark in "![":
            return self._link(text, at, final)
        step = _HANDLERS.get(mark, _inline.emoji)(text, at, final)
        if step is WAIT:
            return WAIT
        end, instead = step
        if mark == "`" and (count := _inline.code_mark(text, at, end)):
            self._toggle_code(count)
        return self._say(text, at, end, instead)

    def _toggle_code(self, count: int) -> None:
        if not self._code:
            self._code = count
        elif self._code == count:
            self._code = 0

    def _link(self, text: str, at: int, final: bool) -> int | Wait:
        found = _inline.link(text, at, final)
        if found is WAIT:
            return WAIT
        if found is None:
            return self._say(text, at, at + 1)
        self._tails[self._start + found.label_end] = self._start + found.end
        return found.label

    def _cell(self, text: str, at: int, final: bool) -> int | Wait:
        bars = _BARS.match(text, at)
        end = bars.end() if bars else at
        if end == len(text) and not final:
            return WAIT
        if "|" not in text[at:end]:
            return self._say(text, at, end)
        return self._say(text, at, end, "" if text[end : end + 1] in {"", "\n"} else ", ")

    def _begin_line(self, text: str, at: int, final: bool) -> int | Wait:
        begun = line_start(text, at, final)
        if begun is WAIT:
            return WAIT
        kind, end = begun
        if kind is Block.TEXT:
            self._line = False
            return at
        if kind is not Block.QUOTE:
            self._set_apart(at)
        if kind is Block.FENCE:
            self._fence = text[at:end].strip()
        self._line = kind in {Block.QUOTE, Block.ITEM, Block.LINE}
        self._row = kind is Block.ROW
        self._apart = kind in {Block.ROW, Block.HEADING}
        return end

    def _end_line(self, text: str, at: int) -> int:
        end = self._say(text, at, at + 1)
        if self._apart:
            self._set_apart(end)
        self._line, self._row, self._apart, self._code = True, False, False, 0
        return end

    def _fenced(self, text: str, at: int, final: bool) -> int | Wait:
        """Leave out a line of a block of code, or what has come of it."""
        newline = text.find("\n", at)
        whole = newline >= 0 or final
        line = text[at:] if newline < 0 else text[at:newline]
        if self._line and not whole and may_close(line, self._fence):
            return WAIT
        if self._line and closes(line, self._fence):
            self._fence = ""
        self._line = newline >= 0
        return len(text) if newline < 0 else newline + 1


def _literal(_text: str, at: int, _final: bool) -> _inline.Step:
    return at + 1, None


_HANDLERS: dict[str, Callable[[str, int, bool], _inline.Step]] = {
    "*": _inline.emphasis,
    "_": _inline.emphasis,
    "~": _inline.strike,
    "`": _inline.backticks,
    "\\": _inline.escape,
    "&": _inline.entity,
    "<": _inline.angle,
    "]": _literal,
    "|": _literal,
    **dict.fromkeys("hHwW", _inline.address),
}
