"""The store of the sandbox."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from records_app import START, Clock

from smallestai.sandbox.store import Store, new_call_id, new_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Iterator[Store]:
    with Store(clock=clock) as opened:
        yield opened


def test_what_is_inserted_can_be_read(store: Store) -> None:
    """A document comes back as it went in, with its id and the time of its making."""
    made = store.insert("pets", {"name": "Rex", "tags": ["old", {"good": True}]})
    assert store.get("pets", made.id) == made
    assert made.body == {"name": "Rex", "tags": ["old", {"good": True}]}
    assert made.created == made.updated == START


def test_collections_are_apart(store: Store) -> None:
    """The same id in another collection is another document."""
    store.insert("a", {"x": 1}, document_id="same")
    store.insert("b", {"x": 2}, document_id="same")
    assert store.get("a", "same").body == {"x": 1}
    assert store.get("c", "same") is None
    assert (store.count("a"), store.count("c")) == (1, 0)


def test_an_id_is_taken_once(store: Store) -> None:
    """A second document under the same id is refused and leaves the first."""
    store.insert("a", {"x": 1}, document_id="same")
    with pytest.raises(sqlite3.IntegrityError):
        store.insert("a", {"x": 2}, document_id="same")
    assert store.get("a", "same").body == {"x": 1}


def test_update_replaces_fields_and_moves_the_time(store: Store, clock: Clock) -> None:
    """An update changes the named fields only, and `updated`, not `created`."""
    made = store.insert("a", {"x": 1, "y": {"z": 1}})
    clock.now += 5
    changed = store.update("a", made.id, {"y": {"w": 2}})
    assert changed == store.get("a", made.id)
    assert changed.body == {"x": 1, "y": {"w": 2}}
    assert (changed.created, changed.updated) == (START, START + 5)


def test_what_is_not_there_is_no_error(store: Store) -> None:
    """Update, delete, get and find of an unknown id say so."""
    assert store.update("a", "none", {}) is None
    assert store.delete("a", "none") is False
    assert store.get("a", "none") is None
    assert store.find("a", "x", 1) is None


def test_delete_removes_one(store: Store) -> None:
    """A deleted document is gone, the others stay."""
    first, second = store.insert("a", {}), store.insert("a", {})
    assert store.delete("a", first.id) is True
    assert [each.id for each in store.list("a")] == [second.id]


def test_list_is_ordered_and_paged(store: Store) -> None:
    """Documents come in the order of insertion, or the reverse, with offset and limit."""
    for number in range(5):
        store.insert("a", {"n": number})

    def numbers(**options: object) -> list[int]:
        return [each.body["n"] for each in store.list("a", **options)]

    assert numbers() == [0, 1, 2, 3, 4]
    assert numbers(newest_first=True, limit=2) == [4, 3]
    assert numbers(offset=3) == [3, 4]
    assert numbers(offset=9) == []


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"color": "red"}, [0, 2]),
        ({"color": "red", "size": 2}, [2]),
        ({"color": ["green", "red"]}, [0, 1, 2]),
        ({"color": []}, []),
        ({"color": None}, [3]),
        ({"size": "1"}, []),
        ({"flag": True}, [3]),
        ({'odd" name': "x"}, []),
        ({"color": "red' OR 1=1 --"}, []),
    ],
)
def test_filters(store: Store, where: dict[str, object], expected: list[int]) -> None:
    """A filter compares fields by value and type; lists mean any; no value is ever read as SQL."""
    rows = [("red", 1), ("green", 1), ("red", 2)]
    for number, (color, size) in enumerate(rows):
        store.insert("a", {"n": number, "color": color, "size": size})
    store.insert("a", {"n": 3, "flag": True})
    assert [each.body["n"] for each in store.list("a", where=where)] == expected
    assert store.count("a", where) == len(expected)


def test_find_returns_the_oldest(store: Store) -> None:
    """Of several documents with the value, the first inserted is found."""
    first = store.insert("a", {"x": 1})
    store.insert("a", {"x": 1})
    assert store.find("a", "x", 1) == first


def test_threads_share_one_store(store: Store) -> None:
    """Documents inserted by many threads at once are all there, in memory too."""
    with ThreadPoolExecutor(8) as pool:
        ids = [each.id for each in pool.map(lambda n: store.insert("a", {"n": n}), range(200))]
    assert sorted(each.id for each in store.list("a")) == sorted(ids)
    assert len(set(ids)) == 200


def test_no_update_of_a_thread_is_lost(store: Store) -> None:
    """Updates of different fields of one document by many threads all last."""
    made = store.insert("a", {})
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.update("a", made.id, {str(n): n}), range(100)))
    assert store.get("a", made.id).body == {str(number): number for number in range(100)}


def test_a_file_keeps_documents(tmp_path: Path) -> None:
    """What one store writes to a file, the next one reads from it."""
    path = tmp_path / "records.sqlite"
    with Store(path) as first:
        made = first.insert("a", {"x": "ü"})
    with Store(path) as second:
        assert second.list("a") == [made]


def test_memory_is_not_shared() -> None:
    """Two stores in memory know nothing of each other."""
    with Store() as one, Store() as other:
        one.insert("a", {})
        assert other.count("a") == 0


def test_close_is_done_once() -> None:
    """Closing again is no error; using a closed store is."""
    store = Store()
    store.close()
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.count("a")


def test_ids_have_the_services_forms() -> None:
    """Ids carry the time: eight hex digits of seconds, or 13 digits of milliseconds after CALL-."""
    assert re.fullmatch(r"[0-9a-f]{24}", new_id())
    assert new_id(START).startswith(f"{int(START):08x}")
    assert new_id(START) != new_id(START)
    assert re.fullmatch(r"CALL-1800000000250-[0-9a-f]{6}", new_call_id(START + 0.25))
    assert re.fullmatch(r"CALL-\d{13}-[0-9a-f]{6}", new_call_id())
