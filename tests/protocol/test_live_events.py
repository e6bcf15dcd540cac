"""The events of a call, without a network."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.errors import (
    APIConnectionError,
    APITimeoutError,
    RemoteProtocolError,
    SmallestError,
    api_error,
)
from smallestai.protocol.live_events import (
    AgentNote,
    CallStarted,
    Figure,
    LiveEvent,
    Metrics,
    NodeContext,
    NodeState,
    SpeechCompleted,
    StreamClosed,
    StreamOpened,
    Tokens,
    TurnLatency,
    UnknownEvent,
    UserTranscript,
)
from smallestai.protocol.live_events_frames import KINDS, event_of
from smallestai.protocol.live_events_stream import LiveEventReader

CALL = "CALL-1700000000000-a1b2c3"


def story() -> list[dict[str, Any]]:
    """Return a call, event by event, as the service tells it."""
    told: list[dict[str, Any]] = [
        {"event_type": "sse_init", "event_time": "2026-08-21T09:30:00Z"},
        *({"event_type": name} for name in KINDS if not name.startswith("sse_")),
    ]
    for number, event in enumerate(told[1:]):
        event["event_id"] = f"{CALL}_{number}_17000000000{number:02}"
        event["call_id"] = CALL
        event["timestamp"] = 1_700_000_000.25 + number
    return [*told, {"event_type": "sse_close", "event_time": "2026-08-21T09:31:00Z"}]


def wire(events: list[dict[str, Any]]) -> bytes:
    """Return events as the service sends them."""
    return b"".join(b"data: " + json.dumps(event).encode() + b"\n\n" for event in events)


def read(raw: dict[str, Any]) -> LiveEvent:
    return event_of(json.dumps(raw).encode())


def test_every_cut_of_the_bytes_gives_the_same_events() -> None:
    """Also between the two halves of a line end."""
    for end, step in ((b"\n", 1), (b"\r\n", 3)):
        data = wire(story()).replace(b"\n", end)
        whole = LiveEventReader().feed(data)
        assert len(whole) == len(story())
        for at in range(0, len(data) + 1, step):
            reader = LiveEventReader()
            assert reader.feed(data[:at]) + reader.feed(data[at:]) == whole


@settings(max_examples=30)
@given(st.lists(st.integers(0, 400), max_size=30))
def test_many_cuts_give_the_same_events(cuts: list[int]) -> None:
    """However small the pieces."""
    data, at, events = wire(story()), 0, []
    reader = LiveEventReader()
    for size in [*cuts, len(data)]:
        events += reader.feed(data[at : at + size])
        at += size
    assert [event.type for event in events] == [each["event_type"] for each in story()]
    assert reader.is_done


def test_each_kind_has_its_class() -> None:
    """All of the story are known, and have what all events have."""
    events = LiveEventReader().feed(wire(story()))
    assert {type(event) for event in events} == set(KINDS.values())
    started = next(event for event in events if isinstance(event, CallStarted))
    assert started.call_id == CALL
    assert started.time == datetime.fromtimestamp(1_700_000_000.25, UTC)
    assert isinstance(events[0], StreamOpened)
    assert isinstance(events[-1], StreamClosed)
    assert events[0].time == datetime(2026, 8, 21, 9, 30, tzinfo=UTC)
    assert events[-1].time == datetime(2026, 8, 21, 9, 31, tzinfo=UTC)


def test_a_broken_connection_repeats_nothing() -> None:
    """Cut anywhere and told again from anywhere before, every event comes once."""
    told = story()
    data = wire(told)
    for at in range(0, len(data), 37):
        reader = LiveEventReader()
        reader.connected()
        events = reader.feed(data[:at])
        reader.connected()
        events += reader.feed(data)
        assert [event.type for event in events] == [each["event_type"] for each in told]


def test_events_without_id_are_not_taken_for_one_another() -> None:
    """Only an id says that an event is the same."""
    reader = LiveEventReader()
    same = {"event_type": "agent_log", "call_id": CALL}
    assert len(reader.feed(wire([same, same]))) == 2


def test_names_and_ids_of_the_stream_are_not_trusted() -> None:
    """The data alone says what an event is."""
    data = b"event: sse_close\nid: 7\n" + wire([{"event_type": "call_start"}])
    reader = LiveEventReader()
    assert [type(event) for event in reader.feed(b": hello\n\n" + data)] == [CallStarted]
    assert not reader.is_done


def test_nothing_follows_the_end() -> None:
    """Whatever stands after ``sse_close`` is not read."""
    reader = LiveEventReader()
    events = reader.feed(wire([{"event_type": "sse_close"}, {"event_type": "call_start"}]))
    assert [type(event) for event in events] == [StreamClosed]
    assert reader.feed(wire([{"event_type": "call_start"}])) == []


@pytest.mark.parametrize("data", [b"", b"x", b"[1]", b"null", b'{"a":', b"\xff"])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    """It breaks the grammar; what it was is on the error."""
    with pytest.raises(RemoteProtocolError):
        event_of(data)


@pytest.mark.parametrize(
    ("told", "time"),
    [
        (1_700_000_000, datetime.fromtimestamp(1_700_000_000, UTC)),
        (1_700_000_000.5, datetime.fromtimestamp(1_700_000_000.5, UTC)),
        ("2026-08-21T09:30:00.250Z", datetime(2026, 8, 21, 9, 30, 0, 250_000, UTC)),
        ("2026-08-21T09:30:00", datetime(2026, 8, 21, 9, 30, tzinfo=UTC)),
        ("yesterday", None),
        (1e300, None),
        (None, None),
    ],
)
def test_times_in_either_form(told: Any, time: datetime | None) -> None:
    """Seconds since 1970 or ISO 8601; what is neither is no time."""
    assert read({"event_type": "call_start", "timestamp": told}).time == time


def test_figures_need_not_be_whole() -> None:
    """Milliseconds come with fractions, counts as numbers."""
    spoken = read({"event_type": "tts_completed", "tts_text": "hi", "tts_latency": 5.713})
    assert isinstance(spoken, SpeechCompleted)
    assert (spoken.text, spoken.latency) == ("hi", 5.713)
    turn = read(
        {
            "event_type": "turn_latency",
            "turn_latency": 1,
            "stt_api_ms": 12.5,
            "smart_turn_ms": None,
            "turn_index": 3.0,
            "interrupted": False,
        }
    )
    assert isinstance(turn, TurnLatency)
    assert (turn.seconds, turn.stt_api_ms, turn.smart_turn_ms, turn.turn_index) == (
        1,
        12.5,
        None,
        3,
    )


def test_metrics_are_a_list() -> None:
    """Of numbers and of tokens; an object, as the schema has it, is a list of one."""
    tokens = {"prompt_tokens": 3, "completion_tokens": 4.0, "total_tokens": 7}
    figures = [
        {"processor": "stt", "model": None, "value": 0.25},
        {"processor": "llm", "model": "electron", "value": tokens},
        {"processor": "x", "value": None},
    ]
    event = read({"event_type": "metrics", "metrics": figures})
    assert isinstance(event, Metrics)
    assert event.metrics == [
        Figure(processor="stt", value=0.25),
        Figure(
            processor="llm",
            model="electron",
            value=Tokens(prompt_tokens=3, completion_tokens=4, total_tokens=7),
        ),
        Figure(processor="x"),
    ]
    assert read({"event_type": "metrics", "metrics": figures[0]}) == Metrics(
        type="metrics", metrics=[Figure(processor="stt", value=0.25)]
    )


def test_nested_values() -> None:
    """A node has what was said at it; errors may be anything."""
    event = read(
        {"event_type": "agent_node_state", "node_id": "n", "context": {"user_response": "yes"}}
    )
    assert event == NodeState(
        type="agent_node_state", node_id="n", context=NodeContext(user_response="yes")
    )
    note = read({"event_type": "agent_error", "error": {"code": 1}, "metadata": [1]})
    assert note == AgentNote(type="agent_error", error={"code": 1}, metadata=[1])


@given(
    st.dictionaries(
        st.text(), st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
    )
)
def test_an_unknown_event_is_told_as_it_is(fields: dict[str, Any]) -> None:
    """The service may grow."""
    raw = {**fields, "event_type": "new", "event_id": "e1"}
    event = read(raw)
    assert isinstance(event, UnknownEvent)
    assert (event.type, event.event_id) == ("new", "e1")
    assert event.raw == msgspec.json.decode(json.dumps(raw))


@pytest.mark.parametrize("name", sorted(KINDS))
@pytest.mark.parametrize("wrong", [{"call_id": 5}, {"timestamp": {}}, {"event_id": []}])
def test_a_known_event_that_cannot_be_read(name: str, wrong: dict[str, Any]) -> None:
    """Is told as it is, rather than lost."""
    event = read({"event_type": name, "source": "x", **wrong})
    assert isinstance(event, UnknownEvent)
    assert (event.type, event.source, event.raw["event_type"]) == (name, "x", name)


@pytest.mark.parametrize("kind", [None, 5, True])
def test_an_event_without_a_name(kind: Any) -> None:
    """Has an empty one, or what can be made of it."""
    assert isinstance(read({"event_type": kind}), UnknownEvent)


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest ids are forgotten."""
    monkeypatch.setattr("smallestai.protocol.live_events_stream._REMEMBERED", 2)
    reader = LiveEventReader()
    ids = ["a", "b", "c", "c", "a"]
    events = reader.feed(wire([{"event_type": "agent_log", "event_id": each} for each in ids]))
    assert [event.event_id for event in events] == ["a", "b", "c", "a"]


# -- what to do after a connection


GONE = APIConnectionError("gone")
QUIET = APITimeoutError("quiet", timeout="between")


@pytest.mark.parametrize(
    ("error", "step"),
    [
        (None, "pause"),
        (GONE, "pause"),
        (QUIET, "at once"),
        (APITimeoutError("slow", timeout="first"), "pause"),
        (api_error(429, {}, b""), "pause"),
        (api_error(503, {}, b""), "pause"),
        (api_error(500, {}, b""), "pause"),
        (api_error(400, {}, b""), "raise"),
        (api_error(401, {}, b""), "raise"),
        (api_error(403, {}, b""), "raise"),
        (api_error(404, {}, b""), "raise"),
        (RemoteProtocolError("what"), "raise"),
    ],
)
def test_which_ends_are_worth_another_connection(error: SmallestError | None, step: str) -> None:
    """The table of `live_events_stream`."""
    assert LiveEventReader().after(error) == step


@pytest.mark.parametrize("kind", ["call_end", "call_cancelled"])
def test_a_refusal_after_the_call_is_the_end(kind: str) -> None:
    """The service tells nothing of calls that are over; other failures stay what they are."""
    reader = LiveEventReader()
    reader.feed(wire([{"event_type": kind}]))
    assert reader.after(GONE) == "pause"
    assert reader.after(api_error(400, {}, b"")) == "end"
    assert reader.after(api_error(404, {}, b"")) == "end"
    assert reader.after(api_error(401, {}, b"")) == "raise"


def test_after_the_end_comes_nothing() -> None:
    """However the connection ends then."""
    reader = LiveEventReader()
    reader.feed(wire([{"event_type": "sse_close"}]))
    for error in (None, GONE, QUIET, api_error(500, {}, b"")):
        assert reader.after(error) == "end"


def test_repetition_is_no_progress() -> None:
    """A connection that only tells again what is known has not moved."""
    reader = LiveEventReader()
    data = wire([{"event_type": "sse_init"}, {"event_type": "agent_log", "event_id": "a"}])
    reader.connected()
    assert not reader.is_moving
    assert len(reader.feed(data)) == 2
    assert reader.is_moving
    reader.connected()
    assert reader.feed(data) == []
    assert not reader.is_moving
    assert isinstance(reader.feed(wire([{"event_type": "user_transcription"}]))[0], UserTranscript)
