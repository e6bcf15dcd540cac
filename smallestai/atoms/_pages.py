"""Which page of a list to ask for next, and which of its entries are new. Waits for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai.errors import ArgumentError, RemoteProtocolError

if TYPE_CHECKING:
    from smallestai_atoms.api import Listing

_USUAL_SIZE = 50
_MOST_STALE = 2


class Pages:
    """A walk through a list, page by page: `wanted`, then `receive`, until nothing is wanted.

    The end is known from the total where the answer tells it, else from a page that is not full.
    When entries are added at the front meanwhile, those that move to the next page are known by
    their ids and not given again. Two pages in a row that bring nothing new, or such a page at the
    end, where the oldest entries are due, come from a service that does not turn the page: that is
    an error, so that no walk goes on for ever or ends early in silence.

    Args:
        listing: How the operation cuts its list into pages.
        limit: The most entries to give; None for all.
        page_size: Entries to ask for at once; None for 50, or what the operation allows.

    Raises:
        ArgumentError: One of the numbers cannot be.
    """

    def __init__(self, listing: Listing, limit: int | None, page_size: int | None) -> None:
        _check("limit", limit, 0, None)
        _check("page_size", page_size, 1, listing.most or None)
        self._listing = listing
        self._is_paged = bool(listing.number or listing.start)
        self._size = page_size or min(filter(None, (_USUAL_SIZE, listing.most, limit)))
        self._left = limit
        self._asked = 0
        self._read = 0
        self._known: set[object] = set()
        self._last: list[Any] = []
        self._stale = 0
        self._is_over = limit == 0

    def wanted(self) -> dict[str, Any] | None:
        """Return the arguments that pick the next page; None when there is none to ask for."""
        if self._is_over:
            return None
        if not self._is_paged:
            return {}
        listing = self._listing
        name = listing.number or listing.start
        place = self._asked + 1 if listing.number else self._read
        page = {name: place, listing.size: self._size}
        return {each: str(value) for each, value in page.items()} if listing.text else page

    def receive(self, answer: Any) -> list[Any]:
        """Take the page that was wanted and return its new entries, no more than are wanted.

        Raises:
            RemoteProtocolError: The service gives the same entries again and again.
        """
        entries = [entry for place in self._listing.items for entry in _entries(answer, place)]
        self._asked += 1
        self._read += len(entries)
        new = [entry for entry in entries if self._is_new(entry)]
        self._is_over = not self._is_paged or self._was_last(answer, entries)
        self._check_progress(entries, new)
        if self._left is not None:
            new = new[: self._left]
            self._left -= len(new)
            self._is_over = self._is_over or not self._left
        return new

    def _was_last(self, answer: Any, entries: list[Any]) -> bool:
        if not entries:
            return True
        total = _value(answer, self._listing.total)
        if isinstance(total, int | float) and not isinstance(total, bool):
            return self._read >= total
        return len(entries) < self._size

    def _is_new(self, entry: Any) -> bool:
        key = getattr(entry, self._listing.key, None) if self._listing.key else None
        if not isinstance(key, str | int):
            return True
        if key in self._known:
            return False
        self._known.add(key)
        return True

    def _check_progress(self, entries: list[Any], new: list[Any]) -> None:
        is_stale = bool(entries) and self._is_paged and (not new or entries == self._last)
        self._stale = self._stale + 1 if is_stale else 0
        self._last = entries
        if self._stale >= (1 if self._is_over else _MOST_STALE):
            raise RemoteProtocolError(
                f"page {self._asked} of the list holds what earlier pages held: the service does "
                f"not turn the page ({self._read - len(entries)} entries were read before it)"
            )


def _check(name: str, value: int | None, least: int, most: int | None) -> None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if value is None or (is_number and least <= value and (most is None or value <= most)):
        return
    span = f"{least} or more" if most is None else f"from {least} to {most}"
    raise ArgumentError(name, value, f"must be a whole number, {span}")


def _value(answer: Any, path: str) -> Any:
    """Follow names joined by dots; None where one leads nowhere."""
    for name in path.split(".") if path else ():
        answer = getattr(answer, name, None)
    return answer if path else None


def _entries(answer: Any, path: str) -> list[Any]:
    found = _value(answer, path)
    if isinstance(found, list):
        return found
    return []
