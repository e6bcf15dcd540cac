"""The core of sessions with an agent, without a network."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from conversations.agent import Session, assert_error, assert_event, differences, frame_of, sessions
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.errors import (
    APIConnectionError,
    LocalProtocolError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
    StreamError,
    api_error,
)
from smallestai.protocol.agent import TRANSITIONS, AgentProtocol, State
from smallestai.protocol.agent_calls import Calls
from smallestai.protocol.agent_events import AudioDelta, Event, FunctionCall
from smallestai.protocol.agent_losses import is_passing

OF_SHELLS = {"client.tool_finished", "client.disconnected", "client.reconnected"}
TOOLS = {
    "note": {"name": "note", "expectsResponse": False},
    "slow": {"name": "slow", "timeout_ms": 1000},
}


def declared(names: list[str]) -> list[dict[str, Any]]:
    return [TOOLS.get(name, {"name": name}) for name in names]


def sent(protocol: AgentProtocol) -> list[dict[str, Any]]:
    """Return the frames to be written, decoded."""
    return [json.loads(frame) for frame in protocol.frames_to_send()]


def feed(protocol: AgentProtocol, kind: str, now: float = 0.0, **fields: Any) -> list[Event]:
    """Let the service send a frame."""
    return protocol.receive(json.dumps({"type": kind, **fields}), now)


def opened(*tools: str, input_format: str = "pcm_24000") -> AgentProtocol:
    """Return a session that is open."""
    protocol = AgentProtocol(declared(list(tools)))
    protocol.connected(input_format)
    feed(protocol, "session.created", session_id="s1", call_id="c1")
    protocol.frames_to_send()
    return protocol


class Player:
    """Plays a session against the core."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.protocol = AgentProtocol(declared(session.options.get("tools", [])))
        self.sent: list[str] = []
        self.events: list[Event] = []
        self.error: SmallestError | None = None
        self.hung_up = False

    def play(self) -> None:
        self.protocol.connected()
        for step in self.session.steps:
            try:
                self.take(step)
            except SmallestError as error:
                self.error = error
            self.sent += self.protocol.frames_to_send()

    def take(self, step: dict[str, Any]) -> None:
        protocol = self.protocol
        if "client" in step:
            assert differences(step["client"], self.sent.pop(0)) == {}
        elif "server" in step:
            events = protocol.receive(frame_of(step), 1.0)
            self.events += [] if self.hung_up or self.is_opening() else events
        elif "refuse" in step:
            self.error = api_error(step["refuse"][0], {}, step["refuse"][1].encode())
        elif "close" in step or "drop" in step:
            protocol.receive_close(*step.get("close", (1006, "gone")))
        elif "connect" in step:
            self.reconnect()
        elif "tool" in step:
            protocol.send_output(step["tool"], step["output"], 2.0)
        elif "caller" in step:
            self.act(step)
        elif "event" in step and step["event"] not in OF_SHELLS:
            assert_event(step, self.events.pop(0))

    def is_opening(self) -> bool:
        """Whether a shell would drop what happens: an attempt that fails has no events."""
        return self.protocol.state is State.GREETING

    def reconnect(self) -> None:
        assert self.error is not None
        assert is_passing(self.error)
        self.error = None
        self.protocol.disconnected()
        self.protocol.connected()

    def act(self, step: dict[str, Any]) -> None:
        protocol = self.protocol
        match step["caller"]:
            case "audio":
                protocol.send_audio(bytes(step["bytes"]))
            case "text":
                protocol.send_text(step["text"])
            case "tools":
                protocol.update_tools(declared(step["tools"]))
            case "output":
                output = json.dumps(step["output"], separators=(",", ":"))
                protocol.send_output(step["call_id"], output, 2.0)
            case "close":
                protocol.close()
                self.hung_up = True


@pytest.mark.parametrize("session", sessions(), ids=lambda each: each.name)
def test_session(session: Session) -> None:
    """Every recorded session gives the frames, the events and the error it names."""
    player = Player(session)
    player.play()
    assert player.sent == []
    assert_error(session.error, player.error)
    if session.error is None:
        assert player.events == []
        assert player.protocol.state is State.ENDED


def test_a_final_error_is_not_passing() -> None:
    """Where a session ends with an error though more tries were left, none is worth while."""
    for session in sessions():
        tries = session.options.get("max_retries", 0)
        player = Player(session)
        player.play()
        if player.error is not None and session.connections <= tries:
            assert not is_passing(player.error), session.name


# -- closes


@pytest.mark.parametrize(
    ("code", "said", "retried"),
    [
        (1000, None, False),
        (1001, None, True),
        (1006, None, True),
        (1008, None, False),
        (4000, None, True),
        (4000, "internal_error", True),
        (4000, "worker_not_ready", True),
        (4000, "503", True),
        (4000, 503, True),
        (4000, "400", False),
        (4000, "404", False),
        (4000, "something_new", False),
        (4401, None, False),
        (4403, None, False),
    ],
)
def test_which_closes_are_worth_another_try(code: int, said: Any, retried: bool) -> None:
    """The table of `agent_losses`, while the session begins."""
    protocol = AgentProtocol()
    protocol.connected()
    if said is not None:
        feed(protocol, "error", code=said, message="why")
    with pytest.raises(StreamClosedError) as caught:
        protocol.receive_close(code, "")
    assert caught.value.close_code == code
    assert is_passing(caught.value) is retried
    assert caught.value.code == (None if said is None else str(said))


@pytest.mark.parametrize(
    ("error", "retried"),
    [
        (api_error(401, {}, b""), False),
        (api_error(403, {}, b""), False),
        (api_error(400, {}, b""), False),
        (api_error(429, {}, b""), True),
        (api_error(503, {}, b""), True),
        (APIConnectionError("gone"), True),
        (StreamError("no"), False),
        (LocalProtocolError("no"), False),
    ],
)
def test_which_refusals_are_worth_another_try(error: SmallestError, retried: bool) -> None:
    """What would come again is final."""
    assert is_passing(error) is retried


def test_a_loss_names_the_call_and_what_to_do() -> None:
    """The error has the call's id, and the hint that its status has elsewhere."""
    protocol = opened()
    feed(protocol, "error", code="404", message="No agent found")
    with pytest.raises(StreamClosedError, match="No agent found") as caught:
        protocol.receive_close(4000, "")
    assert caught.value.request_id == "c1"
    assert "Check the id" in str(caught.value)


def test_a_loss_is_judged_by_its_own_connection() -> None:
    """What was said over the one before says nothing."""
    protocol = opened()
    feed(protocol, "error", code="404", message="No agent found")
    for code in ("404", None):
        with pytest.raises(StreamClosedError) as caught:
            protocol.receive_close(4000, "")
        assert caught.value.code == code
        protocol.disconnected()
        protocol.connected()


@pytest.mark.parametrize("code", [1001, 1005, 1006])
def test_a_failed_setup_is_no_goodbye(code: int) -> None:
    """After any other reason the connection may end as it likes."""
    protocol = opened()
    feed(protocol, "session.closed", reason="setup_failed")
    with pytest.raises(StreamClosedError):
        protocol.receive_close(code, "")
    feed(protocol, "session.closed", reason="timeout")
    protocol.receive_close(code, "")
    assert protocol.state is State.ENDED


# -- audio


@settings(max_examples=50)
@given(st.binary(max_size=9000), st.lists(st.integers(0, 2500), max_size=8))
def test_cuts_make_no_difference(pcm: bytes, cuts: list[int]) -> None:
    """Audio cut anywhere arrives whole, in frames of whole samples and 40 ms at most."""
    protocol = opened()
    at = 0
    for size in [*cuts, len(pcm)]:
        protocol.send_audio(pcm[at : at + size])
        at += size
    audio = [base64.b64decode(frame["audio"]) for frame in sent(protocol)]
    assert all(0 < len(each) <= 1920 and len(each) % 2 == 0 for each in audio)
    assert b"".join(audio) == pcm[: len(pcm) // 2 * 2]


def test_audio_without_a_session_is_counted() -> None:
    """What cannot be sent is dropped, never kept for a call that comes later."""
    protocol = AgentProtocol()
    protocol.send_audio(bytes(10))
    protocol.send_packet(bytes(3))
    protocol.connected()
    protocol.send_audio(bytes(4))
    feed(protocol, "session.created")
    assert sent(protocol) == []
    assert protocol.dropped == 17


def test_packets_go_as_they_are() -> None:
    """One packet, one frame."""
    protocol = opened(input_format="opus_48000")
    protocol.send_packet(b"abc")
    assert sent(protocol) == [{"type": "input_audio_buffer.append", "audio": "YWJj"}]


def test_a_new_connection_begins_with_whole_samples() -> None:
    """Half a sample of the old connection is not put before the new one's."""
    protocol = opened()
    protocol.send_audio(b"\1\2\3")
    feed(protocol, "output_audio.delta", audio=base64.b64encode(b"abc").decode())
    protocol.disconnected()
    protocol.connected("pcm_8000")
    feed(protocol, "session.created", sample_rate=8000)
    protocol.frames_to_send()
    protocol.send_audio(b"\5\6")
    assert [base64.b64decode(each["audio"]) for each in sent(protocol)] == [b"\5\6"]
    (event,) = feed(protocol, "output_audio.delta", audio=base64.b64encode(b"de").decode())
    assert isinstance(event, AudioDelta)
    assert event.data == b"de"
    assert protocol.output_rate == 8000


def test_an_interrupted_turn_leaves_no_half_sample() -> None:
    """The next turn begins with a whole one."""
    protocol = opened()
    feed(protocol, "output_audio.delta", audio=base64.b64encode(b"abc").decode())
    feed(protocol, "interruption")
    (event,) = feed(protocol, "output_audio.delta", audio=base64.b64encode(b"de").decode())
    assert event == AudioDelta(data=b"de", turn=1)
    assert repr(event) == "AudioDelta(data=<2 bytes>, turn=1)"


# -- functions


def test_results_are_sent_while_somebody_waits() -> None:
    """In time, once, and only for calls that there were."""
    protocol = opened("slow", "other")
    for call_id, name in (("a", "slow"), ("b", "other"), ("c", "slow")):
        feed(protocol, "function_call", now=100.0, call_id=call_id, name=name, arguments={})
    assert protocol.send_output("a", "1", 101.0)
    assert not protocol.send_output("a", "1", 101.0)
    assert not protocol.send_output("c", "3", 101.1)
    assert protocol.send_output("b", "2", 115.0)
    assert not protocol.send_output("unknown", "4", 100.0)
    assert [frame["call_id"] for frame in sent(protocol)] == ["a", "b"]


def test_calls_of_a_lost_session_are_nobodys() -> None:
    """Another session knows nothing of them."""
    protocol = opened("slow")
    feed(protocol, "function_call", call_id="a", name="slow")
    protocol.disconnected()
    protocol.connected()
    feed(protocol, "session.created")
    assert [frame["type"] for frame in sent(protocol)] == ["session.update"]
    assert not protocol.send_output("a", "1", 0.0)


def test_a_late_call_is_the_one_that_was_due_first() -> None:
    """Where the service does not say which call it gave up."""
    calls = Calls([{"name": "long", "timeout_ms": 60_000}, {"name": "short", "timeout_ms": 5}])
    calls.called("1", "long", 0.0)
    calls.called("2", "short", 0.5)
    calls.late(None)
    assert not calls.answered("2", 0.6)
    calls.late("1")
    calls.late(None)
    assert not calls.answered("1", 0.6)


def test_times_out_of_range_are_held_to_it() -> None:
    """As the service does."""
    calls = Calls([{"name": "a", "timeout_ms": 5}, {"name": "b", "timeout_ms": 999_999}])
    calls.called("1", "a", 0.0)
    calls.called("2", "b", 0.0)
    assert calls.answered("1", 1.0)
    assert not calls.answered("2", 60.1)


@pytest.mark.parametrize(
    ("given", "read"), [('{"a": 1}', {"a": 1}), ("", {}), ("no", "no"), (None, None), ([1], [1])]
)
def test_arguments(given: Any, read: Any) -> None:
    """Arguments are an object; one that comes as text is read."""
    (event,) = feed(opened(), "function_call", call_id="k", name="f", arguments=given)
    assert isinstance(event, FunctionCall)
    assert event.arguments == read


# -- states and frames


def test_calls_out_of_turn_change_nothing() -> None:
    """A call that is not allowed now is refused."""
    protocol = AgentProtocol()
    with pytest.raises(LocalProtocolError):
        protocol.send_text("x")
    protocol.connected()
    with pytest.raises(LocalProtocolError):
        protocol.connected()
    assert protocol.state is State.GREETING
    protocol.close()
    with pytest.raises(LocalProtocolError):
        protocol.connected()
    with pytest.raises(LocalProtocolError):
        protocol.disconnected()
    assert protocol.state is State.ENDED
    protocol.end()
    protocol.close()
    assert protocol.frames_to_send() == []


def test_closing_is_asked_for_once_and_any_close_will_do() -> None:
    """The service may answer in any way."""
    protocol = opened()
    protocol.close()
    assert protocol.state is State.CLOSING
    assert [frame["type"] for frame in sent(protocol)] == ["session.close"]
    protocol.close()
    assert protocol.frames_to_send() == []
    protocol.receive_close(4000, "whatever")
    assert protocol.state is State.ENDED


def test_a_goodbye_that_was_asked_for_is_the_end() -> None:
    """Nobody waits for the close after it."""
    protocol = opened()
    protocol.close()
    feed(protocol, "session.closed", reason="client_requested")
    assert protocol.state is State.ENDED


def test_every_state_is_in_the_table() -> None:
    """And nothing leads out of the end."""
    assert set(TRANSITIONS) == set(State)
    assert set(TRANSITIONS[State.ENDED].values()) == {State.ENDED}


@pytest.mark.parametrize("frame", ["", "[]", "1", '"x"', b"\xff", '{"type":"error","message":1}'])
def test_broken_frames_are_refused(frame: str | bytes) -> None:
    """What is no object, or a known frame that cannot be, is the service's fault."""
    with pytest.raises(RemoteProtocolError):
        opened().receive(frame, 0.0)


@settings(max_examples=50)
@given(st.dictionaries(st.text(), st.none() | st.integers() | st.text() | st.lists(st.integers())))
def test_any_object_of_an_unknown_kind_is_told(raw: dict[str, Any]) -> None:
    """The service may grow."""
    (event,) = opened().receive(json.dumps({**raw, "type": "x.new"}), 0.0)
    assert event.type == "x.new"
