"""The function calls of a Hydra session: which wait for a result, and what has come in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from .hydra_mind import Result

if TYPE_CHECKING:
    from .chat_script import Call


class Calls:
    """Keeps the calls of one session.

    A call may be answered again: a placeholder first, the real result later. The result of a call
    whose turn was lost counts for nothing.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._turn: dict[str, bool] = {}  # the calls of this turn, and whether they are settled
        self._lost: set[str] = set()
        self._results: dict[str, str] = {}
        self._go_on = asyncio.Event()

    @property
    def are_waiting(self) -> bool:
        """Whether a turn has called functions and has not gone on."""
        return bool(self._turn)

    @property
    def missing(self) -> int:
        """How many calls of the turn have no result yet."""
        return list(self._turn.values()).count(False)

    @property
    def has_results(self) -> bool:
        """Whether there are results that the model has not seen."""
        return bool(self._results)

    def add(self, call_id: str, call: Call) -> None:
        """Note a call of the turn."""
        self._names[call_id] = call.name
        self._turn[call_id] = False

    def settle(self, call_id: str, output: str) -> bool:
        """Take a result; return False for a call that was never made."""
        if call_id not in self._names:
            return False
        if call_id not in self._lost:
            self._results[call_id] = output
        if call_id in self._turn:
            self._turn[call_id] = True
        return True

    def lose(self) -> None:
        """Give up the calls of the turn."""
        self._lost |= self._turn.keys()
        self._results = {each: self._results[each] for each in self._results.keys() - self._lost}
        self._turn.clear()
        self._go_on.clear()

    def go_on(self) -> None:
        """End `wait`."""
        self._go_on.set()

    async def wait(self, seconds: float) -> list[Result]:
        """Return the results when the client wants the model to go on.

        Raises:
            TimeoutError: It did not in time.
        """
        async with asyncio.timeout(seconds):
            await self._go_on.wait()
        self._go_on.clear()
        self._turn.clear()
        return self.take()

    def take(self) -> list[Result]:
        """Return the results that the model has not seen, in the order of the calls."""
        results, self._results = self._results, {}
        return [Result(self._names[each], results[each]) for each in self._names if each in results]
