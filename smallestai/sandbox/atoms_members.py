"""The people in an audience: a row of data each, one of whose columns is the number to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_records import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .state import State
    from .store import Document


def add(state: State, audience: Document, rows: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Add people to an audience; return how many were added, and how many were left out.

    Those without a number are left out, and those whose number is there already.
    """
    column = audience.body["phoneNumberColumnName"]
    present = state.store.list(MEMBERS, where={"audienceId": audience.id})
    numbers = {number_of(audience, member) for member in present}
    added = skipped = 0
    for row in rows:
        number = str(row.get(column) or "").strip()
        if not number or number in numbers:
            skipped += 1
            continue
        numbers.add(number)
        state.store.insert(MEMBERS, {"audienceId": audience.id, "data": dict(row)})
        added += 1
    return added, skipped


def number_of(audience: Document, member: Document) -> str:
    """Return the number to call somebody on."""
    return str(member.body["data"].get(audience.body["phoneNumberColumnName"]) or "").strip()


def present_member(member: Document) -> dict[str, Any]:
    """Return somebody as the service shows them."""
    return {"_id": member.id, "data": member.body["data"]}


def fields_of(members: Sequence[Document]) -> set[str]:
    """Return the columns that some people have."""
    return {name for member in members for name in member.body["data"]}
