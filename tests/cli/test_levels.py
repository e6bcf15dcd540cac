"""How loud sound is, and whether it is speech."""

from math import inf

import pytest

from smallestai.cli._levels import Levels, decibels, meter


def _square(level: int, seconds: float, rate: int = 16_000) -> bytes:
    count = round(seconds * rate / 2)
    return (
        level.to_bytes(2, "little", signed=True) + (-level).to_bytes(2, "little", signed=True)
    ) * count


def test_a_square_wave_has_the_loudness_of_its_height() -> None:
    """Half of full scale is 6 dB below it, as RMS and as peak."""
    levels = Levels.of(_square(16384, 0.5), 16_000)
    assert levels.rms == pytest.approx(-6.02, abs=0.01)
    assert levels.peak == pytest.approx(-6.02, abs=0.01)
    assert levels.loud == pytest.approx(0.5)
    assert levels.is_speech


def test_the_lowest_sample_counts() -> None:
    """The sample furthest below zero is a peak of full scale."""
    assert Levels.of(b"\x00\x80" + bytes(640), 16_000).peak == 0.0


@pytest.mark.parametrize("pcm", [b"", bytes(32_000), _square(60, 1.0), _square(16384, 0.04)])
def test_what_is_no_speech(pcm: bytes) -> None:
    """Nothing, silence, hiss and a click are no speech."""
    assert not Levels.of(pcm, 16_000).is_speech


def test_decibels() -> None:
    """Full scale is 0; silence is below everything."""
    assert decibels(1.0) == 0.0
    assert decibels(0.1) == pytest.approx(-20)
    assert decibels(0.0) == -inf


def test_meter() -> None:
    """A bar goes from -60 dB to 0 and keeps its width."""
    assert meter(0.0, 10) == "░" * 10
    assert meter(0.0001, 10) == "░" * 10
    assert meter(10 ** (-30 / 20), 10) == "█" * 5 + "░" * 5
    assert meter(1.0, 10) == "█" * 10
