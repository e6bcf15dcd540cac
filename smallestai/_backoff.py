"""How long to wait before the next try: longer each time, and not the same for everybody."""

from __future__ import annotations

import random as _random
from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable


class Backoff:
    """Pauses that grow by a factor up to a cap. Knows no clock: whoever asks does the waiting.

    Args:
        first: The first pause, in seconds.
        cap: The longest pause, in seconds.
        factor: By how much one pause is longer than the one before.
        jitter: Which part of a pause is left to chance, from 0.0 to 1.0: with 0.5 a pause of 4 s
            takes 2 to 4 s.
        random: Gives a number from 0.0 to 1.0.

    Raises:
        ArgumentError: One of them is out of its range.
    """

    def __init__(
        self,
        first: float,
        cap: float,
        *,
        factor: float = 2.0,
        jitter: float = 0.5,
        random: Callable[[], float] = _random.random,
    ) -> None:
        if not 0 <= first <= cap:
            raise ArgumentError("first", first, f"must be seconds from 0 to the cap, {cap:g}")
        if factor < 1:
            raise ArgumentError("factor", factor, "must be 1 or more")
        if not 0 <= jitter <= 1:
            raise ArgumentError("jitter", jitter, "must be from 0.0 to 1.0")
        self._first = first
        self._cap = cap
        self._factor = factor
        self._jitter = jitter
        self._random = random
        self._pause = first

    def next(self) -> float:
        """Return the seconds to wait now; the next pause is longer."""
        pause = self._pause
        self._pause = min(pause * self._factor, self._cap)
        return pause * (1 - self._jitter * self._random())

    def reset(self) -> None:
        """Begin again with the first pause: things went well for a while."""
        self._pause = self._first
