"""Audiences, as 4.3 has them."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

from smallestai.atoms.legacy.manager import Manager, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Audience"]

_ONE = "/audience/{audience_id}"


class Audience(Manager):
    """Lists of people to call. New programs use `client.atoms.audience`.

        with Audience() as audiences:
            made = audiences.create("Renewals", ["+14155550100"], [("Ada", "Lovelace")])
            audiences.get_members(made["data"]["_id"])["data"]["members"]

    Every method returns the JSON of the answer, and raises an `ApiException` that is an
    ``HTTPError`` of ``requests`` too.
    """

    def create(
        self,
        name: str,
        phone_numbers: Sequence[str],
        names: Sequence[tuple[str, str]] | None = None,
        description: str = "",
        phone_number_column_name: str = "phoneNumber",
    ) -> dict[str, Any]:
        """Create an audience of phone numbers. Source: operation `audienceCreate`.

        Args:
            name: Its name.
            phone_numbers: The numbers, in E.164 form.
            names: First and last name of each. Whoever is left without is ``User`` and a number.
            description: What it is for.
            phone_number_column_name: What the column with the numbers is called.
        """
        file = StringIO()
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["firstName", "lastName", phone_number_column_name])
        rows.writerows(
            [first, last, number] for number, first, last in _people(phone_numbers, names)
        )
        form = {
            "name": name,
            "phoneNumberColumnName": phone_number_column_name,
            "description": description,
        }
        media = ("contacts.csv", file.getvalue().encode())
        return self._send("POST", "/audience", form=form, files={"file": media})

    def get(self, audience_id: str) -> dict[str, Any]:
        """Return an audience. Source: operation `audienceGet`."""
        return self._send("GET", _ONE, {"audience_id": audience_id})

    def get_members(
        self, audience_id: str, page: int = 1, offset: int = 10, search: str | None = None
    ) -> dict[str, Any]:
        """Return a page of the people in an audience. Source: operation `listMembers`.

        Args:
            audience_id: The audience.
            page: Which page, counted from 1.
            offset: How many on a page.
            search: Those with a text. Today's service searches in another operation.
        """
        query = {"page": page, "offset": offset, "search": search}
        return self._send("GET", f"{_ONE}/members", {"audience_id": audience_id}, query=query)

    def list(self) -> dict[str, Any]:
        """Return all audiences. Source: operation `audienceList`."""
        return self._send("GET", "/audience")

    def delete(self, audience_id: str) -> dict[str, Any]:
        """Delete an audience. Source: operation `audienceDelete`."""
        return self._send("DELETE", _ONE, {"audience_id": audience_id})

    def add_contacts(
        self,
        audience_id: str,
        phone_numbers: Sequence[str],
        names: Sequence[tuple[str, str]] | None = None,
    ) -> dict[str, Any]:
        """Add people to an audience whose numbers are in the column ``phoneNumber``.

        Args:
            audience_id: The audience.
            phone_numbers: See `create`.
            names: See `create`.

        Source: operation `addMembers`.
        """
        members = [
            {"phoneNumber": number, "firstName": first, "lastName": last}
            for number, first, last in _people(phone_numbers, names)
        ]
        return self._add(audience_id, members)

    def _add(self, audience_id: str, members: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        path, body = f"{_ONE}/members", {"members": members}
        return self._send("POST", path, {"audience_id": audience_id}, body=body)


def _people(
    phone_numbers: Sequence[str], names: Sequence[tuple[str, str]] | None
) -> Iterator[tuple[str, str, str]]:
    """Give number, first and last name of each; names without a number are left out."""
    numbers = listed("phone_numbers", phone_numbers)
    pairs = zip_longest(numbers, islice(names or (), len(numbers)))
    for place, (number, pair) in enumerate(pairs, 1):
        first, last = pair or ("User", str(place))
        yield number, first, last
