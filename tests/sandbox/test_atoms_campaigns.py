"""Campaigns, audiences, and the numbers that are not to be called."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import START, RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

AUDIENCE = "/atoms/v1/audience"
CAMPAIGN = "/atoms/v1/campaign"
NOBODY = "0" * 24


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


def table(count: int, first: int = 0) -> bytes:
    """Return a CSV file with so many people."""
    rows = (f"+1202555{first + n:04d},Person {first + n},Paris" for n in range(count))
    return "\n".join(["phone,name,city", *rows, ""]).encode()


def upload(app: RecordsApp, data: bytes, **fields: str) -> Any:
    """Send a file of people; return the reply."""
    form = {"name": "Customers", "phoneNumberColumnName": "phone", **fields}
    return app.request("POST", AUDIENCE, data=form, files={"file": ("p.csv", data, "text/csv")})


def audience_of(app: RecordsApp, count: int) -> str:
    """Make an audience; return its id."""
    made: str = upload(app, table(count)).json()["data"]["_id"]
    return made


def members(app: RecordsApp, audience: str, **query: Any) -> Any:
    return app.data("GET", f"{AUDIENCE}/{audience}/members", params=query)


def campaign_of(app: RecordsApp, count: int = 3, **fields: Any) -> str:
    """Make a campaign to so many people; return its id."""
    body = {
        "name": "Spring",
        "audienceId": audience_of(app, count),
        "agentId": app.data("POST", "/atoms/v1/agent", json={"name": "Desk"}),
        **fields,
    }
    made: str = app.data("POST", CAMPAIGN, json=body)["_id"]
    return made


def status(app: RecordsApp, campaign: str) -> str:
    shown: str = app.data("GET", f"{CAMPAIGN}/{campaign}")["campaign"]["status"]
    return shown


def rows(reply: Any) -> list[dict[str, str]]:
    """Return the rows of a reply in CSV."""
    assert reply.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(reply.text)))


def test_an_audience_is_read_from_a_file(app: RecordsApp) -> None:
    """Each row is a member; a row without a number is left out."""
    data = '\ufeffphone, name\r\n+12025550100,"Ada, Countess"\r\n,C\r\n'
    made = upload(app, data.encode(), description="All").json()["data"]
    shown = app.data("GET", f"{AUDIENCE}/{made['_id']}")
    assert (shown["name"], shown["description"], shown["memberCount"]) == ("Customers", "All", 1)
    (member,) = members(app, made["_id"])["members"]
    assert member["data"] == {"phone": "+12025550100", "name": "Ada, Countess"}
    assert [each["_id"] for each in app.data("GET", AUDIENCE)] == [made["_id"]]


@pytest.mark.parametrize(
    ("data", "fields", "error"),
    [
        (b"number\n1\n", {}, "The file has no column named 'phone'"),
        (b"phone\n1\n", {"identifierColumnName": "id"}, "The file has no column named 'id'"),
        (b"phone\n", {}, "The file has no rows"),
        (b"", {}, "The file has no column named 'phone'"),
        (b"phone,phone\n1,2\n", {}, "The file has two columns of one name"),
        (b"phone\n1\n2\n1\n", {}, "The file has the number 1 more than once"),
        (b"phone\n\xff\n", {}, "The file is not UTF-8"),
        (b'phone\n"1\n', {}, "The file is not CSV: unexpected end of data"),
    ],
)
def test_a_bad_file_is_refused(
    app: RecordsApp, data: bytes, fields: dict[str, str], error: str
) -> None:
    """The refusal says what is wrong, and nothing is kept."""
    reply = upload(app, data, **fields)
    assert (reply.status_code, reply.json()["errors"]) == (400, [error])
    assert app.data("GET", AUDIENCE) == []


def test_a_form_without_its_fields_is_refused(app: RecordsApp) -> None:
    """What the form lacks is named, and so it is for a body that is no form."""
    reply = app.request("POST", AUDIENCE, data={"name": "x"}, files={"file": ("a", b"")})
    assert (reply.status_code, reply.json()["errors"]) == (400, ["phoneNumberColumnName: Required"])
    reply = app.request("POST", AUDIENCE, json={"name": "x"})
    assert reply.status_code == 400
    assert "file: Required" in reply.json()["errors"]


def test_members_are_listed_in_pages(app: RecordsApp) -> None:
    """Five a page unless `offset` says otherwise; the pages hold everybody once."""
    audience = audience_of(app, 12)
    first = members(app, audience)
    assert (len(first["members"]), first["totalCount"], first["totalPages"]) == (5, 12, 3)
    assert first["hasMore"] is True
    pages = [members(app, audience, page=n, offset=7)["members"] for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [7, 5, 0]
    assert len({each["_id"] for page in pages for each in page}) == 12
    assert members(app, audience, page=3)["hasMore"] is False


def test_members_come_and_go(app: RecordsApp) -> None:
    """Those with a number of their own are added; those named are removed, strangers are not."""
    audience, other = audience_of(app, 2), audience_of(app, 1)
    path = f"{AUDIENCE}/{audience}/members"
    new = [{"phone": "+12025559999", "age": 30}, {"phone": "+12025550001"}, {"name": "x"}]
    (added,) = app.data("POST", path, json={"members": new})
    assert added["data"] == {"added": 1, "skipped": 2}
    ids = [each["_id"] for each in members(app, audience)["members"]]
    (stranger,) = members(app, other)["members"]
    gone = app.data("DELETE", path, json={"memberIds": [ids[0], NOBODY, stranger["_id"]]})
    assert gone == {"deletedCount": 1}
    assert [each["_id"] for each in members(app, audience)["members"]] == ids[1:]
    assert members(app, other)["totalCount"] == 1


def test_members_are_searched(app: RecordsApp) -> None:
    """By a text in any column, or by the texts of certain columns; without either it is a 400."""
    path = f"{AUDIENCE}/{audience_of(app, 12)}/members/search"
    found = app.data("GET", path, params={"query": "PERSON 1"})
    assert [each["data"]["name"] for each in found["members"]] == [
        "Person 1",
        "Person 10",
        "Person 11",
    ]
    assert found["searchInfo"] == {
        "searchType": "general",
        "searchTerm": "PERSON 1",
        "searchFields": ["city", "name", "phone"],
        "totalResults": 3,
    }
    both = app.data("GET", path, params={"name": "person 1", "phone": "0011"})
    assert [each["data"]["name"] for each in both["members"]] == ["Person 11"]
    assert both["searchInfo"]["searchType"] == "multiple"
    assert both["searchInfo"]["searchFields"] == ["name", "phone"]
    assert app.request("GET", path).status_code == 400


def test_an_audience_that_is_needed_stays(app: RecordsApp) -> None:
    """It can be deleted once no campaign uses it, and its members with it."""
    campaign = campaign_of(app)
    (audience,) = app.data("GET", AUDIENCE)
    assert audience["hasCampaigns"] is True
    assert [each["_id"] for each in audience["campaigns"]] == [campaign]
    path = f"{AUDIENCE}/{audience['_id']}"
    assert app.request("DELETE", path).status_code == 400
    app.request("DELETE", f"{CAMPAIGN}/{campaign}")
    assert app.data("DELETE", path) == []
    for below in ("", "/members"):
        assert app.request("GET", path + below).status_code == 404


def test_a_campaign_takes_its_course(app: RecordsApp) -> None:
    """A draft; then it dials, talks and is completed, and its calls are in the log."""
    campaign = campaign_of(app, description="Sale")
    assert status(app, campaign) == "draft"
    reply = app.request("POST", f"{CAMPAIGN}/{campaign}/start")
    assert (reply.status_code, reply.json()["data"]["campaignId"]) == (202, campaign)
    assert status(app, campaign) == "processing"
    app.clock.now += 5
    assert status(app, campaign) == "running"
    app.clock.now += 10
    shown = app.data("GET", f"{CAMPAIGN}/{campaign}")
    assert shown["campaign"]["status"] == "completed"
    assert shown["metrics"] == {
        "total_participants": 3,
        "contacts_called": 3,
        "contacts_connected": 3,
    }
    assert [each["eventAction"] for each in shown["events"]] == ["started"]
    log = app.data("GET", "/atoms/v1/analytics/call-counts-log", params={"campaignId": campaign})
    assert {each["campaignName"] for each in log["calls"]} == {"Spring"}
    assert log["totalCalls"] == 3
    for action in ("start", "pause"):
        assert app.request("POST", f"{CAMPAIGN}/{campaign}/{action}").status_code == 400


def test_a_campaign_talks_to_each_by_name(app: RecordsApp) -> None:
    """The columns of the audience are variables of the calls."""
    campaign = campaign_of(app, count=1)
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    (log,) = app.data("GET", "/atoms/v1/conversation")["logs"]
    call = app.data("GET", f"/atoms/v1/conversation/{log['callId']}")
    assert call["variables"]["name"] == "Person 0"
    assert call["to"] == "+12025550000"


def test_a_paused_campaign_calls_the_rest_later(app: RecordsApp) -> None:
    """Calls that nobody has taken are called off, and made again when it is resumed."""
    app.state.settings = evolve(app.state.settings, plan_limits={"concurrentCalls": 2})
    campaign = campaign_of(app, count=5)
    path = f"{CAMPAIGN}/{campaign}"
    app.data("POST", f"{path}/start")
    app.clock.now += 5
    assert app.request("POST", f"{path}/pause").json() == {"status": True}
    shown = app.data("GET", path)
    assert shown["campaign"]["status"] == "paused"
    assert shown["campaign"]["cancelledCallsCount"] == 3
    assert shown["campaign"]["pausedAt"] == "2027-01-15T08:00:05.000Z"
    assert shown["metrics"]["contacts_called"] == 2
    app.clock.now += 100
    assert status(app, campaign) == "paused"
    assert app.data("POST", f"{path}/start")["message"] == "Campaign resumed"
    app.clock.now += 100
    shown = app.data("GET", path)
    assert (shown["campaign"]["status"], shown["metrics"]["contacts_connected"]) == ("completed", 5)
    actions = [each["eventAction"] for each in shown["events"]]
    assert actions == ["started", "paused", "resumed"]


def test_a_campaign_starts_at_its_time(app: RecordsApp) -> None:
    """One with a time is scheduled until then, and runs afterwards by itself."""
    campaign = campaign_of(app, scheduledAt="2027-01-15T09:00:00Z")
    assert status(app, campaign) == "scheduled"
    app.clock.now = START + 3601
    assert status(app, campaign) == "processing"
    app.clock.now += 60
    shown = app.data("GET", f"{CAMPAIGN}/{campaign}")
    assert shown["campaign"]["status"] == "completed"
    assert shown["events"][0]["triggerSource"] == "schedule"


def test_a_campaign_needs_a_time_that_is_one(app: RecordsApp) -> None:
    """Another text is a 400, and there is no campaign."""
    audience = audience_of(app, 1)
    agent = app.data("POST", "/atoms/v1/agent", json={"name": "Desk"})
    body = {"name": "Spring", "audienceId": audience, "agentId": agent, "scheduledAt": "tomorrow"}
    reply = app.request("POST", CAMPAIGN, json=body)
    assert reply.status_code == 400
    assert "scheduledAt" in reply.text
    assert app.data("GET", CAMPAIGN)["totalCampaignCount"] == 0


def test_recordings_are_where_the_campaign_was_made(app: RecordsApp) -> None:
    """The address of a call's recording has the host and the port that the client has."""
    campaign = campaign_of(app, 1)
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    app.clock.now += 20
    (call,) = app.data("GET", "/atoms/v1/conversation", params={"campaignIds": campaign})["logs"]
    url = app.data("GET", f"/atoms/v1/conversation/{call['callId']}")["recordingUrl"]
    assert url.startswith("http://sandbox/")


def test_who_was_not_reached_is_called_again(app: RecordsApp) -> None:
    """After the delay, as often as `maxRetries` says, and no more."""
    app.state.settings = evolve(app.state.settings, call_outcomes={"+12025550001": "no_answer"})
    campaign = campaign_of(app, count=2, maxRetries=1, retryDelay=1)
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    app.clock.now += 20
    assert status(app, campaign) == "running"
    app.clock.now += 60
    assert status(app, campaign) == "running"
    app.clock.now += 600
    shown = app.data("GET", f"{CAMPAIGN}/{campaign}")
    assert (shown["campaign"]["status"], shown["campaign"]["retryAttempts"]) == ("completed", 1)
    assert shown["metrics"]["contacts_connected"] == 1


def test_blocked_numbers_are_not_called(app: RecordsApp) -> None:
    """They are listed for every agent, in pages and by search, and campaigns leave them out."""
    blocked = ("+12025550001", "+12025550077")
    app.state.settings = evolve(app.state.settings, do_not_call=blocked)
    campaign = campaign_of(app, count=2)
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    metrics = app.data("GET", f"{CAMPAIGN}/{campaign}")["metrics"]
    assert metrics["contacts_called"] == 1
    listed = app.data("GET", "/atoms/v1/dnc", params={"sortField": "phoneNumber", "offset": "1"})
    assert [each["phoneNumber"] for each in listed["entries"]] == ["+12025550077"]
    assert (listed["pagination"]["total"], listed["pagination"]["hasMore"]) == (2, True)
    found = app.data("GET", "/atoms/v1/dnc", params={"search": "0001"})["entries"]
    assert [each["phoneNumber"] for each in found] == ["+12025550001"]
    assert app.request("GET", "/atoms/v1/dnc", params={"agentId": NOBODY}).status_code == 404


def test_campaigns_are_listed(app: RecordsApp) -> None:
    """In pages, by status and by a text in the name; the count of all is beside them."""
    ids = []
    for number in range(7):
        app.clock.now += 1
        ids.append(campaign_of(app, name=f"Campaign {number}"))
    app.data("POST", f"{CAMPAIGN}/{ids[2]}/start")
    first = app.data("GET", CAMPAIGN)
    assert [each["_id"] for each in first["campaigns"]] == ids[:1:-1]
    assert first["pagination"] == {
        "total": 7,
        "page": 1,
        "offset": 5,
        "hasMore": True,
        "totalPages": 2,
    }
    second = app.data("GET", CAMPAIGN, params={"page": 2})
    assert [each["_id"] for each in second["campaigns"]] == ids[1::-1]
    running = app.data("GET", CAMPAIGN, params={"status": "processing"})
    assert [each["_id"] for each in running["campaigns"]] == [ids[2]]
    assert running["totalCampaignCount"] == 7
    named = app.data("GET", CAMPAIGN, params={"search": "campaign 3"})["campaigns"]
    assert [each["_id"] for each in named] == [ids[3]]
    oldest = app.data("GET", CAMPAIGN, params={"sortOrder": "asc", "offset": 1})["campaigns"]
    assert [each["_id"] for each in oldest] == ids[:1]


@pytest.mark.parametrize("part", ["audienceId", "agentId", "phoneNumberIds"])
def test_a_campaign_needs_what_it_names(app: RecordsApp, part: str) -> None:
    """An unknown audience, agent or number is a 400, and there is no campaign."""
    wrong = [NOBODY] if part == "phoneNumberIds" else NOBODY
    body = {
        "name": "Spring",
        "audienceId": audience_of(app, 1),
        "agentId": app.data("POST", "/atoms/v1/agent", json={"name": "Desk"}),
        part: wrong,
    }
    assert app.request("POST", CAMPAIGN, json=body).status_code == 400
    assert app.data("GET", CAMPAIGN)["totalCampaignCount"] == 0


def test_an_unknown_campaign(app: RecordsApp) -> None:
    """It is a 400 or a 404, as the specification has it for each route."""
    path = f"{CAMPAIGN}/{NOBODY}"
    found = {
        "get": app.request("GET", path).status_code,
        "delete": app.request("DELETE", path).status_code,
        "start": app.request("POST", f"{path}/start").status_code,
        "pause": app.request("POST", f"{path}/pause").status_code,
        "results": app.request("GET", f"{path}/export/by-audience-member").status_code,
        "logs": app.request("GET", f"{path}/logs/export").status_code,
    }
    expected = {"get": 400, "delete": 404, "start": 404, "pause": 400, "results": 404, "logs": 400}
    assert found == expected


def test_a_running_campaign_stays(app: RecordsApp) -> None:
    """It must be paused before it is deleted."""
    campaign = campaign_of(app)
    path = f"{CAMPAIGN}/{campaign}"
    app.data("POST", f"{path}/start")
    assert app.request("DELETE", path).status_code == 400
    app.request("POST", f"{path}/pause")
    assert app.request("DELETE", path).json() == {"status": True}
    assert app.request("GET", path).status_code == 400


def test_results_by_member(app: RecordsApp) -> None:
    """Everybody is there, called or not, in JSON and in a table with the audience's columns."""
    app.state.settings = evolve(app.state.settings, do_not_call=("+12025550001",))
    campaign = campaign_of(app, count=2)
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    app.clock.now += 60
    path = f"{CAMPAIGN}/{campaign}/export/by-audience-member"
    reply = app.request("GET", path).json()
    assert (reply["campaign"], reply["totalAudienceMembers"]) == ("Spring", 2)
    first, second = reply["data"]
    assert (first["finalStatus"], first["totalAttempts"]) == ("completed", 1)
    assert first["originalCall"]["to"] == "+12025550000"
    assert (second["finalStatus"], second["originalCall"]) == ("not_called", None)
    table_rows = rows(app.send("GET", path, params={"format": "csv"}))
    assert [each["finalStatus"] for each in table_rows] == ["completed", "not_called"]
    assert [each["name"] for each in table_rows] == ["Person 0", "Person 1"]
    assert app.send("GET", path, params={"format": "xml"}).status_code == 400


def test_logs_as_a_table(app: RecordsApp) -> None:
    """One row for each call, with the figures that the campaign's calls have."""
    campaign = campaign_of(app, count=3)
    path = f"{CAMPAIGN}/{campaign}/logs/export"
    assert rows(app.send("GET", path)) == []
    app.data("POST", f"{CAMPAIGN}/{campaign}/start")
    app.clock.now += 60
    reply = app.send("GET", path)
    assert campaign in reply.headers["content-disposition"]
    found = rows(reply)
    assert [each["to"] for each in found] == [f"+1202555000{n}" for n in range(3)]
    assert {each["status"] for each in found} == {"completed"}
    assert all(float(each["cost"]) > 0 for each in found)
