"""Server-sent events from bytes cut anywhere (WHATWG HTML, section 9.2 "Server-sent events")."""

from __future__ import annotations

import re
from typing import NamedTuple

# Only these three end a line. `bytes.splitlines` knows more (vertical tab, form feed), which the
# standard does not.
_LINE_END = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


class ServerSentEvent(NamedTuple):
    """One event.

    Attributes:
        event: Its type; ``message`` when the server gave none.
        data: The data lines joined by newlines, as UTF-8 bytes.
        id: The last event id seen so far, or an empty string.
        retry: Milliseconds to wait before reconnecting, where the event carried it.
    """

    event: str
    data: bytes
    id: str = ""
    retry: int | None = None


class EventStreamParser:
    """Turns the bytes of a `text/event-stream` into events.

    Any way of cutting them gives the same events.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._started = False
        self._event = ""
        self._data: list[bytes] = []
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Return the events that are complete now."""
        held = self._buffer.endswith(b"\r")
        self._buffer += chunk
        if not self._started and not self._start():
            return []
        if not held and b"\n" not in chunk and b"\r" not in chunk:
            return []  # the same line goes on: no need to look at all of it again
        events = []
        for line in self._lines():
            if line:
                self._field(line)
            elif (event := self._dispatch()) is not None:
                events.append(event)
        return events

    @property
    def pending(self) -> bool:
        """Whether an event has begun that has not been ended.

        At the end of a stream, one that was cut off.
        """
        return bool(self._buffer.strip(b"\r\n") or self._data)

    def _start(self) -> bool:
        """Drop a byte order mark; False while it is not known whether there is one."""
        if len(self._buffer) < len(_BOM) and _BOM.startswith(self._buffer):
            return False
        if self._buffer.startswith(_BOM):
            del self._buffer[: len(_BOM)]
        self._started = True
        return True

    def _lines(self) -> list[bytes]:
        """Take the finished lines; a carriage return at the very end may be half of a line end."""
        held = self._buffer.endswith(b"\r")
        text = bytes(self._buffer[:-1] if held else self._buffer)
        # Nearly all streams end their lines with a newline alone, and that is found much faster.
        *lines, rest = _LINE_END.split(text) if b"\r" in text else text.split(b"\n")
        self._buffer = bytearray(rest + b"\r" if held else rest)
        return lines

    def _field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id" and b"\0" not in value:
            self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self._retry = int(value)

    def _dispatch(self) -> ServerSentEvent | None:
        event, data, retry = self._event, self._data, self._retry
        self._event, self._data, self._retry = "", [], None
        if not data:
            return None
        return ServerSentEvent(event or "message", b"\n".join(data), self._id, retry)
