"""Every query parameter and header of Atoms: what it keeps, what it drops, and in which order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import SPECS, START, RecordsApp

from smallestai.sandbox import atoms, atoms_realtime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOBODY = "0" * 24
ANALYTICS = "/atoms/v1/analytics"
CALLS = "/atoms/v1/conversation"
SILENT, GIVEN_UP = "+442079460000", "+12025550133"
DAY = 86400


class World:
    """Things of each kind that is listed, by names; nothing is changed once it is furnished."""

    def __init__(self, app: RecordsApp) -> None:
        self.app = app
        self.ids: dict[str, str] = {}
        self._agents()
        self._calls()
        self._campaigns()
        self._actions()

    def labels(self, entries: list[dict[str, Any]], *keys: str) -> list[str]:
        """Return the names of entries, in their order; `keys` may hold their ids."""
        names = {value: name for name, value in self.ids.items()}
        found = [next(each[key] for key in keys if each.get(key)) for each in entries]
        return [names[each] for each in found]

    def filled(self, query: dict[str, Any]) -> dict[str, Any]:
        """Return a query with ids for the names in braces."""
        return {
            name: value.format(**self.ids) if isinstance(value, str) else value
            for name, value in query.items()
        }

    def _agents(self) -> None:
        for name in ("anna", "Bert", "cleo"):
            self.app.clock.now += 1
            self.ids[name] = self.app.data("POST", "/atoms/v1/agent", json={"name": name})
        shown = self.app.data("GET", f"/atoms/v1/agent/{self.ids['Bert']}")
        graph = {"type": "workflow_graph", "workflowGraph": {"nodes": [], "edges": []}}
        self.app.clock.now += 1
        self.app.request("PATCH", f"/atoms/v1/workflow/{shown['workflowId']}", json=graph)
        self.app.request("DELETE", f"/atoms/v1/agent/{self.ids['cleo']}/archive")
        path = f"/atoms/v1/agent/{self.ids['anna']}/branches"
        self.ids["main"] = self.app.data("GET", path)["branches"][0]["branch"]["_id"]
        self.ids["v1"] = self._agent("anna")["activeVersionId"]
        for number in (2, 3):
            self.app.clock.now += 1
            draft = f"{path}/{self.ids['main']}/draft"
            self.app.data("PUT", draft, json={"firstMessage": f"Greeting {number}"})
            self.app.data("POST", f"{draft}/publish")
            self.ids[f"v{number}"] = self._agent("anna")["activeVersionId"]
        edit = self.app.data("PUT", f"{path}/{self.ids['main']}/draft", json={"firstMessage": "?"})
        self.ids["draft"] = edit["draftId"]

    def _agent(self, name: str) -> dict[str, Any]:
        shown: dict[str, Any] = self.app.data("GET", f"/atoms/v1/agent/{self.ids[name]}")
        return shown

    def _dial(self, label: str, at: float, seconds: float, agent: str, **body: Any) -> None:
        """Place a call at a second of the world's, that lasts so long."""
        self.app.clock.now = START + at
        self.app.state.settings = evolve(self.app.state.settings, call_seconds=seconds)
        body = {"agentId": self.ids[agent], "phoneNumber": f"+1202555{at:04.0f}", **body}
        call = self.app.data("POST", f"{CALLS}/outbound", json=body)
        self.ids[label] = call["conversationId"]

    def _calls(self) -> None:
        """Place calls; two at times that are finer than any reply shows."""
        outcomes = {SILENT: "no_answer", GIVEN_UP: "busy"}
        self.app.state.settings = evolve(self.app.state.settings, call_outcomes=outcomes)
        self._dial("half", 60.0004, 40.0, "anna", versionId=self.ids["v1"])
        self._dial("silent", 120.2504, 10.0, "anna", phoneNumber=SILENT)
        self._dial("long", 180, 400.0, "Bert")
        self._dial("minutes", 240, 100.0, "Bert")
        self.app.clock.now = START + 300
        path = f"/atoms/v1/agent/{self.ids['anna']}/branches/{self.ids['main']}/test-call"
        self.app.state.settings = evolve(self.app.state.settings, call_seconds=10.0)
        self.ids["web"] = self.app.data("POST", path, json={})["callId"]

    def _campaigns(self) -> None:
        table = {"file": ("a.csv", f"phone,name\n{GIVEN_UP},Ada\n", "text/csv")}
        form = {"name": "All", "phoneNumberColumnName": "phone"}
        audience = self.app.data("POST", "/atoms/v1/audience", data=form, files=table)["_id"]
        named = {"agentId": self.ids["anna"], "audienceId": audience}
        more = {"maxRetries": 1, "retryDelay": 1}
        for name in ("Spring", "Autumn"):
            self.app.clock.now += 60
            body = {"name": name, **named, **more}
            self.ids[name] = self.app.data("POST", "/atoms/v1/campaign", json=body)["_id"]
        path = f"/atoms/v1/campaign/{self.ids['Spring']}"
        self.app.clock.now += 60
        self.app.data("POST", f"{path}/start")
        self.app.clock.now += 90
        self.app.data("GET", path)
        (result,) = self.app.request("GET", f"{path}/export/by-audience-member").json()["data"]
        self.ids["tried"] = result["originalCall"]["callId"]
        self.ids["again"] = result["retryAttempts"][0]["callId"]
        self._dial("later", DAY, 10.0, "anna")
        self._dial("running", DAY + 600, 60.0, "anna")
        self.app.clock.now += 30

    def _actions(self) -> None:
        for label, agent, category, provider in (
            ("one", "anna", "trigger", "crm"),
            ("two", "anna", "post-call", "crm"),
            ("three", "anna", "post-call", "mail"),
            ("four", "Bert", "trigger", "crm"),
        ):
            body = {"agentId": self.ids[agent], "category": category, "provider": provider}
            made = self.app.data("POST", "/atoms/v1/call-actions", json={**body, "config": {}})
            self.ids[label] = made["_id"]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with RecordsApp(atoms_realtime, atoms) as app:
        yield World(app)


LISTED = {
    "listAgents": ("/atoms/v1/agent", "agents", ("_id",)),
    "callsList": (CALLS, "logs", ("callId",)),
    "campaignsList": ("/atoms/v1/campaign", "campaigns", ("_id",)),
    "listCallActions": ("/atoms/v1/call-actions", "callActions", ("_id",)),
    "getAgentCallLogs": ("/atoms/v1/agent/{anna}/call-logs", "callLogs", ("callId",)),
    "agentVersioningRevisionsList": (
        *("/atoms/v1/agent/{anna}/branches/{main}/revisions", "revisions"),
        ("_id",),
    ),
    "getCallCountsLog": (f"{ANALYTICS}/call-counts-log", "calls", ("callId",)),
    "getAgentPerformance": (f"{ANALYTICS}/agent-performance", "agents", ("agentId",)),
}
"""Where a list is, the name of its entries, and where each has its id."""

EVERY = "running later again tried web minutes long silent half"
NEWEST = {"limit": 500}
ANNAS = "running later again tried web silent half"
FILTERS: list[tuple[str, dict[str, Any], str]] = [
    ("listAgents", {}, "Bert anna"),
    ("listAgents", {"search": "ANN"}, "anna"),
    ("listAgents", {"type": "workflow_graph"}, "Bert"),
    ("listAgents", {"type": "single_prompt"}, "anna"),
    ("listAgents", {"archived": "true"}, "cleo"),
    ("listAgents", {"archived": "false"}, "Bert anna"),
    ("listAgents", {"sortField": "createdAt", "sortOrder": "asc"}, "anna Bert"),
    ("listAgents", {"sortField": "createdAt", "sortOrder": "desc"}, "Bert anna"),
    ("listAgents", {"sortField": "updatedAt"}, "anna Bert"),
    ("listAgents", {"sortField": "updatedAt", "sortOrder": "asc"}, "Bert anna"),
    ("listAgents", {"sortField": "totalCalls"}, "anna Bert"),
    ("listAgents", {"sortField": "totalCalls", "sortOrder": "asc"}, "Bert anna"),
    ("listAgents", {"sortField": "name"}, "Bert anna"),
    ("listAgents", {"sortField": "name", "sortOrder": "asc"}, "anna Bert"),
    ("listAgents", {"sortField": "workflowType"}, "Bert anna"),
    ("listAgents", {"sortField": "workflowType", "sortOrder": "asc"}, "anna Bert"),
    ("listAgents", {"offset": 1, "page": 2}, "anna"),
    ("callsList", {}, "running later again tried web"),
    ("callsList", NEWEST, EVERY),
    ("callsList", {"limit": 2, "page": 2}, "again tried"),
    ("callsList", {**NEWEST, "agentIds": "{Bert}"}, "minutes long"),
    ("callsList", {**NEWEST, "agentIds": "{anna}"}, ANNAS),
    ("callsList", {**NEWEST, "agentIds": "{anna}, {Bert}"}, EVERY),
    ("callsList", {**NEWEST, "agentIds": NOBODY}, ""),
    ("callsList", {**NEWEST, "campaignIds": "{Spring}"}, "again tried"),
    ("callsList", {**NEWEST, "campaignIds": "{Autumn},{Spring}"}, "again tried"),
    ("callsList", {**NEWEST, "campaignIds": "{Autumn}"}, ""),
    ("callsList", {**NEWEST, "callTypes": "webcall"}, "web"),
    ("callsList", {**NEWEST, "callTypes": "telephony_outbound"}, EVERY.replace(" web", "")),
    ("callsList", {**NEWEST, "search": "5550133"}, "again tried"),
    ("callsList", {**NEWEST, "search": "{long}"}, "long"),
    ("callsList", {**NEWEST, "search": "5550100"}, EVERY.replace(" web", "")),
    ("callsList", {**NEWEST, "statusFilter": "no_answer"}, "silent"),
    ("callsList", {**NEWEST, "statusFilter": "failed,in_progress"}, "running again tried"),
    ("callsList", {**NEWEST, "statusFilter": "completed"}, "later web minutes long half"),
    ("callsList", {**NEWEST, "disconnectReasonFilter": "busy,no_answer"}, "again tried silent"),
    (
        *("callsList", {**NEWEST, "disconnectReasonFilter": "user_hangup"}),
        "later web minutes long half",
    ),
    ("callsList", {**NEWEST, "callAttemptFilter": "retry"}, "again"),
    ("callsList", {**NEWEST, "callAttemptFilter": "initial"}, EVERY.replace(" again", "")),
    ("callsList", {**NEWEST, "callAttemptFilter": "all"}, EVERY),
    ("callsList", {**NEWEST, "durationFilter": "5+"}, "long"),
    ("callsList", {**NEWEST, "durationFilter": "1-5,30-60"}, "minutes half"),
    ("callsList", {**NEWEST, "durationFilter": "0-30"}, "running later again tried web silent"),
    ("callsList", {**NEWEST, "versionFilter": "{v1}"}, "half"),
    ("callsList", {**NEWEST, "versionFilter": "{v3}"}, "running later again tried web silent"),
    ("callsList", {**NEWEST, "versionFilter": "{v2}"}, ""),
    ("callsList", {"dateTo": "2027-01-15T08:02:00.250Z"}, "silent half"),
    ("callsList", {"dateTo": "2027-01-15T08:02:00.249Z"}, "half"),
    ("callsList", {"dateFrom": "2027-01-16T09:00:00+01:00"}, "running later"),
    ("callsList", {"dateFrom": "2027-01-16T08:00:00.001Z"}, "running"),
    (
        "callsList",
        {"dateFrom": "2027-01-15T08:02:00.250Z", "dateTo": "2027-01-15T08:03"},
        "long silent",
    ),
    ("callsList", {"sortOrder": "asc"}, "half silent long minutes web"),
    ("callsList", {"sortBy": "createdAt", "sortOrder": "desc"}, "running later again tried web"),
    ("callsList", {"sortBy": "callDuration"}, "long minutes half running later"),
    ("callsList", {"sortBy": "updatedAt"}, "running later long again tried"),
    ("callsList", {"sortBy": "avgLatency", "limit": 3}, "long minutes half"),
    (
        "callsList",
        {"sortBy": "avgLatency", "sortOrder": "asc", "limit": 4},
        "silent tried again running",
    ),
    ("campaignsList", {}, "Autumn Spring"),
    ("campaignsList", {"status": "draft"}, "Autumn"),
    ("campaignsList", {"status": "completed"}, "Spring"),
    ("campaignsList", {"status": "failed"}, ""),
    ("campaignsList", {"search": "sPRI"}, "Spring"),
    ("campaignsList", {"sortField": "createdAt", "sortOrder": "asc"}, "Spring Autumn"),
    ("campaignsList", {"sortField": "updatedAt"}, "Spring Autumn"),
    ("campaignsList", {"sortField": "updatedAt", "sortOrder": "asc"}, "Autumn Spring"),
    ("campaignsList", {"offset": 1, "page": 2}, "Spring"),
    ("listCallActions", {"agentId": "{anna}"}, "three two one"),
    ("listCallActions", {"agentId": "{Bert}"}, "four"),
    ("listCallActions", {"agentId": "{anna}", "category": "post-call"}, "three two"),
    ("listCallActions", {"agentId": "{anna}", "provider": "crm"}, "two one"),
    ("listCallActions", {"agentId": "{anna}", "provider": "crm", "category": "trigger"}, "one"),
    ("listCallActions", {"agentId": "{anna}", "limit": 2, "page": 2}, "one"),
    ("getAgentCallLogs", {}, ANNAS),
    ("getAgentCallLogs", {"offset": 3, "page": 2}, "tried web silent"),
    ("agentVersioningRevisionsList", {}, "v3 v2 v1"),
    ("agentVersioningRevisionsList", {"limit": 1, "skip": 1}, "v2"),
    ("getCallCountsLog", {"limit": 2, "page": 3}, "web minutes"),
    ("getAgentPerformance", {}, "anna Bert"),
    ("getAgentPerformance", {"sortOrder": "asc"}, "Bert anna"),
    ("getAgentPerformance", {"sortBy": "pickupRate"}, "Bert anna"),
    ("getAgentPerformance", {"sortBy": "avgDuration", "sortOrder": "asc"}, "anna Bert"),
    ("getAgentPerformance", {"limit": 1}, "anna"),
]


@pytest.mark.parametrize(("operation", "query", "expected"), FILTERS)
def test_lists(world: World, operation: str, query: dict[str, Any], expected: str) -> None:
    """A list has those entries that a query asks for and no others, in the order asked for."""
    path, entries, keys = LISTED[operation]
    data = world.app.data("GET", path.format(**world.ids), params=world.filled(query))
    assert world.labels(data[entries], *keys) == expected.split()


def _sum(name: str, entries: str) -> Callable[[Any], float]:
    return lambda data: sum(each[name] for each in data[entries])


COUNTS: dict[str, tuple[str, Callable[[Any], float]]] = {
    "getAgentPerformance": ("agent-performance", _sum("totalCalls", "agents")),
    "getAttemptCohort": ("attempt-cohort", _sum("totalCalls", "cohorts")),
    "getCallCountsByDay": ("call-counts-by-day", _sum("count", "callCountsByDay")),
    "getCallCountsLog": ("call-counts-log", lambda data: data["totalCalls"]),
    "getCallOutcomesTimeseries": ("call-outcomes-timeseries", _sum("total", "dataPoints")),
    "getCallVolumeTimeseries": ("call-volume-timeseries", _sum("totalCalls", "dataPoints")),
    "getDashboard": ("dashboard", lambda data: data["durationStats"]["totalCalls"]),
    "getDurationStats": ("duration-stats", lambda data: data["totalCalls"]),
    "getHourlyPerformance": ("hourly-performance", _sum("totalCalls", "hours")),
    "getPickupRateByNumber": ("pickup-rate-by-number", _sum("totalCalls", "numbers")),
    "getPhoneNumberTrends": (
        "phone-number-trends",
        lambda data: sum(
            point["totalCalls"] for each in data["trends"] for point in each["dataPoints"]
        ),
    ),
    "getAnalyticsSummary": ("summary", lambda data: data["totalCalls"]["current"]),
    "getWeeklyTrends": ("weekly-trends", _sum("totalCalls", "weeks")),
}
"""How many calls a reply with figures is about."""
OF_NUMBERS = {"getPickupRateByNumber", "getPhoneNumberTrends"}
"""Figures by number, which leave out calls over the web."""
SPANS: list[tuple[dict[str, str], int, int]] = [
    ({}, 9, 1),
    ({"agentId": "{Bert}"}, 2, 0),
    ({"agentId": "{anna}"}, 7, 1),
    ({"agentId": NOBODY}, 0, 0),
    ({"campaignId": "{Spring}"}, 2, 0),
    ({"campaignId": "{Autumn}"}, 0, 0),
    ({"callType": "webcall"}, 1, 1),
    ({"callType": "telephony_outbound"}, 8, 0),
    ({"dateTo": "2027-01-15T08:02:00.250Z"}, 2, 0),
    ({"dateTo": "2027-01-15T08:02:00.249Z"}, 1, 0),
    ({"dateFrom": "2027-01-16T09:00:00+01:00"}, 2, 0),
    ({"dateFrom": "2027-01-16T08:00:00.001Z"}, 1, 0),
    ({"agentId": "{anna}", "dateFrom": "2027-01-15T08:02:00Z", "callType": "webcall"}, 1, 1),
]
"""A query, how many calls it is about, and how many of them are over the web."""


@pytest.mark.parametrize("operation", COUNTS)
def test_figures(world: World, operation: str) -> None:
    """Figures are about those calls that a query asks for, both ends of the range included."""
    name, count = COUNTS[operation]
    for query, calls, over_web in SPANS:
        data = world.app.data("GET", f"{ANALYTICS}/{name}", params=world.filled(query))
        assert count(data) == calls - (over_web if operation in OF_NUMBERS else 0), query


DAYS: dict[str, tuple[str, Callable[[Any], float]]] = {
    "getAnalyticsConcurrency": ("concurrency", lambda data: data["peakConcurrent"]),
    "getCallStartDistribution": ("call-start-distribution", lambda data: data["totalCalls"]),
    "getDailyCallSummary": ("daily-call-summary", lambda data: data["totalCalls"]),
}


@pytest.mark.parametrize(
    ("operation", "first", "second", "of_bert"),
    [
        ("getAnalyticsConcurrency", 3, 1, 2),
        ("getCallStartDistribution", 7, 2, 2),
        ("getDailyCallSummary", 7, 2, 2),
    ],
)
def test_days(world: World, operation: str, first: int, second: int, of_bert: int) -> None:
    """Figures of a day are about the calls of that day, and of one agent where it is named."""
    name, count = DAYS[operation]
    for query, expected in (
        ({"date": "2027-01-15"}, first),
        ({"date": "2027-01-16"}, second),
        ({"date": "2027-01-17"}, 0),
        ({"date": "2027-01-15", "agentId": "{Bert}"}, of_bert),
        ({"date": "2027-01-16", "agentId": "{Bert}"}, 0),
    ):
        data = world.app.data("GET", f"{ANALYTICS}/{name}", params=world.filled(query))
        assert count(data) == expected, query


def test_agents_beside_the_whole(world: World) -> None:
    """Concurrency has figures of each agent when they are asked for, and only then."""
    for asked, agents in (("true", {"anna", "Bert"}), ("false", set()), (None, set())):
        query = {"date": "2027-01-15"} | ({} if asked is None else {"includeAgents": asked})
        data = world.app.data("GET", f"{ANALYTICS}/concurrency", params=query)
        assert set(world.labels(data.get("byAgent", []), "agentId")) == agents


LEDGER: list[tuple[dict[str, Any], int]] = [
    ({}, 6),
    ({"type": "SIGNUP_BONUS"}, 1),
    ({"type": "USAGE_DEDUCTION"}, 5),
    ({"type": "COUPON_CREDIT"}, 0),
    ({"scope": "platform"}, 1),
    ({"scope": "voice_ai"}, 5),
    ({"scope": "voice_models"}, 0),
    ({"scope": "voice_ai", "type": "SIGNUP_BONUS"}, 0),
    ({"from": "2027-01-15T08:01:40.000Z"}, 5),
    ({"from": "2027-01-15T08:01:40.001Z"}, 4),
    ({"to": "2027-01-15T09:01:40+01:00"}, 2),
    ({"to": "2027-01-15T08:01:39.999Z"}, 1),
]


def ledger(world: World, query: dict[str, Any]) -> Any:
    """Return what the ledger has for a query."""
    return world.app.send("GET", "/payment/v1/credits/ledger", params=query).json()["data"]


@pytest.mark.parametrize(("query", "expected"), LEDGER)
def test_movements_of_credits(world: World, query: dict[str, Any], expected: int) -> None:
    """Movements are of the kind, the part and the time asked for, and so are their sums."""
    data = ledger(world, query)
    assert (data["total"], len(data["transactions"])) == (expected, expected)
    sums = data["summary"]["totalCreditsAdded"] - data["summary"]["totalCreditsConsumed"]
    assert sums == pytest.approx(sum(each["amount"] for each in data["transactions"]))
    for limit, offset in ((1, 0), (2, 1), (100, 3)):
        asked = {**query, "limit": limit, "offset": offset}
        some = ledger(world, asked)
        assert some["transactions"] == data["transactions"][offset : offset + limit]
        assert some["hasMore"] == (offset + limit < expected)


@pytest.mark.parametrize("query", [query for query, _ in LEDGER if {"from", "to"} & query.keys()])
def test_credits_by_day(world: World, query: dict[str, Any]) -> None:
    """Credits used in a range are those that the ledger has for it."""
    booked = ledger(world, query)
    names = {"from": "dateFrom", "to": "dateTo"}
    asked = {names[name]: value for name, value in query.items()}
    used = world.app.data("GET", f"{ANALYTICS}/usage/timeseries", params=asked)
    assert used["totalCredits"] == pytest.approx(booked["summary"]["totalCreditsConsumed"])


def test_no_call_is_in_two_periods(world: World) -> None:
    """A call at the very beginning of a range is not in the range before it."""
    query = {"dateFrom": "2027-01-16T08:00:00Z", "dateTo": "2027-01-16T08:00:10Z"}
    calls = world.app.data("GET", f"{ANALYTICS}/summary", params=query)["totalCalls"]
    assert (calls["current"], calls["previous"]) == (1, 0)


def test_settings_of_another_state(world: World) -> None:
    """An agent is shown as it is, as it was in a version, or as it is to be in a draft."""
    path = f"/atoms/v1/agent/{world.ids['anna']}"
    for query, source, greeting in (
        ({}, "active", "Greeting 3"),
        ({"versionId": "{v1}"}, "version", ""),
        ({"versionId": "{v2}"}, "version", "Greeting 2"),
        ({"draftId": "{draft}"}, "draft", "?"),
    ):
        shown = world.app.data("GET", path, params=world.filled(query))
        assert (shown["_configSource"], shown["firstMessage"]) == (source, greeting)
        assert shown["_resolvedConfig"]["firstMessage"] == greeting
        assert shown["activeVersionId"] == world.ids["v3"]
    for name, value in (("versionId", NOBODY), ("draftId", "{v1}"), ("versionId", "{draft}")):
        query = world.filled({name: value})
        assert world.app.request("GET", path, params=query).status_code == 400


def test_two_states_compared(world: World) -> None:
    """The first of two states is the old one, the second the new."""
    path = f"/atoms/v1/agent/{world.ids['anna']}/diff"
    for a, b, values in (
        ("{v1}", "{v2}", ("", "Greeting 2")),
        ("{v2}", "{v1}", ("Greeting 2", "")),
        ("{main}", "{draft}", ("Greeting 3", "?")),
    ):
        data = world.app.data("GET", path, params=world.filled({"a": a, "b": b}))
        (change,) = data["diffs"][0]["changes"]
        assert (change["oldValue"], change["newValue"]) == values
    assert world.app.request("GET", path, params={"a": NOBODY, "b": NOBODY}).status_code == 404


def test_a_call_that_is_a_test(world: World) -> None:
    """Only the header's own text marks it."""
    app = world.app
    before = app.state.store.list("calls")
    agent = {"agentId": world.ids["Bert"], "phoneNumber": "+12025550177"}
    for headers, is_test in (({"X-Test-Call": "true"}, True), ({}, False)):
        made = app.data("POST", f"{CALLS}/outbound", json=agent, headers=headers)
        log = app.data("GET", CALLS, params={"search": made["conversationId"]})["logs"][0]
        assert log["isTest"] is is_test
    for call in app.state.store.list("calls")[len(before) :]:
        app.state.store.delete("calls", call.id)


ELSEWHERE = {
    "archiveAgent": "test_atoms.py",
    "dncList": "test_atoms_campaigns.py",
    "exportCampaignResultsByAudienceMember": "test_atoms_campaigns.py",
    "getRequirements": "test_atoms_resources.py",
    "getStatus": "test_atoms_resources.py",
    "listAgentTemplates": "test_atoms.py",
    "listMembers": "test_atoms_campaigns.py",
    "searchMembers": "test_atoms_campaigns.py",
    "searchRentable": "test_atoms_resources.py",
    "subscribeToLiveEvents": "test_atoms_events.py",
    "webhooksList": "test_atoms_webhooks.py",
}
"""Where other parameters are held to their effect."""
HERE = {
    *("getAgent", "agentVersioningRevisionsDiff", "getLedger", "getUsageTimeseries"),
    "startOutboundCall",
}


def test_no_parameter_is_forgotten() -> None:
    """Every parameter of a route that acts is in a table above, or has a test of its own."""
    listed = {(operation, name) for operation, query, _ in FILTERS for name in query}
    spans = {name for query, _, _ in SPANS for name in query}
    listed |= {(operation, name) for operation in COUNTS for name in spans}
    listed |= {(operation, name) for operation in DAYS for name in ("date", "agentId")}
    listed.add(("getAnalyticsConcurrency", "includeAgents"))
    forgotten = {
        (each.id, parameter["name"])
        for each in SPECS.atoms.operations.values()
        for _, parameter in each.parameters
        if parameter["in"] in ("query", "header")
        and not re.search(r"/agent/{id}/(drafts|versions)", each.path)
        and each.id not in ELSEWHERE.keys() | HERE
    } - listed
    assert forgotten == set()
