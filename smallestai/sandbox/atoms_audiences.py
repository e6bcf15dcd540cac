"""Audiences: lists of people to call, read from CSV files."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, Any

from .atoms_campaign_course import status_of
from .atoms_members import add, fields_of, present_member
from .atoms_operations import OpenInputs, open_operation
from .atoms_pages import page
from .atoms_records import AUDIENCES, CAMPAIGNS, MEMBERS
from .atoms_resources import Resource, stamped
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok, timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/audience"
_MEMBERS_PATH = f"{PATH}/{{id}}/members"
_MOST_ROWS = 100_000


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of audiences and their members."""
    handlers = {
        f"GET {PATH}": _AUDIENCE.list(),
        f"GET {PATH}/{{id}}": _AUDIENCE.get(),
        f"DELETE {PATH}/{{id}}": _AUDIENCE.delete(lambda: atoms_ok([]), check=_let_go),
        f"GET {_MEMBERS_PATH}": _members,
        f"POST {_MEMBERS_PATH}": _add,
        f"DELETE {_MEMBERS_PATH}": _remove,
    }
    return [
        *(operation(state, target, handler) for target, handler in handlers.items()),
        open_operation(state, f"POST {PATH}", _create),
        open_operation(state, f"GET {_MEMBERS_PATH}/search", _search),
    ]


def _show(state: State, audience: Document) -> dict[str, Any]:
    campaigns = state.store.list(CAMPAIGNS, where={"audienceId": audience.id})
    return {
        **stamped(audience),
        "memberCount": state.store.count(MEMBERS, {"audienceId": audience.id}),
        "hasCampaigns": bool(campaigns),
        "campaigns": [
            {
                "_id": each.id,
                "name": each.body["name"],
                "status": status_of(state, each),
                "createdAt": timestamp(each.created),
            }
            for each in campaigns
        ],
    }


_AUDIENCE = Resource(
    noun="Audience",
    collection=AUDIENCES,
    fields={
        "name": ...,
        "description": "",
        "phoneNumberColumnName": ...,
        "identifierColumnName": None,
    },
    show=_show,
)


def _create(state: State, inputs: OpenInputs) -> Response:
    column = inputs.body["phoneNumberColumnName"]
    columns, rows = _table(inputs.files["file"][0].data)
    for name in (column, inputs.body.get("identifierColumnName") or column):
        if name not in columns:
            return atoms_error(400, f"The file has no column named '{name}'")
    if not rows:
        return atoms_error(400, "The file has no rows")
    numbers = [row[column] for row in rows if row[column]]
    twice = next((each for each, count in Counter(numbers).items() if count > 1), None)
    if twice is not None:
        return atoms_error(400, f"The file has the number {twice} more than once")
    audience = _AUDIENCE.insert(state, inputs.body)
    add(state, audience, rows)
    return atoms_ok(stamped(audience))


def _table(data: bytes) -> tuple[Sequence[str], Sequence[Mapping[str, str]]]:
    """Return the columns and the rows of a CSV file; refuse what is none."""
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        rows = list(_rows(reader))
    except UnicodeDecodeError:
        raise RefusedError(atoms_error(400, "The file is not UTF-8")) from None
    except csv.Error as error:
        raise RefusedError(atoms_error(400, f"The file is not CSV: {error}")) from None
    columns = [name.strip() for name in reader.fieldnames or ()]
    if len(set(columns)) != len(columns):
        raise RefusedError(atoms_error(400, "The file has two columns of one name"))
    return columns, rows


def _rows(reader: csv.DictReader[str]) -> Iterator[Mapping[str, str]]:
    for number, row in enumerate(reader):
        if number >= _MOST_ROWS:
            text = f"The file has more than {_MOST_ROWS} rows"
            raise RefusedError(atoms_error(400, text))
        yield {name.strip(): (value or "").strip() for name, value in row.items() if name}


def _let_go(state: State, audience: Document) -> None:
    """Refuse to delete an audience that a campaign needs; delete its members with any other."""
    if state.store.count(CAMPAIGNS, {"audienceId": audience.id}):
        raise RefusedError(atoms_error(400, "The audience is used by a campaign"))
    for member in state.store.list(MEMBERS, where={"audienceId": audience.id}):
        state.store.delete(MEMBERS, member.id)


def _members(state: State, inputs: Inputs) -> Response:
    audience = _AUDIENCE.require(state, inputs.path["id"])
    found = state.store.list(MEMBERS, where={"audienceId": audience.id})
    listed = page(found, inputs.query, "offset", 5)
    return atoms_ok(
        {
            "members": [present_member(each) for each in listed.items],
            "totalCount": listed.total,
            "totalPages": listed.pages,
            "hasMore": listed.more,
        }
    )


def _add(state: State, inputs: Inputs) -> Response:
    audience = _AUDIENCE.require(state, inputs.path["id"])
    added, skipped = add(state, audience, inputs.body["members"])
    counts = {"added": added, "skipped": skipped}
    return atoms_ok([{"message": f"{added} added, {skipped} skipped", "data": counts}])


def _remove(state: State, inputs: Inputs) -> Response:
    audience = _AUDIENCE.require(state, inputs.path["id"])
    deleted = 0
    for member_id in inputs.body["memberIds"]:
        member = state.store.get(MEMBERS, member_id)
        if member is not None and member.body["audienceId"] == audience.id:
            deleted += state.store.delete(MEMBERS, member.id)
    return atoms_ok({"deletedCount": deleted})


def _search(state: State, inputs: OpenInputs) -> Response:
    audience = _AUDIENCE.require(state, inputs.path["id"])
    text, columns = inputs.query["query"], dict(inputs.parameters)
    columns.pop("query", None)
    columns.pop("sandbox_fault", None)
    if not text and not columns:
        return atoms_error(400, "query: Required, unless a column is named")
    members = state.store.list(MEMBERS, where={"audienceId": audience.id})
    found = [each for each in members if _mentions(each, text) and _has(each, columns)]
    return atoms_ok(
        {
            "members": [present_member(each) for each in found],
            "searchInfo": {
                "searchType": "multiple" if columns else "general",
                "searchTerm": text or " ".join(columns.values()),
                "searchFields": sorted(columns or fields_of(members)),
                "totalResults": len(found),
            },
        }
    )


def _mentions(member: Document, text: str | None) -> bool:
    wanted = (text or "").casefold()
    return any(wanted in str(value).casefold() for value in member.body["data"].values())


def _has(member: Document, columns: Mapping[str, str]) -> bool:
    data = member.body["data"]
    return all(
        value.casefold() in str(data.get(name, "")).casefold() for name, value in columns.items()
    )
