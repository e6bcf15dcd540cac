"""The way of one utterance through a gate: in, and out again, whatever became of it.

Blocking and async, side by side.
"""

from __future__ import annotations

from functools import partial
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import TYPE_CHECKING

from smallestai._faults import closed_error
from smallestai.errors import ConcurrencyLimitError
from smallestai.waves._gate import soon

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future

    from smallestai.waves._gate import AsyncGate, Gate
    from smallestai.waves._line import Priority


class _Turn:
    """What both turns have in common."""

    def __init__(self, gate: Gate | AsyncGate, priority: Priority) -> None:
        self.priority = priority
        self._line = gate.line
        self._has_left = False

    def leave(self) -> None:
        raise NotImplementedError

    def _waited(self, began: float) -> float | None:
        """Return what `enter` does, once the wait is over."""
        if self._has_left:
            self.leave()  # the first time may have been before it came in
            return None
        if self._line.is_closed:
            raise closed_error()
        return perf_counter() - began

    def _late(self, began: float) -> ConcurrencyLimitError:
        return ConcurrencyLimitError.at_gate(self._line.limit, perf_counter() - began)


class Turn(_Turn):
    """The turn of a blocking utterance."""

    def __init__(self, gate: Gate, priority: Priority) -> None:
        super().__init__(gate, priority)
        self._change = gate.change
        self._calls: SimpleQueue[None] = SimpleQueue()

    def enter(self, timeout: float | None = None) -> float | None:
        """Wait for a place.

        Args:
            timeout: How many seconds to wait at most; None for no end.

        Returns:
            How many seconds it waited. None when `leave` was called elsewhere: there is no place.

        Raises:
            ConcurrencyLimitError: There was none in time.
            LocalProtocolError: The client was closed.
        """
        began = perf_counter()
        try:
            self._change(partial(self._line.join, self))
            self._calls.get(timeout=timeout)
            return self._waited(began)
        except Empty:
            self.leave()
            raise self._late(began) from None
        except BaseException:
            self.leave()
            raise

    def leave(self) -> None:
        """Free the place, or end the wait for it; from any thread, and any number of times."""
        self._has_left = True
        self._change(partial(self._line.drop, self))
        self.wake()

    def wake(self) -> None:
        """End the wait."""
        self._calls.put(None)


class AsyncTurn(_Turn):
    """The turn of an utterance on an event loop."""

    _loop: AbstractEventLoop | None = None
    _call: Future[None] | None = None
    _is_called = False

    def __init__(self, gate: AsyncGate, priority: Priority) -> None:
        super().__init__(gate, priority)
        self._gate = gate

    async def enter(self, timeout: float | None = None) -> float | None:
        """Wait for a place; see `Turn.enter`. A task that is cancelled meanwhile takes none."""
        import asyncio

        if self._has_left:
            return None
        began = perf_counter()
        self._loop = asyncio.get_running_loop()
        self._line = self._gate.line_on(self._loop)
        try:
            self._line.join(self)
            if not self._is_called:
                self._call = self._loop.create_future()
                async with asyncio.timeout(timeout):
                    await self._call
            return self._waited(began)
        except TimeoutError:
            self.leave()
            raise self._late(began) from None
        except BaseException:
            self.leave()
            raise

    def leave(self) -> None:
        """Free the place, or end the wait for it; on the loop, any number of times."""
        self._has_left = True
        if self._loop is not None:
            self._line.drop(self)
            self.wake()

    def abandon(self) -> None:
        """Leave soon, for a stream that nobody closed; from any thread."""
        soon(self._loop, self.leave)

    def wake(self) -> None:
        """End the wait."""
        self._is_called = True
        if self._call is not None and not self._call.done():
            self._call.set_result(None)
