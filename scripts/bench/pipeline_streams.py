"""Many streams in one process: who listens, and what is spoken."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from smallestai.text import TextChunker

from .field import OURS, Entry
from .pipeline_sample import Sample, Watch
from .pipeline_search import Trials, largest
from .processes import HERE, ContenderError, Process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

BARE, VENDOR = "bare loop, msgspec", "vendor, WavesStreamingTTS"
WORKERS = {BARE: "bare", OURS: "ours", VENDOR: "vendor"}


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
            yield partial(process.ask, **asdict(self.script))
