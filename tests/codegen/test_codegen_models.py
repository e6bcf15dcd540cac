"""The models: reading is tolerant, and writing gives back what was read."""

from __future__ import annotations

import copy
import datetime
import pickle
import uuid
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Wire = dict[str, Any]


def test_every_kind_is_read(models: Any, wire: Wire) -> None:
    """Nested models, dates, UUIDs, tagged unions, maps and recursive lists become Python values."""
    thing = models.Thing.from_dict(wire)
    assert thing.id == "t1"
    assert thing.parts == [models.Part(name="wheel", weight=1.5)]
    assert thing.made == datetime.datetime(2026, 10, 2, 9, tzinfo=datetime.UTC)
    assert thing.day == datetime.date(2026, 10, 2)
    assert thing.serial == uuid.UUID("12345678-1234-5678-1234-567812345678")
    assert thing.sold is None
    assert isinstance(thing.outline, models.Square)
    assert [type(outline) for outline in thing.outlines] == [models.Circle, models.Square]
    assert isinstance(thing.weights["left"], models.Part)
    assert thing.labels["owner"] == "lab"
    assert isinstance(thing.copies[0], models.Thing)
    assert thing.mixed == [models.Part(name="bolt")]


def test_what_is_read_is_written(models: Any, wire: Wire) -> None:
    """Reading and writing gives the same wire form, also after copying and pickling."""
    thing = models.Thing.from_dict(wire)
    for twin in (thing, copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
        assert twin == thing
        assert twin.to_dict() == wire


def test_what_is_unknown_passes(models: Any, wire: Wire) -> None:
    """Fields, enum values, constants and members of a union that are not specified are kept."""
    wire |= {"colour": "blue", "size": 9, "new": [1], "outline": {"shape": "star"}}
    thing = models.Thing.from_dict(wire)
    assert (thing.colour, thing.size, thing["new"]) == ("blue", 9, [1])
    assert thing.outline == {"shape": "star"}
    assert thing.to_dict() == wire
    assert models.Circle.from_dict({"shape": "ring"}).shape == "ring"


def test_null_is_none(models: Any, wire: Wire) -> None:
    """Null reads as None and is written as null in every field, promised or not."""
    for field in wire:
        changed = wire | {field: None}
        assert models.Thing.from_dict(changed).to_dict() == changed


def test_what_is_missing_is_unset(models: Any, wire: Wire) -> None:
    """A missing field, even a required one, reads as UNSET and is not written."""
    for field in wire:
        changed = {name: value for name, value in wire.items() if name != field}
        assert models.Thing.from_dict(changed).to_dict() == changed


@pytest.mark.parametrize("odd", ["", "soon", 17, True, [1], {"a": 1}])
def test_another_kind_is_handed_on(models: Any, odd: object) -> None:
    """Where the service sends another kind of value than promised, the value arrives as it is."""
    wire = {"_id": "t", "made": odd, "day": odd, "serial": odd, "sold": odd}
    thing = models.Thing.from_dict(wire)
    assert (thing.made, thing.day, thing.serial, thing.sold) == (odd, odd, odd, odd)
    assert thing.to_dict() == wire


@pytest.mark.parametrize("odd", ["text", 17, True])
def test_a_scalar_for_an_object_is_handed_on(models: Any, wire: Wire, odd: object) -> None:
    """A scalar where an object, a list or a union is due does not break reading or writing."""
    wire |= dict.fromkeys(("parts", "main", "outlines", "weights", "copies", "mixed"), odd)
    assert models.Thing.from_dict(wire).to_dict() == wire


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-02T09:00:00Z",
        "20261002T0900",
        "2026-W40-5T09:00",
        "2026-10-02T09:00:00.0000001+00:00",
    ],
)
def test_dates_are_iso_8601(models: Any, text: str) -> None:
    """The basic form, week dates and long fractions are read, as dates and as timestamps."""
    thing = models.Thing.from_dict({"made": text, "day": text})
    assert thing.made.replace(tzinfo=None) == datetime.datetime(2026, 10, 2, 9)
    assert thing.day == datetime.date(2026, 10, 2)


def test_an_untagged_union_takes_the_best_fit(sample: Callable[[str], Any], wire: Wire) -> None:
    """Required fields decide, then the number of fields left over."""
    read = sample(".api.things.things_search")._parse
    found = [read(httpx.Response(200, json=body)) for body in (wire, {"hint": "left"})]
    assert [type(value).__name__ for value in found] == ["Thing", "Hint"]


def test_unset_is_one_object(sample: Callable[[str], Any]) -> None:
    """UNSET is false, prints its name, and stays the same object when copied or pickled."""
    unset = sample(".types").UNSET
    assert not unset
    assert repr(unset) == "UNSET"
    assert copy.copy(unset) is unset
    assert copy.deepcopy([unset])[0] is unset
    assert pickle.loads(pickle.dumps(unset)) is unset


def test_constants_are_filled_in(models: Any) -> None:
    """A required constant has its value without being given."""
    assert models.Circle(radius=2).to_dict() == {"shape": "circle", "radius": 2}


def test_models_take_further_fields(models: Any) -> None:
    """Fields that the specification does not name are set, read and deleted like items."""
    part = models.Part(name="p")
    part["new"] = 1
    assert part.to_dict() == {"name": "p", "new": 1}
    assert ("new" in part, part.additional_keys) == (True, ["new"])
    del part["new"]
    assert part == models.Part(name="p")
