"""Conversations as data: one line per frame, played against the core and against both shells.

Each file is a JSON line per step:

- ``{"text": ..., "options": {...}}``: what the caller asks for (first line).
- ``{"client": {...}}``: a message the client must send; the fields named must have these values.
- ``{"server": {...}}`` or ``{"server": "raw text"}``: a message the server sends.
- ``{"close": [code, reason]}``: the server closes.
- ``{"event": "audio", "data": "base64"}``, ``{"event": "word", ...}``, ``{"event": "unknown"}``,
  ``{"event": "complete"}``: what the caller sees.
- ``{"error": "Name", "audio": "base64", "says": "part of it"}``: what the caller gets last.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smallestai.protocol.events import AudioChunk, Complete, SpeechEvent, Unknown, Word

if TYPE_CHECKING:
    from smallestai.errors import SmallestError

HERE = Path(__file__).parent


@dataclass
class Conversation:
    """One file, taken apart."""

    name: str
    text: str
    options: dict[str, Any]
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def wire(self) -> list[dict[str, Any]]:
        """The steps that a server takes part in."""
        return [step for step in self.steps if step.keys() & {"client", "server", "close"}]

    @property
    def events(self) -> list[SpeechEvent]:
        """What the caller must see."""
        return [_event(step) for step in self.steps if "event" in step]

    @property
    def error(self) -> dict[str, Any] | None:
        """What the caller must get in the end, if anything."""
        return next((step for step in self.steps if "error" in step), None)


def load(kind: str) -> list[Conversation]:
    """Return every conversation of a kind, in the order of their names."""
    return [_read(path) for path in sorted((HERE / kind).glob("*.jsonl"))]


def frame_of(step: dict[str, Any]) -> str:
    """Return the text of a server's message."""
    frame = step["server"]
    return frame if isinstance(frame, str) else json.dumps(frame)


def assert_error(wanted: dict[str, Any] | None, error: SmallestError | None) -> None:
    """Hold an error against the conversation's last word."""
    if wanted is None:
        assert error is None, repr(error)
        return
    assert type(error).__name__ == wanted["error"]
    assert wanted.get("says", "") in str(error)
    if "audio" in wanted:
        assert error.audio == base64.b64decode(wanted["audio"])  # type: ignore[union-attr]


def _read(path: Path) -> Conversation:
    first, *steps = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return Conversation(path.stem, first["text"], first.get("options", {}), steps)


def _event(step: dict[str, Any]) -> SpeechEvent:
    kind = step["event"]
    if kind == "audio":
        return AudioChunk(base64.b64decode(step["data"]))
    if kind == "word":
        return Word(step["text"], step["start"], step["end"], step["index"])
    return Complete() if kind == "complete" else Unknown(step["raw"])
