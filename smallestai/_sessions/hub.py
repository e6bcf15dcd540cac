"""Where the events of a session are handed to all who want them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai._sessions.mailbox import AsyncMailbox, Mailbox

B = TypeVar("B", bound="Mailbox[Any] | AsyncMailbox[Any]")


class Hub(Generic[B]):
    """Hands events out, and the end to all who wait for something.

    What works beside a session holds this instead of the session itself.

    Args:
        inbox: The mailbox of whoever iterates the session.

    Attributes:
        lock: Held by who hands out events.
        boxes: All mailboxes.
        speakers: Those of them that take audio only.
        finished: Whether nothing more will come.
        on_finish: Called at the end.
    """

    def __init__(self, inbox: B) -> None:
        self.inbox = inbox
        self.lock = threading.RLock()
        self.boxes: list[B] = [inbox]
        self.speakers: list[B] = []
        self.finished = False
        self.on_finish: list[Callable[[], object]] = []

    def add(self, box: B, *, speaks: bool) -> None:
        """Have events put into another mailbox from now on."""
        with self.lock:
            self.boxes.append(box)
            if speaks:
                self.speakers.append(box)
            if self.finished:
                box.end()

    def remove(self, box: B) -> None:
        """Put nothing more into a mailbox."""
        with self.lock:
            self.boxes.remove(box)
            if box in self.speakers:
                self.speakers.remove(box)

    def put(self, event: Any) -> None:
        """Hand out an event; who calls holds the lock."""
        for box in self.boxes:
            box.put(event)

    def finish(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Let all who wait see the end, and all but who listens to audio the error."""
        with self.lock:
            self.finished = True
            for box in self.boxes:
                box.end(error if box not in self.speakers else None, at_once=at_once)
        for call in self.on_finish:
            call()
