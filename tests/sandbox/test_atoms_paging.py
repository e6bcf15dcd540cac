"""Lists of Atoms that come in pages: whatever the size, each entry is on one page, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import frozen
from records_app import RecordsApp

from smallestai.sandbox import atoms
from smallestai.sandbox.atoms_pages import ordered, page

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT = 7


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


@frozen
class Paged:
    """A list that comes in pages: where it is, and how its pages are asked for and shown."""

    path: str
    entries: str
    size: str
    key: str = "_id"
    skips: str | None = None


def furnish(app: RecordsApp) -> dict[str, str]:
    """Make seven of everything that is listed in pages; return the ids that paths name."""
    agents = [
        app.data("POST", "/atoms/v1/agent", json={"name": f"Agent {n}"}) for n in range(COUNT)
    ]
    agent = agents[0]
    path = f"/atoms/v1/agent/{agent}/branches"
    branch = app.data("GET", path)["branches"][0]["branch"]["_id"]
    rows = "".join(f"+1202555{n:04d}\n" for n in range(COUNT))
    audience = app.data(
        "POST",
        "/atoms/v1/audience",
        data={"name": "All", "phoneNumberColumnName": "phone"},
        files={"file": ("a.csv", f"phone\n{rows}", "text/csv")},
    )["_id"]
    campaign = {"name": "C", "agentId": agent, "audienceId": audience}
    action = {"agentId": agent, "category": "trigger", "provider": "p", "config": {}}
    for n in range(COUNT):
        app.data("PUT", f"{path}/{branch}/draft", json={"firstMessage": f"{n}"})
        app.data("POST", f"{path}/{branch}/draft/publish")
        app.data("POST", "/atoms/v1/campaign", json=campaign)
        app.data("POST", "/atoms/v1/call-actions", json=action)
        call = {"agentId": agent, "phoneNumber": f"+1202555{n:04d}"}
        app.data("POST", "/atoms/v1/conversation/outbound", json=call)
    app.clock.now += 600
    return {"agent": agent, "branch": branch, "audience": audience}


LISTS = {
    "agents": Paged("/atoms/v1/agent", "agents", "offset"),
    "campaigns": Paged("/atoms/v1/campaign", "campaigns", "offset"),
    "members": Paged("/atoms/v1/audience/{audience}/members", "members", "offset"),
    "actions": Paged("/atoms/v1/call-actions?agentId={agent}", "callActions", "limit"),
    "calls of an agent": Paged("/atoms/v1/agent/{agent}/call-logs", "callLogs", "offset", "callId"),
    "calls": Paged("/atoms/v1/analytics/call-counts-log", "calls", "limit", "callId"),
    "revisions": Paged(
        "/atoms/v1/agent/{agent}/branches/{branch}/revisions", "revisions", "limit", skips="skip"
    ),
    "ledger": Paged(
        "/payment/v1/credits/ledger", "transactions", "limit", key="id", skips="offset"
    ),
}


def test_every_entry_is_on_one_page(app: RecordsApp) -> None:
    """Pages of any size, put together, are the whole list, and the page after the last is empty.

    All entries were made at the same time, so that only the order of the list tells them apart.
    """
    ids = furnish(app)
    for name, paged in LISTS.items():
        path = paged.path.format(**ids)
        whole = _keys(app, path, paged, {paged.size: 100})
        assert len(whole) == len(set(whole)) >= COUNT, name
        for size in (1, 2, 3, COUNT):
            numbers = range(-(-len(whole) // size) + 1)
            pages = [_keys(app, path, paged, _query(paged, n, size)) for n in numbers]
            assert [key for keys in pages for key in keys] == whole, name
            assert pages[-1] == [], name


def _query(paged: Paged, number: int, size: int) -> dict[str, int]:
    if paged.skips is not None:
        return {paged.skips: number * size, paged.size: size}
    return {"page": number + 1, paged.size: size}


def _keys(app: RecordsApp, path: str, paged: Paged, query: dict[str, int]) -> list[Any]:
    for name, value in query.items():
        path += f"{'&' if '?' in path else '?'}{name}={value}"
    data = app.send("GET", path).json()["data"]
    return [entry[paged.key] for entry in data[paged.entries]]


@pytest.mark.parametrize("asked", [{}, {"page": 0}, {"page": -2}, {"page": "x"}, {"offset": 0}])
def test_numbers_that_make_no_sense_are_left_out(asked: dict[str, Any]) -> None:
    """A page and a size below 1, or none at all, are what they are when left out."""
    found = page(range(30), asked, "offset", 10)
    assert (list(found.items), found.number, found.size) == (list(range(10)), 1, 10)


def test_entries_of_one_moment_keep_their_order() -> None:
    """What has the same value is in the order of its making, turned round with the rest."""
    entries = [{"createdAt": "x", "n": n} for n in range(5)]
    assert [each["n"] for each in ordered(entries, {"sortOrder": "asc"})] == [0, 1, 2, 3, 4]
    assert [each["n"] for each in ordered(entries, {})] == [4, 3, 2, 1, 0]
