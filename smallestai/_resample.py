"""Samples of one rate from samples of another, as they come; and what a WAV file holds."""

from __future__ import annotations

import struct
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smallestai.audio import SampleAligner
from smallestai.errors import ArgumentError, ConfigurationError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

_RATES = range(1_000, 768_001)
_MOST_CHANNELS = 64
# WAVE format tags (RFC 2361); in the extensible form the true tag stands further on.
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
# What writers that cannot seek put where a length is due.
_UNKNOWN_LENGTHS = frozenset({0, 0x7FFFFFFF, 0xFFFFFFFF})
_SIGNED = bytes(
    value ^ 0x80 for value in range(256)
)  # 8-bit WAVs count from 0, with 128 as silence


class Resampler:
    """Turns PCM16, cut anywhere, into mono PCM16 of another rate.

    The channels are mixed into one, each with the same weight. A filter looks ahead, so what comes
    out is a few milliseconds behind what goes in, until `end`. Mono of the right rate passes
    through; anything else than a change of channels needs the ``[audio]`` extra.

    Args:
        source_rate: Samples per second and channel that are fed.
        target_rate: Samples per second that are wanted.
        channels: How many channels are interleaved in what is fed.

    Raises:
        ArgumentError: A rate or the number of channels is out of range.
        ConfigurationError: The ``[audio]`` extra is missing.
    """

    def __init__(self, source_rate: int, target_rate: int, *, channels: int = 1) -> None:
        check_rate("source_rate", source_rate)
        check_rate("target_rate", target_rate)
        check_channels(channels)
        self._channels = channels
        self._aligner = SampleAligner(2 * channels)
        self._stream: Any = None
        if source_rate != target_rate:
            self._stream = _stream(source_rate, target_rate)

    def feed(self, pcm: bytes) -> bytes:
        """Return what is ready once these samples are in: interleaved, little-endian."""
        samples = self._aligner.feed(bytes(pcm))
        if self._channels > 1:
            samples = _mixed(samples, self._channels)
        return samples if self._stream is None else self._resampled(samples, last=False)

    def end(self) -> bytes:
        """Return what is still held back. Half a sample is dropped; nothing more may be fed."""
        return b"" if self._stream is None else self._resampled(b"", last=True)

    def _resampled(self, samples: bytes, *, last: bool) -> bytes:
        import numpy as np

        out = self._stream.resample_chunk(np.frombuffer(samples, "<i2"), last=last)
        return bytes(out.astype("<i2", copy=False).tobytes())


def check_rate(argument: str, rate: int) -> None:
    """Raise `ArgumentError` unless this is a number of samples per second."""
    if isinstance(rate, bool) or not isinstance(rate, int) or rate not in _RATES:
        remedy = f"must be samples per second, {_RATES[0]} to {_RATES[-1]}"
        raise ArgumentError(argument, rate, remedy)


def check_channels(channels: int) -> None:
    """Raise `ArgumentError` unless this is a number of channels."""
    if isinstance(channels, bool) or not isinstance(channels, int):
        raise ArgumentError("channels", channels, "must be a whole number")
    if not 1 <= channels <= _MOST_CHANNELS:
        raise ArgumentError("channels", channels, f"must be from 1 to {_MOST_CHANNELS}")


def read_wav(path: str | os.PathLike[str]) -> tuple[bytes, int, int]:
    """Read a WAV file: PCM of 8, 16, 24 or 32 bits, or floating point of 32 or 64.

    Returns:
        The samples as interleaved PCM16, the samples per second and channel, and the channels.

    Raises:
        ArgumentError: The file cannot be read, is no WAV, is cut short, or holds something else.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArgumentError("path", str(path), f"cannot be read: {reason}") from error
    form, samples = _taken_apart(data, path)
    tag, channels, rate, bits = form
    check_rate("path", rate)
    check_channels(channels)
    frame = channels * bits // 8
    whole = len(samples) - len(samples) % frame if frame else 0
    return _as_pcm16(samples[:whole], tag, bits, path), rate, channels


def _stream(source_rate: int, target_rate: int) -> Any:
    try:
        import soxr
    except ImportError as error:
        raise ConfigurationError(
            f"audio of {source_rate} Hz becomes {target_rate} Hz with the audio extra only: "
            "pip install 'smallestai[audio]'"
        ) from error
    return soxr.ResampleStream(source_rate, target_rate, 1, dtype="int16")


def _mixed(samples: bytes, channels: int) -> bytes:
    each = array("h", samples)
    columns = [each[at::channels] for at in range(channels)]
    return array("h", [sum(frame) // channels for frame in zip(*columns, strict=True)]).tobytes()


def _taken_apart(data: bytes, path: object) -> tuple[tuple[int, int, int, int], bytes]:
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        raise ArgumentError("path", str(path), "is no WAV file: convert it to one")
    form: tuple[int, int, int, int] | None = None
    for name, length, body in _chunks(data):
        if name == b"fmt " and length >= 16:
            form = _form(body)
        elif name == b"data" and form is not None:
            if length > len(body) and length not in _UNKNOWN_LENGTHS:
                break
            return form, body
    raise ArgumentError("path", str(path), "is cut short: its samples are not all there")


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        open_ended = name == b"data" and length in _UNKNOWN_LENGTHS
        end = len(data) if open_ended else at + 8 + length
        yield name, length, data[at + 8 : end]
        at = end + length % 2


def _form(body: bytes) -> tuple[int, int, int, int]:
    if len(body) < 16:
        return 0, 1, 8000, 8
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        (tag,) = struct.unpack_from("<H", body, 24)
    return tag, channels, rate, bits


def _as_pcm16(samples: bytes, tag: int, bits: int, path: object) -> bytes:
    if tag == _PCM and bits == 16:
        return samples
    if tag == _PCM and bits in (8, 24, 32):
        return _upper_bytes(samples, bits // 8)
    if tag == _FLOAT and bits in (32, 64):
        values = array("f" if bits == 32 else "d", samples)
        return array("h", map(_from_float, values)).tobytes()
    raise ArgumentError("path", str(path), f"holds format {tag} with {bits} bits; save it as PCM")


def _upper_bytes(samples: bytes, width: int) -> bytes:
    """Keep the two upper bytes of each sample; 8 bits become the upper one."""
    if width == 1:
        samples = samples.translate(_SIGNED)
    out = bytearray(2 * (len(samples) // width))
    out[1::2] = samples[width - 1 :: width]
    if width > 1:
        out[0::2] = samples[width - 2 :: width]
    return bytes(out)


def _from_float(value: float) -> int:
    if value != value:  # NaN, which no sound is
        return 0
    return int(max(-32768.0, min(32767.0, value * 32768.0)))
