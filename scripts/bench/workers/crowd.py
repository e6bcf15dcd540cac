"""What the workers that listen at real time share: orders on standard input, a JSON object a line.

An order says what to `do`; the answer is a JSON object too. `streams`: keep so many streams going
and watch them for a while. Only the standard library is used here: the vendor's interpreter runs
this file too.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from array import array
from collections.abc import Awaitable, Callable
from math import inf
from pathlib import Path
from typing import Any

BEGINNING = 10.0  # seconds that streams may take to begin, all together
SETTLING = 0.3  # seconds for what has been opened to run evenly


class EnoughError(Exception):
    """A stream goes on that nobody listens to any more."""


class Ear:
    """What a stream gives its chunks to."""

    def __init__(self) -> None:
        self.late = array("q")  # nanoseconds, of each chunk
        self.begun = False
        self.closed = False

    def __call__(self, chunk: bytes) -> None:
        """Take a chunk at the moment it is handed out; its first bytes say when it was sent."""
        self.take(int.from_bytes(chunk[:8], "little"))

    def take(self, sent: int) -> None:
        """Take what was sent at `sent`, by `time.perf_counter_ns`, at the moment it comes."""
        self.late.append(time.perf_counter_ns() - sent)
        self.begun = True
        if self.closed:
            raise EnoughError


Stream = Callable[[dict[str, Any], Ear], Awaitable[None]]
"""Speaks as an order says, at `order["url"]`, and gives every chunk to the ear, until cancelled."""


class Crowd:
    """So many streams at once."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._running: list[tuple[Ear, asyncio.Future[None]]] = []

    async def watch(self, order: dict[str, Any]) -> dict[str, Any]:
        """Have `order["streams"]` streams going, watch them, and return what was measured."""
        resident = [resident_bytes()]
        if len(self._running) != order["streams"]:
            await self._resize(order)
            await asyncio.sleep(SETTLING if self._running else 0.0)
        self._take()
        resident.append(resident_bytes())
        begun, cpu = time.perf_counter(), time.process_time()
        await asyncio.sleep(order["seconds"])
        cpu, wall = time.process_time() - cpu, time.perf_counter() - begun
        late = self._take()
        self._check()
        resident.append(resident_bytes())
        return {"cpu": cpu, "wall": wall, "resident": resident, **lateness(late)}

    async def _resize(self, order: dict[str, Any]) -> None:
        count = order["streams"]
        extra, self._running = self._running[count:], self._running[:count]
        for ear, future in extra:
            ear.closed = True
            future.cancel()
        await asyncio.gather(*(future for _, future in extra), return_exceptions=True)
        while len(self._running) < count:
            ear = Ear()
            self._running.append((ear, asyncio.ensure_future(self._stream(order, ear))))
        async with asyncio.timeout(BEGINNING):
            while not all(ear.begun for ear, _ in self._running):
                self._check()
                await asyncio.sleep(0.02)

    def _check(self) -> None:
        """Raise what ended a stream."""
        for _, future in self._running:
            if future.done():
                future.result()
                raise RuntimeError("a stream has ended")

    def _take(self) -> list[int]:
        """Return the nanoseconds by which chunks came late since this was asked last."""
        late: list[int] = []
        for ear, _ in self._running:
            late += ear.late
            ear.late = array("q")
        return late


def lateness(late: list[int]) -> dict[str, float]:
    """Return how many chunks came, and how late in seconds: half of them and 99 of 100."""
    ordered = sorted(late)
    if not ordered:
        return {"chunks": 0, "p50": inf, "p99": inf}
    p50, p99 = (ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in (0.5, 0.99))
    return {"chunks": len(ordered), "p50": p50 / 1e9, "p99": p99 / 1e9}


def resident_bytes() -> int | None:
    """Return how much memory this process has; None where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return None
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def take_a_core() -> None:
    """Keep to the first core, away from the server."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def serve(stream: Stream, **others: Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]) -> None:
    """Carry out orders until standard input ends.

    Args:
        stream: What the crowd is made of, for `streams`.
        **others: What else can be done, by its name.
    """
    take_a_core()
    asyncio.run(_serve({"streams": Crowd(stream).watch, **others}))


async def _serve(deeds: dict[str, Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]]) -> None:
    while line := await asyncio.to_thread(sys.stdin.readline):
        order = json.loads(line)
        try:
            answer = await deeds[order["do"]](order)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
        print(json.dumps(answer), flush=True)
    os._exit(0)  # streams are still running, and nobody listens any more
