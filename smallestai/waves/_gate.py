"""How many utterances of one key may be under way at once. Blocking and async, side by side.

Who goes through a gate is a turn (`_turns`); who goes first is decided by its line (`_line`).
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from smallestai._config import digest
from smallestai.waves._line import Line, check_limit

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from smallestai._config import Config


class _Gate:
    """What both gates have in common."""

    def __init__(self) -> None:
        self.line = Line()

    @property
    def limit(self) -> int | None:
        """How many may be under way at once: 10 by default, None for no limit.

        The service's pages differ: 10 is what the Pro model's card says of the standard plan. It
        may be changed at any time; a lower one sends nobody away who is under way.
        """
        return self.line.limit

    @limit.setter
    def limit(self, limit: int | None) -> None:
        self.line.limit = check_limit(limit)
        self._revise()

    def close(self) -> None:
        """Let nobody in any more; those who wait raise `LocalProtocolError`."""
        self.line.is_closed = True
        self._revise()

    def __repr__(self) -> str:
        line = self.line
        counts = f"{len(line.under_way)} of {line.limit} under way, {line.waiting} waiting"
        return f"<{type(self).__name__} {counts}>"

    def _revise(self) -> None:
        raise NotImplementedError


class Gate(_Gate):
    """The blocking gate; threads may share it."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._changes: deque[Callable[[], None]] = deque()

    def change(self, change: Callable[[], None]) -> None:
        """Change the line, or leave that to the thread which is just changing it.

        A stream that nobody closed leaves while it is collected, which may be in the midst of a
        change on the same thread: to wait for a lock there would be to wait for ever.
        """
        self._changes.append(change)
        while self._changes and self._lock.acquire(blocking=False):
            try:
                while self._changes:
                    self._changes.popleft()()
            finally:
                self._lock.release()

    def _revise(self) -> None:
        self.change(self.line.admit)


class AsyncGate(_Gate):
    """The gate for the event loop it is used on; on another loop it starts anew."""

    _loop: AbstractEventLoop | None = None

    def line_on(self, loop: AbstractEventLoop) -> Line:
        """Return the line of a loop."""
        if self._loop is not loop:
            closed = self.line.is_closed
            self._loop, self.line = loop, Line(self.limit)
            self.line.is_closed = closed
        return self.line

    def _revise(self) -> None:
        soon(self._loop, self.line.admit)


class Gates:
    """The gates of a client, one for each key at each address: ``transport.attached(Gates)``."""

    def __init__(self) -> None:
        self._gates: dict[str, Gate] = {}

    def of(self, config: Config) -> Gate:
        """Return the gate of the key and the address of these settings."""
        key = digest(config.base_url, config.api_key)
        return self._gates.get(key) or self._gates.setdefault(key, Gate())

    def close(self) -> None:
        """Close them all."""
        for gate in list(self._gates.values()):
            gate.close()


class AsyncGates:
    """The gates of an async client; see `Gates`."""

    def __init__(self) -> None:
        self._gates: dict[str, AsyncGate] = {}

    def of(self, config: Config) -> AsyncGate:
        """Return the gate of the key and the address of these settings."""
        key = digest(config.base_url, config.api_key)
        return self._gates.get(key) or self._gates.setdefault(key, AsyncGate())

    async def close(self) -> None:
        """Close them all."""
        for gate in list(self._gates.values()):
            gate.close()


def soon(loop: AbstractEventLoop | None, call: Callable[[], None]) -> None:
    """Make a call on a loop; its line needs none once it is closed, or where it never ran."""
    if loop is not None:
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(call)
