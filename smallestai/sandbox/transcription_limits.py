"""How much one key may have transcribed: recordings in a minute, live streams at a time."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

_SECONDS = 60.0


class Rate:
    """A number of requests in any minute.

    Args:
        limit: That number; None for any.
        clock: Gives the time in seconds.
    """

    def __init__(self, limit: int | None, clock: Callable[[], float]) -> None:
        self._limit = limit
        self._clock = clock
        self._times: dict[Hashable, deque[float]] = {}

    def admits(self, caller: Hashable) -> bool:
        """Return whether a caller may make a request now, and count it if so."""
        if self._limit is None:
            return True
        now, times = self._clock(), self._times.setdefault(caller, deque())
        while times and times[0] <= now - _SECONDS:
            times.popleft()
        if len(times) >= self._limit:
            return False
        times.append(now)
        return True


class Places:
    """A number of things that may go on at a time.

    Args:
        limit: That number; None for any.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._taken: Counter[Hashable] = Counter()

    @contextmanager
    def taken_by(self, caller: Hashable) -> Iterator[bool]:
        """Give whether there is a place for a caller; it is theirs within the block."""
        if self._limit is not None and self._taken[caller] >= self._limit:
            yield False
            return
        self._taken[caller] += 1
        try:
            yield True
        finally:
            self._taken[caller] -= 1
