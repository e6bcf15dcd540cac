"""Events on their way from a session to whoever iterates them, blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import TYPE_CHECKING, Self

from smallestai.protocol.agent_events import AudioDelta

if TYPE_CHECKING:
    from smallestai.protocol.agent_events import Event

# More than a reader who reads is ever behind: who does not read shall not fill the memory.
_MOST = 8192


class _Mailbox:
    """What both worlds share: everything that does not wait."""

    def __init__(self) -> None:
        self._items: deque[Event] = deque(maxlen=_MOST)
        self._ended = False
        self._error: BaseException | None = None

    def silence(self) -> int:
        """Take out all audio; return how many bytes that was."""
        kept = [event for event in self._items if type(event) is not AudioDelta]
        taken = sum(len(event.data) for event in self._items if type(event) is AudioDelta)
        self._items.clear()
        self._items.extend(kept)
        return taken

    def _end(self, error: BaseException | None, *, at_once: bool) -> None:
        if at_once:
            self._items.clear()
        if not self._ended:
            self._ended, self._error = True, error

    def _take(self) -> Event | None:
        """Return the next event; None at the end, or what the end raises, the first time."""
        if self._items:
            return self._items.popleft()
        error, self._error = self._error, None
        if error is not None:
            raise error
        return None


class Mailbox(_Mailbox):
    """The blocking one. Any thread may put, silence, end or take."""

    def __init__(self) -> None:
        super().__init__()
        self._changed = threading.Condition()

    def put(self, event: Event) -> None:
        """Add an event."""
        with self._changed:
            if not self._ended:
                self._items.append(event)
                self._changed.notify()

    def silence(self) -> int:
        """Take out all audio; return how many bytes that was."""
        with self._changed:
            return super().silence()

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        with self._changed:
            self._end(error, at_once=at_once)
            self._changed.notify_all()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        with self._changed:
            self._changed.wait_for(lambda: self._items or self._ended)
            event = self._take()
        if event is None:
            raise StopIteration
        return event


class AsyncMailbox(_Mailbox):
    """The async one. Tasks of one event loop put and take."""

    def __init__(self) -> None:
        super().__init__()
        self._changed = asyncio.Event()

    def put(self, event: Event) -> None:
        """Add an event."""
        if not self._ended:
            self._items.append(event)
            self._changed.set()

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        self._end(error, at_once=at_once)
        self._changed.set()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        while not self._items and not self._ended:
            self._changed.clear()
            await self._changed.wait()
        event = self._take()
        if event is None:
            raise StopAsyncIteration
        return event
