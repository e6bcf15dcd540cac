"""When somebody speaks: the starts and the ends of speech in a stream of audio.

Speech starts when enough of the last moments sound like it, and ends with a short silence. The
time is that of the audio.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from attrs import frozen

from .listening import level_of
from .listening_detectors import FRAME_BYTES, detector

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME_SECONDS = 0.02

_QUIETEST = -50.0  # dBFS
_PAUSE = 10  # frames of silence that end speech


@frozen
class SpeechStarted:
    """Speech has begun, at a time in seconds."""

    at: float


@frozen
class SpeechEnded:
    """Speech has ended, at a time in seconds."""

    at: float


class Activity:
    """Finds speech in 16-bit mono PCM at 16000 Hz.

    Args:
        threshold: Which share of the frames must sound like speech, 0 to 1.
        min_speech: The shortest speech, in seconds.
    """

    def __init__(self, threshold: float = 0.5, min_speech: float = 0.12) -> None:
        self._detector = detector()
        self._threshold = threshold
        self._recent: deque[bool] = deque(maxlen=max(round(min_speech / FRAME_SECONDS), 1))
        self._pcm = bytearray()
        self._frames = 0
        self._last = 0  # the frame after the last that sounded like speech
        self.is_speech = False
        """Whether speech is under way."""

    @property
    def quiet(self) -> float:
        """Seconds since the last sound of speech."""
        return (self._frames - self._last) * FRAME_SECONDS

    def feed(self, pcm: bytes) -> Iterator[SpeechStarted | SpeechEnded]:
        """Take audio of any length; yield what happens in it."""
        self._pcm += pcm
        whole = len(self._pcm) // FRAME_BYTES * FRAME_BYTES
        taken = bytes(self._pcm[:whole])
        del self._pcm[:whole]
        for start in range(0, whole, FRAME_BYTES):
            yield from self._hear(taken[start : start + FRAME_BYTES])

    def _hear(self, frame: bytes) -> Iterator[SpeechStarted | SpeechEnded]:
        level = level_of(frame)
        sounds = self._detector.is_speech(frame, level) and level > _QUIETEST
        self._frames += 1
        if sounds:
            self._last = self._frames
        if self.is_speech:
            if self._frames - self._last >= _PAUSE:
                self.is_speech = False
                yield SpeechEnded(round(self._last * FRAME_SECONDS, 3))
            return
        self._recent.append(sounds)
        full = len(self._recent) == self._recent.maxlen
        if full and sounds and sum(self._recent) >= self._threshold * len(self._recent):
            self.is_speech = True
            start = self._frames - len(self._recent) + self._recent.index(True)
            self._recent.clear()
            yield SpeechStarted(round(start * FRAME_SECONDS, 3))
