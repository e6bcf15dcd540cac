"""Many streams at real time in one process: what they cost, and how many one core sustains."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from smallestai.text import TextChunker

from .field import OURS, Entry
from .pipeline_search import largest
from .processes import HERE, ContenderError, Process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

P99 = 0.02
"""Seconds: streams are sustained while 99 of 100 chunks are handed out less late than that."""

CHUNK_SECONDS = 0.1
BARE, VENDOR = "bare loop, msgspec", "vendor, WavesStreamingTTS"
WORKERS = {BARE: "bare", OURS: "ours", VENDOR: "vendor"}
PROBE_SECONDS = 1.5
TRIALS = 3


@dataclass(frozen=True)
class Script:
    """A text, as a model tells it and as it is spoken.

    Attributes:
        tokens: What the model tells.
        pieces: What is asked of the server.
        cut: Index of the token with which the first piece is known to be over.
    """

    tokens: list[str]
    pieces: list[str]
    cut: int

    @classmethod
    def of(cls, text: str) -> Script:
        """Cut a text the way a model's tokens come: a word with the blank before it, a mark."""
        tokens = re.findall(r"\s?\w+|\s?[^\w\s]|\s", text)
        chunker, pieces, cut = TextChunker(markdown=True), [], 0
        for index, token in enumerate(tokens):
            new = [piece.text for piece in chunker.feed(token)]
            cut = index if new and not pieces else cut
            pieces += new
        return cls(tokens, [*pieces, *(piece.text for piece in chunker.flush())], cut)

    @property
    def lookahead(self) -> int:
        """How many tokens lie between the first piece's last mark and the knowledge of its end."""
        length = len(self.pieces[0].rstrip())
        marks = (i for i in range(len(self.tokens)) if len("".join(self.tokens[: i + 1])) >= length)
        return self.cut - next(marks)


@dataclass(frozen=True)
class Sample:
    """What a worker says of streams that it watched.

    Attributes:
        streams: How many they were.
        cpu: Seconds of CPU time of its process.
        wall: Seconds that it watched.
        chunks: Chunks that were handed out.
        p50: Seconds between the sending of a chunk and its handing out: half came sooner.
        p99: Likewise: 99 of 100 came sooner.
        resident: Bytes of memory before there was more than one stream, when all had begun, and at
            the end; None where the system does not say.
    """

    streams: int
    cpu: float
    wall: float
    chunks: int
    p50: float
    p99: float
    resident: list[int | None]

    @property
    def minutes(self) -> float:
        """Minutes of audio handed out."""
        return self.chunks * CHUNK_SECONDS / 60

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
        due = self.streams * self.wall / CHUNK_SECONDS
        return self.p99 < P99 and self.chunks > 0.95 * due

    @property
    def busy(self) -> float:
        """What part of the time the process was running."""
        return self.cpu / self.wall

    @property
    def is_overload(self) -> bool:
        """Whether the process used its core up: what came late was no hiccup of the machine."""
        return self.busy > 0.95


class Crowds:
    """The processes that listen; each gets its orders with the text to speak.

    Args:
        interpreters: The Python of each worker; one that is missing cannot take part.
        script: What is spoken.
    """

    def __init__(self, interpreters: Mapping[str, str | Path], script: Script) -> None:
        self.script = script
        self._interpreters = interpreters

    def clause(self, entry: Entry, url: str, *, repeat: int) -> list[float]:
        """Return seconds from the token that ends the first clause to the first audio."""
        with self._worker(entry) as ask:
            seconds: list[float] = ask(
                do="clause", contender=entry.contender, url=url, repeat=repeat
            )["seconds"]
        return seconds

    def watch(self, entry: Entry, url: str, *, streams: int, seconds: float) -> Sample:
        """Watch streams for a while."""
        with self._watcher(entry, url) as watch:
            return watch(streams, seconds)

    def capacity(self, entry: Entry, url: str, *, start: int, patience: float) -> Sample:
        """Return the largest number of streams that is sustained, as far as `patience` seconds go.

        A number that fails is tried again, unless the process had used up its core: other programs
        may have been in the way.

        Raises:
            ContenderError: None was sustained.
        """
        sustained: dict[int, Sample] = {}
        with self._watcher(entry, url) as watch:
            until = time.monotonic() + patience

            def is_good(streams: int) -> bool:
                for _ in range(TRIALS):
                    try:
                        sample = watch(streams, PROBE_SECONDS)
                    except ContenderError:
                        return False
                    if sample.is_sustained:
                        sustained[streams] = sample
                    if sample.is_sustained or sample.is_overload:
                        break
                return streams in sustained

            most = largest(is_good, start, may_go_on=lambda: time.monotonic() < until)
        if not most:
            raise ContenderError(f"no number up to {start} was sustained")
        return sustained[most]

    @contextmanager
    def _watcher(self, entry: Entry, url: str) -> Iterator[Callable[[int, float], Sample]]:
        with self._worker(entry) as ask:

            def watch(streams: int, seconds: float) -> Sample:
                return Sample(
                    streams, **ask(do="streams", url=url, streams=streams, seconds=seconds)
                )

            watch(1, 0.0)  # it loads modules
            yield watch

    @contextmanager
    def _worker(self, entry: Entry) -> Iterator[Callable[..., dict[str, Any]]]:
        """Start a worker and give what sends it an order and returns its answer.

        Raises:
            ContenderError: It is not there; or later, it failed.
        """
        if entry.worker not in self._interpreters:
            raise ContenderError("not installed")
        script = HERE / "workers" / f"pipeline_{entry.worker}.py"
        with Process(script, self._interpreters[entry.worker]) as process:

            def ask(**order: Any) -> dict[str, Any]:
                process.tell({**asdict(self.script), **order})
                answer = process.hear()
                if "error" in answer:
                    raise ContenderError(answer["error"])
                return answer

            yield ask
