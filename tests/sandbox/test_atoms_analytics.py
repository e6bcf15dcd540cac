"""Analytics of the sandbox, held against the calls that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from records_app import START, RecordsApp

from smallestai.sandbox import atoms

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "/atoms/v1/analytics"
ABSENT = "+12025550404"
DAY = {"date": "2027-01-15"}
RANGED = (
    "agent-performance",
    "attempt-cohort",
    "call-counts-by-day",
    "call-counts-log",
    "call-outcomes-timeseries",
    "call-volume-timeseries",
    "dashboard",
    "duration-stats",
    "hourly-performance",
    "phone-number-trends",
    "pickup-rate-by-number",
    "summary",
    "usage/timeseries",
    "weekly-trends",
)


class Office:
    """Two agents, of whom the first has called four times (once in vain), the second once."""

    def __init__(self, app: RecordsApp) -> None:
        self.app = app
        app.state.settings = evolve(app.state.settings, call_outcomes={ABSENT: "no_answer"})
        self.first, self.second = (
            app.data("POST", "/atoms/v1/agent", json={"name": name}) for name in ("One", "Two")
        )
        self.calls = [
            self.call(self.first, "+12025550001"),
            self.call(self.first, ABSENT),
            self.call(self.first, ABSENT),
        ]
        app.clock.now = START + 86400
        self.calls += [
            self.call(self.first, "+12025550002"),
            self.call(self.second, "+12025550001"),
        ]

    def call(self, agent: str, number: str) -> str:
        """Have a call, to its end; return its id."""
        body = {"agentId": agent, "phoneNumber": number}
        made: str = self.app.data("POST", "/atoms/v1/conversation/outbound", json=body)[
            "conversationId"
        ]
        self.app.clock.now += 60
        return made

    def read(self, name: str, **query: Any) -> Any:
        """Return the figures of one route."""
        return self.app.data("GET", f"{PATH}/{name}", params=query)


@pytest.fixture
def office() -> Iterator[Office]:
    with RecordsApp(atoms) as app:
        yield Office(app)


def test_calls_are_counted_by_day(office: Office) -> None:
    """Every day of the range is there, in order, with its calls; those without as 0."""
    counts = office.read("call-counts-by-day", dateFrom="2027-01-14T00:00:00Z")
    assert counts["callCountsByDay"] == [
        {"day": "2027-01-14", "count": 0},
        {"day": "2027-01-15", "count": 3},
        {"day": "2027-01-16", "count": 2},
    ]
    volume = office.read("call-volume-timeseries", dateFrom="2027-01-15T00:00:00Z")
    first, second = volume["dataPoints"]
    assert (first["totalCalls"], first["answeredCalls"], first["noAnswerCalls"]) == (3, 1, 2)
    assert (second["totalCalls"], second["answeredCalls"], second["noAnswerCalls"]) == (2, 2, 0)
    outcomes = office.read("call-outcomes-timeseries")
    assert outcomes["totals"] == {
        "answered": 3,
        "noAnswer": 2,
        "failed": 0,
        "cancelled": 0,
        "total": 5,
    }
    assert len(outcomes["dataPoints"]) == 31


def test_the_log_agrees_with_the_calls(office: Office) -> None:
    """Newest first, each with the figures that its record has."""
    log = office.read("call-counts-log")
    assert [each["callId"] for each in log["calls"]] == office.calls[::-1]
    for entry in log["calls"]:
        record = office.app.data("GET", f"/atoms/v1/conversation/{entry['callId']}")
        assert entry["callStatus"] == record["status"]
        assert entry["costSpent"] == record["callCost"]
        assert entry["callDurationMs"] == pytest.approx(record["duration"] * 1000)
    assert {each["agentName"] for each in log["calls"]} == {"One", "Two"}
    pages = [office.read("call-counts-log", page=n, limit=2)["calls"] for n in (1, 2, 3)]
    assert [each for page in pages for each in page] == log["calls"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"agentId": "second"}, 1),
        ({"callType": "telephony_outbound"}, 5),
        ({"callType": "webcall"}, 0),
        ({"campaignId": "0" * 24}, 0),
        ({"dateTo": "2027-01-15T23:59:59Z"}, 3),
        ({"dateFrom": "2027-01-16T00:00:00"}, 2),
        ({"dateFrom": "2027-01-15T10:00:00+02:00", "dateTo": "2027-01-15T08:00:30Z"}, 1),
    ],
)
def test_figures_are_of_the_calls_asked_for(
    office: Office, query: dict[str, str], count: int
) -> None:
    """Agent, campaign, kind and range choose the calls; a time without a zone is UTC."""
    asked = {name: office.second if value == "second" else value for name, value in query.items()}
    assert office.read("call-counts-log", **asked)["totalCalls"] == count
    assert office.read("duration-stats", **asked)["totalCalls"] == count
    assert office.read("summary", **asked)["totalCalls"]["current"] == count


@pytest.mark.parametrize(
    "query",
    [
        {"dateFrom": "soon"},
        {"dateTo": "0001-01-01T00:00:00Z"},
        {"dateFrom": "9999-12-31T00:00:00Z", "dateTo": "9999-12-31T23:00:00Z"},
        {"dateFrom": "2027-02-01T00:00:00Z", "dateTo": "2027-01-01T00:00:00Z"},
        {"dateFrom": "2000-01-01T00:00:00Z"},
    ],
)
def test_a_range_that_is_none_is_refused(office: Office, query: dict[str, str]) -> None:
    """A time that cannot be read or is far off, an end before the start, over a year: 400."""
    for name in RANGED:
        assert office.app.request("GET", f"{PATH}/{name}", params=query).status_code == 400, name


def test_a_summary_compares_with_what_was_before(office: Office) -> None:
    """The range before is as long; the change is in percent of it."""
    summary = office.read("summary", dateFrom="2027-01-16T00:00:00Z", dateTo="2027-01-17T00:00:00Z")
    assert summary["totalCalls"] == {"current": 2, "previous": 3, "percentChange": -33.33}
    assert summary["pickupRate"] == {"current": 100.0, "previous": 33.33, "percentChange": 200.03}
    assert summary["uniqueUsersReached"]["current"] == 2
    assert summary["previousPeriod"] == {"from": "2027-01-15", "to": "2027-01-15"}


def test_the_dashboard_is_made_of_the_other_figures(office: Office) -> None:
    """Each of its parts is what the part's own route answers."""
    board = office.read("dashboard")
    assert board == {
        "summary": office.read("summary"),
        "callVolumeTimeseries": office.read("call-volume-timeseries"),
        "callOutcomesTimeseries": office.read("call-outcomes-timeseries"),
        "pickupRateByNumber": office.read("pickup-rate-by-number"),
        "hourlyPerformance": office.read("hourly-performance"),
        "durationStats": office.read("duration-stats"),
    }


def test_lengths_of_calls(office: Office) -> None:
    """Only calls that were taken have one; all of these lasted nine seconds."""
    stats = office.read("duration-stats")
    assert stats["avgDurationMs"] == stats["medianDurationMs"] == stats["p95DurationMs"] == 9000
    assert stats["totalDurationMs"] == 27000
    assert (stats["shortCallsPercent"], stats["longCallsPercent"]) == (100.0, 0.0)
    nobody = office.read("duration-stats", callType="webcall")
    assert nobody["avgDurationMs"] == nobody["p90DurationMs"] == 0


def test_agents_are_ranked(office: Office) -> None:
    """By the figure asked for, best first unless it says otherwise, as many as asked for."""
    agents = office.read("agent-performance")["agents"]
    assert [each["agentId"] for each in agents] == [office.first, office.second]
    assert [each["totalCalls"] for each in agents] == [4, 1]
    best = office.read("agent-performance", sortBy="pickupRate", limit=1)["agents"]
    assert [each["agentId"] for each in best] == [office.second]
    worst = office.read("agent-performance", sortBy="pickupRate", sortOrder="asc")["agents"]
    assert worst[0]["agentId"] == office.first


def test_times_and_numbers(office: Office) -> None:
    """Calls by hour, by week, and by the number that they come from."""
    hours = office.read("hourly-performance")["hours"]
    assert [each["hour"] for each in hours] == list(range(24))
    assert [each["hour"] for each in hours if each["totalCalls"]] == [8]
    assert hours[8]["totalCalls"] == 5
    (week,) = office.read("weekly-trends")["weeks"]
    assert (week["weekStart"], week["totalCalls"], week["pickupRate"]) == ("2027-01-11", 5, 60.0)
    (number,) = office.read("pickup-rate-by-number")["numbers"]
    assert (number["totalCalls"], number["lastActiveDate"]) == (5, "2027-01-16")
    (trend,) = office.read("phone-number-trends")["trends"]
    assert trend["phoneNumber"] == number["phoneNumber"]
    assert [point["totalCalls"] for point in trend["dataPoints"]] == [3, 2]


def test_what_further_calls_gain(office: Office) -> None:
    """Calls to a number are its attempts; one counts as reached from its first answer on."""
    office.app.state.settings = evolve(office.app.state.settings, call_outcomes={})
    office.call(office.first, ABSENT)
    cohorts = office.read("attempt-cohort")
    assert (cohorts["totalUniqueNumbers"], cohorts["maxAttemptsSeen"]) == (3, 3)
    figures = [
        (each["attemptNumber"], each["totalCalls"], each["cumulativeAnswered"])
        for each in cohorts["cohorts"]
    ]
    assert figures == [(1, 3, 2), (2, 2, 2), (3, 1, 3)]
    assert cohorts["cohorts"][2]["marginalGain"] == 33.33
    assert cohorts["avgAttemptsToPickup"] == 1.67


def test_credits_by_day(office: Office) -> None:
    """Each day shows what its calls have cost, and the days add up."""
    usage = office.read("usage/timeseries", dateFrom="2027-01-14T00:00:00Z")
    days = {each["date"]: each["credits"] for each in usage["dayWiseCredits"]}
    assert days["2027-01-14"] == 0
    assert days["2027-01-16"] == pytest.approx(2 * days["2027-01-15"])
    assert usage["totalCredits"] == pytest.approx(sum(days.values()))


def test_a_day_minute_by_minute(office: Office) -> None:
    """Calls that ran, calls that began, and what became of them."""
    running = office.read("concurrency", **DAY, includeAgents="true")
    assert [point["minute"] for point in running["dataPoints"]] == ["08:00", "08:01", "08:02"]
    assert (running["peakConcurrent"], running["totalMinutes"]) == (1, 3)
    (agent,) = running["byAgent"]
    assert (agent["agentId"], agent["totalCalls"]) == (office.first, 3)
    assert "byAgent" not in office.read("concurrency", **DAY)
    begun = office.read("call-start-distribution", **DAY)
    assert begun["totalCalls"] == sum(point["callCount"] for point in begun["dataPoints"]) == 3
    day = office.read("daily-call-summary", **DAY)
    assert (day["totalCalls"], day["answeredCalls"], day["unansweredCalls"]) == (3, 1, 2)
    assert office.read("daily-call-summary", **DAY, agentId=office.second)["totalCalls"] == 0
    for name in ("concurrency", "call-start-distribution", "daily-call-summary"):
        for query in ({}, {"date": "today"}):
            assert office.app.request("GET", f"{PATH}/{name}", params=query).status_code == 400


def test_a_call_that_runs(office: Office) -> None:
    """It is in progress in the day's summary and runs in the minute of now."""
    body = {"agentId": office.first, "phoneNumber": "+12025550009"}
    office.app.data("POST", "/atoms/v1/conversation/outbound", json=body)
    office.app.clock.now += 5
    day = office.read("daily-call-summary", date="2027-01-16")
    assert (day["inProgressCalls"], day["totalCalls"]) == (1, 3)
    assert office.read("concurrency", date="2027-01-16")["dataPoints"][-1]["minute"] == "08:02"


def test_details_of_a_conversation(office: Office) -> None:
    """What was said, who said it, and when the call began and ended."""
    details = office.read(f"conversation-details/{office.calls[0]}")
    record = office.app.data("GET", f"/atoms/v1/conversation/{office.calls[0]}")
    assert [turn["text"] for turn in details["transcript"]] == [
        turn["content"] for turn in record["transcript"]
    ]
    assert [each["eventType"] for each in details["events"]] == ["call_start", "call_end"]
    assert (details["agentName"], details["callDurationMs"]) == ("One", 9000)
    assert office.app.request("GET", f"{PATH}/conversation-details/none").status_code == 404
