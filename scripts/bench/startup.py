"""What a program pays before its first request leaves: imports, a client, the request built."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from textwrap import indent
from typing import TYPE_CHECKING

from .field import Outcome, rounds
from .processes import ContenderError, environment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

HARNESS = """
import time

class Built(BaseException):
    pass

def built(*arguments, **options):
    raise Built

{before}
started = time.perf_counter()
try:
{program}
    outcome = "ran"
except Built:
    outcome = "built"
print(outcome, time.perf_counter() - started)
"""

PLAIN = """
import sys
sys.modules["click"] = None
"""
"""httpx loads a command line of its own where click is installed. A plain installation has none, so
neither bare httpx nor our client is to pay for it; the vendor's client always brings it along."""

BARE = """
import httpx
httpx.Client.send = built
client = httpx.Client(base_url="https://localhost", headers={"Authorization": "Bearer bench"})
"""
OURS = """
import httpx
httpx.Client.send = built
import smallestai
client = smallestai.SmallestAI(api_key="bench", base_url="https://localhost")
"""
VENDOR = """
import httpx
httpx.Client.send = built
from smallestai import SmallestAI
client = SmallestAI(api_key="bench")
"""


@dataclass(frozen=True)
class Program:
    """A beginning of a program.

    Attributes:
        group: What is compared; the first program of a group is the limit.
        name: What the report calls it.
        source: Its text. `built` stands in for sending: reaching it ends the measurement.
        outcome: How it must end, `built` or, if it sends nothing, `ran`.
        vendor: Whether it runs in the vendor's environment.
    """

    group: str
    name: str
    source: str
    outcome: str = "built"
    vendor: bool = False


WAVES, ATOMS = "first Waves request, built", "first Atoms request, built"
IMPORT = "import smallestai"
OURS_NAME, VENDOR_NAME = "smallestai", "vendor"

PROGRAMS = (
    Program(WAVES, "bare httpx", f'{BARE}client.post("/waves/v1/tts", json={{"text": "Hello"}})'),
    Program(WAVES, OURS_NAME, f'{OURS}client.waves.tts.synthesize("Hello", voice_id="magnus")'),
    Program(
        WAVES,
        VENDOR_NAME,
        f'{VENDOR}next(client.waves.synthesize_tts(text="Hello", voice_id="magnus"))',
        vendor=True,
    ),
    Program(ATOMS, "bare httpx", f'{BARE}client.post("/atoms/v1/agent", json={{"name": "Desk"}})'),
    Program(ATOMS, OURS_NAME, f'{OURS}client.atoms.agents.create_agent(name="Desk")'),
    Program(
        ATOMS, VENDOR_NAME, f'{VENDOR}client.atoms.agents.create_agent(name="Desk")', vendor=True
    ),
    Program(IMPORT, OURS_NAME, "import smallestai", "ran"),
    Program(IMPORT, VENDOR_NAME, "import smallestai", "ran", vendor=True),
)


def measure(
    programs: Iterable[Program], vendor: Path | None, *, count: int
) -> dict[Program, Outcome]:
    """Return milliseconds, the least of `count` fresh interpreters; `vendor` is its Python.

    The least, because whatever else the machine does only adds to it.
    """

    def values(program: Program) -> list[float]:
        interpreter = vendor if program.vendor else sys.executable
        if interpreter is None:
            raise ContenderError("not installed")
        return [run(program, str(interpreter)) * 1e3]

    return rounds(programs, count, values, min)


def run(program: Program, interpreter: str) -> float:
    """Return the seconds a program takes in a fresh interpreter, once that has started."""
    before = "" if program.vendor else PLAIN
    source = HARNESS.format(before=before, program=indent(program.source, "    "))
    done = subprocess.run(
        [interpreter, "-I", "-c", source],
        capture_output=True,
        check=False,
        env=environment(),
        text=True,
    )
    if done.returncode:
        raise ContenderError((done.stderr.splitlines() or ["no output"])[-1])
    outcome, seconds = done.stdout.splitlines()[-1].split()
    if outcome != program.outcome:
        raise ContenderError(f"it {outcome}, and should have {program.outcome}")
    return float(seconds)
