"""Walking through lists: which pages are asked for, which entries come, when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smallestai_atoms.api import Listing

from smallestai.atoms._pages import Pages
from smallestai.errors import ArgumentError, RemoteProtocolError

NUMBERED = Listing(("items",), key="id", number="page", size="size", total="total")
STARTED = Listing(("items",), key="id", start="skip", size="size", total="total", most=100)
BLIND = NUMBERED._replace(total="")


@dataclass(frozen=True)
class Entry:
    """An entry of a list."""

    id: str


class Service:
    """A list that can grow while it is read, cut as its service cuts it."""

    def __init__(self, names: list[str], *, cap: int = 1000, tells_total: bool = True) -> None:
        self.names = names
        self.cap = cap
        self.tells_total = tells_total
        self.asked: list[dict[str, Any]] = []
        self.growth: dict[int, list[str]] = {}

    def __call__(self, wanted: dict[str, Any]) -> Any:
        self.names = self.growth.get(len(self.asked), []) + self.names
        self.asked.append(wanted)
        size = min(int(wanted["size"]), self.cap)
        start = wanted["skip"] if "skip" in wanted else (int(wanted["page"]) - 1) * size
        items = [Entry(name) for name in self.names[start : start + size]]
        return SimpleNamespace(items=items, total=len(self.names) if self.tells_total else None)


def names(count: int) -> list[str]:
    return [f"n{number}" for number in range(count)]


def walk(service: Any, pages: Pages) -> list[str]:
    found: list[str] = []
    while (wanted := pages.wanted()) is not None:
        found += [entry.id for entry in pages.receive(service(wanted))]
    return found


@given(
    count=st.integers(0, 60),
    size=st.integers(1, 20),
    limit=st.none() | st.integers(0, 70),
    cap=st.integers(1, 30),
    listing=st.sampled_from([NUMBERED, STARTED]),
)
def test_every_entry_comes_once(
    count: int, size: int, limit: int | None, cap: int, listing: Listing
) -> None:
    """Whatever the sizes, each entry comes once, in order, and no page is asked for twice."""
    service = Service(names(count), cap=cap)
    found = walk(service, Pages(listing, limit, size))
    assert found == names(count)[:limit]
    places = [wanted.get("page", wanted.get("skip")) for wanted in service.asked]
    assert len(set(places)) == len(places)
    wanted = min(count, count if limit is None else limit)
    needed = -(-wanted // min(size, cap)) or (limit != 0)
    assert len(places) == needed


@given(count=st.integers(0, 60), size=st.integers(1, 20))
def test_without_a_total_a_short_page_is_the_last(count: int, size: int) -> None:
    """Where the answer tells no total, a page that is not full ends the list, or an empty one."""
    service = Service(names(count), tells_total=False)
    assert walk(service, Pages(BLIND, None, size)) == names(count)
    assert len(service.asked) == count // size + 1


@given(
    count=st.integers(1, 40),
    size=st.integers(2, 10),
    growth=st.dictionaries(st.integers(1, 8), st.integers(1, 9), max_size=4),
)
def test_entries_added_meanwhile_do_not_repeat_others(
    count: int, size: int, growth: dict[int, int]
) -> None:
    """Entries added at the front push others to the next page; none comes twice, none is lost."""
    service = Service(names(count))
    service.growth = {
        at: [f"new{at}.{each}" for each in range(min(number, size - 1))]
        for at, number in growth.items()
    }
    found = walk(service, Pages(NUMBERED, None, size))
    assert [name for name in found if name.startswith("n") and name[1].isdigit()] == names(count)
    assert len(set(found)) == len(found)


def test_a_whole_page_may_be_pushed_on() -> None:
    """As many new entries as a page holds make one page that brings nothing; the walk goes on."""
    service = Service(names(8))
    service.growth = {1: [f"new{each}" for each in range(5)]}
    assert walk(service, Pages(NUMBERED, None, 5)) == names(8)


@pytest.mark.parametrize(
    ("listing", "total", "pages"), [(NUMBERED, 1000, 3), (NUMBERED, 10, 2), (BLIND, None, 3)]
)
def test_a_service_that_does_not_turn_the_page(
    listing: Listing, total: int | None, pages: int
) -> None:
    """The same page again and again is an error, not a walk for ever nor a short list."""
    first = SimpleNamespace(items=[Entry(name) for name in names(5)], total=total)
    asked: list[Any] = []

    def service(wanted: Any) -> Any:
        asked.append(wanted)
        return first

    with pytest.raises(RemoteProtocolError, match="does not turn the page"):
        walk(service, Pages(listing, None, 5))
    assert len(asked) == pages


def test_entries_without_ids() -> None:
    """What has no id counts as new, but not for ever."""
    page = SimpleNamespace(items=[SimpleNamespace(id=None), SimpleNamespace(id=None)], total=100)
    with pytest.raises(RemoteProtocolError):
        walk(lambda wanted: page, Pages(NUMBERED, None, 2))


def test_numbers_as_text() -> None:
    """Where the numbers travel as text they are texts."""
    assert Pages(NUMBERED._replace(text=True), None, 7).wanted() == {"page": "1", "size": "7"}


def test_the_usual_size() -> None:
    """Fifty at once, or as many as are wanted, or as many as are allowed."""
    sizes = [
        Pages(listing, limit, None).wanted()
        for listing, limit in ((STARTED, None), (STARTED, 3), (STARTED._replace(most=20), None))
    ]
    assert [wanted["size"] for wanted in sizes if wanted] == [50, 3, 20]


@pytest.mark.parametrize(
    "answer",
    [None, SimpleNamespace(items=None), SimpleNamespace(items="x"), SimpleNamespace(items=[])],
)
def test_answers_without_a_list(answer: Any) -> None:
    """An answer that holds no list holds no entries, and ends the walk."""
    pages = Pages(NUMBERED, None, None)
    assert pages.receive(answer) == []
    assert pages.wanted() is None


def test_a_whole_list() -> None:
    """A list that is not cut is asked for once, its parts one after another."""
    listing = Listing(("first", "second"))
    pages = Pages(listing, 3, None)
    assert pages.wanted() == {}
    answer = SimpleNamespace(first=[1, 2], second=[3, 4])
    assert pages.receive(answer) == [1, 2, 3]
    assert pages.wanted() is None


@pytest.mark.parametrize(
    ("limit", "page_size", "name"),
    [
        (-1, None, "limit"),
        (True, None, "limit"),
        ("9", None, "limit"),
        (None, 0, "page_size"),
        (None, 101, "page_size"),
        (None, 1.5, "page_size"),
    ],
)
def test_numbers_that_cannot_be(limit: Any, page_size: Any, name: str) -> None:
    """A wrong number is told by name before anything is asked for."""
    with pytest.raises(ArgumentError) as caught:
        Pages(STARTED, limit, page_size)
    assert caught.value.argument == name
