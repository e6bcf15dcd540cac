"""Calls placed in the sandbox: their course in time, and the records they leave."""

from __future__ import annotations

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from records_app import START, RecordsApp

from smallestai.sandbox import atoms, atoms_realtime
from smallestai.sandbox.atoms_calls_lines import place
from smallestai.sandbox.atoms_progress import ended, opening, progress, transcript
from smallestai.sandbox.replies import timestamp
from smallestai.sandbox.settings import Settings
from smallestai.sandbox.store import Document, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

AGENT = "/atoms/v1/agent"
CALLS = "/atoms/v1/conversation"
NOBODY = "0" * 24
NUMBER = "+14155550123"


@pytest.fixture
def app() -> Iterator[RecordsApp]:
    with RecordsApp(atoms) as opened:
        yield opened


@pytest.fixture
def agent(app: RecordsApp) -> str:
    return create(app)


def create(app: RecordsApp, **settings: Any) -> str:
    agent_id: str = app.data("POST", AGENT, json={"name": "Receptionist", **settings})
    return agent_id


def dial(app: RecordsApp, agent: str, **body: Any) -> str:
    body = {"agentId": agent, "phoneNumber": NUMBER, **body}
    call_id: str = app.data("POST", f"{CALLS}/outbound", json=body)["conversationId"]
    return call_id


def listed(app: RecordsApp, **query: Any) -> list[str]:
    return [each["callId"] for each in app.data("GET", CALLS, params=query)["logs"]]


def outbound(app: RecordsApp, **body: Any) -> httpx.Response:
    return app.request("POST", f"{CALLS}/outbound", json=body)


def test_an_outbound_call_is_placed(app: RecordsApp, agent: str) -> None:
    """The reply has the id of a call that can be read, of the agent, to the number."""
    call_id = dial(app, agent)
    assert re.fullmatch(r"CALL-1800000000000-[0-9a-f]{6}", call_id)
    call = app.data("GET", f"{CALLS}/{call_id}")
    assert (call["callId"], call["to"]) == (call_id, NUMBER)
    assert call["type"] == "telephony_outbound"
    assert call["agent"]["_id"] == agent
    assert call["agent"]["totalCalls"] == 1
    assert app.data("GET", f"{AGENT}/{create(app)}")["totalCalls"] == 0
    assert call["isTest"] is False
    assert call["voiceConfigUsed"]["voiceId"] == "nyah"
    assert call["slmModelUsed"] == "electron"
    assert app.data("GET", f"{CALLS}/{call['_id']}") == call


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({}, ["agentId: Required", "phoneNumber: Required"]),
        ({"agentId": NOBODY}, ["phoneNumber: Required"]),
        ({"phoneNumber": NUMBER}, ["agentId: Required"]),
    ],
)
def test_a_call_needs_agent_and_number(
    app: RecordsApp, body: dict[str, str], errors: list[str]
) -> None:
    """What is missing is named, one text each."""
    reply = outbound(app, **body)
    assert reply.status_code == 400
    assert reply.json() == {"status": False, "errors": errors}


def test_a_call_needs_an_agent_in_use(app: RecordsApp, agent: str) -> None:
    """An unknown agent is a 400 without `status`; an archived agent and a blank number are 400."""
    unknown = outbound(app, agentId=NOBODY, phoneNumber=NUMBER)
    assert (unknown.status_code, unknown.json()) == (400, {"errors": ["No agent found"]})
    assert outbound(app, agentId=agent, phoneNumber=" ").status_code == 400
    app.data("DELETE", f"{AGENT}/{agent}/archive")
    assert outbound(app, agentId=agent, phoneNumber=NUMBER).status_code == 400
    assert listed(app) == []


def test_variables_are_text_number_or_truth(app: RecordsApp, agent: str) -> None:
    """Variables of those kinds are kept over the agent's defaults; others are refused."""
    agent = create(app, defaultVariables={"shop": "north", "order": "none"})
    call_id = dial(app, agent, variables={"order": "A7", "amount": 12.5, "known": True})
    assert app.data("GET", f"{CALLS}/{call_id}")["variables"] == {
        "shop": "north",
        "order": "A7",
        "amount": 12.5,
        "known": True,
    }
    reply = outbound(app, agentId=agent, phoneNumber=NUMBER, variables={"order": ["A7"]})
    assert reply.json()["errors"] == ["variables.order: Invalid input"]


def test_a_test_call_is_marked(app: RecordsApp, agent: str) -> None:
    """The header marks the call; another value of it is refused."""
    body = {"agentId": agent, "phoneNumber": NUMBER}
    reply = app.request("POST", f"{CALLS}/outbound", json=body, headers={"x-test-call": "true"})
    call_id = reply.json()["data"]["conversationId"]
    assert app.data("GET", f"{CALLS}/{call_id}")["isTest"] is True
    reply = app.request("POST", f"{CALLS}/outbound", json=body, headers={"x-test-call": "no"})
    assert reply.status_code == 400


@pytest.mark.parametrize(
    ("elapsed", "status", "duration", "turns"),
    [
        (0, "pending", 0, 0),
        (0.99, "pending", 0, 0),
        (1, "in_progress", 0, 1),
        (4.7, "in_progress", 3.7, 3),
        (9.99, "in_progress", 8.99, 5),
        (10, "completed", 9, 5),
        (3600, "completed", 9, 5),
    ],
)
def test_a_call_takes_its_course(
    app: RecordsApp, agent: str, elapsed: float, status: str, duration: float, turns: int
) -> None:
    """A call of ten seconds rings for one, talks for nine and is then complete for good."""
    call_id = dial(app, agent)
    app.clock.now = START + elapsed
    call = app.data("GET", f"{CALLS}/{call_id}")
    assert (call["status"], call["duration"]) == (status, pytest.approx(duration))
    assert call["updatedAt"] == timestamp(START + min(elapsed, 10))
    assert len(call["transcript"]) == turns
    roles = ["agent", "user", "agent", "user", "agent"]
    assert [turn["role"] for turn in call["transcript"]] == roles[:turns]


def test_the_outcome_is_known_at_the_end(app: RecordsApp, agent: str) -> None:
    """Cost, analysis, latencies and the reason of the end appear with completion, not before."""
    late = ("callCost", "postCallAnalytics", "turnLatencyMetrics", "disconnectionReason")
    call_id = dial(app, agent)
    app.clock.now = START + 9
    assert not app.data("GET", f"{CALLS}/{call_id}").keys() & set(late)
    app.clock.now = START + 10
    call = app.data("GET", f"{CALLS}/{call_id}")
    assert call.keys() >= set(late)
    latencies = call["turnLatencyMetrics"]
    assert latencies["turns"] == len(latencies["transitions"]) == 2
    for each in latencies["transitions"]:
        assert each["bot_start"] - each["user_end"] == pytest.approx(each["latency"], abs=0.002)
    assert latencies["minLatency"] <= latencies["avgLatency"] <= latencies["maxLatency"]


def test_the_transcript_lies_within_the_call(app: RecordsApp, agent: str) -> None:
    """Turns have rising times between the call's start and its end."""
    call_id = dial(app, agent)
    app.clock.now = START + 10
    times = [turn["timestamp"] for turn in app.data("GET", f"{CALLS}/{call_id}")["transcript"]]
    assert times == sorted(set(times))
    assert "2027-01-15T08:00:00.000Z" <= times[0] <= times[-1] < "2027-01-15T08:00:10.000Z"


def test_the_agent_speaks_first_with_its_own_words(app: RecordsApp) -> None:
    """The first turn is the agent's first message, its variables filled in."""
    agent = create(app, firstMessage="Hello {{name}}, this is {{ shop }}. {{other}}")
    call_id = dial(app, agent, variables={"name": "Sam", "shop": "North"})
    app.clock.now = START + 10
    said = app.data("GET", f"{CALLS}/{call_id}")["transcript"][0]["content"]
    assert said == "Hello Sam, this is North. {{other}}"


def test_an_agent_without_a_first_message_greets(app: RecordsApp) -> None:
    """No first message still gives an opening."""
    assert opening("", {}) == opening("", {"name": "x"}) != ""


def test_progress_is_a_function_of_time() -> None:
    """The same record at the same time gives the same course, whatever was read before."""
    call = Document("1", START, START, {"opening": "Hi", "seconds": 4.0})
    early = progress(call, START + 1)
    progress(call, START + 100)
    assert progress(call, START + 1) == early
    assert transcript(call, early.turns)[0]["content"] == "Hi"
    assert progress(call, START - 1).status == "pending"


def test_reserved_variables_are_dropped(app: RecordsApp, agent: str) -> None:
    """Values for what the service sets itself count for nothing."""
    given = {"call_id": "x", "timezone": "x", "agent_gender": "x", "name": "Sam"}
    call_id = dial(app, agent, variables=given)
    assert app.data("GET", f"{CALLS}/{call_id}")["variables"] == {"name": "Sam"}


def test_time_may_run_faster() -> None:
    """With a scale the call is over sooner, while its seconds stay what they are."""
    call = Document("1", START, START, {"opening": "Hi", "seconds": 10.0, "scale": 0.1})
    assert progress(call, START + 0.05).status == "pending"
    middle = progress(call, START + 0.5)
    assert (middle.status, middle.talked) == ("in_progress", 4.0)
    assert progress(call, START + 1).talked == 9.0
    assert ended(call) == START + 1


def lines(*, limit: int, **outcomes: Any) -> RecordsApp:
    """Return an app with so many lines; calls take ten seconds."""
    app = RecordsApp(atoms_realtime, atoms)
    app.state.settings = Settings(
        call_seconds=10.0, plan_limits={"concurrentCalls": limit}, call_outcomes=outcomes
    )
    return app


def statuses(app: RecordsApp, calls: list[str]) -> list[str]:
    return [app.data("GET", f"{CALLS}/{each}")["status"] for each in calls]


def test_calls_wait_for_a_line() -> None:
    """Those that find none are in the queue, and get one in their order when others end."""
    with lines(limit=2) as app:
        agent = create(app)
        calls = []
        for second in range(5):
            app.clock.now = START + second
            calls.append(dial(app, agent))
        assert statuses(app, calls) == ["in_progress"] * 2 + ["in_queue"] * 3
        app.clock.now = START + 10.5
        assert statuses(app, calls) == ["completed", "in_progress", "pending"] + ["in_queue"] * 2
        app.clock.now = START + 19
        assert statuses(app, calls)[2:] == ["in_progress", "in_progress", "in_queue"]
        app.clock.now = START + 29.9
        assert statuses(app, calls)[2:] == ["completed", "completed", "in_progress"]
        app.clock.now = START + 30
        assert statuses(app, calls) == ["completed"] * 5


def test_a_call_that_is_called_off_gives_its_line_away() -> None:
    """The next in the queue begins at once; one that leaves the queue lets others move up."""
    with lines(limit=1) as app:
        agent = create(app)
        calls = [dial(app, agent) for _ in range(4)]
        app.clock.now = START + 5
        app.data("POST", f"{CALLS}/{calls[1]}/cancel")
        app.data("POST", f"{CALLS}/cancel", json={"callId": calls[0]})
        assert statuses(app, calls) == ["cancelled", "cancelled", "pending", "in_queue"]
        app.clock.now = START + 15
        assert statuses(app, calls)[2:] == ["completed", "pending"]
        queued = app.data("GET", f"{CALLS}/{calls[1]}")
        assert (queued["duration"], queued["transcript"], queued["events"][0]["event_type"]) == (
            0,
            [],
            "call_cancelled",
        )


def test_lines_are_not_given_by_an_old_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that is placed while another is called off moves up with those before it."""
    called_off, reading = threading.Event(), threading.Event()
    read = Store.list

    def read_and_wait(store: Store, collection: str, **options: Any) -> Any:
        found = read(store, collection, **options)
        if len(found) == 3 and not reading.is_set():
            reading.set()
            called_off.wait(0.3)  # unless that is made to wait for the end of this
        return found

    with lines(limit=1) as app, ThreadPoolExecutor(1) as pool:
        agent = app.state.store.get("agents", create(app))
        assert agent is not None
        running, _ = (place(app.state, agent, to=NUMBER) for _ in range(2))
        app.clock.now = START + 5
        monkeypatch.setattr(Store, "list", read_and_wait)
        placed = pool.submit(place, app.state, agent, to=NUMBER)
        assert reading.wait(20)
        app.data("POST", f"{CALLS}/cancel", json={"callId": running.body["callId"]})
        called_off.set()
        placed.result(20)
        begun = [call.body["startsAt"] for call in read(app.state.store, "calls")]
        assert begun == [START, START + 5, START + 15]


def test_a_room_takes_no_line() -> None:
    """A web call that nobody joins leaves the lines to others."""
    with lines(limit=1) as app:
        agent = create(app)
        app.data("POST", f"{CALLS}/webcall", json={"agentId": agent})
        assert statuses(app, [dial(app, agent)]) == ["pending"]


def test_more_calls_than_lines_free_none_too_early() -> None:
    """Where calls were placed regardless of the lines, the next waits until one is free indeed."""
    with lines(limit=1) as app:
        agent = create(app)
        first = app.state.store.find("calls", "callId", dial(app, agent))
        assert first is not None
        other = {**first.body, "callId": "CALL-1800000000001-abcdef", "seconds": 20.0}
        app.state.store.insert("calls", other)
        assert statuses(app, [last := dial(app, agent)]) == ["in_queue"]
        app.clock.now = START + 19.9
        assert statuses(app, [last]) == ["in_queue"]
        app.clock.now = START + 20
        assert statuses(app, [last]) == ["pending"]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [("no_answer", "no_answer"), ("busy", "failed"), ("failed", "failed")],
)
def test_some_numbers_do_not_answer(outcome: str, status: str) -> None:
    """A setting says which; the call rings, then it is over, free, and says why."""
    with lines(limit=1, **{NUMBER: outcome}) as app:
        agent = create(app)
        calls = [dial(app, agent), dial(app, agent, phoneNumber="+442079460000")]
        assert statuses(app, calls) == ["pending", "in_queue"]
        app.clock.now = START + 1
        assert statuses(app, calls) == [status, "pending"]
        call = app.data("GET", f"{CALLS}/{calls[0]}")
        assert (call["duration"], call["callCost"], call["transcript"]) == (0, 0, [])
        assert app.data("GET", CALLS, params={"disconnectReasonFilter": outcome})["logs"]
        assert call["recordingUrl"] is None


def test_an_unknown_call_is_a_404(app: RecordsApp) -> None:
    """A call that was never placed is not found."""
    reply = app.request("GET", f"{CALLS}/CALL-1800000000000-abcdef")
    assert (reply.status_code, reply.json()["status"]) == (404, False)


def test_calls_are_listed_in_pages(app: RecordsApp, agent: str) -> None:
    """Newest first, five a page unless `limit` says otherwise, with the place among the pages."""
    calls = []
    for _ in range(7):
        app.clock.now += 1
        calls.append(dial(app, agent))
    newest = calls[::-1]
    assert listed(app) == newest[:5]
    assert listed(app, page=2) == newest[5:]
    assert listed(app, sortOrder="asc", limit=3) == calls[:3]
    page = app.data("GET", CALLS, params={"limit": 3, "page": 2})["pagination"]
    assert page == {"total": 7, "page": 2, "limit": 3, "hasMore": True, "totalPages": 3}
    last = app.data("GET", CALLS, params={"limit": 3, "page": 3})["pagination"]
    assert last["hasMore"] is False
    assert app.data("GET", CALLS, params={"search": "none"})["pagination"]["totalPages"] == 0


@pytest.mark.parametrize("query", [{"page": 0}, {"limit": 501}, {"sortBy": "x"}, {"dateTo": "x"}])
def test_a_bad_query_is_refused(app: RecordsApp, query: dict[str, Any]) -> None:
    """A parameter out of its range is a 400 that names it."""
    reply = app.request("GET", CALLS, params=query)
    assert reply.status_code == 400
    assert reply.json()["errors"][0].split(":")[0] == next(iter(query))


def test_calls_are_filtered(app: RecordsApp) -> None:
    """Each filter keeps the calls that it names, several values joined by commas."""
    first, second = create(app), create(app)
    old = dial(app, first)
    app.clock.now = START + 60
    new = dial(app, second, phoneNumber="+442079460000")
    app.clock.now = START + 65
    version = app.data("GET", f"{AGENT}/{first}")["activeVersionId"]
    both = [new, old]
    for query, expected in (
        ({"agentIds": first}, [old]),
        ({"agentIds": f"{first},{second}"}, both),
        ({"agentIds": NOBODY}, []),
        ({"campaignIds": NOBODY}, []),
        ({"callTypes": "telephony_outbound"}, both),
        ({"callTypes": "webcall"}, []),
        ({"search": "7946"}, [new]),
        ({"search": old}, [old]),
        ({"statusFilter": "completed"}, [old]),
        ({"statusFilter": "pending,in_progress"}, [new]),
        ({"disconnectReasonFilter": "user_hangup"}, [old]),
        ({"versionFilter": version}, [old]),
        ({"durationFilter": "0-30"}, both),
        ({"durationFilter": "30-60,5+"}, []),
        ({"callAttemptFilter": "initial"}, both),
        ({"callAttemptFilter": "retry"}, []),
        ({"callAttemptFilter": "all"}, both),
        ({"dateFrom": "2027-01-15T08:00:30Z"}, [new]),
        ({"dateTo": "2027-01-15T08:00:30Z"}, [old]),
        ({"dateFrom": "2027-01-15T08:00:00.000Z", "dateTo": "2027-01-15T09:30:00+01:00"}, both),
        ({"dateFrom": "2027-01-16"}, []),
        ({"agentIds": first, "search": "7946"}, []),
    ):
        assert listed(app, **query) == expected, query


def test_first_attempts_and_later_ones(app: RecordsApp, agent: str) -> None:
    """A call that was tried again is still a first attempt; the one that tries it again is none."""
    first = dial(app, agent)
    body = app.state.store.list("calls")[0].body
    app.clock.now = START + 60
    later = "CALL-1800000000001-abcdef"
    app.state.store.insert("calls", {**body, "callId": later, "retryCallId": first})
    assert listed(app, callAttemptFilter="initial") == [first]
    assert listed(app, callAttemptFilter="retry") == [later]
    assert listed(app, callAttemptFilter="initial,retry") == [later, first]
    logs = app.data("POST", f"{CALLS}/search", json={"callIds": [first, later]})["logs"]
    assert [log["retryCount"] for log in logs] == [1, 0]


def test_a_list_is_read_at_once(
    app: RecordsApp, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How often the records are asked does not grow with the calls, so a long list stays quick."""

    def asked() -> int:
        count.clear()
        listed(app, limit=100)
        return len(count)

    count: list[str] = []
    run = Store._run
    monkeypatch.setattr(Store, "_run", lambda store, *sql: count.append(sql[0]) or run(store, *sql))
    dial(app, agent)
    few = asked()
    for _ in range(9):
        dial(app, agent)
    assert asked() == few


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set here")
def test_a_moment_without_a_zone_is_utc(
    app: RecordsApp, agent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The zone of the machine plays no part in a filter."""
    call_id = dial(app, agent)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert listed(app, dateFrom="2027-01-15T07:59:59", dateTo="2027-01-15T08:00:01") == [
            call_id
        ]
    time.tzset()


def test_calls_are_sorted(app: RecordsApp, agent: str) -> None:
    """Duration, latency and time of change are orders too; descending when not told."""
    done = dial(app, agent)
    app.clock.now = START + 60
    running = dial(app, agent)
    app.clock.now = START + 63
    assert listed(app, sortBy="callDuration") == [done, running]
    assert listed(app, sortBy="callDuration", sortOrder="asc") == [running, done]
    assert listed(app, sortBy="avgLatency") == [done, running]
    assert listed(app, sortBy="updatedAt") == [running, done]


def test_calls_are_found_by_their_ids(app: RecordsApp, agent: str) -> None:
    """Known ids are returned, unknown ones left out, and both counted."""
    call_id = dial(app, agent)
    dial(app, agent)
    found = app.data("POST", f"{CALLS}/search", json={"callIds": [call_id, "CALL-0-0"]})
    assert [each["callId"] for each in found["logs"]] == [call_id]
    assert (found["total"], found["requestedCount"]) == (1, 2)


@pytest.mark.parametrize("ids", [[], ["x"] * 101, "x", None])
def test_a_search_takes_one_to_a_hundred_ids(app: RecordsApp, ids: object) -> None:
    """Anything else is refused with the name of the field."""
    reply = app.request("POST", f"{CALLS}/search", json={"callIds": ids})
    assert reply.status_code == 400
    assert reply.json()["errors"][0].startswith("callIds")


def test_an_agents_call_log(app: RecordsApp, agent: str) -> None:
    """It holds the agent's own calls, newest first, in pages, each with status and duration."""
    dial(app, create(app))
    calls = [dial(app, agent) for _ in range(3)]
    app.clock.now = START + 10
    log = app.data("GET", f"{AGENT}/{agent}/call-logs", params={"offset": 2})
    assert [each["callId"] for each in log["callLogs"]] == calls[:0:-1]
    assert (log["totalCount"], log["page"], log["offset"]) == (3, 1, 2)
    first = log["callLogs"][0]
    assert (first["callStatus"], first["callDuration"]) == ("completed", 9)
    assert (first["callType"], first["toNumber"]) == ("telephony_outbound", NUMBER)
