"""Live sessions at the pace of speech: what a second of one costs, and how late its frames are.

`main` follows the other measurements of `python scripts/bench`, with the same arguments. Every
transcript is answered by 50 ms of audio; Hydra hears a microphone that gives 20 ms at a time, by a
clock of its own.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from functools import partial
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from .field import OURS, Entry, figures_of, in_turn
from .live_server import DELTA_SECONDS, TRANSCRIPT_SECONDS
from .pipeline_sample import Sample
from .processes import HERE, Process
from .report import Column, Target, ratio, records, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BARE, QUEUE = "bare loop, msgspec", "bare reader with a queue"
CPU_TARGET, LATE_TARGET = 1.25, 1.5
"""How much dearer, and how much later, than the bare loop."""

ROUNDS, WINDOWS, SECONDS = 3, 2, 0.5
"""How many turns everybody has, how often each is watched, and for how long each time."""

BUSY = "the machine had other things to do"


class Kind(NamedTuple):
    """A kind of session.

    Attributes:
        title: What the report calls it.
        name: What the workers call it.
        frame_seconds: Seconds from one frame of the server to the next.
        crowds: How many sessions at once, and in which worlds.
        contenders: By the name in the report, the worker and what it adds to the world's name.
    """

    title: str
    name: str
    frame_seconds: float
    crowds: tuple[tuple[str, int], ...]
    contenders: dict[str, tuple[str, str]]


STT = Kind(
    "Live transcription: 20 frames a second each way",
    "stt",
    TRANSCRIPT_SECONDS,
    (("blocking", 1), ("async", 1), ("blocking", 50), ("async", 50)),
    {BARE: ("bare", ""), OURS: ("ours", "")},
)
HYDRA = Kind(
    "Speech to speech (Hydra): 50 frames a second each way",
    "hydra",
    DELTA_SECONDS,
    (("blocking", 1), ("async", 1), ("async", 50)),
    # A session must hear while the program is busy, for its calls and interruptions: so it reads in
    # a thread or task of its own. The second loop does that too.
    {BARE: ("bare", ""), QUEUE: ("bare", " queue"), OURS: ("ours", "")},
)


class LiveServer(Process):
    """The server of live sessions; `url` is its address."""

    def __init__(self) -> None:
        super().__init__(HERE / "live_server.py")
        self.url: str = self.hear()["ws"]


class Sessions:
    """The processes that hold the sessions of a kind, one for each contender.

    Args:
        kind: The kind.
    """

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self.counts = {
            Entry(f"{world}, {count} session{'s' * (count > 1)}", name, worker, world + rest): count
            for world, count in kind.crowds
            for name, (worker, rest) in kind.contenders.items()
        }

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._url = stack.enter_context(LiveServer()).url
            scripts = {each: HERE / "workers" / f"live_{each.worker}.py" for each in self.counts}
            self._processes = {
                entry: stack.enter_context(Process(script)) for entry, script in scripts.items()
            }
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def watch(
        self, entry: Entry, *, windows: int = WINDOWS, seconds: float = SECONDS
    ) -> Iterator[Sample]:
        """Have the sessions of an entry going and watch them, so many times; then end them.

        What was uneven is watched once more.
        """
        count = self.counts[entry]
        watch = partial(
            self._processes[entry].ask,
            do="streams",
            contender=f"{self._kind.name} {entry.contender}",
            url=self._url,
        )
        for _ in range(2 * windows):
            answer = watch(streams=count, seconds=seconds)
            sample = Sample(count, **answer, chunk_seconds=self._kind.frame_seconds)
            yield sample
            windows -= sample.is_even
            if not windows:
                break
        watch(streams=0, seconds=0.0)


def measure(kind: Kind, *, rounds: int, windows: int) -> dict[Entry, list[Sample] | str]:
    """Return what was measured of every entry of a kind, or its error."""
    with Sessions(kind) as sessions:
        return in_turn(sessions.counts, rounds, partial(sessions.watch, windows=windows), warmups=0)


def run(facts: dict[str, Any], *, quick: bool) -> list[Target]:
    """Measure live sessions, print the tables and return the targets."""
    targets = []
    for kind in (STT, HYDRA):
        samples = measure(kind, rounds=1 if quick else ROUNDS, windows=1 if quick else WINDOWS)
        targets += _shown(kind, samples, facts)
    return targets


def _shown(
    kind: Kind, samples: Mapping[Entry, list[Sample] | str], facts: dict[str, Any]
) -> list[Target]:
    even: dict[Entry, list[Sample] | str] = {
        entry: each if isinstance(each, str) else [s for s in each if s.is_even] or BUSY
        for entry, each in samples.items()
    }
    cpu = figures_of(even, lambda each: min(s.cpu_per_minute for s in each) / 60)
    p50 = figures_of(samples, lambda each: median(s.p50 for s in each) * 1e3)
    p99 = figures_of(samples, lambda each: median(s.p99 for s in each) * 1e3)
    title = (
        f"{kind.title}, {os.cpu_count()} CPUs, one for the client:\n"
        "CPU time per second of one session (the least measured), "
        "and how late a frame is handed out after it was sent"
    )
    columns = [Column("CPU, ms", cpu), Column("late p50, ms", p50), Column("p99, ms", p99)]
    facts[kind.name] = records(columns)
    print(f"\n{table(title, columns)}", flush=True)
    groups = dict.fromkeys(entry.group for entry in samples)
    return [
        Target(f"{kind.name}, CPU, {group}, ours / bare loop", ratio(cpu, group), CPU_TARGET)
        for group in groups
    ] + [
        Target(f"{kind.name}, late p50, {group}, ours / bare loop", ratio(p50, group), LATE_TARGET)
        for group in groups
        if "50" not in group
    ]
