"""The audio of a session with an agent: its formats, and samples as the frames of one.

A format is named by its encoding and rate, such as ``pcm_24000``. PCM has 16 bits, little-endian,
mono; ``mulaw_8000`` and ``alaw_8000`` are ITU-T G.711; Opus goes one packet a frame. Source:
components `InputAudioFormat` and `OutputAudioFormat` in `openapi/atoms.yaml`.
"""

from __future__ import annotations

from array import array
from functools import cache
from typing import NamedTuple

from smallestai.audio import SampleAligner

FORMAT = "pcm_24000"  # either way, where nothing is said
INPUT_FORMATS = (
    *(f"pcm_{rate}" for rate in (8000, 16000, 22050, 24000, 44100, 48000)),
    "mulaw_8000",
    "alaw_8000",
    *(f"opus_{rate}" for rate in (8000, 16000, 24000, 48000)),
)
OUTPUT_FORMATS = ("pcm_8000", "pcm_16000", "pcm_24000", "pcm_44100")

_BLOCK = 0.04  # seconds of a frame


class Wire(NamedTuple):
    """A format, taken apart.

    Attributes:
        codec: ``pcm``, ``mulaw``, ``alaw`` or ``opus``.
        rate: Samples per second.
    """

    codec: str
    rate: int


def wire_of(name: str) -> Wire:
    """Return the format of a name; that of `FORMAT` for a name that is none."""
    codec, _, rate = name.partition("_")
    return Wire(codec, int(rate)) if rate.isdecimal() else wire_of(FORMAT)


class Encoder:
    """Turns 16-bit mono PCM, cut anywhere, into what goes into frames.

    A frame has 40 ms at most. What is shorter goes out as it is: it would only come later.

    Args:
        wire: The format of the frames; not Opus.
    """

    def __init__(self, wire: Wire) -> None:
        self._aligner = SampleAligner(2)
        self._size = 2 * round(wire.rate * _BLOCK)
        self._table = _TABLES[wire.codec]() if wire.codec in _TABLES else None

    def feed(self, pcm: bytes) -> list[bytes]:
        """Return what is whole now; half a sample waits for the other half."""
        samples = self._aligner.feed(pcm)
        blocks = [samples[at : at + self._size] for at in range(0, len(samples), self._size)]
        table = self._table
        if table is None:
            return blocks
        return [bytes([table[value] for value in array("H", block)]) for block in blocks]


@cache
def _mulaw() -> bytes:
    """Return the code of every sample, in the order of its unsigned value."""
    return bytes(_mulaw_of(value - 0x10000 if value & 0x8000 else value) for value in range(65536))


@cache
def _alaw() -> bytes:
    return bytes(_alaw_of(value - 0x10000 if value & 0x8000 else value) for value in range(65536))


def _mulaw_of(sample: int) -> int:
    """Return the code of a sample (ITU-T G.711, table 2a)."""
    sample >>= 2  # 14 bits
    magnitude = min(abs(sample) + 33, 0x1FFF)
    segment = max(magnitude.bit_length() - 6, 0)
    code = segment << 4 | magnitude >> (segment + 1) & 0x0F
    return code ^ (0x7F if sample < 0 else 0xFF)


def _alaw_of(sample: int) -> int:
    """Return the code of a sample (ITU-T G.711, table 1a)."""
    sample >>= 3  # 13 bits
    magnitude = -sample - 1 if sample < 0 else sample
    segment = max(magnitude.bit_length() - 5, 0)
    code = segment << 4 | magnitude >> max(segment, 1) & 0x0F
    return code ^ (0x55 if sample < 0 else 0xD5)


_TABLES = {"mulaw": _mulaw, "alaw": _alaw}
