"""What the pipeline's workers share: orders on standard input, a JSON object a line.

An order says what to `do`. `clause`: tell a text at the pace of a language model and take the time
from the token that ends the first clause to the first audio. `streams`: keep so many streams going
and watch them for a while. The answer is a JSON object too. Only the standard library is used here:
the vendor's interpreter runs this file too.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from array import array
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from math import inf
from pathlib import Path
from typing import Any

PATH = "/waves/v1/tts/live"
RATE = 40  # tokens in a second
BEGINNING = 10.0  # seconds that streams may take to begin, all together
SETTLING = 0.3  # seconds for what has been opened to run evenly


class Teller:
    """A source of tokens, at the pace of a language model, for either kind of loop.

    Args:
        tokens: What it tells.
        cut: Index of the token with which the first clause is known to be over.
        pieces: The same text as it is to be spoken, for who does not cut it himself.
    """

    def __init__(self, tokens: list[str], cut: int, pieces: list[str]) -> None:
        self.cut, self.pieces = cut, pieces
        self._tokens = tokens
        self._told: float | None = None

    def __iter__(self) -> Iterator[str]:
        for index, due in self._plan():
            time.sleep(max(0.0, due - time.perf_counter()))
            yield self._tell(index)

    async def __aiter__(self) -> AsyncIterator[str]:
        for index, due in self._plan():
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            yield self._tell(index)

    def elapsed(self) -> float:
        """Return the seconds since the first clause was over."""
        now = time.perf_counter()
        if self._told is None:
            raise RuntimeError("audio came before the clause was told")
        return now - self._told

    def _plan(self) -> Iterator[tuple[int, float]]:
        """Return tokens by their index, and when each is due."""
        begun = time.perf_counter()
        return ((index, begun + index / RATE) for index in range(len(self._tokens)))

    def _tell(self, index: int) -> str:
        if index == self.cut:
            self._told = time.perf_counter()
        return self._tokens[index]


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
        self.late.append(time.perf_counter_ns() - int.from_bytes(chunk[:8], "little"))
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
        await self._resize(order)
        await asyncio.sleep(SETTLING)
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


def serve(clauses: dict[str, Callable[[str, Teller], Any]], stream: Stream) -> None:
    """Carry out orders until standard input ends.

    Args:
        clauses: By name, what hears the first clause: a function, or one to be awaited, that
            returns `Teller.elapsed` when it holds the first audio.
        stream: What `Crowd` is made of.
    """
    take_a_core()
    asyncio.run(_serve(clauses, stream))


async def _serve(clauses: dict[str, Callable[[str, Teller], Any]], stream: Stream) -> None:
    crowd = Crowd(stream)
    while line := await asyncio.to_thread(sys.stdin.readline):
        order = json.loads(line)
        try:
            if order["do"] == "streams":
                answer = await crowd.watch(order)
            else:
                answer = {"seconds": await _clause(clauses[order["contender"]], order)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
        print(json.dumps(answer), flush=True)
    os._exit(0)  # streams are still running, and nobody listens any more


async def _clause(hear: Callable[[str, Teller], Any], order: dict[str, Any]) -> list[float]:
    seconds = []
    for _ in range(order["repeat"] + 1):
        elapsed = hear(order["url"], Teller(order["tokens"], order["cut"], order["pieces"]))
        seconds.append(await elapsed if asyncio.iscoroutine(elapsed) else elapsed)
    return seconds[1:]  # the first one loads modules
