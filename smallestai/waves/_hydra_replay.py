"""Playing a recording to a session as if somebody spoke it, and what is heard in return."""

from __future__ import annotations

import os
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from smallestai._resample import Resampler, read_wav
from smallestai.audio import Audio, AudioFormat
from smallestai.errors import ArgumentError
from smallestai.protocol.hydra_events import (
    ArgumentsDone,
    AudioDelta,
    Event,
    ItemDone,
    ResponseCreated,
    ResponseDone,
    SpeechStarted,
)
from smallestai.protocol.hydra_intake import FRAME, INPUT_RATE, SILENCE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from smallestai._sessions.mailbox import AsyncMailbox, Mailbox

_FRAME_SECONDS = 0.02
_QUIET = 1.0  # seconds without any event after which nothing more is expected
_SILENCE_AT_ONCE = 100  # frames that end a turn when nobody keeps to real time


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of a recording that was played to a session.

    Attributes:
        audio: All that the model said meanwhile; empty where it said nothing.
        spoken: Seconds of the recording.
        silence: Seconds of silence sent after it.
        latency: Seconds from the end of the recording to the first audio after it, or None.
        events: All that happened, in order.
    """

    audio: Audio
    spoken: float
    silence: float
    latency: float | None
    events: list[Event]

    def __repr__(self) -> str:
        return f"<Replay {self.spoken:.2f} s spoken, {self.audio.duration:.2f} s heard>"


class Rehearsal:
    """Decides what to send when, and when it is over.

    Args:
        path: The recording, a WAV of any rate, width and number of channels.
        realtime: Keep to the pace of speech.
        wait: Seconds of waiting for a reply after the recording.
        now: The time, in seconds.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, realtime: bool, wait: float, now: float
    ) -> None:
        if isinstance(wait, bool) or not isinstance(wait, int | float) or not wait >= 0:
            raise ArgumentError("wait", wait, "must be seconds from 0")
        if not isinstance(path, str | os.PathLike):
            raise ArgumentError("path", path, "must be a path")
        pcm, rate, channels = read_wav(path)
        resampler = Resampler(rate, INPUT_RATE, channels=channels)
        pcm = resampler.feed(pcm) + resampler.end()
        self._frames = [pcm[at : at + FRAME] for at in range(0, len(pcm), FRAME)]
        if self._frames:
            self._frames[-1] += SILENCE[len(self._frames[-1]) :]
        self._spoken = len(pcm) / 2 / INPUT_RATE
        self._realtime = realtime
        self._wait = wait
        self._began = now
        self._sent = 0
        self._ended_at: float | None = None
        self._first_at: float | None = None
        self._last_at = now
        self._events: list[Event] = []
        self._speaking = self._awaited = self._replying = self._calling = False
        self._turns = self._replies = 0

    def step(self, now: float) -> tuple[list[bytes], float | None]:
        """Return what to send now, and for how long to wait then; None when it is over."""
        if self._is_over(now):
            return [], None
        due = int((now - self._began) / _FRAME_SECONDS) + 1
        if not self._realtime:
            due += len(self._frames) + _SILENCE_AT_ONCE
        frames = [
            self._frames[at] if at < len(self._frames) else SILENCE for at in range(self._sent, due)
        ]
        self._sent = max(due, self._sent)
        if self._sent >= len(self._frames) and self._ended_at is None:
            self._ended_at = now
        due_again = self._began + (now - self._began) // _FRAME_SECONDS * _FRAME_SECONDS
        return frames, max(due_again + _FRAME_SECONDS - now, 0.0)

    def note(self, event: Event, now: float) -> None:
        """Take what happens."""
        self._events.append(event)
        self._last_at = now
        if isinstance(event, AudioDelta):
            if self._ended_at is not None and self._first_at is None:
                self._first_at = now
        elif isinstance(event, SpeechStarted):
            self._speaking, self._turns = True, self._turns + 1
        elif isinstance(event, ItemDone) and event.item.role == "user":
            self._speaking, self._awaited = False, event.item.status == "completed"
        elif isinstance(event, ArgumentsDone):
            self._calling = True
        elif isinstance(event, ResponseCreated):
            self._replying, self._calling, self._awaited = True, False, False
        elif isinstance(event, ResponseDone):
            self._replying = False
            self._replies += bool(self._turns)

    def result(self, rate: int) -> Replay:
        """Return what came of it."""
        heard = [event.data for event in self._events if isinstance(event, AudioDelta)]
        waited = None
        if self._first_at is not None and self._ended_at is not None:
            waited = self._first_at - self._ended_at
        return Replay(
            Audio(b"".join(heard), AudioFormat("pcm", rate)),
            self._spoken,
            max(0, self._sent - len(self._frames)) * _FRAME_SECONDS,
            waited,
            self._events,
        )

    def _is_over(self, now: float) -> bool:
        if self._ended_at is None:
            return False
        busy = self._speaking or self._awaited or self._replying or self._calling
        quiet = now - max(self._last_at, self._ended_at) >= _QUIET
        if self._replies and not busy and quiet:
            return True
        return not self._replying and now - max(self._last_at, self._ended_at) >= self._wait


def rehearse(rehearsal: Rehearsal, box: Mailbox[Event], send: Callable[[bytes], object]) -> None:
    """Send and take what happens, until it is over."""
    while True:
        frames, pause = rehearsal.step(monotonic())
        for frame in frames:
            send(frame)
        if pause is None:
            return
        event = box.take(pause)
        if event is not None:
            rehearsal.note(event, monotonic())
        elif box.has_ended:
            return


async def rehearse_async(
    rehearsal: Rehearsal, box: AsyncMailbox[Event], send: Callable[[bytes], Awaitable[object]]
) -> None:
    """Send and take what happens, until it is over; see `rehearse`."""
    while True:
        frames, pause = rehearsal.step(monotonic())
        for frame in frames:
            await send(frame)
        if pause is None:
            return
        event = await box.take(pause)
        if event is not None:
            rehearsal.note(event, monotonic())
        elif box.has_ended:
            return
