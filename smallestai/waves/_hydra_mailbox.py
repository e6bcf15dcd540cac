"""Events on their way from a session to whoever iterates them, blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from typing import TYPE_CHECKING, Self

from smallestai.protocol.hydra_events import AudioDelta

if TYPE_CHECKING:
    from smallestai.protocol.hydra_events import Event

# More than a reader who reads is ever behind: who does not read shall not fill the memory.
_MOST = 8192


class _Mailbox:
    """What both worlds share: everything that does not wait."""

    def __init__(self, *, audio_only: bool = False) -> None:
        self._audio_only = audio_only
        self._items: deque[Event] = deque(maxlen=_MOST)
        self._ended = False
        self._error: BaseException | None = None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come."""
        return self._ended

    def _silence(self, response_id: str | None) -> dict[str | None, int]:
        taken: dict[str | None, int] = {}
        kept: list[Event] = []
        for event in self._items:
            if type(event) is AudioDelta and response_id in (None, event.response_id):
                taken[event.response_id] = taken.get(event.response_id, 0) + len(event.data)
            else:
                kept.append(event)
        if taken:
            self._items.clear()
            self._items.extend(kept)
        return taken

    def _end(self, error: BaseException | None, *, at_once: bool) -> None:
        if at_once:
            self._items.clear()
        if not self._ended:
            self._ended, self._error = True, error

    def _last(self) -> BaseException | None:
        """Return what the end raises, the first time."""
        error, self._error = self._error, None
        return error


class Mailbox(_Mailbox):
    """The blocking one. Any thread may put, silence, end or take.

    Args:
        audio_only: Keep audio and nothing else.
    """

    def __init__(self, *, audio_only: bool = False) -> None:
        super().__init__(audio_only=audio_only)
        self._changed = threading.Condition()

    def put(self, event: Event) -> None:
        """Add an event."""
        if self._audio_only and type(event) is not AudioDelta:
            return
        with self._changed:
            if not self._ended:
                self._items.append(event)
                self._changed.notify()

    def silence(self, response_id: str | None = None) -> dict[str | None, int]:
        """Take out the audio of one reply, or all; return how many bytes of which that was."""
        with self._changed:
            return self._silence(response_id)

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        with self._changed:
            self._end(error, at_once=at_once)
            self._changed.notify_all()

    def take(self, timeout: float | None = None) -> Event | None:
        """Wait for the next event and return it; None at the end, or when the time is over.

        Raises:
            SmallestError: What ended the session, once.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._items or self._ended, timeout):
                return None
            if self._items:
                return self._items.popleft()
            error = self._last()
        if error is not None:
            raise error
        return None

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        event = self.take()
        if event is None:
            raise StopIteration
        return event


class AsyncMailbox(_Mailbox):
    """The async one. Tasks of one event loop put and take."""

    def __init__(self, *, audio_only: bool = False) -> None:
        super().__init__(audio_only=audio_only)
        self._changed = asyncio.Event()

    def put(self, event: Event) -> None:
        """Add an event."""
        if not self._ended and (not self._audio_only or type(event) is AudioDelta):
            self._items.append(event)
            self._changed.set()

    def silence(self, response_id: str | None = None) -> dict[str | None, int]:
        """Take out the audio of one reply, or all; return how many bytes of which that was."""
        return self._silence(response_id)

    def end(self, error: BaseException | None = None, *, at_once: bool = False) -> None:
        """Give nothing more after what is there, or at once; then raise the error."""
        self._end(error, at_once=at_once)
        self._changed.set()

    async def take(self, timeout: float | None = None) -> Event | None:
        """Wait for the next event and return it; see `Mailbox.take`."""
        if timeout is None:
            await self._filled()
        else:
            try:
                async with asyncio.timeout(timeout):
                    await self._filled()
            except TimeoutError:
                return None
        if self._items:
            return self._items.popleft()
        error = self._last()
        if error is not None:
            raise error
        return None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        event = await self.take()
        if event is None:
            raise StopAsyncIteration
        return event

    async def _filled(self) -> None:
        while not self._items and not self._ended:
            self._changed.clear()
            await self._changed.wait()
