"""Lists of Atoms: which entries, in which order, and which page of them.

Every group of routes has a way of its own to ask for a page and to say how many there are; what
they share is here. Entries keep one order for one question, so pages never repeat or skip one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from attrs import frozen

T = TypeVar("T")
Query = Mapping[str, Any]


@frozen
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: The entries on it.
        number: Which page it is, counted from 1.
        size: How many entries a page has.
        total: How many entries there are.
    """

    items: Sequence[T]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return -(-self.total // self.size)

    @property
    def more(self) -> bool:
        """Whether there is a page after this one."""
        return self.number < self.pages

    def pagination(self, size_name: str = "offset") -> dict[str, Any]:
        """Return the object that tells a client where in the list it is."""
        return {
            "total": self.total,
            "page": self.number,
            size_name: self.size,
            "hasMore": self.more,
            "totalPages": self.pages,
        }


def page(items: Sequence[T], query: Query, size_name: str, default: int) -> Page[T]:
    """Return the page that a query asks for with `page` and with a parameter for its size.

    Numbers below 1 and texts that are none are what they are when left out.
    """
    number, size = _count(query.get("page"), 1), _count(query.get(size_name), default)
    start = (number - 1) * size
    return Page(items[start : start + size], number, size, len(items))


def ordered(
    entries: Sequence[dict[str, Any]],
    query: Query,
    default: str = "createdAt",
    by: str = "sortField",
) -> list[dict[str, Any]]:
    """Return entries, oldest first so far, in the order of a query; newest first if it has none."""
    descending = query.get("sortOrder") != "asc"
    turned = entries[::-1] if descending else entries
    field = query.get(by) or default
    return sorted(turned, key=lambda entry: _sort_key(entry.get(field)), reverse=descending)


def matching(
    entries: Sequence[dict[str, Any]], query: Query, names: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the entries whose fields have the values asked for.

    Args:
        entries: What there is.
        query: The query; None for a parameter left out.
        names: The field that each parameter is about.
    """
    asked = {field: query[name] for name, field in names.items() if query.get(name) is not None}
    return [each for each in entries if all(each.get(key) == asked[key] for key in asked)]


def containing(
    entries: Sequence[dict[str, Any]], text: str | None, field: str
) -> list[dict[str, Any]]:
    """Return the entries with a text in a field, in any case; all when there is no text."""
    wanted = (text or "").casefold()
    return [entry for entry in entries if wanted in str(entry.get(field) or "").casefold()]


Listing = Callable[[Sequence[dict[str, Any]], Query], Any]
"""Turns entries and a query into the `data` of a reply."""


def bare(entries: Sequence[dict[str, Any]], _: Query) -> Any:
    """Return all entries, newest first."""
    return list(entries[::-1])


def _count(value: Any, default: int) -> int:
    text = str(value if value is not None else default)
    return int(text) if text.isdecimal() and int(text) > 0 else default


def _sort_key(value: Any) -> tuple[bool, Any]:
    return value is not None, value.casefold() if isinstance(value, str) else value or 0
