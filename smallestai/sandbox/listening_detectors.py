"""Whether 20 ms of audio are speech: WebRTC's detector, and one that goes by the level."""

from __future__ import annotations

from typing import Protocol

try:
    import webrtcvad
except ModuleNotFoundError:  # a sandbox hears without it too, less well in noise
    webrtcvad = None

SAMPLE_RATE = 16000
FRAME_BYTES = 640
"""The bytes of a frame: 20 ms of 16-bit mono PCM."""

_STRICTEST = 3
_ABOVE_FLOOR = 9.0
_FLOOR_RISE = 0.1  # decibels in a frame, so that a fan is got used to in a few seconds


class Detector(Protocol):
    """Tells speech from other sound, frame by frame; it may learn what the background is."""

    def is_speech(self, frame: bytes, level: float) -> bool:
        """Return whether a frame, whose level is given in dBFS, sounds like speech."""
        ...


def detector() -> Detector:
    """Return a fresh detector, the best that is installed."""
    return ByLevel() if webrtcvad is None else ByModel()


class ByModel:
    """WebRTC's detector in its strictest mode, from `webrtcvad-wheels`."""

    def __init__(self) -> None:
        self._vad = webrtcvad.Vad(_STRICTEST)

    def is_speech(self, frame: bytes, level: float) -> bool:  # noqa: ARG002 - it has its own
        """Return whether a frame sounds like speech."""
        return bool(self._vad.is_speech(frame, SAMPLE_RATE))


class ByLevel:
    """Calls speech what stands out from the quietest sound of the last seconds."""

    def __init__(self) -> None:
        self._floor = 0.0

    def is_speech(self, frame: bytes, level: float) -> bool:  # noqa: ARG002 - the level says it all
        """Return whether a frame is well above the background."""
        self._floor = min(level, self._floor + _FLOOR_RISE)
        return level > self._floor + _ABOVE_FLOOR
