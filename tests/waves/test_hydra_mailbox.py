"""Events on their way to whoever iterates them."""

from __future__ import annotations

import asyncio
import threading

import pytest

from smallestai._sessions import mailbox
from smallestai._sessions.mailbox import AsyncMailbox, Mailbox
from smallestai.errors import StreamClosedError
from smallestai.protocol.hydra_events import AudioDelta, Event, SpeechStarted
from smallestai.waves._hydra_session import silenced

DELTA = AudioDelta(data=b"\1\0", response_id="r1")
OTHER = AudioDelta(data=b"\2\0\2\0", response_id="r2")
SPEECH = SpeechStarted()
KINDS = pytest.mark.parametrize("kind", [Mailbox, AsyncMailbox])


def taken(box: Mailbox[Event] | AsyncMailbox[Event]) -> list[Event]:
    """Return what is in a mailbox that has ended, in either world."""
    if isinstance(box, Mailbox):
        return list(box)

    async def run() -> list[Event]:
        return [event async for event in box]

    return asyncio.run(run())


@KINDS
def test_the_error_comes_last_and_once(kind: type[Mailbox[Event] | AsyncMailbox[Event]]) -> None:
    """What was put before is given out first; a second reader sees a plain end."""
    box = kind()
    box.put(SPEECH)
    box.end(StreamClosedError(close_code=1011))
    box.put(DELTA)
    box.end(StreamClosedError(close_code=1012))
    with pytest.raises(StreamClosedError, match="1011"):
        taken(box)
    assert taken(box) == []


@KINDS
def test_an_end_at_once_drops_what_is_there(
    kind: type[Mailbox[Event] | AsyncMailbox[Event]],
) -> None:
    """Whoever closes does not want to hear the rest."""
    box = kind()
    box.put(SPEECH)
    box.end(at_once=True)
    assert taken(box) == []


@KINDS
def test_silence_takes_audio_only(kind: type[Mailbox[Event] | AsyncMailbox[Event]]) -> None:
    """That of one reply or of all, and says how much it was."""
    box = kind()
    for event in (DELTA, SPEECH, OTHER, DELTA):
        box.put(event)
    assert silenced(box, "r1") == {"r1": 4}
    assert silenced(box) == {"r2": 4}
    assert silenced(box) == {}
    box.end()
    assert taken(box) == [SPEECH]


@KINDS
def test_audio_only(kind: type[Mailbox[Event] | AsyncMailbox[Event]]) -> None:
    """One for playing keeps nothing else."""
    box = kind(AudioDelta)
    box.put(SPEECH)
    box.put(DELTA)
    box.end()
    assert taken(box) == [DELTA]


@KINDS
def test_who_does_not_read_does_not_fill_the_memory(
    kind: type[Mailbox[Event] | AsyncMailbox[Event]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oldest events go first."""
    monkeypatch.setattr(mailbox, "_MOST", 2)
    box = kind()
    for event in (SPEECH, DELTA, OTHER):
        box.put(event)
    box.end()
    assert taken(box) == [DELTA, OTHER]


def test_a_waiting_thread_is_woken() -> None:
    """By an event and by the end; a wait with a limit ends without either."""
    box = Mailbox[Event]()
    assert box.take(0.001) is None
    got: list[Event] = []
    reader = threading.Thread(target=lambda: got.extend(box))
    reader.start()
    box.put(SPEECH)
    box.end()
    reader.join(5)
    assert got == [SPEECH]


def test_a_waiting_task_is_woken() -> None:
    """The same on an event loop."""

    async def run() -> list[Event]:
        box = AsyncMailbox[Event]()
        assert await box.take(0.001) is None
        got = [asyncio.create_task(box.take()) for _ in range(2)]
        await asyncio.sleep(0)
        box.put(SPEECH)
        box.put(DELTA)
        events = [event for event in await asyncio.gather(*got) if event is not None]
        box.end()
        assert await box.take() is None
        return events

    assert asyncio.run(run()) == [SPEECH, DELTA]
