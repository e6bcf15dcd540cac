"""Conversations about live transcription as data, played against the core and against both shells.

Each file of the folder beside this is a JSON line per step:

- ``{"options": {...}}``: how the stream is opened (first line).
- ``{"audio": 3200}``: the caller sends so many bytes, and they reach the server.
- ``{"do": "finalize"}``, ``{"do": "end"}``: the caller ends a turn or the session.
- ``{"server": {...}}`` or ``{"server": "raw text"}``: a message of the server.
- ``{"close": [code, reason]}``, ``{"drop": true}``: the server closes, or its connection is gone.
- ``{"resent": 3200, "then": ["finalize"]}``: what a second connection brings first.
- ``{"event": "final", ...}``: what the caller sees; fields that are not named are not looked at.
- ``{"error": "Name", "says": "part of it", "text": "what there was"}``: what the caller gets last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from smallestai.errors import SmallestError
from smallestai.protocol.transcription import TranscriptionProtocol

if TYPE_CHECKING:
    from smallestai.protocol.transcription import TranscriptionEvent

HERE = Path(__file__).with_suffix("")
KINDS = {
    "interim": "Interim",
    "final": "Final",
    "speech_started": "SpeechStarted",
    "speech_ended": "SpeechEnded",
    "reconnected": "Reconnected",
    "unknown": "Unknown",
}
ASKED = {"finalize": '{"type":"finalize"}', "end": '{"type":"close_stream"}'}


@dataclass
class Conversation:
    """One file, taken apart."""

    name: str
    options: dict[str, Any]
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def events(self) -> list[dict[str, Any]]:
        """What the caller must see."""
        return [step for step in self.steps if "event" in step]

    @property
    def error(self) -> dict[str, Any] | None:
        """What the caller must get in the end, if anything."""
        return next((step for step in self.steps if "error" in step), None)

    @property
    def connections(self) -> list[list[dict[str, Any]]]:
        """The server's part, one list for each connection."""
        made: list[list[dict[str, Any]]] = [[]]
        for step in self.steps:
            if "resent" in step:
                made.append([])
            if step.keys() & {"audio", "do", "server", "close", "drop", "resent"}:
                made[-1].append(step)
        return made


def load() -> list[Conversation]:
    """Return every conversation, in the order of their names."""
    return [_read(path) for path in sorted(HERE.glob("*.jsonl"))]


def frame_of(step: dict[str, Any]) -> str:
    """Return the text of a server's message."""
    frame = step["server"]
    return frame if isinstance(frame, str) else json.dumps(frame)


def audio_of(size: int) -> bytes:
    """Return audio of this many bytes."""
    return bytes(at % 251 for at in range(size))


def assert_events(wanted: list[dict[str, Any]], events: list[TranscriptionEvent]) -> None:
    """Hold what the caller saw against what was to be seen."""
    assert [type(event).__name__ for event in events] == [KINDS[step["event"]] for step in wanted]
    for step, event in zip(wanted, events, strict=True):
        seen = msgspec.to_builtins(event)
        for name, value in step.items():
            if name != "event":
                assert _like(value, seen[name]), (step, seen)


def assert_error(wanted: dict[str, Any] | None, error: BaseException | None) -> None:
    """Hold the end against the conversation's last word."""
    if wanted is None:
        assert error is None, repr(error)
        return
    assert type(error).__name__ == wanted["error"], repr(error)
    assert wanted.get("says", "") in str(error)
    for name in wanted.keys() - {"error", "says", "text"}:
        assert getattr(error, name) == wanted[name]


def played_by_core(
    conversation: Conversation,
) -> tuple[list[TranscriptionEvent], SmallestError | None, TranscriptionProtocol]:
    """Play a conversation against the core alone."""
    protocol = TranscriptionProtocol(buffer_seconds=conversation.options.get("buffer_seconds", 60))
    events: list[TranscriptionEvent] = []
    broken: SmallestError | None = None
    try:
        for step in conversation.steps:
            if "audio" in step:
                protocol.send_audio(audio_of(step["audio"]))
                if not protocol.is_broken:
                    assert b"".join(protocol.frames_to_send()) == audio_of(step["audio"])
            elif "do" in step:
                protocol.end() if step["do"] == "end" else protocol.finalize()
                if not protocol.is_broken:
                    assert protocol.frames_to_send() == [ASKED[step["do"]]]
            elif "server" in step:
                events += protocol.receive(frame_of(step))
            elif "close" in step or "drop" in step:
                broken = protocol.receive_close(*step.get("close", (1006, "")))
            elif "resent" in step:
                events.append(protocol.resume())
                broken = None
                frames = protocol.frames_to_send()
                assert sum(len(frame) for frame in frames if type(frame) is bytes) == step["resent"]
                texts = [frame for frame in frames if type(frame) is str]
                assert texts == [ASKED[name] for name in step.get("then", [])]
    except SmallestError as error:
        return events, error, protocol
    return events, broken, protocol


def _read(path: Path) -> Conversation:
    first, *steps = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return Conversation(path.stem, first["options"], steps)


def _like(value: Any, seen: Any) -> bool:
    """Whether a value is what was wanted; of objects only the fields that are named count."""
    if isinstance(value, dict) and isinstance(seen, dict):
        return all(_like(each, seen.get(name)) for name, each in value.items())
    if isinstance(value, list) and isinstance(seen, list | tuple):
        return len(value) == len(seen) and all(map(_like, value, seen))
    if isinstance(value, float) and isinstance(seen, float):
        return abs(value - seen) < 1e-6
    return bool(value == seen)
