"""Samples of any encoding, as 16-bit little-endian mono PCM."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

CODECS = {
    "linear16": 2,
    "linear32": 4,
    "mulaw": 1,
    "alaw": 1,
    "unsigned8": 1,
    "linear24": 3,
    "float32": 4,
    "float64": 8,
}
"""The encodings, and the bytes of a sample."""


def mono(samples: bytes, codec: str, channels: int = 1) -> bytes:
    """Return samples as PCM, the channels mixed.

    Args:
        samples: Whole samples of all channels, interleaved.
        codec: One of `CODECS`.
        channels: How many there are.
    """
    values = _values(samples, codec)
    if channels > 1:
        values = values.reshape(-1, channels).mean(axis=1)
    if values.dtype != np.int16:
        values = np.clip(np.rint(values), -32768, 32767).astype("<i2")
    return values.tobytes()


def _values(samples: bytes, codec: str) -> npt.NDArray[np.generic]:
    match codec:
        case "linear16":
            return np.frombuffer(samples, "<i2")
        case "linear32":
            return (np.frombuffer(samples, "<i4") >> 16).astype(np.int16)
        case "linear24":
            rows = np.frombuffer(samples, np.uint8).reshape(-1, 3)
            return np.ascontiguousarray(rows[:, 1:]).view("<i2")[:, 0]
        case "unsigned8":
            return (np.frombuffer(samples, np.uint8).astype(np.int16) - 128) << 8
        case "float32":
            return np.frombuffer(samples, "<f4") * 32767
        case "float64":
            return np.frombuffer(samples, "<f8") * 32767
        case "mulaw":
            return _mulaw()[np.frombuffer(samples, np.uint8)]
        case _:
            return _alaw()[np.frombuffer(samples, np.uint8)]


@cache
def _mulaw() -> npt.NDArray[np.int16]:
    """Return the sample of each byte of ITU-T G.711 mu-law."""
    code = ~np.arange(256) & 0xFF
    size = ((((code & 0x0F) << 3) + 0x84) << (code >> 4 & 7)) - 0x84
    return np.where(code & 0x80, -size, size).astype(np.int16)


@cache
def _alaw() -> npt.NDArray[np.int16]:
    """Return the sample of each byte of ITU-T G.711 A-law."""
    code = np.arange(256) ^ 0x55
    segment = code >> 4 & 7
    size = ((code & 0x0F) << 4) + np.where(segment > 0, 0x108, 8)
    size <<= np.maximum(segment - 1, 0)
    return np.where(code & 0x80, size, -size).astype(np.int16)
