"""The core of speech to speech, without a network."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from conversations.hydra import OF_SHELLS, Session, assert_event, differences, frame_of, sessions
from hypothesis import given
from hypothesis import strategies as st

from smallestai._config import Config
from smallestai._tools import text_of, tool_of
from smallestai.errors import LocalProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.hydra import HEARTBEAT, HELD, TRANSITIONS, HydraProtocol, State
from smallestai.protocol.hydra_events import AudioDelta, Event
from smallestai.protocol.hydra_losses import loss_of
from smallestai.protocol.ledger import Ledger, Unheard
from smallestai.waves._hydra_settings import wanted

CONFIG = Config("sk_test_0123456789")
SETTINGS: dict[str, Any] = {
    "model": "hydra-v1.1",
    "instructions": None,
    "voice": None,
    "tools": None,
    "generate_initial_response": None,
    "tool_deadline": 5.0,
    "reconnects": 10,
    "token": None,
    "timeout": None,
}


def weather(city: str) -> dict[str, Any]:
    """Tell the weather of a city."""
    return {"city": city, "temp": 21}


TOOLS: dict[str, Any] = {
    "weather": weather,
    "slow": {"name": "slow"},
    "fail": {"name": "fail"},
    "by_hand": {"name": "by_hand"},
}


def sent(protocol: HydraProtocol) -> list[dict[str, Any]]:
    """Return the frames to be written, decoded."""
    return [json.loads(frame) for frame in protocol.frames_to_send()]


def feed(protocol: HydraProtocol, kind: str, now: float = 0.0, **fields: Any) -> list[Event]:
    """Let the service send a frame."""
    return protocol.receive(json.dumps({"type": kind, **fields}), now)


def live(**settings: Any) -> HydraProtocol:
    """Return a session that listens."""
    protocol = HydraProtocol(settings)
    protocol.connected(0.0)
    feed(protocol, "session.created", session_id="s1")
    feed(protocol, "session.configured", session={"output_audio_sample_rate": 24000})
    protocol.frames_to_send()
    return protocol


class Player:
    """Plays a session against the core, with a clock of its own."""

    def __init__(self, session: Session) -> None:
        self.session = session
        options = {**SETTINGS, **session.options}
        options.pop("max_retries", None)
        options["tools"] = [TOOLS[name] for name in options["tools"] or ()]
        asked = wanted(CONFIG, **options)
        self.protocol = HydraProtocol(asked.settings, asked.deadline)
        self.now = 100.0
        self.sent: list[str] = []
        self.events: list[Event] = []
        self.error: SmallestError | None = None

    def play(self) -> None:
        self.protocol.connected(self.now)
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
            self.events += protocol.receive(frame_of(step), self.now)
        elif "close" in step or "drop" in step:
            protocol.receive_close(*step.get("close", (1006, "gone")))
        elif "connect" in step:
            assert self.error is not None
            self.error = None
            self.events += protocol.disconnected()
            protocol.connected(self.now)
        elif "wait" in step:
            self.now += step["wait"]
            protocol.advance(self.now)
        elif "tool" in step:
            protocol.send_output(step["tool"], step["output"], self.now)
        elif "caller" in step:
            self.act(step)
        elif "event" in step and step["event"] not in OF_SHELLS:
            if step["event"] == "session.interrupted" and not self.events:
                self.events += protocol.disconnected()  # told when the connection has gone
                protocol.state = State.OFFLINE
            assert_event(step, self.events.pop(0))

    def act(self, step: dict[str, Any]) -> None:
        protocol = self.protocol
        if step["caller"] == "audio":
            for _ in range(step["frames"]):
                protocol.send_audio(bytes(640), self.now)
        elif step["caller"] == "cancel":
            self.events += protocol.cancel()
        elif step["caller"] == "tools":
            protocol.update_tools([tool_of(TOOLS[name]).hydra() for name in step["tools"]])
        elif step["caller"] == "output":
            protocol.send_output(step["call_id"], text_of(step["output"]), self.now)


@pytest.mark.parametrize("session", sessions(), ids=lambda each: each.name)
def test_session(session: Session) -> None:
    """Every recorded session gives the frames, the events and the error it names."""
    player = Player(session)
    player.play()
    assert player.sent == []
    if session.error is None:
        assert player.events == []
        assert player.error is None
        assert player.protocol.state is State.ENDED
    else:
        assert type(player.error).__name__ == session.error["error"]


# -- the microphone


@given(st.binary(min_size=1, max_size=4000), st.lists(st.integers(0, 1500), max_size=8))
def test_cuts_make_no_difference(pcm: bytes, cuts: list[int]) -> None:
    """Audio cut anywhere gives the same frames, none shorter than the service takes."""
    whole, cut = live(), live()
    whole.send_audio(pcm, 1.0)
    at = 0
    for size in cuts:
        cut.send_audio(pcm[at : at + size], 1.0)
        at += size
    cut.send_audio(pcm[at:], 1.0)
    frames = sent(cut)
    assert frames == sent(whole)
    audio = [base64.b64decode(frame["audio"]) for frame in frames]
    assert all(len(each) == 640 for each in audio)
    assert pcm.startswith(b"".join(audio))
    assert len(pcm) - len(b"".join(audio)) < 640


def test_audio_is_held_until_the_service_listens() -> None:
    """Nothing is sent early; what was held is released in order, before what comes later."""
    protocol = HydraProtocol({})
    protocol.send_audio(b"\1" * 640, 0.0)
    protocol.connected(0.0)
    protocol.send_audio(b"\2" * 640, 0.0)
    feed(protocol, "session.created")
    protocol.send_audio(b"\3" * 640, 0.0)
    assert [frame["type"] for frame in sent(protocol)] == ["session.configure"]
    feed(protocol, "session.configured", session={})
    protocol.send_audio(b"\4" * 640, 0.0)
    assert [base64.b64decode(each["audio"])[0] for each in sent(protocol)] == [1, 2, 3, 4]
    assert protocol.output_rate == 48000


def test_what_is_held_is_bounded_and_counted() -> None:
    """The oldest audio goes first, and it is said how much."""
    protocol = HydraProtocol({})
    for number in range(int(HELD * 50) + 3):
        protocol.send_audio(number.to_bytes(2, "little") * 320, 0.0)
    assert protocol.held_dropped == 3 * 640
    protocol.connected(0.0)
    feed(protocol, "session.created")
    protocol.frames_to_send()
    feed(protocol, "session.configured", session={})
    frames = sent(protocol)
    assert len(frames) == HELD * 50
    assert base64.b64decode(frames[0]["audio"])[:2] == b"\3\0"


def test_silence_is_a_heartbeat() -> None:
    """Where nobody speaks a frame of silence goes out, a waiting tail at its beginning."""
    protocol = live()
    protocol.send_audio(b"\1" * 100, 1.0)
    assert protocol.due == HEARTBEAT
    protocol.advance(HEARTBEAT - 0.1)
    assert sent(protocol) == []
    protocol.advance(HEARTBEAT)
    (frame,) = sent(protocol)
    assert base64.b64decode(frame["audio"]) == b"\1" * 100 + bytes(540)
    assert protocol.due == 2 * HEARTBEAT


# -- replies


def test_a_reply_is_silent_once_it_is_cut_off() -> None:
    """Audio is dropped by the id of its reply, and counted."""
    protocol = live()
    feed(protocol, "response.created", response={"id": "r1"})
    feed(protocol, "input_audio_buffer.speech_started")
    feed(protocol, "response.created", response={"id": "r2"})
    assert feed(protocol, "response.output_audio.delta", response_id="r1", delta="AAAA") == []
    (event,) = feed(protocol, "response.output_audio.delta", response_id="r2", delta="AAA=")
    assert isinstance(event, AudioDelta)
    assert protocol.dropped == 3


def test_a_reply_without_ids_is_heard() -> None:
    """A service that leaves ids out is understood as long as one reply is under way."""
    protocol = live()
    assert feed(protocol, "response.output_audio.delta", delta="AAA=") == []
    feed(protocol, "response.created", response={"id": "r1"})
    (event,) = feed(protocol, "response.output_audio.delta", delta="AAA=")
    assert isinstance(event, AudioDelta)
    assert event.response_id == "r1"


def test_half_a_sample_of_one_reply_is_not_the_next_ones() -> None:
    """What a reply leaves behind is forgotten with it."""
    protocol = live()
    feed(protocol, "response.created", response={"id": "r1"})
    assert feed(protocol, "response.output_audio.delta", response_id="r1", delta="AQ==") == []
    feed(protocol, "response.created", response={"id": "r2"})
    (event,) = feed(protocol, "response.output_audio.delta", response_id="r2", delta="AgM=")
    assert isinstance(event, AudioDelta)
    assert event.data == b"\2\3"


def test_silence_of_a_reply_is_measured() -> None:
    """Only while a reply is owed does time without a frame count."""
    protocol = live()
    assert protocol.silence(50.0) == 0
    feed(protocol, "response.created", 3.0, response={"id": "r1"})
    assert protocol.silence(5.0) == 2
    feed(protocol, "response.done", 6.0, response={"id": "r1", "status": "completed"})
    assert protocol.silence(50.0) == 0


def test_cancel_without_a_reply_sends_nothing() -> None:
    """There is nothing to stop."""
    protocol = live()
    assert protocol.cancel() == []
    assert sent(protocol) == []


# -- functions


def call(protocol: HydraProtocol, call_id: str, now: float = 0.0) -> None:
    """Let the model call a function."""
    kind = "response.function_call_arguments.done"
    feed(protocol, kind, now, response_id="r1", call_id=call_id, name="f", arguments="{}")


def calling(*call_ids: str) -> HydraProtocol:
    """Return a session whose model has called functions."""
    protocol = live()
    feed(protocol, "response.created", response={"id": "r1"})
    for call_id in call_ids:
        call(protocol, call_id)
    return protocol


def kinds(protocol: HydraProtocol) -> list[str]:
    """Return the kinds of the frames to be written."""
    return [frame["type"] for frame in sent(protocol)]


def test_the_model_goes_on_once_all_outputs_are_there() -> None:
    """In any order, once, some 0.2 s after the last, and not while a further call is announced."""
    protocol = calling("c1", "c2")
    protocol.send_output("c2", "2", 1.0)
    protocol.advance(2.0)
    assert kinds(protocol) == ["conversation.item.create"]
    protocol.send_output("c1", "1", 3.0)
    assert protocol.due == pytest.approx(3.2)
    kind = "response.function_call_arguments.delta"
    feed(protocol, kind, 3.1, response_id="r1", call_id="c3", delta="{")
    protocol.advance(3.5)
    assert kinds(protocol) == ["conversation.item.create"]
    call(protocol, "c3", 3.6)
    protocol.send_output("c3", "3", 4.0)
    protocol.advance(4.1)
    assert kinds(protocol) == ["conversation.item.create"]
    protocol.advance(4.2)
    protocol.advance(4.5)
    assert kinds(protocol) == ["response.create"]


def test_a_late_result_waits_for_the_end_of_a_reply() -> None:
    """A placeholder lets the model go on; the result is told, and asked for, when it is silent."""
    protocol = calling("c1")
    protocol.advance(5.0)
    protocol.advance(5.2)
    assert kinds(protocol) == ["conversation.item.create", "response.create"]
    feed(protocol, "response.created", 5.3, response={"id": "r2"})
    protocol.send_output("c1", "late", 6.0)
    protocol.advance(7.0)
    assert kinds(protocol) == ["conversation.item.create"]
    feed(protocol, "response.done", 8.0, response={"id": "r2", "status": "completed"})
    protocol.advance(8.0)
    assert kinds(protocol) == ["response.create"]


def test_a_round_that_was_cut_off_is_not_gone_on_with() -> None:
    """The result is still handed over, for the model's memory."""
    protocol = calling("c1")
    feed(protocol, "response.done", response={"id": "r1", "status": "cancelled"})
    assert protocol.state is State.LISTENING
    assert protocol.send_output("c1", "1", 1.0)
    protocol.advance(5.0)
    assert kinds(protocol) == ["conversation.item.create"]


def test_a_reply_that_begins_by_itself_ends_a_round() -> None:
    """The service has gone on, so it is not asked to, not even when the result comes."""
    protocol = calling("c1")
    feed(protocol, "response.created", response={"id": "r2"})
    feed(protocol, "response.done", response={"id": "r2", "status": "completed"})
    assert protocol.send_output("c1", "1", 1.0)
    protocol.advance(6.0)
    assert kinds(protocol) == ["conversation.item.create"]


def test_outputs_of_a_lost_session_are_nobodys() -> None:
    """The new session knows no such call."""
    protocol = calling("c1")
    protocol.disconnected()
    assert not protocol.send_output("c1", "1", 1.0)
    protocol.connected(2.0)
    feed(protocol, "session.created")
    feed(protocol, "session.configured", session={})
    assert not protocol.send_output("c1", "1", 3.0)
    assert not protocol.send_output("never", "1", 3.0)
    assert kinds(protocol) == ["session.configure"]


def test_tools_changed_while_away_are_configured() -> None:
    """A new session has the tools of now; ones changed in between follow as an update."""
    protocol = live(tools=[{"name": "old"}])
    protocol.update_tools([{"name": "old"}])
    assert sent(protocol) == []
    protocol.disconnected()
    protocol.update_tools([{"name": "new"}])
    protocol.connected(1.0)
    feed(protocol, "session.created")
    assert sent(protocol)[0]["session"] == {"tools": [{"name": "new"}]}
    protocol.update_tools([{"name": "newest"}])
    assert sent(protocol) == []
    feed(protocol, "session.configured", session={})
    assert sent(protocol)[0]["session"] == {"tools": [{"name": "newest"}]}


# -- the end


def test_every_frame_has_an_id_of_its_own() -> None:
    """Errors quote it."""
    protocol = calling("c1")
    protocol.send_output("c1", "1", 0.0)
    protocol.advance(1.0)
    protocol.update_tools([{"name": "x"}])
    frames = sent(protocol)
    assert len({frame["event_id"] for frame in frames}) == len(frames) == 3


@pytest.mark.parametrize(
    ("code", "kind"), [(1000, "final"), (1013, "full"), (1006, "broken"), (1011, "broken")]
)
def test_what_follows_a_close(code: int, kind: str) -> None:
    """In the middle of a reply every close is a loss; its code says whether to connect anew."""
    protocol = live()
    feed(protocol, "response.created", response={"id": "r1"})
    with pytest.raises(StreamClosedError) as raised:
        protocol.receive_close(code, "")
    assert loss_of(raised.value) == kind
    assert raised.value.request_id == "s1"


def test_every_state_has_its_row() -> None:
    """The table is complete, and the end leads nowhere."""
    assert set(TRANSITIONS) == set(State)
    assert TRANSITIONS[State.ENDED] == {}
    protocol = live()
    protocol.end()
    protocol.receive_close(1006, "")
    with pytest.raises(LocalProtocolError):
        protocol.connected(0.0)


# -- what was heard


def test_the_ledger_tells_what_was_heard() -> None:
    """Of two replies one after another, the one that was heard in part and the one not at all."""
    ledger = Ledger()
    ledger.begin(0)
    ledger.add("r1", 1000)
    ledger.add("r2", 500)
    assert ledger.cut(400) == [Unheard("r1", 400, 600), Unheard("r2", 0, 500)]
    assert ledger.cut(420) == []
    ledger.begin(430)
    ledger.add("r3", 100)
    assert ledger.cut(480) == [Unheard("r3", 50, 50)]


def test_the_ledger_forgets_what_was_heard_to_the_end() -> None:
    """A reply that was heard whole was not interrupted."""
    ledger = Ledger()
    ledger.add("r1", 100)
    ledger.begin(100)
    ledger.add("r2", 100)
    assert ledger.cut(150) == [Unheard("r2", 50, 50)]
