"""A spoken conversation as far as nothing is waited for: whose turn it is, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from smallestai.audio import AudioFormat, wav_header, write_file
from smallestai.errors import LocalProtocolError
from smallestai.protocol.transcription_events import Final, SpeechEnded, SpeechStarted

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from smallestai.protocol.transcription_events import TranscriptionEvent
    from smallestai.timeline import Heard

_MOST_MESSAGES = 200  # that chat takes


@dataclass(frozen=True, slots=True)
class Asked:
    """The user's turn has ended, and is answered now.

    Attributes:
        text: What the user said.
        time: When, in seconds of the user's audio.
    """

    text: str
    time: float


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer has ended, or was cut off by the user.

    Attributes:
        text: What of it was heard, and went into the history; empty where nothing was.
        written: The answer as far as it was written.
        seconds: How much of it was heard.
        interrupted: Whether the user cut it off.
        exact: Whether `text` is known from word times; else it is estimated.
    """

    text: str
    written: str
    seconds: float
    interrupted: bool
    exact: bool


@dataclass(eq=False)
class Turn:
    """What the user said, and what becomes of the answer.

    Attributes:
        text: What the user said.
        start: When the answer begins, in seconds of the user's audio.
        until: Seconds of the answer after which the user spoke again; None as long as nobody does.
        is_cut: Whether the answer was broken off.
        streams: What breaks it off when it is closed.
    """

    text: str
    start: float
    until: float | None = None
    is_cut: bool = False
    streams: list[Any] = field(default_factory=list)

    def reaches(self, seconds: float) -> bool:
        """Whether so much of the answer is as much as was heard."""
        return self.until is not None and seconds >= self.until


class Dialogue:
    """Turns and history of one conversation.

    Args:
        messages: The conversation so far.
    """

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.messages = messages
        self.turn: Turn | None = None
        self.clock = 0.0
        self.is_over = False
        self.replies: list[tuple[float, bytes]] = []
        self._said: list[str] = []
        self._speaking_since = -1.0

    def take(self, event: TranscriptionEvent) -> Turn | None:
        """Take what was heard of the user; return the turn that it completes."""
        if isinstance(event, SpeechStarted):
            self._speaking_since = event.time
            self._spoken_at(event.time)
        elif isinstance(event, SpeechEnded):
            self.clock = max(self.clock, event.time)
        elif isinstance(event, Final) and event.text.strip():
            return self._take_final(event)
        return None

    def _take_final(self, event: Final) -> Turn | None:
        start = min((word.start for word in event.words), default=self.clock)
        self._spoken_at(start)
        end = self.clock if event.end is None else event.end
        self.clock = max(self.clock, end)
        self._said.append(event.text.strip())
        if self._speaking_since > end and not event.is_last:
            return None  # the user goes on already
        self.turn = Turn(" ".join(self._said), self.clock)
        self._said.clear()
        return self.turn

    def _spoken_at(self, time: float) -> None:
        """The user speaks: an answer that is under way is heard no further."""
        self.clock = max(self.clock, time)
        turn = self.turn
        if turn is not None and turn.until is None:
            turn.until = max(time - turn.start, 0.0)

    def end(self) -> None:
        """Nothing more is heard of the user."""
        self.is_over = True

    def has_passed(self, turn: Turn, seconds: float) -> bool:
        """Whether the user's audio shows that so much of the answer was, or was not, heard."""
        return self.is_over or turn.until is not None or self.clock >= turn.start + seconds

    def ask(self, turn: Turn) -> list[dict[str, Any]]:
        """Put the user's words into the history; return the messages to be answered."""
        self.messages.append({"role": "user", "content": turn.text})
        return _latest(self.messages)

    def answered(self, turn: Turn, heard: Heard, written: str) -> Answered:
        """Put what was heard of an answer into the history, and nothing else of it."""
        text = heard.text.strip() if turn.is_cut else written
        if text:
            self.messages.append({"role": "assistant", "content": text})
        exact = heard.exact or not turn.is_cut
        return Answered(text, written, heard.seconds, turn.is_cut, exact)


def _latest(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return as many of the last messages as chat takes, from a turn of the user on."""
    if len(messages) <= _MOST_MESSAGES:
        return list(messages)
    system = [each for each in messages[:1] if each["role"] == "system"]
    first = len(messages) - _MOST_MESSAGES + len(system)
    while messages[first]["role"] != "user":
        first += 1
    return system + messages[first:]


def save(path: str | os.PathLike[str], form: AudioFormat | None, dialogue: Dialogue) -> Path:
    """Write the answers as they were heard, each at its time, with silence in between."""
    if form is None or form.encoding != "pcm":
        raise LocalProtocolError("nothing was answered, or not in PCM: there is nothing to save")
    track = bytearray()
    for start, samples in dialogue.replies:
        at = 2 * round(start * form.sample_rate)
        track += bytes(max(at - len(track), 0))
        track[at : at + len(samples)] = samples
    return write_file(path, wav_header(form, len(track)) + bytes(track))
