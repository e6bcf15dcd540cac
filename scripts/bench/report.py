"""Figures as aligned tables, with ratios to the limit and to ours; and the targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from .field import OURS, Outcome

Figures = Mapping[Any, Outcome]


class Named(Protocol):
    """What is measured: it belongs to a group, whose first is its limit."""

    @property
    def group(self) -> str:
        """What it is compared with."""

    @property
    def name(self) -> str:
        """What it is called."""


@dataclass(frozen=True)
class Column:
    """A measurement of everything in a table.

    Attributes:
        title: What was measured, with its unit.
        figures: The outcomes; one that is missing is left blank.
    """

    title: str
    figures: Figures


@dataclass(frozen=True)
class Target:
    """A ratio that must not be exceeded.

    Attributes:
        name: What is held against what.
        ratio: The measured ratio; None if there is none.
        limit: The largest ratio that is good.
    """

    name: str
    ratio: float | None
    limit: float

    @property
    def met(self) -> bool | None:
        """Whether it is met; None if that is not known."""
        return None if self.ratio is None else self.ratio <= self.limit

    def __str__(self) -> str:
        if self.ratio is None:
            return f"  ?       {self.name}: not measured (target {self.limit:g})"
        verdict = "met   " if self.met else "MISSED"
        return f"  {verdict}  {self.name}: {self.ratio:.2f} (target {self.limit:g})"


def ratio(figures: Figures, group: str, name: str = OURS, to: str | None = None) -> float | None:
    """Return the figure of `name` over that of `to`, or of the group's first; None without both."""
    members = {item.name: figures[item] for item in figures if item.group == group}
    base = members.get(to) if to else next(iter(members.values()), None)
    return _ratio(members.get(name), base)


def table(title: str, columns: Sequence[Column]) -> str:
    """Return a table: each column's figures, their ratio to the group's limit, and to ours."""
    rows = [["", *(head for column in columns for head in (column.title, "/limit", "/ours"))]]
    notes: dict[str, None] = {}
    group = None
    for item in _items(columns):
        if item.group != group:
            group = item.group
            rows.append([group])
        rows.append(
            [f"  {item.name}", *(cell for column in columns for cell in _cells(column, item))]
        )
        errors = {column.figures.get(item) for column in columns}
        notes |= {
            f"{group}, {item.name}: {error}": None for error in errors if isinstance(error, str)
        }
    return "\n".join([title, *aligned(rows), *notes])


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines: the first cell to the left, the others to the right."""
    count = max(len(row) for row in rows)
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(len(row[i]) for row in full) for i in range(count)]
    lines = []
    for first, *others in full:
        cells = [f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join([f"{first:<{widths[0]}}", *cells]).rstrip())
    return lines


def records(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Return the figures of a table for a JSON file, one object for each of its rows."""
    return [
        {
            "group": item.group,
            "name": item.name,
            **{column.title: column.figures[item] for column in columns if item in column.figures},
        }
        for item in _items(columns)
    ]


def _items(columns: Sequence[Column]) -> list[Any]:
    return list(dict.fromkeys(item for column in columns for item in column.figures))


def _cells(column: Column, item: Any) -> tuple[str, str, str]:
    outcome = column.figures.get(item)
    if outcome is None:
        return "", "", ""
    if isinstance(outcome, str):
        return "-", "", ""
    to_limit = ratio(column.figures, item.group, item.name)
    to_ours = ratio(column.figures, item.group, item.name, OURS)
    return _figure(outcome), _figure(to_limit), _figure(to_ours)


def _figure(value: float | None) -> str:
    """Return a number with three digits that mean something."""
    if value is None:
        return ""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}"


def _ratio(value: Outcome | None, base: Outcome | None) -> float | None:
    if isinstance(value, float) and isinstance(base, float) and base > 0:
        return value / base
    return None
