"""Streamed chats as data: one line per event, played against the core and against both shells.

- ``{"event": {...}}`` or ``{"event": "raw text"}``: the data of an event the server sends.
- ``{"bytes": "..."}``: anything else it sends, as it is.
- ``{"chunks": [...], "message": {...}, "finish": ..., "usage": ...}``: what the caller sees: the
  text of each chunk, the message it amounts to, why it ended, and the total of the tokens.
- ``{"error": "Name", "says": "part of it"}``: what the caller gets last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass
class Chat:
    """One file, taken apart."""

    name: str
    body: bytes = b""
    seen: dict[str, Any] = field(default_factory=dict)
    error: dict[str, Any] | None = None

    def check(self, chunks: list[Any], reply: Any, message: Any) -> None:
        """Hold what was seen against what must be seen; a reply has usage and finish_reason."""
        texts = [chunk.choices[0].delta.content if chunk.choices else None for chunk in chunks]
        assert texts == self.seen["chunks"]
        assert message.to_dict() == {"role": "assistant", **self.seen["message"]}
        assert reply.finish_reason == self.seen.get("finish")
        assert (reply.usage.total_tokens if reply.usage else None) == self.seen.get("usage")

    def check_error(self, error: Any) -> None:
        """Hold an error against the last word; it has the message so far."""
        if self.error is None:
            assert error is None, repr(error)
            return
        assert type(error).__name__ == self.error["error"]
        assert self.error.get("says", "") in str(error)
        assert error.received.to_dict() == {"role": "assistant", **self.seen["message"]}


def load() -> list[Chat]:
    """Return every conversation, in the order of their names."""
    return [_read(path) for path in sorted(HERE.glob("*.jsonl"))]


def _read(path: Path) -> Chat:
    chat = Chat(path.stem)
    for line in path.read_text().splitlines():
        step = json.loads(line)
        if "event" in step:
            data = step["event"]
            text = data if isinstance(data, str) else json.dumps(data)
            chat.body += f"data: {text}\n\n".encode()
        elif "bytes" in step:
            chat.body += step["bytes"].encode()
        elif "error" in step:
            chat.error = step
        else:
            chat.seen = step
    return chat
