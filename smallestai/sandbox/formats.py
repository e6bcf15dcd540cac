"""The output formats of speech: PCM, WAV, MP3, and G.711 with both of its laws."""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING, Protocol

import lameenc
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

FORMATS = ("pcm", "wav", "mp3", "ulaw", "alaw")

_MP3_KILOBITS = 128


class Encoder(Protocol):
    """Turns 16-bit little-endian mono PCM into a format, as it comes."""

    def feed(self, pcm: bytes) -> bytes:
        """Take whole samples; return what may be sent now."""
        ...

    def finish(self) -> bytes:
        """Return the rest."""
        ...


def encoder(output_format: str, sample_rate: int) -> Encoder:
    """Return an encoder.

    Args:
        output_format: One of `FORMATS`.
        sample_rate: The rate of the PCM, in hertz.
    """
    return _ENCODERS[output_format](sample_rate)


def encode(pcm: bytes, output_format: str, sample_rate: int) -> bytes:
    """Return PCM in a format, all at once."""
    whole = encoder(output_format, sample_rate)
    return whole.feed(pcm) + whole.finish()


def wav_header(size: int, sample_rate: int) -> bytes:
    """Return the 44 bytes before a number of bytes of 16-bit mono PCM."""
    chunk = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, sample_rate, 2 * sample_rate, 2, 16)
    riff = struct.pack("<4sI4s", b"RIFF", 36 + size, b"WAVE")
    return riff + chunk + struct.pack("<4sI", b"data", size)


def ulaw(pcm: bytes) -> bytes:
    """Return PCM as ITU-T G.711 mu-law, a byte per sample."""
    return _look_up(_ulaw_table(), pcm)


def alaw(pcm: bytes) -> bytes:
    """Return PCM as ITU-T G.711 A-law, a byte per sample."""
    return _look_up(_alaw_table(), pcm)


class _Mapped:
    def __init__(self, law: Callable[[bytes], bytes]) -> None:
        self.feed = law

    def finish(self) -> bytes:
        return b""


class _Wav:
    """The header says how much follows, so nothing can be sent before the end."""

    def __init__(self, sample_rate: int) -> None:
        self._sample_rate = sample_rate
        self._pcm = bytearray()

    def feed(self, pcm: bytes) -> bytes:
        self._pcm += pcm
        return b""

    def finish(self) -> bytes:
        return wav_header(len(self._pcm), self._sample_rate) + bytes(self._pcm)


class _Mp3:
    def __init__(self, sample_rate: int) -> None:
        self._lame = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_channels(1)
        self._lame.set_in_sample_rate(sample_rate)
        self._lame.set_bit_rate(_MP3_KILOBITS)

    def feed(self, pcm: bytes) -> bytes:
        return bytes(self._lame.encode(pcm))

    def finish(self) -> bytes:
        return bytes(self._lame.flush())


_ENCODERS: Mapping[str, Callable[[int], Encoder]] = {
    "pcm": lambda _: _Mapped(bytes),
    "wav": _Wav,
    "mp3": _Mp3,
    "ulaw": lambda _: _Mapped(ulaw),
    "alaw": lambda _: _Mapped(alaw),
}


def _look_up(table: npt.NDArray[np.uint8], pcm: bytes) -> bytes:
    return bytes(table[np.frombuffer(pcm, "<u2")])


def _all_samples() -> npt.NDArray[np.int32]:
    """Return every 16-bit sample, in the order of its unsigned value."""
    return np.arange(1 << 16, dtype=np.uint16).view(np.int16).astype(np.int32)


@cache
def _ulaw_table() -> npt.NDArray[np.uint8]:
    samples = _all_samples() >> 2  # 14 bits
    magnitude = np.minimum(np.where(samples < 0, -samples, samples) + 33, 0x1FFF)
    segment = _segment(magnitude, 6)
    code = (segment << 4) | ((magnitude >> (segment + 1)) & 0x0F)
    return np.asarray(code ^ np.where(samples < 0, 0x7F, 0xFF), dtype=np.uint8)


@cache
def _alaw_table() -> npt.NDArray[np.uint8]:
    samples = _all_samples() >> 3  # 13 bits
    magnitude = np.where(samples < 0, -samples - 1, samples)
    segment = _segment(magnitude, 5)
    code = (segment << 4) | ((magnitude >> np.maximum(segment, 1)) & 0x0F)
    return np.asarray(code ^ np.where(samples < 0, 0x55, 0xD5), dtype=np.uint8)


def _segment(magnitude: npt.NDArray[np.int32], lowest: int) -> npt.NDArray[np.int32]:
    """Return how many bits a magnitude has beyond those of the lowest segment."""
    bits = np.frexp(magnitude.astype(np.float64))[1]
    return np.asarray(np.maximum(bits - lowest, 0), dtype=np.int32)
