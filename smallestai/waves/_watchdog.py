"""A deadline for waits on an event loop, cheap enough for every frame."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

    from smallestai.protocol.patience import Patience


class Watchdog:
    """Calls ``abort`` when a wait takes longer than `Patience` allows.

    `asyncio.timeout` sets and clears a timer at every wait. Here one timer lives on: when it fires
    too early, because frames came in the meantime, it is set again for what is left.

    Args:
        loop: The running loop.
        patience: How long each wait may take.
        abort: Ends the wait, for example by dropping the connection.
    """

    def __init__(
        self, loop: AbstractEventLoop, patience: Patience, abort: Callable[[], object]
    ) -> None:
        self.expired = False
        self._now = loop.time
        self._at = loop.call_at
        self._patience = patience
        self._abort = abort
        self._since: float | None = None
        self._timer: TimerHandle | None = None
        self._due = inf  # when the timer fires

    def waiting(self) -> None:
        """Note that a wait begins."""
        self._since = now = self._now()
        due = now + self._patience.allowed
        if due < self._due:
            self._set(due)

    def arrived(self) -> None:
        """Note that what was waited for came."""
        if self._since is not None:
            self._patience.received(self._now() - self._since)
            self._since = None

    def dropped(self) -> None:
        """Note that nobody waits any more."""
        self._since = None

    def stop(self) -> None:
        """Never call ``abort`` again."""
        if self._timer is not None:
            self._timer.cancel()
        self._since = None

    def _set(self, due: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._at(due, self._check)
        self._due = due

    def _check(self) -> None:
        self._timer, self._due = None, inf
        if self._since is None:
            return
        due = self._since + self._patience.allowed
        if due > self._now():
            self._set(due)
        else:
            self.expired = True
            self._abort()
