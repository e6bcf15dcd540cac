"""People to call, looked at before they are sent."""

from __future__ import annotations

import pickle
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atoms.worlds import Service, both
from smallestai.atoms._contacts import check_contacts
from smallestai.atoms.audience import ContactsError
from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "name,phone\nAda,+14155550101\n\nBo,+919876543210\n"


def problems(text: str | bytes, identifier: str | None = None) -> list[tuple[int, str, str]]:
    """Return row, column and value of each problem."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(ContactsError) as caught:
        check_contacts(data, "people.csv", "phone", identifier)
    return [(each.row, each.column, each.value) for each in caught.value.problems]


def reason(text: str | bytes, identifier: str | None = None) -> str:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(ContactsError) as caught:
        check_contacts(data, "people.csv", "phone", identifier)
    return caught.value.problems[0].reason


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        b'phone,note\n+14155550101,"a, b"\n+14155550102,"two\nlines"',
        b"phone\n +14155550101 \n+14155550102\n",
    ],
)
def test_files_that_can_be_used(data: bytes) -> None:
    """Marks of order, line ends, quotes, empty rows and blanks around a cell do no harm."""
    assert check_contacts(data, "people.csv", "phone", None) == 2


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("4155550101", "E.164"),
        ("+1 (415) 555-0101", "without spaces and signs: +14155550101"),
        ("9.19877E+11", "rounded by a spreadsheet"),
        ("", "is empty"),
        ("+0155550101", "E.164"),
        ("+1415555010112345", "E.164"),
        ("tel", "E.164"),
    ],
)
def test_numbers_that_cannot_be_called(value: str, why: str) -> None:
    """A number that is not in E.164 form is named by row and column, with what it must be."""
    text = f"name,phone\nAda,+14155550102\nBo,{value}\n"
    assert problems(text) == [(3, "phone", value)]
    assert why in reason(text)


def test_every_problem_is_told() -> None:
    """All bad rows are on the error, in order; its message shows the first ones."""
    rows = "".join(f"x{number},12\n" for number in range(20))
    with pytest.raises(ContactsError, match=r"row 2, phone: '12' .* and 15 more") as caught:
        check_contacts(f"name,phone\n{rows}".encode(), "people.csv", "phone", None)
    assert [each.row for each in caught.value.problems] == list(range(2, 22))
    assert isinstance(caught.value, ArgumentError)
    assert caught.value.argument == "file"
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.problems == caught.value.problems


def test_the_same_person_twice() -> None:
    """A number or an id that was there before is told with the row it is in."""
    text = "id,phone\n1,+14155550101\n2,+14155550101\n1,+14155550103\n,+14155550104\n"
    assert problems(text, "id") == [(3, "phone", "+14155550101"), (4, "id", "1"), (5, "id", "")]
    assert reason(text, "id") == "is in row 2 already"


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("", (1, ""), "must name the columns"),
        ("phone\n", (2, ""), "nobody to call"),
        ("Phone,name\n", (1, "phone"), "has no column 'phone'; did you mean 'Phone'?"),
        ("phone;name\n+1;x\n", (1, "phone"), "separated by ';'"),
        ("phone,phone\n", (1, ""), "names a second column"),
        ("phone,\n", (1, "2"), "has no name"),
        ("phone,note\n+14155550101,a,b\n", (2, ""), "has 3 cells"),
        ("phone,note\n+14155550101\n", (2, ""), "has 1 cells"),
        ('phone,note\n+14155550101,"a\n', (2, ""), "is no CSV"),
    ],
)
def test_tables_that_are_none(text: str, place: tuple[int, str], why: str) -> None:
    """A missing or doubled name, a row too long or too short, another separator: all are told."""
    found = problems(text)
    assert found[0][:2] == place
    assert why in reason(text)


def test_other_encodings() -> None:
    """A file that is not in UTF-8 is told with the row where that shows."""
    text = "name,phone\nAda,+14155550101\nZoë,+14155550102\n".encode("latin-1")
    assert problems(text) == [(3, "", "Zoë,+14155550102")]
    assert "UTF-8" in reason(text)
    assert problems(GOOD.encode("utf-16"))[0][0] == 1


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """Whatever is in a file, it is counted or told; nothing else is raised."""
    with suppress(ContactsError):
        assert check_contacts(data, "people.csv", "phone", "id") >= 1


@both
def test_what_is_sent(world: Any, tmp_path: Path) -> None:
    """A file that can be used is sent as it is, once, under its own name."""
    path = tmp_path / "people.csv"
    path.write_text(GOOD)
    made = {"status": True, "data": {"_id": "a1", "memberCount": 2}}
    service = Service({"POST /atoms/v1/audience": made})
    found = world(
        service,
        lambda client: client.atoms.audience.create_from_csv(
            path, name="Renewals", phone_number_column_name="phone", identifier_column_name="name"
        ),
    )
    assert found.data.id == "a1"
    body = service.requests[0].content
    assert GOOD.encode() in body
    assert b'filename="people.csv"' in body
    assert b"text/csv" in body
    assert all(part in body for part in (b"Renewals", b"identifierColumnName"))


@both
@pytest.mark.parametrize(
    ("argument", "column"),
    [
        *(("phone_number_column_name", each) for each in ("", None, 7)),
        ("identifier_column_name", 7),
    ],
)
def test_a_column_that_is_none(world: Any, argument: str, column: Any) -> None:
    """A column must have a name; nothing is sent."""
    service = Service({})
    columns = {"phone_number_column_name": "phone", argument: column}
    with pytest.raises(ArgumentError, match=argument):
        world(
            service,
            lambda client: client.atoms.audience.create_from_csv(
                GOOD.encode(), name="x", **columns
            ),
        )
    assert service.requests == []


@both
@pytest.mark.parametrize("file", [b"", b"phone\n12\n", "missing.csv"])
def test_nothing_else_is_sent(world: Any, file: Any) -> None:
    """A file that cannot be used or read is told, and nothing is sent."""
    service = Service({})
    with pytest.raises(ArgumentError):
        world(
            service,
            lambda client: client.atoms.audience.create_from_csv(
                file, name="x", phone_number_column_name="phone"
            ),
        )
    assert service.requests == []
