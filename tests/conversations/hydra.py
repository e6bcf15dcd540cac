"""Speech-to-speech sessions as data: one line per step, played against the core and both shells.

The first line is ``{"options": {...}}``, the arguments of `connect`; its ``tools`` are names of
functions that the player has. Then, in order:

- ``{"client": {...}}``: a frame the client must send; the fields named must have these values.
- ``{"server": {...}}`` or ``{"server": "raw text"}``: a frame the server sends.
- ``{"close": [code, reason]}``: the server closes. ``{"drop": true}``: the connection breaks.
- ``{"connect": true}``: the client must open another connection.
- ``{"event": "its.type", ...}``: what the caller sees; the fields named must have these values.
- ``{"caller": "audio" | "cancel" | "tools" | "release" | "output", ...}``: what the caller does
  once he has seen what stands before. ``release`` lets the function ``slow`` return.
- ``{"tool": "call_id", "output": "..."}``: a function returns (in the core, which calls none).
- ``{"wait": seconds}``: time passes (in the core, which has no clock).
- ``{"error": "Name", "says": "part of it"}``: what the caller gets last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smallestai.protocol.hydra_events import Event

HERE = Path(__file__).parent / "hydra"
# Events that only a shell gives, which has functions and connections.
OF_SHELLS = frozenset({"session.tool_finished", "session.disconnected", "session.reconnected"})


@dataclass(frozen=True)
class Session:
    """One file, taken apart."""

    name: str
    options: dict[str, Any]
    steps: list[dict[str, Any]]

    @property
    def wire(self) -> list[dict[str, Any]]:
        """The steps that the server takes part in."""
        names = {"client", "server", "close", "drop", "connect"}
        return [step for step in self.steps if step.keys() & names]

    @property
    def caller(self) -> list[dict[str, Any]]:
        """The steps that the caller takes part in."""
        return [step for step in self.steps if step.keys() & {"event", "caller"}]

    @property
    def error(self) -> dict[str, Any] | None:
        """What the caller gets in the end, if anything."""
        return next((step for step in self.steps if "error" in step), None)


def sessions() -> list[Session]:
    """Return every session, in the order of their names."""
    return [_read(path) for path in sorted(HERE.glob("*.jsonl"))]


def frame_of(step: dict[str, Any]) -> str:
    """Return the text of a server's frame."""
    frame = step["server"]
    return frame if isinstance(frame, str) else json.dumps(frame)


def differences(wanted: dict[str, Any], frame: str | bytes) -> dict[str, Any]:
    """Return the fields of a client's frame that are not as they must be."""
    return _differing(wanted, json.loads(frame))


def assert_event(step: dict[str, Any], event: Event | None) -> None:
    """Hold an event against what the caller must see."""
    assert event is not None, step
    wanted = {name: value for name, value in step.items() if name != "event"}
    assert event.type == step["event"], (step, event)
    for name, value in wanted.items():
        found: Any = event
        for part in name.split("."):
            found = getattr(found, part)
        assert (found.hex() if isinstance(found, bytes) else found) == value, (step, event)


def _differing(wanted: dict[str, Any], sent: dict[str, Any]) -> dict[str, Any]:
    wrong = {}
    for name, value in wanted.items():
        found = sent.get(name)
        if isinstance(value, dict) and isinstance(found, dict):
            if inner := _differing(value, found):
                wrong[name] = inner
        elif found != value:
            wrong[name] = found
    return wrong


def _read(path: Path) -> Session:
    first, *steps = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return Session(path.stem, first["options"], steps)
