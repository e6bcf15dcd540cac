"""Events that are waited for: one for threads that takes no lock, and a limit for tasks."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress


class Latch:
    """Like `threading.Event`, and may be set while garbage is collected.

    A collection may begin inside of ``wait`` and ``set`` of that event, where its lock is held:
    setting it once more would then wait for ever.
    """

    def __init__(self) -> None:
        self._is_set = False
        self._gate = threading.Lock()  # held until it is set
        self._gate.acquire()

    def is_set(self) -> bool:
        """Whether it has been set."""
        return self._is_set

    def set(self) -> None:
        """Let all pass who wait, from now on."""
        self._is_set = True
        self._open()

    def wait(self, timeout: float) -> bool:
        """Wait until it is set, at most so many seconds; return whether it is."""
        if self._gate.acquire(timeout=timeout):
            self._open()
        return self._is_set

    def _open(self) -> None:
        with suppress(RuntimeError):  # it is open
            self._gate.release()


async def set_within(event: asyncio.Event, seconds: float) -> bool:
    """Wait until an event is set, at most so many seconds; return whether it is."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()
