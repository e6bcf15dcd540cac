"""People to call, as a CSV file: looked at row by row before it is sent."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_ROUNDED = re.compile(r"[0-9.,]+E\+?[0-9]+", re.IGNORECASE)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a cell from being sent.

    Attributes:
        row: The row as a spreadsheet counts: the names of the columns are row 1.
        column: The name of the column; empty where the whole row is meant.
        value: What the cell holds.
        reason: What it must be.
    """

    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = f"row {self.row}" + (f", {self.column}" if self.column else "")
        return f"{where}: {self.value[:40]!r} {self.reason}"


class ContactsError(ArgumentError):
    """A file of people to call has rows that cannot be called; nothing was sent.

    Attributes:
        problems: Every one of them, in the order of the rows.
    """

    def __init__(self, name: str, problems: list[Problem]) -> None:
        first = "; ".join(map(str, problems[:_SHOWN]))
        more = len(problems) - _SHOWN
        rest = f"; and {more} more on error.problems" if more > 0 else ""
        super().__init__("file", name, f"cannot be used: {first}{rest}")
        self.problems = tuple(problems)


def check_contacts(data: bytes, name: str, phone: str, identifier: str | None) -> int:
    """Look at a file of people to call and return how many there are.

    Args:
        data: The file: CSV in UTF-8, with commas; its first row names the columns.
        name: Its name, for the error.
        phone: The column of phone numbers, which must be in E.164 form and differ.
        identifier: The column that tells people apart, whose values must differ; or None.

    Raises:
        ContactsError: The file has rows that cannot be used.
    """
    text, problems = _text(data)
    rows = [] if problems else list(_rows(text, problems))
    if not problems:
        header = rows[0] if rows else []
        problems += _header_problems(header, phone, identifier)
        problems += [] if problems else _row_problems(header, rows[1:], phone, identifier)
    if not problems and len(rows) < 2:
        problems.append(Problem(2, "", "", "is missing: there is nobody to call"))
    if problems:
        raise ContactsError(name, problems)
    return sum(1 for row in rows[1:] if any(row))


def _text(data: bytes) -> tuple[str, list[Problem]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        line = data.split(b"\n")[row - 1].strip().decode("latin-1")
        return "", [Problem(row, "", line, "is not in UTF-8: save the file as CSV UTF-8")]


def _rows(text: str, problems: list[Problem]) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            problems.append(Problem(number, "", "", f"is no CSV: {error}"))
            return
        if row is None:
            return
        yield [cell.strip() for cell in row]


def _header_problems(header: list[str], phone: str, identifier: str | None) -> list[Problem]:
    if not any(header):
        return [Problem(1, "", "", "must name the columns")]
    problems = [
        Problem(1, "", name, "names a second column")
        for number, name in enumerate(header)
        if name and name in header[:number]
    ]
    if "" in header:
        problems.append(Problem(1, str(header.index("") + 1), "", "has no name"))
    for wanted in filter(None, (phone, identifier)):
        if wanted not in header:
            problems.append(Problem(1, wanted, ",".join(header), _missing(wanted, header)))
    return problems


def _missing(wanted: str, header: list[str]) -> str:
    if len(header) == 1 and (found := [mark for mark in ";\t|" if mark in header[0]]):
        return f"is separated by {found[0]!r}: save the file with commas"
    close = get_close_matches(wanted, header, 1)
    meant = f"; did you mean {close[0]!r}?" if close else ""
    return f"has no column {wanted!r}{meant}"


def _row_problems(
    header: list[str], rows: list[list[str]], phone: str, identifier: str | None
) -> Iterator[Problem]:
    seen: dict[str, dict[str, int]] = {name: {} for name in (phone, identifier) if name}
    for number, row in enumerate(rows, 2):
        if not any(row):
            continue
        if len(row) != len(header):
            reason = f"has {len(row)} cells, the names are {len(header)}: is a comma not in quotes?"
            yield Problem(number, "", ",".join(row), reason)
            continue
        cells = dict(zip(header, row, strict=True))
        problem = _number_problem(cells[phone])
        if problem:
            yield Problem(number, phone, cells[phone], problem)
        for name, known in seen.items():
            if problem and name == phone:
                continue  # one problem is enough for a cell
            first = known.setdefault(cells[name], number)
            if not cells[name]:
                yield Problem(number, name, "", "is empty, and tells nobody apart")
            elif first != number:
                yield Problem(number, name, cells[name], f"is in row {first} already")


def _number_problem(value: str) -> str | None:
    if _E164.fullmatch(value):
        return None
    if not value:
        return "is empty"
    if _ROUNDED.fullmatch(value):
        return "was rounded by a spreadsheet: format the column as text"
    digits = re.sub(r"[\s().-]", "", value)
    if _E164.fullmatch(digits):
        return f"must be without spaces and signs: {digits}"
    return "must be a number in E.164 form: +, the country, the number, such as +14155550123"
