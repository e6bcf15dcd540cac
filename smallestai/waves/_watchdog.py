"""A deadline for waits on an event loop, cheap enough for every frame."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

    from smallestai.protocol.patience import Patience


_WORTH_NOTING = 0.01  # seconds


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
        self._waited = 0.0  # and not put down yet
        self._begun = False
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
        since = self._since
        if since is None:
            return
        self._since = None
        self._waited = waited = self._waited + self._now() - since
        # In a burst the waits are nothing: they are put down together.
        if waited > _WORTH_NOTING or not self._begun:
            self._patience.received(waited)
            self._waited, self._begun = 0.0, True

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
