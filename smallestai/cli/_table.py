"""JSON for people: lists as tables, single things as names and values."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

from smallestai.cli import _output

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FIRST = ("name", "title", "label", "status", "type")
_ID = re.compile(r"[0-9a-f]{24}|CALL-\d+-\w+")
_GAP = 2
# What a page says besides its entries; an object that says more is one thing.
_PAGE = {"total", "totalcount", "requestedcount", "page", "limit", "offset", "hasmore"}
_PAGE |= {"orgid", "period", "searchinfo"}
_CONTROLS = ("Cc", "Cs", "Zl", "Zp")
_NARROW = 12  # a column is shown only where so much of it can be seen


def show(answer: Any, *, is_listing: bool = False) -> None:
    """Write an answer: a table of entries, or one thing with a line for each of its fields.

    Args:
        answer: The JSON of the answer.
        is_listing: Whether it is known to be a list, whatever else it holds.
    """
    content = _content(answer)
    entries = _entries(content, is_listing)
    if entries == []:
        _output.note("there are none")
    elif entries is not None:
        names = _columns(entries)
        _write(names, [[_cell(entry.get(name)) for name in names] for entry in entries])
    elif isinstance(content, dict):
        _write_thing([[name, _cell(value)] for name, value in _fields(content)])
    elif content is not None:
        _output.write(f"{_cell(content)}\n".encode())


def _content(answer: Any) -> Any:
    """Return what an answer is about, without the envelope around it."""
    if isinstance(answer, dict) and "data" in answer:
        return answer["data"]
    return answer


def _entries(content: Any, is_listing: bool) -> list[dict[str, Any]] | None:
    """Return the entries of a list, or of the list that an object is there for."""
    if isinstance(content, dict):
        lists = [name for name, value in content.items() if _is_table(value)]
        others = {name.lower() for name in content if name not in lists[:1]}
        content = content[lists[0]] if lists and (is_listing or others <= _PAGE) else None
    return content if _is_table(content) else None


def _fields(content: dict[str, Any], within: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the fields of a thing, and those of the things in it as ``thing.field``."""
    for name, value in content.items():
        if isinstance(value, dict) and value:
            yield from _fields(value, f"{within}{name}.")
        else:
            yield f"{within}{name}", value


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _columns(entries: list[dict[str, Any]]) -> list[str]:
    """Return the fields that fit into a cell, ids first."""
    names = dict.fromkeys(name for entry in entries for name in entry)
    plain = [
        name
        for name in names
        if not any(isinstance(entry.get(name), dict | list) for entry in entries)
        and any(entry.get(name) not in (None, "") for entry in entries)
    ]
    own = next((name for name in plain if name.lstrip("_") == "id"), None)
    own = own or next((name for name in plain if is_id(name)), None)
    flags = [name for name in plain if all(isinstance(one.get(name), bool) for one in entries)]
    return sorted(plain, key=lambda name: (name in flags, _rank(name, own)))


def _rank(name: str, own: str | None) -> int:
    """Order: the entry's own id, then what a person looks for, then the rest as it came."""
    if name == own:
        return -1
    known = (at for at, first in enumerate(_FIRST) if name.lower().endswith(first))
    return next(known, len(_FIRST))


def is_id(name: str, cells: Iterable[str] = ()) -> bool:
    """Tell whether a column names things, so that it is of no use when cut."""
    named = name.lstrip("_") == "id" or name.endswith(("Id", "_id"))
    return named or any(map(_ID.fullmatch, cells))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return printable(text)


def printable(text: str, keep: str = "") -> str:
    """Return a text that moves no cursor and starts no line, as one from elsewhere might."""
    return "".join(
        " " if unicodedata.category(sign) in _CONTROLS and sign not in keep else sign
        for sign in text
    )


def _write(names: Sequence[str], rows: list[list[str]]) -> None:
    if not _output.is_terminal(sys.stdout):
        _output.write_table(names, rows)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=None, header_style="bold", pad_edge=False)
    columns = list(zip(names, *rows, strict=True))
    widths = _widths(columns, console.width)
    for at, width in widths.items():
        folds = is_id(*_split(columns[at]))
        overflow: Any = "fold" if folds else "ellipsis"
        table.add_column(Text(names[at]), width=width, no_wrap=not folds, overflow=overflow)
    for row in rows:
        table.add_row(*(Text(row[at]) for at in widths))
    console.print(table)


def _write_thing(rows: list[list[str]]) -> None:
    """Write names and values, which are folded on a terminal and never cut."""
    names = ("field", "value")
    if not _output.is_terminal(sys.stdout):
        _output.write_table(names, rows)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column(names[0], overflow="fold", max_width=console.width // 2)
    table.add_column(names[1], overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _split(column: Sequence[str]) -> tuple[str, Sequence[str]]:
    return column[0], column[1:]


def _widths(columns: Sequence[Sequence[str]], room: int) -> dict[int, int]:
    """Return the columns that a terminal has room for, and how wide each is; ids are not cut."""
    wanted = [max(map(len, column)) for column in columns]
    widths: dict[int, int] = {}
    for at, column in enumerate(columns):
        width = wanted[at] if is_id(*_split(column)) else min(wanted[at], _NARROW)
        if not widths or width + _GAP <= room:
            widths[at] = min(width, room)
            room -= width + _GAP
    for at, width in widths.items():  # what is left goes to those that could use it
        more = max(min(wanted[at] - width, room + _GAP), 0)
        widths[at] += more
        room -= more
    return widths
