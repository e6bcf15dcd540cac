"""What the workers share: take orders on standard input, a JSON object a line, and answer likewise.

An order names a contender, the server's address, and how many utterances to hear of how many chunks
each; the answer is one sample per utterance, or the error that stopped it. Only the standard
library is used here: the vendor's interpreter runs this file too.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Sample:
    """One utterance heard.

    Attributes:
        first: Seconds from the request to the first audio; a connection made for it is included.
        cpu: CPU seconds of this process, all threads, from the first audio to the end; that
            includes the closing of a connection made for it.
        size: Bytes of audio.
    """

    first: float
    cpu: float
    size: int


class Clock:
    """Runs from its making; a contender calls it as soon as it holds the first audio."""

    def __init__(self) -> None:
        self._started = time.perf_counter()

    def __call__(self) -> None:
        """Take the first audio."""
        self._first = time.perf_counter()
        self._cpu = time.process_time()

    def stop(self, size: int) -> Sample:
        """Take the end."""
        cpu = time.process_time() - self._cpu
        return Sample(self._first - self._started, cpu, size)


class Contender:
    """A client to be measured.

    A session is a context manager; what it gives is called as `speak(text, first_audio)` for each
    utterance, calls `first_audio` once and returns the number of bytes it heard. Asynchronous
    contenders return awaitables.

    Args:
        client: Makes of an address what sessions are made from: no connection, off the clock.
        fresh: A session used for one utterance: the connection is made for it.
        kept: A session whose connection serves many utterances.
        asynchronous: Whether sessions and `speak` are to be awaited.
    """

    def __init__(
        self, client: Any, fresh: Any = None, kept: Any = None, *, asynchronous: bool = False
    ) -> None:
        self._client, self._fresh, self._kept = client, fresh, kept
        self._asynchronous = asynchronous

    def cold(self, url: str, text: str, repeat: int) -> list[Sample]:
        """Hear utterances, each on a connection of its own."""
        client = self._client(url)
        if self._asynchronous:
            return asyncio.run(self._cold(client, text, repeat))
        samples = []
        for _ in range(repeat):
            clock = Clock()
            with self._fresh(client) as speak:
                size = speak(text, clock)
            samples.append(clock.stop(size))
        return samples

    def warm(self, url: str, text: str, repeat: int) -> list[Sample]:
        """Hear utterances on one connection; the one that opens it is not counted."""
        client = self._client(url)
        if self._asynchronous:
            return asyncio.run(self._warm(client, text, repeat))
        samples = []
        with self._kept(client) as speak:
            for _ in range(repeat + 1):
                clock = Clock()
                samples.append(clock.stop(speak(text, clock)))
        return samples[1:]

    async def _cold(self, client: Any, text: str, repeat: int) -> list[Sample]:
        samples = []
        for _ in range(repeat):
            clock = Clock()
            async with self._fresh(client) as speak:
                size = await speak(text, clock)
            samples.append(clock.stop(size))
        return samples

    async def _warm(self, client: Any, text: str, repeat: int) -> list[Sample]:
        samples = []
        async with self._kept(client) as speak:
            for _ in range(repeat + 1):
                clock = Clock()
                samples.append(clock.stop(await speak(text, clock)))
        return samples[1:]


def serve(contenders: dict[str, Contender]) -> None:
    """Carry out orders until standard input ends."""
    for line in sys.stdin:
        print(json.dumps(_answer(contenders, json.loads(line))), flush=True)


def _answer(contenders: dict[str, Contender], order: dict[str, Any]) -> dict[str, Any]:
    try:
        contender = contenders[order["contender"]]
        hear = contender.cold if order["mode"] == "cold" else contender.warm
        samples = hear(order["url"], f"{order['chunks']} chunks", order["repeat"])
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}".splitlines()[0]}
    return {"samples": [asdict(sample) for sample in samples]}
