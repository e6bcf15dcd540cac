"""Voice activity: where in a stream of 16 kHz audio somebody speaks, and what is only noise.

A sound opens a stretch when most of the last 160 ms are speech to the detector and loud enough;
the stretch ends after a pause. It was speech if enough of it was loud and its level went up and
down as syllables do. A hum, a hiss and a knock fail one of the two.

Nothing here waits: the time is that of the audio.
"""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from .listening_detectors import FRAME_BYTES, SAMPLE_RATE, detector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .listening_detectors import Detector

FRAME_SECONDS = FRAME_BYTES / (2 * SAMPLE_RATE)

_QUIETEST = -50.0  # dBFS; what is below is silence, whatever the detector says
_WINDOW, _ONSET = 8, 6  # so many of the last frames open a stretch
_LEAD = 15  # frames kept from before the opening: the window and 140 ms
_SHORTEST = 8  # loud frames that make a word, 160 ms
_SWING = 4.0  # decibels between the quartiles: hiss has 0.5, rumble 2.5, a word 6 and more
_LONGEST = 3000  # frames kept of one stretch, a minute


@frozen
class Started:
    """Sound that may be speech has begun.

    Attributes:
        at: Seconds from the start of the stream.
    """

    at: float


@frozen
class Stopped:
    """It has ended.

    Attributes:
        at: Seconds from the start of the stream to the end of the sound.
        seconds: How long it lasted.
        is_speech: False for what turned out to be noise.
        pcm: The audio, at most its first minute, with a little from before the start.
    """

    at: float
    seconds: float
    is_speech: bool
    pcm: bytes


class Listener:
    """Finds the stretches of speech in 16-bit little-endian mono PCM at 16000 Hz.

    Args:
        pause: The silence, in seconds, that ends a stretch.
        judge: What tells speech from other sound; the best detector installed when absent.
    """

    def __init__(self, pause: float = 0.6, judge: Detector | None = None) -> None:
        self._judge = judge or detector()
        self._pause = max(round(pause / FRAME_SECONDS), 1)
        self._pcm = bytearray()
        self._heard = 0  # frames so far
        self._recent: deque[bool] = deque(maxlen=_WINDOW)
        self._lead: deque[bytes] = deque(maxlen=_LEAD)
        self._stretch: _Stretch | None = None

    def feed(self, pcm: bytes) -> Iterator[Started | Stopped]:
        """Take audio of any length; yield what is found while it is gone through."""
        self._pcm += pcm
        whole = len(self._pcm) // FRAME_BYTES * FRAME_BYTES
        taken = bytes(self._pcm[:whole])
        del self._pcm[:whole]
        for start in range(0, whole, FRAME_BYTES):
            found = self._hear(taken[start : start + FRAME_BYTES])
            if found is not None:
                yield found

    def end(self) -> Stopped | None:
        """End the stretch that is open, if there is one, as if a pause had followed."""
        return None if self._stretch is None else self._end(self._stretch)

    def _hear(self, frame: bytes) -> Started | Stopped | None:
        level = level_of(frame)
        # The detector hears every frame, since it learns the background.
        sounds = self._judge.is_speech(frame, level) and level > _QUIETEST
        self._heard += 1
        if self._stretch is None:
            return self._wait(frame, level if sounds else None)
        self._stretch.add(frame, level if sounds else None)
        return self._end(self._stretch) if self._stretch.quiet >= self._pause else None

    def _wait(self, frame: bytes, level: float | None) -> Started | None:
        self._lead.append(frame)
        self._recent.append(level is not None)
        if sum(self._recent) < _ONSET:
            return None
        before = len(self._recent) - self._recent.index(True)
        self._stretch = _Stretch(self._heard - before, list(self._lead), before)
        self._recent.clear()
        self._lead.clear()
        return Started(self._stretch.start * FRAME_SECONDS)

    def _end(self, stretch: _Stretch) -> Stopped:
        self._stretch = None
        end = self._heard - stretch.quiet
        seconds = (end - stretch.start) * FRAME_SECONDS
        return Stopped(end * FRAME_SECONDS, seconds, stretch.is_speech, b"".join(stretch.frames))


class _Stretch:
    """A sound from its opening on."""

    def __init__(self, start: int, frames: list[bytes], sounding: int) -> None:
        self.start = start
        self.frames = frames
        self.quiet = 0
        self._levels = [level_of(frame) for frame in frames[-sounding:]]

    def add(self, frame: bytes, level: float | None) -> None:
        """Take the next frame, with its level if it sounds."""
        if len(self.frames) < _LONGEST:
            self.frames.append(frame)
        if level is None:
            self.quiet += 1
            return
        self.quiet = 0
        self._levels.append(level)

    @property
    def is_speech(self) -> bool:
        """Whether it was long and lively enough."""
        loud = [level for level in self._levels if level > _QUIETEST]
        if len(loud) < _SHORTEST:
            return False
        low, high = np.percentile(loud, (25, 75))
        return bool(high - low >= _SWING)


def level_of(frame: bytes) -> float:
    """Return the level of 16-bit PCM in dBFS, -90 for silence."""
    samples = np.frombuffer(frame, "<i2").astype(np.float32)
    power = float(samples @ samples) / max(len(samples), 1)
    return 10 * math.log10(max(power, 1.0)) - 20 * math.log10(32768)
