"""What is inside a line of Markdown (CommonMark, chapter 6), and addresses and emoji.

Each function takes the text, the place where its construct may begin and whether the text ends with
it, and returns where the construct ends and what is spoken instead: None for what stands there.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from smallestai.text._lookahead import WAIT, Wait

Step = tuple[int, str | None] | Wait

EMOJI = (
    "\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u2600-\u27bf\u2b1b\u2b1c\u2b50\u2b55"
    "\U0001f000-\U0001faff"
)
# What makes an emoji of the sign before, colours it, or spells out a flag.
MODIFIERS = "\ufe0f\u20e3\U000e0020-\U000e007f"

_EMOJI = re.compile(f"[{EMOJI}{MODIFIERS}][{EMOJI}{MODIFIERS}\u200d]*")
_EMOJI_END = re.compile(f"[{EMOJI}{MODIFIERS}\u200d]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|nbsp|#39);")
_ENTITIES = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "nbsp": "\u00a0",
    "#39": "'",
}
_HALF_ENTITY = re.compile(r"&(?:[a-z]{0,4}|#3?9?)\Z")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>|<!--(?s:.{0,2000}?)-->")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,64}@[^\s<>@]{1,255})>")
_HALF_ANGLE = re.compile(r"<(?:[A-Za-z/][^<>\n]{0,302}|[^\s<>]{0,2010}|!--(?s:.{0,2003}))\Z")
_LONGEST_URL = 2048
_URL = re.compile(rf"(https?://|www\.)[!#-;=?-Z_a-z~]{{1,{_LONGEST_URL}}}", re.IGNORECASE)
_AUTHORITY = re.compile(r"[^/?#:]*")
_SCHEMES = ("https://", "http://", "www.")
_LABEL = re.compile(r"!?\[((?:[^\[\]\\\n]|\\.|\n(?!\n)|\[[^\[\]\n]{0,200}\]){0,1000}+)", re.DOTALL)
_HALF_LABEL = re.compile(r"(?:\\|\n|\[[^\[\]\n]{0,200})?\Z")
_TARGET = re.compile(r"\((?:[^()\\\n]|\\.|\([^()\n]{0,500}\)){0,2000}+")
_HALF_TARGET = re.compile(r"(?:\\|\([^()\n]{0,500})?\Z")
# An address, and perhaps a title in quotes.
_DESTINATION = re.compile(r"\(\s*(?:<[^<>]*>|\S*)(?:\s+[\"'(].*)?\s*", re.DOTALL)
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,100}+")
_NOTHING_ELSE = re.compile(r"\Z")
# No code is marked by more.
_MOST_BACKTICKS = 16


class Link(NamedTuple):
    """A link or an image.

    Attributes:
        label: Where what is spoken begins.
        label_end: Where it ends.
        end: Where the whole ends.
    """

    label: int
    label_end: int
    end: int


def emphasis(text: str, at: int, final: bool) -> Step:
    """Asterisks and underscores beside a word are emphasis; alone or inside it they stay."""
    mark = text[at]
    end = _run(text, at, mark)
    before, after = text[at - 1], text[end : end + 1]
    if before == mark or end - at > 3:  # a row of stars
        return end, None
    if not after and not final:
        return WAIT
    if before.isspace() and (not after or after.isspace()):
        return end, None
    if mark == "_":
        inside = before.isalnum() and after.isalnum()  # snake_case
    elif end - at == 1:
        inside = _is_ascii_word(before) and _is_ascii_word(after)  # 5*3, a*b
    else:
        inside = before.isdigit() and after.isdigit()  # 5**3
    return end, None if inside else ""


def strike(text: str, at: int, final: bool) -> Step:
    """Two tildes strike out; one stays."""
    end = _run(text, at, "~")
    if end == len(text) and not final and end - at < 3:
        return WAIT
    return end, "" if end - at == 2 and text[at - 1] != "~" else None


def backticks(text: str, at: int, final: bool) -> Step:
    """Backticks around code are not spoken."""
    end = _run(text, at, "`")
    if end == len(text) and not final and end - at <= _MOST_BACKTICKS:
        return WAIT
    return end, ""


def code_mark(text: str, at: int, end: int) -> int:
    """Return how many backticks there are; 0 for a row of them that marks no code."""
    return 0 if text[at - 1] == "`" or end - at > _MOST_BACKTICKS else end - at


def escape(text: str, at: int, final: bool) -> Step:
    """A backslash before a mark takes its meaning away."""
    after = text[at + 1 : at + 2]
    if not after:
        return (at + 1, None) if final else WAIT
    if after == "\n":
        return at + 1, ""
    return (at + 2, after) if after in _PUNCTUATION else (at + 1, None)


def entity(text: str, at: int, final: bool) -> Step:
    """``&amp;`` is a character."""
    if found := _ENTITY.match(text, at):
        return found.end(), _ENTITIES[found[1]]
    return WAIT if not final and _HALF_ENTITY.match(text, at) else (at + 1, None)


def angle(text: str, at: int, final: bool) -> Step:
    """An address in angle brackets is spoken, a tag or a comment is not."""
    if found := _AUTOLINK.match(text, at):
        address = found[1].removeprefix("mailto:")
        return found.end(), host(address) if "://" in address else address
    if found := _TAG.match(text, at):
        return found.end(), " " if _LINE_BREAK.fullmatch(found[0]) else ""
    return WAIT if not final and _HALF_ANGLE.match(text, at) else (at + 1, None)


def address(text: str, at: int, final: bool) -> Step:
    """Of a web address the host is spoken."""
    if _is_ascii_word(text[at - 1]):
        return at + 1, None
    found = _URL.match(text, at)
    if found is None:
        rest = text[at : at + 8].lower()
        half = at + len(rest) == len(text) and any(scheme.startswith(rest) for scheme in _SCHEMES)
        return WAIT if half and not final else (at + 1, None)
    if found.end() == len(text) and not final and found.end() - found.end(1) < _LONGEST_URL:
        return WAIT
    url = _without_marks(found[0])
    name = host(url)
    return (at + len(url), name) if name else (at + 1, None)


def host(url: str) -> str:
    """Return the host of a web address as one would say it."""
    rest = url.partition("://")[2] if "://" in url else url
    found = _AUTHORITY.match(rest.rpartition("@")[2] if "@" in rest.partition("/")[0] else rest)
    name = found[0] if found else ""
    return name[4:] if name.lower().startswith("www.") else name


def link(text: str, at: int, final: bool) -> Link | Wait | None:
    """Return the link, image or footnote mark at ``at``; None for brackets that are only that."""
    label = _LABEL.match(text, at)
    if label is None:  # an exclamation mark without a bracket
        return WAIT if at + 1 == len(text) and not final else None
    end = label.end()
    if not text.startswith("]", end):
        return WAIT if _HALF_LABEL.match(text, end) and not final else None
    if label[1].startswith("^"):
        return Link(end, end, end + 1)
    opening = text[end + 1 : end + 2]
    if not opening and not final:
        return WAIT
    stop = _target_end(text, end + 1, final)
    if stop is WAIT or stop is None:
        return stop
    return Link(label.start(1), end, stop)


def _target_end(text: str, at: int, final: bool) -> int | Wait | None:
    """Return where the address or the name of a link ends, which begins at ``at``."""
    if text.startswith("(", at):
        pattern, half, closing = _TARGET, _HALF_TARGET, ")"
    elif text.startswith("[", at):
        pattern, half, closing = _REFERENCE, _NOTHING_ELSE, "]"
    else:
        return None
    found = pattern.match(text, at)
    end = found.end() if found else at
    if half.match(text, end):
        return len(text) if final else WAIT  # a source may break off inside an address
    if text[end] != closing or (closing == ")" and not _DESTINATION.fullmatch(text, at, end)):
        return None
    return end + 1


def emoji(text: str, at: int, _final: bool) -> Step:
    """Emoji are not spoken; of a keycap the digit is left."""
    if text[at] == "\u200d":
        return at + 1, "" if _EMOJI_END.match(text[at - 1]) else None
    found = _EMOJI.match(text, at)
    return (found.end() if found else at + 1), ""


def _run(text: str, at: int, mark: str) -> int:
    while text.startswith(mark, at):
        at += 1
    return at


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _without_marks(url: str) -> str:
    """Return a web address without the marks of the sentence behind it."""
    while url and (url[-1] in ".,;:!?'*_~" or (url[-1] == ")" and _unbalanced(url))):
        url = url[:-1]
    return url


def _unbalanced(url: str) -> bool:
    return url.count(")") > url.count("(")
