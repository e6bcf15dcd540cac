"""Speak one sentence over each transport, in a sandbox on this machine: no key, no network.

Writes hello.wav. Exits with 1 when a transport gives less than a second, silence, or other audio
than the rest.
"""

from __future__ import annotations

import array
import math
import sys
from dataclasses import dataclass
from typing import Literal

from smallestai import Audio, SmallestAI

TEXT = "Hello. This sentence was spoken on your own machine, without a key and without a network."
Transport = Literal["http", "sse", "websocket"]
TRANSPORTS: tuple[Transport, ...] = ("http", "sse", "websocket")
SHORTEST = 1.0  # seconds
SILENCE = 100.0  # of 32767


@dataclass(frozen=True)
class Spoken:
    """What one transport gave, the first of it after so many seconds."""

    transport: str
    first: float
    audio: Audio

    @property
    def rms(self) -> float:
        """Return the loudness: 0 is silence, 32767 the most."""
        samples = array.array("h", self.audio.data)
        if sys.byteorder == "big":
            samples.byteswap()
        return math.sqrt(sum(sample * sample for sample in samples) / max(len(samples), 1))

    def row(self) -> str:
        """Return the line of the table."""
        audio = self.audio
        return (
            f"{self.transport:<10} {1000 * self.first:>9.1f} ms {audio.duration:>9.2f} s "
            f"{audio.sample_rate:>9} Hz {self.rms:>7.0f}"
        )


def speak(client: SmallestAI, transport: Transport) -> Spoken:
    with client.waves.tts.stream(TEXT, transport=transport, sample_rate=24000) as stream:
        audio = stream.read()
    return Spoken(transport, stream.metrics.time_to_first_audio or 0.0, audio)


def faults(spoken: list[Spoken]) -> list[str]:
    found = []
    for each in spoken:
        if each.audio.duration < SHORTEST:
            found.append(f"{each.transport}: only {each.audio.duration:.2f} s of audio")
        if each.rms < SILENCE:
            found.append(f"{each.transport}: near silence, RMS {each.rms:.0f}")
        if each.audio.data != spoken[0].audio.data:
            found.append(f"{each.transport}: not the same audio as {spoken[0].transport}")
    return found


def main() -> int:
    with SmallestAI.sandbox() as client:
        print(f"{len(client.waves.voices.list())} voices at {client.base_url}\n")
        spoken = [speak(client, transport) for transport in TRANSPORTS]
    print(f"{'transport':<10} {'first audio':>12} {'duration':>11} {'rate':>12} {'RMS':>7}")
    for each in spoken:
        print(each.row())
    found = faults(spoken)
    for fault in found:
        print(f"hello: {fault}", file=sys.stderr)
    if found:
        return 1
    path = spoken[0].audio.save("hello.wav").resolve()
    print(f"\n{path}\nListen with any player, for example: ffplay -autoexit -nodisp {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
