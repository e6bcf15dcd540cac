"""Live events: what a call tells those who follow it, of both kinds of call."""

import itertools
from contextlib import ExitStack, contextmanager

import pytest
from agent_talk import CALLS, client_of

EVENTS = "/atoms/v1/events"
KINDS = {
    "sse_close",
    "call_start",
    "call_end",
    "user_interim_transcription",
    "user_transcription",
    "tts_completed",
    "llm_full_response_end",
    "turn_latency",
    "metrics",
    "agent_node_state",
    "hopping",
    "knowledgebase",
    "variable_extraction",
    "pre_call_api",
    "post_call_api",
    "agent_error",
    "agent_log",
    "tool_call_start",
    "tool_call_end",
    "tool_call_error",
    "call_recording",
}
SCRIPT = 'sandbox: -> find_order({"id": "A7"}) -> fly({})\nsandbox: It is on its way.'


@pytest.fixture(scope="module")
def client():
    settings = {"time_scale": 0.01, "agent_pace": None, "agent_call_seconds": 1e6}
    with client_of(plan_limits={"concurrentCalls": 1}, **settings) as made:
        yield made


@contextmanager
def followed(client, count=1, **fields):
    """Follow a call from before its beginning: it waits for the only line, which a session has."""
    agent = client.agent(firstMessage="Hello!", sessionTimeoutConfig={"timeoutTimeInSecs": 3600})
    with ExitStack() as stack:
        talk = stack.enter_context(client.talk(agent, mode="chat"))
        talk.answer()
        call_id = client.dial(agent, **fields)
        followers = [stack.enter_context(client.follow(call_id)) for _ in range(count)]
        talk.close()
        yield call_id, *followers


@pytest.fixture(scope="module")
def lasting():
    with client_of(call_seconds=1e6, agent_pace=None) as made:
        yield made


def found(events):
    return [event["event_type"] for event in events]


def test_an_outbound_call_tells_everything(client):
    """Every kind of event occurs, in a plausible order, up to `sse_close`."""
    with followed(client, variables={"order": "A7"}) as (_, events):
        told = [*events]
    assert {*found(told)} == KINDS
    order = [
        "pre_call_api",
        "call_start",
        "user_interim_transcription",
        "user_transcription",
        "llm_full_response_end",
        "tool_call_start",
        "tool_call_error",
        "tool_call_end",
        "post_call_api",
        "call_end",
        "call_recording",
        "sse_close",
    ]
    places = [found(told).index(kind) for kind in order]
    assert places[:4] == sorted(places[:4])
    assert places[5:] == sorted(places[5:])
    assert [told[place]["event_type"] for place in (0, -1)] == ["pre_call_api", "sse_close"]


def test_events_have_ids_and_times(client):
    """Ids count up from 0 and hold the time; times are Unix seconds that never go back."""
    with followed(client) as (call_id, events):
        told = [event for event in events if event["event_type"] != "sse_close"]
    for number, event in enumerate(told):
        identity, place, milliseconds = event["event_id"].rsplit("_", 2)
        assert (identity, place, event["call_id"]) == (call_id, str(number), call_id)
        assert abs(int(milliseconds) / 1000 - event["timestamp"]) < 0.002
    assert all(a["timestamp"] <= b["timestamp"] for a, b in itertools.pairwise(told))
    assert [each["event_id"] for each in client.ended(call_id)["events"]] == [
        each["event_id"] for each in told
    ]


def test_all_followers_get_the_same(client):
    """Two that follow one call are told the same events."""
    with followed(client, count=2) as (_, first, second):
        one, other = [*first], [*second]
    assert one[:-1] == other[:-1]


def test_only_active_calls_can_be_followed(client):
    """A call that has ended and one that never was are refused with 400, as is none at all."""
    with client_of(time_scale=1e-6) as fast:
        call_id = fast.dial(fast.agent())
        fast.ended(call_id)
        reply = fast.request("GET", EVENTS, params={"callId": call_id})
        assert (reply.status_code, reply.json()["status"]) == (400, False)
    for query in ({"callId": "CALL-1800000000000-abcdef"}, {}):
        assert client.request("GET", EVENTS, params=query).status_code == 400
    assert client.http.get(EVENTS, headers={"Authorization": ""}).status_code == 401


def test_a_call_that_is_called_off_ends_its_events(lasting):
    """`call_cancelled` and `call_end` come at once, then the stream closes."""
    call_id = lasting.dial(lasting.agent())
    with lasting.follow(call_id) as events:
        lasting.data("POST", f"{CALLS}/cancel", json={"callId": call_id, "reason": "done"})
        assert found(events) == ["call_cancelled", "call_end", "sse_close"]


def test_what_has_happened_before_is_not_told_again(lasting):
    """Whoever comes late is told of what happens from then on."""
    call_id = lasting.dial(lasting.agent())
    store = lasting.sandbox._running().store
    call = store.find("calls", "callId", call_id)
    store.update("calls", call.id, {"startsAt": call.created - 2e5})
    assert found(lasting.call(call_id)["events"])[:2] == ["pre_call_api", "call_start"]
    with lasting.follow(call_id) as events:
        lasting.data("POST", f"{CALLS}/cancel", json={"callId": call_id})
        assert found(events) == ["call_cancelled", "call_end", "sse_close"]


def test_a_call_in_the_queue_can_be_followed():
    """Its events begin when it gets a line."""
    with client_of(plan_limits={"concurrentCalls": 1}, call_seconds=1e6) as client:
        agent = client.agent()
        first, second = client.dial(agent), client.dial(agent)
        with client.follow(second) as events:
            client.data("POST", f"{CALLS}/{second}/cancel")
            assert found(events) == ["call_cancelled", "call_end", "sse_close"]
        with client.follow(first) as events:
            client.data("POST", f"{CALLS}/cancel", json={"callId": first})
            assert found(events)[-1] == "sse_close"


def test_the_socket_tells_everything_too(lasting):
    """What happens on the agent socket is told while it happens, a tool that fails included."""
    agent = lasting.agent(prompt=SCRIPT)
    with lasting.talk(agent, mode="chat") as talk:
        call_id = talk.answer()[0][0]["call_id"]
        with lasting.follow(call_id) as events:
            talk.send("session.update", tools=[{"name": "find_order"}])
            talk.say("Where is it?")
            asked = talk.until("function_call")[-1]
            told = list(
                itertools.takewhile(lambda each: each["event_type"] != "agent_error", events)
            )
            talk.send("function_call.result", call_id=asked["call_id"], output="sent")
            assert talk.answer()[1] == "It is on its way."
            talk.close()
            told += events
    assert told[0]["event_type"] == "user_interim_transcription"
    begun = {"pre_call_api", "call_start", "agent_log", "agent_error"}
    assert {*found(told)} == KINDS - begun
    said = [each["llm_text"] for each in told if each["event_type"] == "llm_full_response_end"]
    assert said == ["It is on its way."]
    kept = lasting.ended(call_id)["events"]
    assert {*found(kept)} == KINDS - {"sse_close"}
    assert [each["event_id"].rsplit("_", 2)[1] for each in kept] == [
        str(number) for number in range(len(kept))
    ]


def test_a_session_that_is_called_off_tells_it(lasting):
    """The followers of a session learn that it was called off."""
    with lasting.talk(lasting.agent(), mode="chat") as talk:
        call_id = talk.answer()[0][0]["call_id"]
        with lasting.follow(call_id) as events:
            lasting.data("POST", f"{CALLS}/cancel", json={"callId": call_id})
            told = found(events)
    assert told == ["call_cancelled", "post_call_api", "call_end", "sse_close"]


def test_whoever_leaves_disturbs_nobody(lasting):
    """A follower that goes early leaves the call and other followers as they are."""
    call_id = lasting.dial(lasting.agent())
    with lasting.follow(call_id) as events:
        with lasting.follow(call_id):
            pass
        lasting.data("POST", f"{CALLS}/cancel", json={"callId": call_id})
        assert found(events)[-1] == "sse_close"
