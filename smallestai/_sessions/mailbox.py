"""Events on their way from a session to whoever iterates them, blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

E = TypeVar("E")

# More than a reader who reads is ever behind: who does not read shall not fill the memory.
_MOST = 8192


class _Mailbox(Generic[E]):
    """What both worlds share: everything that does not wait.

    Args:
        only: The one kind of event that is kept; None keeps all.
    """

    def __init__(self, only: type[E] | None = None) -> None:
        self._only = only
        self._items: deque[E] = deque(maxlen=_MOST)
        self._ended = False
        self._error: BaseException | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self._ended

    def _put(self, event: E) -> bool:
        """Add an event; return whether it was added."""
        if self._ended or (self._only is not None and type(event) is not self._only):
            return False
        self._items.append(event)
        return True

    def _remove(self, which: Callable[[E], bool]) -> list[E]:
        removed = [event for event in self._items if which(event)]
        if removed:
            kept = [event for event in self._items if not which(event)]
            self._items.clear()
            self._items.extend(kept)
        return removed

    def _end(self, error: BaseException | None, *, at_once: bool) -> None:
        if at_once:
            self._items.clear()
        if not self._ended:
            self._ended, self._error = True, error

    def _take(self) -> E | None:
        """Return the next event; None at the end, or what the end raises, the first time."""
        if self._items:
            return self._items.popleft()
        error, self._error = self._error, None
        if error is not None:
            raise error
        return None


class Mailbox(_Mailbox[E]):
    """The blocking one. Any thread may put, remove, end or take."""

    def __init__(self, only: type[E] | None = None) -> None:
        super().__init__(only)
        self._changed = threading.Condition()

    def put(self, event: E) -> None:
        """Add an event."""
        with self._changed:
            if self._put(event):
                self._changed.notify()

    def remove(self, which: Callable[[E], bool]) -> list[E]:
        """Take out the events that are so, and return them."""
        with self._changed:
            return self._remove(which)

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        with self._changed:
            self._end(error, at_once=at_once)
            self._changed.notify_all()

    def take(self, timeout: float | None = None) -> E | None:
        """Wait for the next event and return it; None at the end, or when the time is over.

        Raises:
            SmallestError: What ended the session, once.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._items or self._ended, timeout):
                return None
            return self._take()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> E:
        event = self.take()
        if event is None:
            raise StopIteration
        return event


class AsyncMailbox(_Mailbox[E]):
    """The async one. Tasks of one event loop put and take."""

    def __init__(self, only: type[E] | None = None) -> None:
        super().__init__(only)
        self._changed = asyncio.Event()

    def put(self, event: E) -> None:
        """Add an event."""
        if self._put(event):
            self._changed.set()

    def remove(self, which: Callable[[E], bool]) -> list[E]:
        """Take out the events that are so, and return them."""
        return self._remove(which)

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        self._end(error, at_once=at_once)
        self._changed.set()

    async def take(self, timeout: float | None = None) -> E | None:
        """Wait for the next event and return it; see `Mailbox.take`."""
        if timeout is None:
            await self._filled()
        else:
            try:
                async with asyncio.timeout(timeout):
                    await self._filled()
            except TimeoutError:
                return None
        return self._take()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> E:
        event = await self.take()
        if event is None:
            raise StopAsyncIteration
        return event

    async def _filled(self) -> None:
        while not self._items and not self._ended:
            self._changed.clear()
            await self._changed.wait()
