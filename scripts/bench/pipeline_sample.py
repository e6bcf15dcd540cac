"""What is said of streams at real time, and whether they were sustained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

P99 = 0.02
"""Seconds: streams are sustained while 99 of 100 chunks are handed out less late than that."""

FAR = 0.5
"""Seconds: who is that late does not catch up."""


@dataclass(frozen=True)
class Sample:
    """What a worker says of streams that it watched; chunks are also transcripts, or frames.

    Attributes:
        streams: How many they were.
        cpu: Seconds of CPU time of its process.
        wall: Seconds that it watched.
        chunks: Chunks that were handed out.
        p50: Seconds between the sending of a chunk and its handing out: half came sooner.
        p99: Likewise: 99 of 100 came sooner.
        resident: Bytes of memory before there was more than one stream, when all had begun, and at
            the end; None where the system does not say.
        chunk_seconds: Seconds from one chunk of a stream to the next.
    """

    streams: int
    cpu: float
    wall: float
    chunks: int
    p50: float
    p99: float
    resident: list[int | None]
    chunk_seconds: float = 0.1

    @property
    def minutes(self) -> float:
        """Minutes of audio handed out."""
        return self.chunks * self.chunk_seconds / 60

    @property
    def cpu_per_minute(self) -> float:
        """Milliseconds of CPU time for a minute of audio."""
        return self.cpu * 1e3 / self.minutes

    @property
    def begun_kilobytes(self) -> float | str:
        """Kilobytes of memory that a stream takes when it begins."""
        before, begun, _ = self.resident
        if before is None or begun is None:
            return "unknown here"
        return (begun - before) / max(1, self.streams - 1) / 1e3

    @property
    def kept_kilobytes(self) -> float | str:
        """Kilobytes of memory by which a stream grows in a minute of audio."""
        _, begun, end = self.resident
        if begun is None or end is None:
            return "unknown here"
        return (end - begun) / self.minutes / 1e3

    @property
    def is_sustained(self) -> bool:
        """Whether nearly all chunks came in time, and as many as real time has."""
        return self.p99 < P99 and self.chunks > 0.95 * self.due

    @property
    def due(self) -> float:
        """As many chunks as real time has."""
        return self.streams * self.wall / self.chunk_seconds

    @property
    def is_even(self) -> bool:
        """Whether chunks came as they were due, and one by one.

        Where the machine was elsewhere they come in heaps, and what comes in heaps costs less.
        """
        is_due = abs(self.chunks - self.due) <= 1 + 0.05 * self.due
        return is_due and self.p99 < self.chunk_seconds / 2

    @property
    def busy(self) -> float:
        """What part of the time the process was running."""
        return self.cpu / self.wall

    @property
    def is_overload(self) -> bool:
        """Whether the process used its core up, or fell far behind: no hiccup of the machine."""
        return self.busy > 0.95 or self.p99 > FAR


Watch = Callable[[int, float], Sample]
"""Has so many streams going, watches them for so many seconds."""
