"""Live transcription over a WebSocket: what to send, and what the answers mean.

Audio goes out in binary frames; there is no greeting. What is being said comes back as interims,
each replacing the one before, until a final settles the text: at a pause, after a number of words,
or on ``finalize``, which is always answered, if need be by an empty final. ``close_stream`` ends
the session: whatever is pending comes, then a final with ``is_last``, then the service closes.

- OPEN: audio may be sent.
- ENDING: ``close_stream`` has been sent; the last final is awaited.
- BROKEN: the connection has gone, the session has not. Audio that is sent is kept.
- BROKEN_ENDING: likewise, and no more audio comes.
- DONE: the last final is here.
- FAILED: the service reported an error, or refused to go on. There is no way back.

A session may outlive its connection. Audio is kept until a final acknowledges it:

- A final with times acknowledges the audio up to the end of its last word or utterance.
- One without times that answers a ``finalize`` acknowledges what was sent before that.
- One without times that has text acknowledges all that was sent before it came. Words said since
  the pause that it was made at may then be lost when the connection breaks; with times none are.

`resume` sends what is not acknowledged over the next connection, each unanswered ``finalize`` at
its place, and from then on the times of that connection, which begin at zero, are moved to where
its first byte stands in the session. What the service repeats about speech starting and ending in
the audio it hears twice is left out. Source: channel `sttLive` in `openapi/streams.yaml`.
"""

from __future__ import annotations

import enum
from collections import deque
from itertools import pairwise
from typing import Any, Literal

import msgspec

from smallestai.audio import SampleAligner
from smallestai.errors import LocalProtocolError, SmallestError, stream_error
from smallestai.protocol.events import Unknown
from smallestai.protocol.transcription_buffer import AudioBuffer
from smallestai.protocol.transcription_closes import close_error, is_resumable
from smallestai.protocol.transcription_events import (
    Final,
    Interim,
    Reconnected,
    SpeechEnded,
    SpeechStarted,
    TranscriptionEvent,
    TranscriptWord,
    Utterance,
)
from smallestai.protocol.transcription_frames import (
    CLOSE_STREAM,
    FINALIZE,
    Frame,
    final_of,
    read_frame,
    text_of,
)
from smallestai.protocol.transcription_text import joined

__all__ = [
    "Final",
    "Interim",
    "Reconnected",
    "SpeechEnded",
    "SpeechStarted",
    "State",
    "TranscriptWord",
    "TranscriptionEvent",
    "TranscriptionProtocol",
    "Unknown",
    "Utterance",
]

Signal = Literal["audio", "finalize", "end", "last", "error", "close", "resume", "fail"]

# One message may be this long: a socket that has room takes it at once.
_LARGEST = 16_384


class State(enum.Enum):
    """Where a session stands; see the table below."""

    OPEN = "open"
    ENDING = "ending"
    BROKEN = "broken"
    BROKEN_ENDING = "broken while ending"
    DONE = "done"
    FAILED = "failed"


TRANSITIONS: dict[State, dict[Signal, State]] = {
    State.OPEN: {
        "audio": State.OPEN,
        "finalize": State.OPEN,
        "end": State.ENDING,
        "last": State.DONE,
        "error": State.FAILED,
        "close": State.BROKEN,
        "fail": State.FAILED,
    },
    State.ENDING: {
        "last": State.DONE,
        "error": State.FAILED,
        "close": State.BROKEN_ENDING,
        "fail": State.FAILED,
    },
    State.BROKEN: {
        "audio": State.BROKEN,
        "finalize": State.BROKEN,
        "end": State.BROKEN_ENDING,
        "resume": State.OPEN,
        "close": State.BROKEN,
        "fail": State.FAILED,
    },
    State.BROKEN_ENDING: {
        "resume": State.ENDING,
        "close": State.BROKEN_ENDING,
        "fail": State.FAILED,
    },
    State.DONE: {"close": State.DONE, "fail": State.DONE},
    State.FAILED: {"close": State.FAILED, "fail": State.FAILED},
}


_OPEN = State.OPEN  # looked at for every block of audio


class TranscriptionProtocol:
    """One session, over one connection or several, one after another.

    After every call write what `frames_to_send` returns before the next call.

    Args:
        sample_rate: Samples per second of the audio that is sent.
        sample_size: Bytes of one sample; None for audio whose bytes tell no time (Opus), which
            cannot be sent again in part: its session ends with its connection.
        buffer_seconds: How much audio is kept for another connection, in seconds; 0 for none.
    """

    def __init__(
        self, sample_rate: int = 16_000, sample_size: int | None = 2, buffer_seconds: float = 60.0
    ) -> None:
        self.state = State.OPEN
        self.session_id: str | None = None
        self.finals: list[Final] = []
        self.interim = ""
        self.heard = False  # whether anything has come over this connection
        self._rate = sample_rate
        self._size = sample_size or 1
        self._keeps = sample_size is not None and buffer_seconds > 0
        self._aligner = SampleAligner(self._size)
        kept = int(buffer_seconds * sample_rate) * self._size if self._keeps else 0
        self._buffer = AudioBuffer(kept)
        self._acknowledged = 0
        self._origin = 0  # where the first byte of this connection stands in the session
        self._shift = 0.0  # the same in seconds
        self._marks: deque[int] = deque()  # where unanswered finalizes stand
        self._outbox: list[bytes | str] = []
        self._text_before = ""  # when this connection began
        self._speaking = False
        self._vad_until = 0.0  # the time of the last start or end of speech
        self._replayed_until = 0.0  # what this connection heard a second time

    # -- application to network

    def send_audio(self, audio: bytes) -> None:
        """Send audio, cut anywhere: a part of a sample waits for the rest of it.

        Raises:
            LocalProtocolError: The session has been ended, or is over.
        """
        is_open = self.state is _OPEN
        if not is_open:
            self._move("audio")
        if self._aligner.carry or len(audio) % self._size:
            audio = self._aligner.feed(audio)
        if not audio:
            return
        self._buffer.add(audio)
        if is_open:
            if len(audio) <= _LARGEST:
                self._outbox.append(audio)
            else:
                self._outbox += _pieces(audio)

    def finalize(self) -> None:
        """End a turn: what is pending is to be settled now, by one final.

        Raises:
            LocalProtocolError: The session has been ended, or is over.
        """
        self._move("finalize")
        self._marks.append(self._buffer.end)
        if self.state is State.OPEN:
            self._outbox.append(FINALIZE)

    def end(self) -> None:
        """End the session; the last final comes. Half a sample that still waits is dropped.

        Raises:
            LocalProtocolError: The session has been ended before, or is over.
        """
        self._move("end")
        if self.state is State.ENDING:
            self._outbox.append(CLOSE_STREAM)

    def resume(self) -> Reconnected:
        """Go on over another connection with what is not acknowledged.

        Raises:
            LocalProtocolError: The connection is not broken.
        """
        self._move("resume")
        self.heard, self.session_id, self.interim = False, None, ""
        self._text_before = self.text
        start = max(self._buffer.start, self._acknowledged)
        self._replayed_until = self._seconds(self._buffer.end)
        self._origin, self._shift = start, self._seconds(start)
        self._marks = deque(max(mark, start) for mark in self._marks)
        self._outbox = self._again(start)
        return Reconnected(self._shift, self._seconds(start - self._acknowledged))

    def give_up(self) -> None:
        """Say that no other connection will go on with the session."""
        self._move("fail")

    def frames_to_send(self) -> list[bytes | str]:
        """Return the messages to write now, in order."""
        frames, self._outbox = self._outbox, []
        return frames

    def put_back(self, frames: list[bytes | str]) -> None:
        """Take back messages that could not be written yet, to be written first."""
        self._outbox[:0] = frames

    # -- network to application

    @property
    def text(self) -> str:
        """All finals so far, joined."""
        return joined(final.text for final in self.finals)

    @property
    def sent_seconds(self) -> float:
        """How much audio has been given to the session, in seconds; 0 for Opus."""
        return self._seconds(self._buffer.end) if self._keeps else 0.0

    @property
    def is_answer_due(self) -> bool:
        """Whether the service owes an answer, to a ``finalize`` or to ``close_stream``."""
        return bool(self._marks) or self.state is State.ENDING

    @property
    def is_broken(self) -> bool:
        """Whether the session waits for another connection."""
        return self.state in (State.BROKEN, State.BROKEN_ENDING)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self.state in (State.DONE, State.FAILED)

    def receive(self, frame: bytes | str) -> list[TranscriptionEvent]:
        """Take one message from the service.

        Returns:
            What happened, in order.

        Raises:
            StreamError: The service reported an error.
            RemoteProtocolError: The message breaks the grammar.
        """
        try:
            read = read_frame(frame)
        except SmallestError:
            self._move("error")
            raise
        self.heard = True
        if isinstance(read, dict):
            return self._unknown(read)
        if read.type == "transcription" and not (
            read.is_final or read.is_last or read.error or read.status == "error"
        ):
            if self.session_id is None:
                self.session_id = read.session_id
            self.interim = text = text_of(read)
            return [Interim(text, self._full(read))]  # nearly every frame is like this
        return self._event(read, frame)

    def receive_close(
        self, code: int, reason: str, hint: str | None = None
    ) -> SmallestError | None:
        """Take the end of the connection.

        Args:
            code: The close code.
            reason: What came with it.
            hint: What to do, where the caller knows better than the code.

        Returns:
            None where all was said. Else the error to raise unless another connection goes on.

        Raises:
            StreamClosedError: The connection ended before the end and none can go on.
            APIError: The service does not allow the session: a limit, or the plan.
        """
        self._move("close")
        if self.is_over:
            return None
        error = close_error(code, reason, hint)
        if not (self._keeps and is_resumable(error)):
            self._move("fail")
            raise error
        return error

    # -- private

    def _event(self, read: Frame, frame: bytes | str) -> list[TranscriptionEvent]:
        if read.error is not None or "error" in (read.status, read.type):
            return self._unknown(msgspec.json.decode(frame), failed=True)
        if self.session_id is None:
            self.session_id = read.session_id
        if read.type == "transcription":
            return [self._final(read)]
        if read.type in ("speech_started", "speech_ended") and read.timestamp is not None:
            return self._speech(read.type == "speech_started", read.timestamp + self._shift)
        return self._unknown(msgspec.json.decode(frame))

    def _unknown(self, raw: dict[str, Any], *, failed: bool = False) -> list[TranscriptionEvent]:
        if failed or raw.get("type") == "error" or raw.get("status") == "error":
            self._move("error")
            raise stream_error(raw)
        return [Unknown(raw)]

    def _final(self, read: Frame) -> Final:
        final = final_of(read, self._shift)
        if self._text_before and final.full_transcript is not None:
            final = msgspec.structs.replace(final, full_transcript=self._full(read))
        mark: int | None = None
        if self._marks and read.from_finalize is not False:
            mark = self._marks.popleft()
        self._acknowledge(final, mark)
        self.finals.append(final)
        self.interim = ""
        if final.is_last:
            self._move("last")
        return final

    def _acknowledge(self, final: Final, mark: int | None) -> None:
        end = final.end
        if end is not None:
            place = int(max(end, 0.0) * self._rate) * self._size
        elif mark is not None:
            place = mark
        elif final.text:
            place = self._buffer.end
        else:
            return
        self._acknowledged = max(self._acknowledged, min(place, self._buffer.end))
        self._buffer.drop_until(self._acknowledged)

    def _full(self, read: Frame) -> str | None:
        full = read.full_transcript
        if full is None or not self._text_before:
            return full
        return joined((self._text_before, full))

    def _speech(self, starts: bool, time: float) -> list[TranscriptionEvent]:
        replayed = self._replayed_until and time <= self._replayed_until
        if replayed and (starts is self._speaking or time <= self._vad_until):
            return []
        self._speaking = starts
        self._vad_until = max(time, self._vad_until)
        return [SpeechStarted(time) if starts else SpeechEnded(time)]

    def _again(self, start: int) -> list[bytes | str]:
        """Return what the next connection is to be sent first."""
        frames: list[bytes | str] = []
        places = [start, *self._marks, self._buffer.end]
        for at, (low, high) in enumerate(pairwise(places)):
            for block in self._buffer.between(low, high):
                frames += _pieces(block)
            if at < len(self._marks):
                frames.append(FINALIZE)
        if self.state is State.ENDING:
            frames.append(CLOSE_STREAM)
        return frames

    def _seconds(self, length: int) -> float:
        return length / (self._size * self._rate)

    def _move(self, signal: Signal) -> None:
        try:
            self.state = TRANSITIONS[self.state][signal]
        except KeyError:
            if signal in ("last", "error"):
                return  # a word after the end changes nothing
            said = "the session is over" if self.is_over else "the session has been ended"
            if signal == "resume":
                said = "the connection is not broken"
            raise LocalProtocolError(f"{signal} is not possible: {said}") from None


def _pieces(audio: bytes) -> list[bytes]:
    return [audio[at : at + _LARGEST] for at in range(0, len(audio), _LARGEST)]
