"""Many streams at real time in one process: what they cost, and how many one core sustains."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Self

from smallestai.text import TextChunker

from .field import OURS, Entry
from .pipeline_search import largest
from .processes import HERE, ContenderError, Process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

P99 = 0.02
"""Seconds: streams are sustained while 99 of 100 chunks are handed out less late than that."""

CHUNK_SECONDS = 0.1
BARE, VENDOR = "bare loop, msgspec", "vendor, WavesStreamingTTS"
WORKERS = {BARE: "bare", OURS: "ours", VENDOR: "vendor"}
FAR = 0.5
"""Seconds: who is that late does not catch up."""

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
        """Whether the process used its core up, or fell far behind: no hiccup of the machine."""
        return self.busy > 0.95 or self.p99 > FAR


Watch = Callable[[int, float], Sample]
"""Has so many streams going, watches them for so many seconds."""


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

        Raises:
            ContenderError: None was sustained.
        """
        until = time.monotonic() + patience
        with Trials(lambda: self._watcher(entry, url)) as trials:
            most = largest(trials.is_good, start, may_go_on=lambda: time.monotonic() < until)
        if not most:
            raise ContenderError(f"no number up to {start} was sustained")
        return trials.sustained[most]

    @contextmanager
    def _watcher(self, entry: Entry, url: str) -> Iterator[Watch]:
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


class Trials:
    """Numbers of streams put to the test.

    While they are sustained the same streams grow in number. After a failure all begin anew, in
    another process: those that are behind have much to hear before they keep the pace again.

    Args:
        watcher: Starts a process, as `Crowds` does.

    Attributes:
        sustained: What was measured of the numbers that were sustained.
    """

    def __init__(self, watcher: Callable[[], AbstractContextManager[Watch]]) -> None:
        self.sustained: dict[int, Sample] = {}
        self._watcher = watcher
        self._process = ExitStack()
        self._watch: Watch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.close()

    def is_good(self, streams: int) -> bool:
        """Return whether so many are sustained.

        What fails is tried again, unless it was plainly too much: other programs may have been in
        the way.
        """
        for _ in range(TRIALS):
            try:
                sample = self._try(streams)
            except ContenderError:
                return False
            if sample.is_sustained:
                self.sustained[streams] = sample
                return True
            if sample.is_overload:
                break
        return False

    def _try(self, streams: int) -> Sample:
        if self._watch is None:
            self._watch = self._process.enter_context(self._watcher())
        sample = None
        try:
            sample = self._watch(streams, PROBE_SECONDS)
        finally:
            if sample is None or not sample.is_sustained:
                self._process.close()
                self._watch = None
        return sample
