"""How loud sound is, in decibels below the loudest there can be, and whether it is speech."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import inf, log10

_FULL = 32768
_BLOCK = 0.02  # seconds
_HEARD = -45.0  # decibels; speech is far above, hiss and hum are below
_SPEECH = 0.1  # seconds of loud blocks: less is a click
_LOWEST = -60.0  # the left end of a meter


@dataclass(frozen=True)
class Levels:
    """The loudness of a recording.

    Attributes:
        rms: The root mean square, in dBFS; minus infinity for silence.
        peak: The largest sample, in dBFS.
        loud: Seconds of it in which something can be heard.
    """

    rms: float
    peak: float
    loud: float

    @classmethod
    def of(cls, pcm: bytes, sample_rate: int) -> Levels:
        """Measure 16-bit mono samples."""
        from smallestai._microphone import level_of

        samples = array("h", pcm)
        largest = max(max(samples), -min(samples)) if samples else 0
        size = 2 * max(round(sample_rate * _BLOCK), 1)
        blocks = (pcm[at : at + size] for at in range(0, len(pcm), size))
        loud = sum(decibels(level_of(block)) > _HEARD for block in blocks)
        return cls(decibels(level_of(pcm)), decibels(largest / _FULL), loud * _BLOCK)

    @property
    def is_speech(self) -> bool:
        """Whether enough of it can be heard to be more than a click."""
        return self.loud >= _SPEECH


def decibels(level: float) -> float:
    """Return a level of 0.0 to 1.0 in dBFS."""
    return 20 * log10(level) if level > 0 else -inf


def meter(level: float, width: int = 24) -> str:
    """Return a level of 0.0 to 1.0 as a bar, from -60 dBFS at its left end to 0."""
    filled = round(width * (1 - max(decibels(level), _LOWEST) / _LOWEST))
    return "█" * filled + "░" * (width - filled)
