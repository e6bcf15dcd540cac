"""When a replayed recording is over, on a clock of the test's own."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import pytest

from smallestai.errors import ArgumentError
from smallestai.protocol.hydra_events import (
    ArgumentsDone,
    AudioDelta,
    Event,
    Item,
    ItemDone,
    ResponseCreated,
    ResponseDone,
    SpeechStarted,
)
from smallestai.waves._hydra_replay import Rehearsal

if TYPE_CHECKING:
    from pathlib import Path

TURN = [SpeechStarted(), ItemDone(item=Item(role="user", status="completed"))]
NOISE = [SpeechStarted(), ItemDone(item=Item(role="user", status="incomplete"))]
REPLY = [ResponseCreated(), AudioDelta(data=b"\1\0"), ResponseDone()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a recording of 50 ms: two frames and a half."""
    path = tmp_path / "in.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"\1\0" * 800)
    return path


def lasting(rehearsal: Rehearsal, happening: dict[float, list[Event]], now: float = 0.0) -> float:
    """Play with events at their times; return when it is over."""
    due = sorted(happening.items())
    while True:
        while due and due[0][0] <= now:
            for event in due.pop(0)[1]:
                rehearsal.note(event, now)
        _, pause = rehearsal.step(now)
        if pause is None:
            return now
        assert now < 100
        now += 0.02


def test_it_keeps_to_the_pace_of_speech(path: Path) -> None:
    """A frame every 20 ms, the last one filled up, then silence; late steps catch up."""
    rehearsal = Rehearsal(path, realtime=True, wait=5, now=10.0)
    assert rehearsal.step(10.0) == ([b"\1\0" * 320], pytest.approx(0.02))
    assert rehearsal.step(10.015) == ([], pytest.approx(0.005))
    frames, _ = rehearsal.step(10.07)
    assert frames == [b"\1\0" * 320, b"\1\0" * 160 + bytes(320), bytes(640)]
    replay = rehearsal.result(24_000)
    assert (replay.spoken, replay.silence) == (pytest.approx(0.05), pytest.approx(0.02))


def test_without_pace_all_is_sent_at_once(path: Path) -> None:
    """With enough silence to end a turn."""
    frames, _ = Rehearsal(path, realtime=False, wait=5, now=10.0).step(10.0)
    assert len(frames) > 50
    assert frames[0] == b"\1\0" * 320
    assert not any(frames[-1])


def test_it_is_over_when_the_reply_is(path: Path) -> None:
    """A second later, for another might follow; the latency counts from the recording's end."""
    rehearsal = Rehearsal(path, realtime=True, wait=50, now=0.0)
    ended = lasting(rehearsal, {0.5: TURN, 2.0: REPLY})
    assert ended == pytest.approx(3.0, abs=0.05)
    assert rehearsal.result(24_000).latency == pytest.approx(1.95, abs=0.05)


def test_a_greeting_is_not_the_reply(path: Path) -> None:
    """What the model said before anybody spoke does not count."""
    rehearsal = Rehearsal(path, realtime=True, wait=5, now=0.0)
    ended = lasting(rehearsal, {0.01: REPLY, 3.0: TURN, 4.5: REPLY})
    assert ended == pytest.approx(5.5, abs=0.05)


def test_functions_are_waited_for(path: Path) -> None:
    """The reply is the one after them."""
    calls = [*TURN, ResponseCreated(), ArgumentsDone(call_id="c1"), ResponseDone()]
    rehearsal = Rehearsal(path, realtime=True, wait=50, now=0.0)
    ended = lasting(rehearsal, {0.5: calls, 9.0: REPLY})
    assert ended == pytest.approx(10.0, abs=0.05)


def test_noise_is_waited_out(path: Path) -> None:
    """It gets no reply, so the wait is over at some time."""
    rehearsal = Rehearsal(path, realtime=True, wait=5, now=0.0)
    assert lasting(rehearsal, {1.0: NOISE}) == pytest.approx(6.0, abs=0.05)
    replay = rehearsal.result(24_000)
    assert (len(replay.audio), replay.latency, len(replay.events)) == (0, None, 2)


def test_a_negative_wait_is_refused(path: Path) -> None:
    """Before anything is sent."""
    with pytest.raises(ArgumentError):
        Rehearsal(path, realtime=True, wait=-1, now=0.0)
