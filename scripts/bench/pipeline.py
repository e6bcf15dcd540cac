"""Tokens to speech: the first audio, and many streams at real time in one process.

`main` follows the other measurements of `python scripts/bench`, with the same arguments.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar

from scripts import vendor_env

from .field import OURS, Entry, figures_of
from .pipeline_sample import Sample
from .pipeline_streams import BARE, VENDOR, WORKERS, Crowds, Script
from .processes import HERE, ContenderError, Process, Server
from .report import Column, Target, records, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")

CLAUSE_TARGET = 5.0
"""Milliseconds from the token that ends the first clause to the first audio."""

OPENING = "Thank you for calling, your parcel left the depot at 6:40 and is with you before noon. "
TEXT = (
    "The parcel that you asked about left our depot this morning at 6:40 and will be with you "
    "before noon if the roads stay clear. "
    "It weighs 2.5 kg and needs a signature, so the driver will ring twice and wait for a minute "
    "before he goes on to the next house. "
    "Would you like it to be left at the door, or shall Mr. Smith next door take it in for you "
    "again as he did the last time in March? "
    "You can also collect it yourself from the shop in Station Road, which stays open until eight, "
    "but please bring some form of identity. "
)
BLOCKING, ASYNC = "blocking", "async"
CLAUSES = (
    Entry(BLOCKING, BARE, "bare", "blocking"),
    Entry(BLOCKING, OURS, "ours", "blocking"),
    Entry(BLOCKING, VENDOR, "vendor", "blocking"),
    Entry(ASYNC, BARE, "bare", "async"),
    Entry(ASYNC, OURS, "ours", "async"),
)
COUNTS = {1: (BARE, OURS, VENDOR), 50: (BARE, OURS, VENDOR), 200: (BARE, OURS)}
"""Streams at once, and who has that many: for the vendor's threads 200 are too many."""

QUICK_COUNTS = {200: (BARE, OURS)}


class PacedServer(Process):
    """The server at the pace of speech; `url` is its address."""

    def __init__(self) -> None:
        super().__init__(HERE / "pipeline_server.py")
        self.url: str = self.hear()["ws"]


def main(arguments: list[str] | None = None) -> int:
    """Run this part of the benchmark, print its tables and add them to the file of figures."""
    options = _options(arguments)
    interpreters: dict[str, str | Path] = {"bare": sys.executable, "ours": sys.executable}
    if vendor_env.is_ready():
        interpreters["vendor"] = vendor_env.interpreter()
    facts: dict[str, Any] = {"cores": os.cpu_count()}
    targets = _first_audio(Crowds(interpreters, Script.of(OPENING)), facts, quick=options.quick)
    crowds = Crowds(interpreters, Script.of(TEXT))
    with PacedServer() as server:
        samples = _streams(crowds, server.url, facts, quick=options.quick)
        if not options.quick:
            _capacity(crowds, server.url, samples, facts)
    print("\nTargets")
    print("\n".join(map(str, targets)))
    facts["targets"] = [{**asdict(target), "met": target.met} for target in targets]
    if options.json:
        _add(facts, options.json)
    return 0


def _first_audio(crowds: Crowds, facts: dict[str, Any], *, quick: bool) -> list[Target]:
    repeat = 2 if quick else 7
    with Server() as server:
        url = server.addresses["ws"]
        seconds = _outcomes(CLAUSES, lambda entry: crowds.clause(entry, url, repeat=repeat))
    figures = figures_of(seconds, lambda each: median(each) * 1e3)
    script = crowds.script
    title = (
        f"First audio after the token that ends the first clause, 40 tokens/s (of {repeat})\n"
        f'"{script.pieces[0].rstrip()}": that token comes {script.lookahead * 25} ms after its '
        "mark. The vendor's class waits for the whole sentence"
    )
    _show(facts, "first clause", title, [Column("ms", figures)])
    return [
        Target(f"first audio after the first clause, {entry.group}, ms", figure, CLAUSE_TARGET)
        for entry, outcome in figures.items()
        if entry.name == OURS
        for figure in [None if isinstance(outcome, str) else outcome]
    ]


def _streams(
    crowds: Crowds, url: str, facts: dict[str, Any], *, quick: bool
) -> dict[Entry, Sample | str]:
    seconds = 0.5 if quick else 4.0
    counts = {
        Entry(f"{count} stream{'s' * (count > 1)}", name, WORKERS[name], "streams"): count
        for count, names in (QUICK_COUNTS if quick else COUNTS).items()
        for name in names
    }
    samples = _outcomes(
        counts,
        lambda entry: crowds.watch(entry, url, streams=counts[entry], seconds=seconds),
    )
    title = (
        f"At real time in one process, {os.cpu_count()} CPUs, one for the client ({seconds:g} s): "
        "CPU time per minute of audio,\nand how late a chunk is handed out after it was sent"
    )
    columns = [
        Column("CPU, ms", figures_of(samples, lambda each: each.cpu_per_minute)),
        Column("late p50, ms", figures_of(samples, lambda each: each.p50 * 1e3)),
        Column("p99, ms", figures_of(samples, lambda each: each.p99 * 1e3)),
    ]
    _show(facts, "streams", title, columns)
    many = {entry: sample for entry, sample in samples.items() if counts[entry] > 1}
    title = "Memory of a stream when it has begun, and its growth per minute of audio"
    columns = [
        Column("begun, kB", figures_of(many, lambda each: each.begun_kilobytes)),
        Column("growth, kB", figures_of(many, lambda each: each.kept_kilobytes)),
    ]
    _show(facts, "memory", title, columns)
    return samples


def _capacity(
    crowds: Crowds, url: str, samples: Mapping[Entry, Sample | str], facts: dict[str, Any]
) -> None:
    """Search from half of what the CPU time of the most streams measured suggests."""
    starts = {
        Entry("one core", entry.name, entry.worker, "streams"): _half_a_core(sample)
        for entry, sample in samples.items()
        if isinstance(sample, Sample)
    }
    most = _outcomes(
        starts, lambda entry: crowds.capacity(entry, url, start=starts[entry], patience=11.0)
    )
    title = "The most streams found that one core sustains, 99 of 100 chunks less than 20 ms late"
    columns = [
        Column("streams", figures_of(most, lambda each: float(each.streams))),
        Column("core used, %", figures_of(most, lambda each: each.busy * 100)),
    ]
    _show(facts, "capacity", title, columns)


def _half_a_core(sample: Sample) -> int:
    """Return how many streams should take half of a core."""
    return max(1, round(0.5 * 60e3 / sample.cpu_per_minute))


def _outcomes(entries: Iterable[Entry], measure: Callable[[Entry], T]) -> dict[Entry, T | str]:
    """Measure each entry, or say why not."""
    outcomes: dict[Entry, T | str] = {}
    for entry in entries:
        try:
            outcomes[entry] = measure(entry)
        except ContenderError as error:
            outcomes[entry] = str(error)
    return outcomes


def _show(facts: dict[str, Any], name: str, title: str, columns: list[Column]) -> None:
    facts[name] = records(columns)
    print(f"\n{table(title, columns)}", flush=True)


def _add(facts: dict[str, Any], path: Path) -> None:
    """Add figures to a file of figures."""
    all_facts = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    path.write_text(json.dumps({**all_facts, "pipeline": facts}, indent=2) + "\n", encoding="utf-8")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python scripts/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter, a few seconds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="save the figures")
    return parser.parse_args(arguments)
