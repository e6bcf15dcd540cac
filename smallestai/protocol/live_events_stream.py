"""The events of a call as a stream of bytes that may break off, and be opened anew.

Bytes cut anywhere go in, events come out, each once. The service repeats nothing that was missed,
but after a reconnect it may tell again what it has told: events are known by their ``event_id``.
Only the ``data`` lines count; the service gives events no name and no id.

When to open the stream again:

======================================== ===========================================
after ``sse_close``                      never: this is the end
a refusal once the call has ended        never: this is the end as well
another refusal that would come again    never: it is raised
silence                                  at once: it shows whether the call still is
a connection that broke, 429, 5xx        after 1 s, doubling up to 30 s
======================================== ===========================================

Source: operation `subscribeToLiveEvents`.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Literal

from smallestai.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    BadRequestError,
    NotFoundError,
    SmallestError,
)
from smallestai.protocol.live_events import (
    CallCancelled,
    CallEnded,
    LiveEvent,
    StreamClosed,
    StreamOpened,
)
from smallestai.protocol.live_events_frames import event_of
from smallestai.protocol.sse import EventStreamParser

PAUSES = (1.0, 30.0)  # the first and the longest, in seconds
_REMEMBERED = 4096  # ids of events

Step = Literal["end", "raise", "at once", "pause"]


class LiveEventReader:
    """Turns the bytes of one connection after another into events.

    Attributes:
        is_done: Whether the service has said that nothing follows.
        is_moving: Whether anything new has come over this connection.
    """

    def __init__(self) -> None:
        self.is_done = False
        self.is_moving = False
        self._parser = EventStreamParser()
        self._told: OrderedDict[str, None] = OrderedDict()
        self._opened = False  # the first connection has been told of
        self._over = False  # the call

    def connected(self) -> None:
        """Take a new connection; half an event of the one before is forgotten."""
        self._parser = EventStreamParser()
        self.is_moving = False

    def feed(self, data: bytes) -> list[LiveEvent]:
        """Return the events that are complete now and have not been told.

        Raises:
            RemoteProtocolError: An event is no JSON object.
        """
        events: list[LiveEvent] = []
        for each in self._parser.feed(data):
            if self.is_done:
                break
            event = event_of(each.data)
            if self._is_new(event):
                events.append(event)
        return events

    def after(self, error: SmallestError | None) -> Step:
        """Return what is to be done now that a connection has ended, or was refused.

        Args:
            error: How it ended; None where the bytes just ended.
        """
        if self.is_done:
            return "end"
        if isinstance(error, APITimeoutError) and error.timeout == "between":
            return "at once"
        if error is None or isinstance(error, APIConnectionError):
            return "pause"
        if isinstance(error, BadRequestError | NotFoundError) and self._over:
            return "end"
        return "pause" if isinstance(error, APIError) and error.retryable else "raise"

    def _is_new(self, event: LiveEvent) -> bool:
        if isinstance(event, StreamOpened):
            first, self._opened = not self._opened, True
            return first
        if event.event_id is not None and not self._remember(event.event_id):
            return False
        self.is_moving = True
        self.is_done = isinstance(event, StreamClosed)
        self._over = self._over or isinstance(event, CallEnded | CallCancelled)
        return True

    def _remember(self, event_id: str) -> bool:
        """Note an id; False where it is known."""
        if event_id in self._told:
            return False
        self._told[event_id] = None
        if len(self._told) > _REMEMBERED:
            self._told.popitem(last=False)
        return True
