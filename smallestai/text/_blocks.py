"""What a line of Markdown begins with (CommonMark, chapters 4 and 5), and tables."""

from __future__ import annotations

import re
from enum import Enum

from smallestai.text._lookahead import WAIT, Wait

# No line of marks is longer. Every pattern is bounded, so that a decision is made in the end, and
# is the same however much of the text is there.
_LONGEST = 200

_INDENT = r"[ \t]{0,16}"
_FENCE = re.compile(
    rf"{_INDENT}(`{{3,16}}+(?=[^`\n]{{0,80}}(?:\n|\Z))|~{{3,16}}+(?=[^~\n]{{0,80}}(?:\n|\Z)))"
)
_HALF_FENCE = re.compile(rf"{_INDENT}(?:`{{1,16}}+[^`\n]{{0,80}}|~{{1,16}}+[^~\n]{{0,80}})\Z")
_RULE = re.compile(rf"{_INDENT}(?:(?P<mark>[-*_])(?:[ \t]*(?P=mark)){{2,}}|=+)[ \t]*(?:\n|\Z)")
# The line below a table's head.
_DELIMITERS = re.compile(rf"{_INDENT}(?=[^\n]*-)(?=[^\n]*\|)[|:\- \t]+(?:\n|\Z)")
_DEFINITION = re.compile(rf"{_INDENT}\[[^\^\]\n][^\]\n]{{0,100}}\]:[ \t][^\n]{{0,500}}(?:\n|\Z)")
_HALF_DEFINITION = re.compile(
    rf"{_INDENT}\[(?:[^\^\]\n][^\]\n]{{0,100}}(?:\](?::(?:[ \t][^\n]{{0,500}})?)?)?)?\Z"
)
_HEADING = re.compile(rf"{_INDENT}#{{1,6}}(?:[ \t]{{1,64}}|(?=\n))")
_QUOTE = re.compile(rf"{_INDENT}>[ \t]?")
_ITEM = re.compile(rf"{_INDENT}[-*+•][ \t]{{1,64}}(?:\[[ xX]\][ \t]{{1,64}})?")
_HALF_ITEM = re.compile(rf"{_INDENT}[-*+•][ \t]{{1,64}}\[(?:[ xX]\]?)?\Z")
_FOOTNOTE = re.compile(rf"{_INDENT}\[\^[^\]\n]{{1,100}}\]:[ \t]{{0,64}}")
_HALF_FOOTNOTE = re.compile(rf"{_INDENT}\[\^[^\]\n]{{0,100}}\]?\Z")
_ROW = re.compile(rf"{_INDENT}\|[ \t]{{0,64}}(?:\|[ \t]{{0,64}}){{0,16}}")
# Might still become any of the others.
_HALF = re.compile(rf"{_INDENT}(?:#{{1,6}}|[+•>]|[|:\-*_= \t]+)?\Z")


class Block(Enum):
    """What the beginning of a line turned out to be."""

    TEXT = "nothing in particular"
    FENCE = "the fence of a code block"
    LINE = "a line that says nothing: a rule, the bars below a table's head, a link's definition"
    HEADING = "the marker of a heading"
    QUOTE = "the marker of a quotation"
    ITEM = "the marker of an item, or of a footnote's text"
    ROW = "the first bar of a table's row"


_LINES = (_RULE, _DELIMITERS, _DEFINITION)
_MARKERS = (
    (Block.HEADING, _HEADING),
    (Block.QUOTE, _QUOTE),
    (Block.ITEM, _ITEM),
    (Block.ITEM, _FOOTNOTE),
    (Block.ROW, _ROW),
)
_HALVES = (_HALF_FENCE, _HALF_ITEM, _HALF_DEFINITION, _HALF_FOOTNOTE)


def line_start(text: str, at: int, final: bool) -> tuple[Block, int] | Wait:
    """Return what begins at ``at``, and where what it begins with ends."""
    if not final and _is_open(text, at):
        return WAIT
    if fence := _FENCE.match(text, at):
        return Block.FENCE, fence.end(1)
    for pattern in _LINES:
        found = pattern.match(text, at)
        if found and _is_whole_line(found, final):
            return Block.LINE, found.end()
    for kind, pattern in _MARKERS:
        if found := pattern.match(text, at):
            return WAIT if found.end() == len(text) and not final else (kind, found.end())
    return Block.TEXT, at


def closes(line: str, fence: str) -> bool:
    """Return whether a line closes the block of code that ``fence`` opened."""
    mark = line.strip()
    return len(line) <= _LONGEST and len(mark) >= len(fence) and not mark.strip(fence[0])


def may_close(line: str, fence: str) -> bool:
    """Return whether the beginning of a line may be that of one that closes the block."""
    return len(line) <= _LONGEST and not line.strip().strip(fence[0])


def _is_whole_line(found: re.Match[str], final: bool) -> bool:
    if found.re is not _DEFINITION and len(found[0]) > _LONGEST + 1:
        return False
    return final or found[0].endswith("\n")


def _is_open(text: str, at: int) -> bool:
    """Return whether more text may make something else of the line."""
    if _HALF.match(text, at):
        return len(text) - at <= _LONGEST
    return any(half.match(text, at) for half in _HALVES)
