"""Sessions with an agent as data: one line per step, played against the core and both shells.

The first line is ``{"options": {...}}``, the arguments of `connect`, and ``max_retries`` of the
client; its ``tools`` are names of functions that the player has. Then, in order:

- ``{"client": {...}}``: a frame the client must send; the fields named must have these values.
- ``{"server": {...}}`` or ``{"server": "raw text"}``: a frame the server sends.
- ``{"refuse": [status, phrase]}``: the server answers the handshake with a status line, no more.
- ``{"close": [code, reason]}``: the server closes. ``{"drop": true}``: the connection breaks.
- ``{"connect": true}``: the client must open another connection.
- ``{"event": "its.type", ...}``: what the caller sees; the fields named must have these values.
- ``{"caller": "audio" | "text" | "tools" | "release" | "output" | "close", ...}``: what the caller
  does once he has seen what stands before. ``release`` lets the function ``slow`` return.
- ``{"tool": "call_id", "output": "..."}``: a function returns (in the core, which calls none).
- ``{"error": "Name", "says": "part of it", "code": "its code"}``: what the caller gets last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smallestai.protocol.agent_events import Event

HERE = Path(__file__).parent / "agent"
_WIRE = {"client", "server", "close", "drop", "connect", "refuse"}


@dataclass(frozen=True)
class Session:
    """One file, taken apart."""

    name: str
    options: dict[str, Any]
    steps: list[dict[str, Any]]

    @property
    def wire(self) -> list[dict[str, Any]]:
        """The steps that the server takes part in."""
        return [step for step in self.steps if step.keys() & _WIRE]

    @property
    def caller(self) -> list[dict[str, Any]]:
        """The steps that the caller takes part in."""
        return [step for step in self.steps if step.keys() & {"event", "caller"}]

    @property
    def connections(self) -> int:
        """How many connections the client must open."""
        return 1 + sum("connect" in step for step in self.steps)

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
    sent = json.loads(frame)
    return {name: sent.get(name) for name, value in wanted.items() if sent.get(name) != value}


def assert_event(step: dict[str, Any], event: Event | None) -> None:
    """Hold an event against what the caller must see."""
    assert event is not None, step
    assert event.type == step["event"], (step, event)
    for name, value in step.items():
        if name != "event":
            found = getattr(event, name)
            assert (found.hex() if isinstance(found, bytes) else found) == value, (step, event)


def assert_error(wanted: dict[str, Any] | None, error: BaseException | None) -> None:
    """Hold an error against the session's last word."""
    if wanted is None:
        assert error is None, repr(error)
        return
    assert type(error).__name__ == wanted["error"], repr(error)
    assert wanted.get("says", "") in str(error)
    if "code" in wanted:
        assert error.code == wanted["code"]  # type: ignore[union-attr]


def _read(path: Path) -> Session:
    first, *steps = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return Session(path.stem, first["options"], steps)
