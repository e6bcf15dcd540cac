"""Rates, channels and sample widths."""

from __future__ import annotations

import math
import struct
import sys
from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai._resample import Resampler, read_wav
from smallestai.audio import AudioFormat, wav_header
from smallestai.errors import ArgumentError, ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path


def sine(rate: int, seconds: float = 0.5, pitch: float = 440, channels: int = 1) -> bytes:
    """Return a tone, the same on all channels."""
    count = int(rate * seconds)
    samples = (int(12000 * math.sin(2 * math.pi * pitch * at / rate)) for at in range(count))
    return array("h", [sample for sample in samples for _ in range(channels)]).tobytes()


def all_of(resampler: Resampler, pcm: bytes, step: int) -> bytes:
    """Feed samples in steps."""
    out = [resampler.feed(pcm[at : at + step]) for at in range(0, len(pcm), step)]
    return b"".join([*out, resampler.end()])


@pytest.mark.parametrize("rate", [8000, 24000, 44100, 48000])
def test_a_tone_stays_the_tone(rate: int) -> None:
    """After resampling the same tone is there, as long and as high as before."""
    out = array("h", all_of(Resampler(rate, 16000), sine(rate), 640))
    assert len(out) == pytest.approx(8000, abs=2)
    middle = out[2000:6000]
    crossings = sum(a < 0 <= b for a, b in pairwise(middle))
    assert crossings == pytest.approx(440 * 4000 / 16000, abs=1)
    assert max(middle) == pytest.approx(12000, rel=0.02)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 999), max_size=40), st.sampled_from([8000, 48000]))
def test_cuts_make_no_difference(cuts: list[int], rate: int) -> None:
    """However stereo samples are cut, odd bytes included, the length and the sound are the same."""
    pcm = sine(rate, 0.1, channels=2)
    whole = Resampler(rate, 16000, channels=2)
    expected = whole.feed(pcm) + whole.end()
    cut = Resampler(rate, 16000, channels=2)
    out, at = b"", 0
    for size in cuts:
        out += cut.feed(pcm[at : at + size])
        at += size
    out += cut.feed(pcm[at:]) + cut.end()
    assert len(out) == len(expected)
    pairs = zip(array("h", out), array("h", expected), strict=True)
    assert max(abs(a - b) for a, b in pairs) <= 4  # it dithers


def test_channels_are_mixed_with_the_same_weight() -> None:
    """Three channels become their mean."""
    mixed = Resampler(16000, 16000, channels=3).feed(struct.pack("<6h", 3, 6, 9, -30, 0, 0))
    assert struct.unpack("<2h", mixed) == (6, -10)


def test_the_right_rate_passes_and_needs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mono of the right rate is given back byte for byte, also without the extra."""
    monkeypatch.setitem(sys.modules, "soxr", None)
    resampler = Resampler(16000, 16000)
    assert resampler.feed(b"\1\2\3") == b"\1\2"
    assert resampler.feed(b"\4") == b"\3\4"
    assert resampler.end() == b""
    with pytest.raises(ConfigurationError, match=r"pip install 'smallestai\[audio\]'"):
        Resampler(48000, 16000)


@pytest.mark.parametrize(
    ("arguments", "channels"), [((0, 16000), 1), ((16000, True), 1), ((16000, 8000.0), 1)]
)
def test_rates_that_cannot_be(arguments: tuple[int, int], channels: int) -> None:
    """A rate is a whole number of samples, and there is at least one channel."""
    with pytest.raises(ArgumentError):
        Resampler(*arguments, channels=channels)
    with pytest.raises(ArgumentError):
        Resampler(16000, 16000, channels=0)


def wav(
    tag: int, bits: int, samples: bytes, *, channels: int = 1, extensible: bool = False
) -> bytes:
    """Return a WAV of any kind, with a chunk before the samples that nobody knows."""
    frame = channels * bits // 8
    kind = 0xFFFE if extensible else tag
    fmt = struct.pack("<HHIIHH", kind, channels, 22050, 22050 * frame, frame, bits)
    if extensible:
        fmt += struct.pack("<HHIH14s", 22, bits, 0, tag, b"")
    chunks = b"odd \3\0\0\0abc\0" + b"fmt " + struct.pack("<I", len(fmt)) + fmt
    chunks += b"data" + struct.pack("<I", len(samples)) + samples
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


VALUES = (0, 16384, -32768, 256)
WIDE = b"".join(value.to_bytes(2, "little", signed=True).rjust(3, b"\7") for value in VALUES)
WIDER = b"".join(value.to_bytes(2, "little", signed=True).rjust(4, b"\7") for value in VALUES)
FLOATS = (0.0, 0.5, -1.0, 256 / 32768)


@pytest.mark.parametrize("extensible", [False, True])
@pytest.mark.parametrize(
    ("tag", "bits", "samples"),
    [
        (1, 8, bytes([128, 192, 0, 129])),
        (1, 16, struct.pack("<4h", *VALUES)),
        (1, 24, WIDE),
        (1, 32, WIDER),
        (3, 32, struct.pack("<4f", *FLOATS)),
        (3, 64, struct.pack("<4d", *FLOATS)),
    ],
)
def test_every_width_becomes_16_bits(
    tmp_path: Path, tag: int, bits: int, samples: bytes, *, extensible: bool
) -> None:
    """The same sound is read from every kind of WAV."""
    path = tmp_path / "in.wav"
    path.write_bytes(wav(tag, bits, samples, channels=2, extensible=extensible))
    assert read_wav(path) == (struct.pack("<4h", *VALUES), 22050, 2)


def test_floats_out_of_range_are_clipped(tmp_path: Path) -> None:
    """Too loud is as loud as can be, and what is no number is silence."""
    path = tmp_path / "in.wav"
    path.write_bytes(wav(3, 32, struct.pack("<4f", 2.0, -2.0, math.nan, math.inf)))
    assert struct.unpack("<4h", read_wav(path)[0]) == (32767, -32768, 0, 32767)


def test_a_length_left_open_means_the_rest(tmp_path: Path) -> None:
    """What a writer to a pipe leaves behind is read to the end of the file."""
    path = tmp_path / "in.wav"
    header = wav_header(AudioFormat("pcm", 8000), 0)
    path.write_bytes(header[:-4] + b"\xff\xff\xff\xff" + b"\1\2\3\4\5")
    assert read_wav(path) == (b"\1\2\3\4", 8000, 1)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"ID3 no wave", "no WAV"),
        (wav(1, 16, b"\0" * 8)[:-1], "cut short"),
        (wav(6, 8, b"\0" * 8), "format 6"),
        (wav(1, 16, b"")[:30], "cut short"),
        (None, "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, says: str) -> None:
    """A file that is missing, broken or of another kind is refused with the reason."""
    path = tmp_path / "in.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArgumentError, match=says):
        read_wav(path)
