"""Logs and series of what the sandbox has served."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_app import START, RecordsApp

from smallestai.sandbox import analytics
from smallestai.sandbox.analytics import record
from smallestai.sandbox.analytics_series import Steps, TooManyStepsError, busiest

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "/waves/v1/analytics"
SERIES = (
    "asr/usage",
    "tts/usage",
    "tts/usage/credits",
    "tts/concurrency",
    "tts/ws-connections",
)
HOUR = 3600


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(analytics) as opened:
        yield opened


def log(app: RecordsApp, kind: str, **query: Any) -> Any:
    reply = app.request("GET", f"{PREFIX}/{kind}/logs", params=query)
    assert reply.status_code == 200, reply.text
    return reply.json()


def series(app: RecordsApp, name: str, **query: Any) -> Any:
    reply = app.request("GET", f"{PREFIX}/{name}/timeseries", params=query)
    assert reply.status_code == 200, reply.text
    return reply.json()


def test_a_synthesis_is_logged(app: RecordsApp) -> None:
    """The log shows what the request asked for, its length and its price, and nothing else."""
    body = {
        "text": "Good morning.",
        "voice_id": "meher",
        "model": "lightning_v3.1_pro",
        "speed": 1,
        "continue": True,
        "state": "x",
        "kind": "y",
        "credits": 0,
        "consistency": None,
        "enhancement": "much",
        "similarity": "nan",
        "language": None,
    }
    record(app.state, "tts", body, request_type="ws", sample_rate=24000, seconds=2.0)
    assert log(app, "tts")["data"] == [
        {
            "timestamp": "2027-01-15T07:59:58.000Z",
            "request_type": "ws",
            "model": "lightning_v3.1_pro",
            "voice_id": "meher",
            "text": "Good morning.",
            "text_len": 13,
            "credits": 13.0,
            "speed": 1.0,
            "sample_rate": 24000,
            "consistency": None,
        }
    ]


def test_a_transcription_is_logged(app: RecordsApp) -> None:
    """Words of a query become the types of the log."""
    query = {"model": "pulse", "language": "en", "word_timestamps": "true", "diarize": "false"}
    facts = {"request_id": "r1", "duration": 3, "file_size": 9600, "transcription": "Hello."}
    record(app.state, "asr", query, request_type="rest", emotions={"anger": 0.1}, **facts)
    (entry,) = log(app, "asr")["data"]
    expected = {"word_timestamps": True, "diarize": False, "duration": 3.0, "file_size": "9600"}
    assert {name: entry[name] for name in expected} == expected
    assert entry["emotions"] == '{"anger": 0.1}'


@pytest.mark.parametrize(("given", "shown"), [("ws", "ws"), ("rest", "rest"), ("sse", "rest")])
def test_how_a_request_came_in(app: RecordsApp, given: str, shown: str) -> None:
    """The log knows sockets and the rest."""
    record(app.state, "tts", text="x", request_type=given)
    assert log(app, "tts")["data"][0]["request_type"] == shown


def test_a_delivery_is_logged(app: RecordsApp) -> None:
    """It belongs to the account behind every key."""
    record(app.state, "webhook", attempt=2, response_status_code=200, status="delivered")
    (entry,) = log(app, "webhooks")["data"]
    assert (entry["attempt"], entry["status"]) == (2, "delivered")
    assert entry["org_id"]


def test_the_logs_are_kept_apart(app: RecordsApp) -> None:
    """What is recorded for one is in no other, and a socket is in none."""
    record(app.state, "tts", text="x")
    record(app.state, "tts_socket", seconds=1.0)
    assert [log(app, kind)["totalCount"] for kind in ("asr", "tts", "webhooks")] == [0, 1, 0]


def test_pages(app: RecordsApp) -> None:
    """The newest come first, fifty to a page unless told; a page beyond the last is empty."""
    for number in range(103):
        record(app.state, "tts", text=str(number))
    first = log(app, "tts")
    counts = {name: first[name] for name in ("status", "page", "pageSize", "totalCount")}
    assert counts == {"status": "success", "page": 1, "pageSize": 50, "totalCount": 103}
    assert first["totalPages"] == 3
    texts = [each["text"] for page in (1, 2, 3) for each in log(app, "tts", page=page)["data"]]
    assert texts == [str(number) for number in reversed(range(103))]
    assert [each["text"] for each in log(app, "tts", page=2, pageSize=2)["data"]] == ["100", "99"]
    assert log(app, "tts", page=4)["data"] == []
    assert log(app, "asr")["totalPages"] == 0


@pytest.mark.parametrize("query", [{"page": 0}, {"pageSize": 0}, {"pageSize": 101}, {"page": "x"}])
def test_pages_that_are_none(app: RecordsApp, query: dict[str, Any]) -> None:
    """They are refused, and the parameter is named."""
    reply = app.send("GET", f"{PREFIX}/tts/logs", params=query)
    assert reply.status_code == 400
    assert [issue["path"] for issue in reply.json()["error"]] == [[*query]]


def test_deleting_the_history_of_a_request(app: RecordsApp) -> None:
    """What was said is gone, that something was said stays; repeating it is harmless."""
    for request_id in ("r1", "r2"):
        record(app.state, "asr", request_id=request_id, transcription="Secret.", gender="male")
    for _ in range(2):
        reply = app.request("DELETE", f"{PREFIX}/asr/history/r1")
        assert (reply.status_code, reply.json()) == (200, {"status": "success"})
    assert app.request("DELETE", f"{PREFIX}/asr/history/unknown").status_code == 200
    kept, deleted = log(app, "asr")["data"]
    assert set(deleted) == set(kept)
    assert (kept["transcription"], kept["gender"]) == ("Secret.", "male")
    assert (deleted["transcription"], deleted["gender"]) == ("", "")
    assert series(app, "asr/usage")["totalRequestCount"] == 2


def test_counts_by_the_hour(app: RecordsApp) -> None:
    """Each request is counted in the hour in which it began."""
    for hours, texts in ((0, ("a", "bb")), (2, ("ccc",))):
        app.clock.now = START + hours * HOUR
        for text in texts:
            record(app.state, "tts", text=text)
    period = {"from": "2027-01-15T08:00:00Z", "to": "2027-01-15T10:30:00Z", "granularity": "hour"}
    assert series(app, "tts/usage", **period) == {
        "timestamps": [f"2027-01-15T{hour}:00:00.000Z" for hour in ("08", "09", "10")],
        "values": [2, 0, 1],
        "totalRequestCount": 3,
    }
    spent = series(app, "tts/usage/credits", **period)
    assert (spent["values"], spent["totalCredits"]) == ([3, 0, 3], 6)
    assert series(app, "asr/usage", **period)["values"] == [0, 0, 0]
    earlier = {**period, "to": "2027-01-15T09:59:59+00:00"}
    assert series(app, "tts/usage", **earlier)["totalRequestCount"] == 2


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have the machine stand in another time zone."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_counts_by_the_day(app: RecordsApp) -> None:
    """Days are those of UTC; times without a zone are of UTC, too, wherever the machine is."""
    record(app.state, "asr", request_id="a")
    counted = series(
        app, "asr/usage", **{"from": "2027-01-14T23:59", "to": "2027-01-15", "granularity": "day"}
    )
    assert counted["timestamps"] == ["2027-01-14T00:00:00.000Z", "2027-01-15T00:00:00.000Z"]
    assert counted["values"] == [0, 1]


@pytest.mark.parametrize("name", SERIES)
def test_the_usual_period(app: RecordsApp, name: str) -> None:
    """Without one a series is of the last day by hours, or of the last thirty by days."""
    for query, steps in (({}, 25), ({"granularity": "day"}, 31)):
        found = series(app, name, **query)
        assert len(found["timestamps"]) == len(found["values"]) == steps
        assert found["timestamps"][-1].startswith("2027-01-15")


def test_an_empty_period(app: RecordsApp) -> None:
    """One that ends before it begins has no steps."""
    found = series(app, "tts/usage", **{"from": "2027-01-15", "to": "2027-01-10"})
    assert found == {"timestamps": [], "values": [], "totalRequestCount": 0}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ({"from": "yesterday"}, "from"),
        ({"to": ""}, "to"),
        ({"granularity": "week"}, "granularity"),
        ({"from": "1970-01-01", "granularity": "hour"}, "from"),
    ],
)
def test_periods_that_are_refused(app: RecordsApp, query: dict[str, str], name: str) -> None:
    """What is no time, no width, or too much is a 400 that names the parameter."""
    reply = app.send("GET", f"{PREFIX}/tts/usage/timeseries", params=query)
    assert reply.status_code == 400
    assert [issue["path"] for issue in reply.json()["error"]] == [[name]]


def test_what_went_on_at_once(app: RecordsApp) -> None:
    """The most requests, and the most sockets, that were open together in an hour."""
    for kind, name in (("tts", "tts/concurrency"), ("tts_socket", "tts/ws-connections")):
        for later, seconds in ((60, 60), (90, 60), (300, 10), (2 * HOUR + 600, 2 * HOUR)):
            app.clock.now = START + later
            record(app.state, kind, seconds=seconds)
        period = {"from": "2027-01-15T07:00:00Z", "to": "2027-01-15T11:00:00Z"}
        assert series(app, name, **period)["values"] == [0, 2, 1, 1, 0]


def test_too_many_steps() -> None:
    """The limit itself is allowed."""
    assert Steps.between(0, 9_999 * HOUR, "hour").count == 10_000
    with pytest.raises(TooManyStepsError):
        Steps.between(0, 10_000 * HOUR, "hour")


moments = st.integers(0, 50).map(lambda number: number * HOUR / 4)


@given(st.lists(st.tuples(moments, moments).map(sorted).map(tuple), max_size=6), moments, moments)
def test_the_busiest_of_a_step(spans: list[tuple[float, float]], start: float, end: float) -> None:
    """It is the most that a look at every quarter of an hour would have found."""
    steps = Steps.between(start, end, "hour")
    looks = [
        max(
            sum(one <= first + quarter * HOUR / 4 <= other for one, other in spans)
            for quarter in range(4)
        )
        for first in steps.starts()
    ]
    assert busiest(steps, spans) == looks
