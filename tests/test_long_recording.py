"""Half an hour in one call: in constant memory, with progress, past connections that break.

The program that transcribes is another process, so that its memory is its own. On a loop the
recording is shorter, and cut as often.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.request import Request, urlopen

import pytest

from smallestai import SmallestAI
from smallestai.audio import AudioFormat, wav_header
from smallestai.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = ("The kettle is on, and the letter is still in the drawer.", "Has anybody seen the key?")
RATE = 8000
MINUTES = {"blocking": 31, "async": 8}
ROUTE = "POST /waves/v1/stt/"
MOST_GROWTH = 3 * 2**20
"""Bytes by which the program's memory may grow; the recording is more than twice as large."""

PROGRAM = """
import asyncio, json, sys, tracemalloc
from smallestai import AsyncSmallestAI, SmallestAI

url, path, world, split = sys.argv[1:]
told, options = [], {"word_timestamps": True, "split": json.loads(split)}
options["on_progress"] = lambda *now: told.append(now)

def begin():
    tracemalloc.start()
    return tracemalloc.get_traced_memory()[0]

def blocking():
    with SmallestAI("sk_x", base_url=url) as client:
        client.waves.stt.transcribe(bytes(RIFF), word_timestamps=True)
        before = begin()
        return before, client.waves.stt.transcribe(path, **options)

async def on_a_loop():
    async with AsyncSmallestAI("sk_x", base_url=url) as client:
        await client.waves.stt.transcribe(bytes(RIFF), word_timestamps=True)
        before = begin()
        return before, await client.waves.stt.transcribe(path, **options)

with open(path, "rb") as file:
    RIFF = file.read(44 + 16000)
before, made = blocking() if world == "blocking" else asyncio.run(on_a_loop())
print(json.dumps({
    "growth": tracemalloc.get_traced_memory()[1] - before,
    "progress": told,
    "duration": made.duration,
    "text": made.text,
    "missing": made.missing,
    "words": [[word.text, word.start, word.end] for word in made.words],
}))
"""


class Call(NamedTuple):
    """A long recording, and when which word is said in it."""

    sandbox: Sandbox
    path: Path
    words: list[tuple[str, float, float]]
    minutes: int
    split: str | int


@pytest.fixture
def call(world: str, tmp_path: Path) -> Iterator[Call]:
    """Make it: a sentence in every minute, and silence between them."""
    with Sandbox() as sandbox:
        path, words, minutes = tmp_path / "call.wav", [], MINUTES[world]
        with SmallestAI("sk_x", base_url=sandbox.url) as client, path.open("wb") as file:
            said = []
            for text in TEXTS:
                with client.waves.tts.stream(
                    text, sample_rate=RATE, word_timestamps=True
                ) as stream:
                    said.append((stream.read().data, stream.timeline.words))
            size = minutes * 60 * RATE * 2
            file.write(wav_header(AudioFormat("pcm", RATE), size))
            for minute in range(minutes):
                pcm, spoken = said[minute % len(said)]
                lead = 2 * RATE * (minute % 40)
                file.write(bytes(lead) + pcm + bytes(60 * RATE * 2 - lead - len(pcm)))
                at = 60 * minute + minute % 40
                words += [(word.text, at + word.start, at + word.end) for word in spoken]
        yield Call(sandbox, path, words, minutes, "auto" if minutes > 30 else 60)


def run(call: Call, world: str) -> Any:
    """Run the program and return its report."""
    arguments = call.sandbox.url, str(call.path), world, json.dumps(call.split)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("world", ["blocking", "async"])
def test_a_long_recording(call: Call, world: str) -> None:
    """Every word is there at its time, in the memory of a small program, whatever breaks."""
    call.sandbox.fail("drop", ROUTE, times=2, after=2)
    report = run(call, world)
    asked = Request(f"{call.sandbox.url}/sandbox/faults", headers={"Authorization": "Bearer sk_x"})
    with urlopen(asked) as left:
        assert json.load(left) == []  # both connections did break
    assert report["missing"] == []
    assert report["duration"] == pytest.approx(60 * call.minutes, abs=0.1)
    assert report["text"] == " ".join(TEXTS[minute % 2] for minute in range(call.minutes))
    assert [word[0] for word in report["words"]] == [word[0] for word in call.words]
    for found, spoken in zip(report["words"], call.words, strict=True):
        assert found[1] == pytest.approx(spoken[1], abs=0.1)
        assert found[2] == pytest.approx(spoken[2], abs=0.1)
    size = call.path.stat().st_size
    assert size > 2 * MOST_GROWTH
    assert report["growth"] < MOST_GROWTH
    sent, totals = zip(*report["progress"], strict=True)
    assert list(sent) == sorted(sent)
    assert len(sent) > 100
    assert set(totals) == {sent[-1]}
    assert size <= sent[-1] < size + 1000
