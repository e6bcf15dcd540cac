"""The benchmark's command line: what is measured, in which order, and what is printed."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts import vendor_env

from . import atoms, cpu, latency, live, startup
from .field import ASYNC, BLOCKING, OLD, OURS, Field
from .processes import HERE, Server, environment
from .report import Column, Target, ratio, records, table

CPU_TARGET, AUDIO_TARGET, IMPORT_TARGET = 1.25, 1.5, 1.3
"""How much dearer than the bare libraries the client may be."""

DESCRIPTION = "Measure the client beside the bare libraries and the vendor's own client."


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its tables."""
    options = _options(arguments)
    vendor = _vendor()
    facts: dict[str, Any] = {"machine": _machine()}
    print(facts["machine"], flush=True)
    interpreters = {"bare": sys.executable, "ours": sys.executable}
    with Field(interpreters | ({"vendor": str(vendor)} if vendor else {})) as field:
        targets = _cpu(field, facts, quick=options.quick)
        targets += _latency(field, facts, quick=options.quick)
    targets += _startup(vendor, facts, quick=options.quick)
    targets += live.run(facts, quick=options.quick)
    if not options.quick:
        _models()
    print("\nTargets")
    print("\n".join(map(str, targets)))
    facts["targets"] = [{**asdict(target), "met": target.met} for target in targets]
    if options.json:
        options.json.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    return 0


def _cpu(field: Field, facts: dict[str, Any], *, quick: bool) -> list[Target]:
    count, chunks = (5, 600) if quick else (11, 1000)
    figures = cpu.measure(field, count=count, chunks=chunks)
    title = (
        "CPU time per chunk of 100 ms, 4800 bytes "
        f"(the least of {count} utterances of {chunks} chunks)"
    )
    _show(facts, "cpu", title, [Column("us", figures)])
    return [
        Target(f"CPU per chunk, {group}, ours / bare loop", ratio(figures, group), CPU_TARGET)
        for group in (BLOCKING, ASYNC)
    ]


def _latency(field: Field, facts: dict[str, Any], *, quick: bool) -> list[Target]:
    count, repeat = (3, 3) if quick else (9, 5)
    cold, warm = (
        latency.measure(field, mode, count=count, repeat=repeat) for mode in ("cold", "warm")
    )
    title = f"Time to first audio, on a new connection and on a kept one (of {count * repeat})"
    _show(facts, "latency", title, [Column("new, ms", cold), Column("kept, ms", warm)])
    old = Target("first audio, WavesStreamingTTS / stream()", ratio(cold, BLOCKING, OLD, OURS), 1.5)
    return [old] + [
        Target(
            f"first audio, {kind} connection, {entry.group}, ours / bare loop",
            ratio(figures, entry.group),
            AUDIO_TARGET,
        )
        for kind, figures in (("new", cold), ("kept", warm))
        for entry in figures
        if entry.name == OURS and entry.group in (BLOCKING, ASYNC)
    ]


def _startup(vendor: Path | None, facts: dict[str, Any], *, quick: bool) -> list[Target]:
    count = 3 if quick else 9
    with Server() as server:
        programs = [*startup.PROGRAMS, *atoms.programs(server.addresses["http"])]
        figures = startup.measure(programs, vendor, count=count)
    title = (
        "Start of a program: import, client, first request built, or sent and answered"
        f"\n(the least of {count} fresh interpreters)"
    )
    _show(facts, "startup", title, [Column("ms", figures)])
    return [
        Target(f"{group}, ours / bare httpx", ratio(figures, group), IMPORT_TARGET)
        for group in (startup.WAVES, startup.ATOMS, atoms.CALL)
    ]


def _models() -> None:
    """Run the comparison of our generated models with those of the stock templates."""
    script = HERE / "imports.py"
    if script.exists():
        print(flush=True)
        subprocess.run([sys.executable, str(script)], check=False, env=environment())


def _show(facts: dict[str, Any], name: str, title: str, columns: list[Column]) -> None:
    facts[name] = records(columns)
    print(f"\n{table(title, columns)}", flush=True)


def _vendor() -> Path | None:
    if not vendor_env.is_ready():
        print("making an environment for the vendor's client, once", flush=True)
    try:
        return vendor_env.ensure()
    except vendor_env.VendorUnavailableError:
        return None


def _machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in ("websockets", "httpx", "msgspec"))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {libraries}, {platform.system()}, {os.cpu_count()} CPUs"


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python scripts/bench", description=DESCRIPTION)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, about a minute")
    parser.add_argument("--json", type=Path, metavar="FILE", help="save the figures")
    return parser.parse_args(arguments)
