"""Who is measured, and how: all in turn, so that a drift of the machine hits them alike."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .processes import ContenderError, Sample, Server, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")
V = TypeVar("V")
Outcome = float | str
"""A median, or the error that kept a client from having one."""


@dataclass(frozen=True)
class Entry:
    """One client in one discipline.

    Attributes:
        group: The discipline; its first entry is the limit that the others are held against.
        name: What the report calls it.
        worker: The process that holds it: `bare`, `ours` or `vendor`.
        contender: What the worker calls it.
        scheme: The server it talks to, `ws` or `http`.
        modes: What it takes part in: on a fresh connection (`cold`), on a kept one (`warm`).
    """

    group: str
    name: str
    worker: str
    contender: str
    scheme: str = "ws"
    modes: tuple[str, ...] = ("cold", "warm")


BLOCKING, ASYNC, SSE, HTTP = "websocket, blocking", "websocket, async", "SSE", "HTTP"
OURS, OLD = "smallestai", "smallestai, WavesStreamingTTS"
POOLED: dict[str, Any] = {"scheme": "http", "modes": ("warm",)}

ENTRIES = (
    Entry(BLOCKING, "bare loop, msgspec", "bare", "blocking"),
    Entry(BLOCKING, "bare loop, json and base64", "bare", "blocking stdlib"),
    Entry(BLOCKING, OURS, "ours", "blocking"),
    Entry(BLOCKING, OLD, "ours", "old streaming", modes=("cold",)),
    Entry(BLOCKING, "vendor, WavesStreamingTTS", "vendor", "streaming class", modes=("cold",)),
    Entry(BLOCKING, "vendor, waves.tts.connect()", "vendor", "socket"),
    Entry(ASYNC, "bare loop, msgspec", "bare", "async"),
    Entry(ASYNC, "bare loop, json and base64", "bare", "async stdlib"),
    Entry(ASYNC, OURS, "ours", "async"),
    Entry(ASYNC, "vendor, waves.tts.connect()", "vendor", "async socket"),
    Entry(SSE, "bare httpx, msgspec", "bare", "sse", **POOLED),
    Entry(SSE, OURS, "ours", "sse", **POOLED),
    Entry(SSE, "vendor, synthesize_sse_tts()", "vendor", "sse", **POOLED),
    Entry(HTTP, "bare httpx", "bare", "http", **POOLED),
    Entry(HTTP, OURS, "ours", "http", **POOLED),
    Entry(HTTP, "vendor, synthesize_tts()", "vendor", "http", **POOLED),
)


def rounds(
    contestants: Iterable[T],
    count: int,
    measure: Callable[[T], Iterable[float]],
    figure: Callable[[list[float]], float] = median,
) -> dict[T, Outcome]:
    """Measure each contestant `count` times, in turn, and return a figure of its values.

    Args:
        contestants: Who is measured.
        count: Number of rounds; one more goes before them, to warm up, and is not counted.
        measure: Returns the values of one round; one that raises `ContenderError` is out.
        figure: Makes one figure of the values.
    """
    return figures_of(in_turn(contestants, count, measure, warmups=1), figure)


def in_turn(
    contestants: Iterable[T], count: int, measure: Callable[[T], Iterable[V]], *, warmups: int = 0
) -> dict[T, list[V] | str]:
    """Measure each contestant `count` times, in turn; return the values of each, or its error.

    Args:
        contestants: Who is measured.
        count: Number of rounds.
        measure: Returns the values of one round; one that raises `ContenderError` is out.
        warmups: Rounds that go before them and are not counted.
    """
    values: dict[T, list[V]] = {contestant: [] for contestant in contestants}
    errors: dict[T, str] = {}
    for number in range(count + warmups):
        for contestant in [each for each in values if each not in errors]:
            try:
                measured = list(measure(contestant))
            except ContenderError as error:
                errors[contestant] = str(error)
            else:
                values[contestant] += measured if number >= warmups else []
    return {key: errors.get(key) or values[key] for key in values}


def figures_of(outcomes: Mapping[T, V | str], figure: Callable[[V], Outcome]) -> dict[T, Outcome]:
    """Make one figure of each outcome that is no error."""
    return {
        key: outcome if isinstance(outcome, str) else figure(outcome)
        for key, outcome in outcomes.items()
    }


class Field:
    """The server, and a process for each entry: what one has allocated must not tell on another.

    Args:
        interpreters: The Python of each worker; an entry whose worker has none cannot take part.
    """

    def __init__(self, interpreters: Mapping[str, str | Path]) -> None:
        self._interpreters = interpreters

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._addresses = stack.enter_context(Server()).addresses
            self._workers = {
                entry: stack.enter_context(Worker(entry.worker, self._interpreters[entry.worker]))
                for entry in ENTRIES
                if entry.worker in self._interpreters
            }
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def listen(self, entry: Entry, mode: str, *, chunks: int, repeat: int) -> list[Sample]:
        """Have an entry hear `repeat` utterances of `chunks` chunks, `cold` or `warm`.

        Raises:
            ContenderError: It failed, or it is not there.
        """
        if entry not in self._workers:
            raise ContenderError("not installed")
        worker, url = self._workers[entry], self._addresses[entry.scheme]
        return worker.listen(entry.contender, mode, url, chunks=chunks, repeat=repeat)
