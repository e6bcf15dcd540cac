"""Both sides of a session on one clock, as the two channels of a recording."""

from __future__ import annotations

import threading
from array import array
from typing import TYPE_CHECKING

from smallestai._resample import Resampler
from smallestai.audio import AudioFormat
from smallestai.protocol.hydra_intake import INPUT_RATE
from smallestai.recording import WavRecorder

if TYPE_CHECKING:
    import os

_LAG = 0.5  # seconds during which audio may still come, or be cut off
_JITTER = 0.2  # seconds by which blocks of a microphone may be late without a gap


class _Track:
    """One side. All counts are samples since the start of the recording."""

    def __init__(self) -> None:
        self._start = 0
        self._data = bytearray()

    @property
    def end(self) -> int:
        """Where what there is ends."""
        return self._start + len(self._data) // 2

    def add(self, pcm: bytes, at: int, jitter: int) -> None:
        """Add samples heard from ``at`` on, or right after the others."""
        gap = at - self.end
        if gap > jitter:
            self._data += bytes(2 * gap)
        self._data += pcm

    def cut(self, at: int) -> None:
        """Forget what would be heard later."""
        del self._data[2 * max(0, at - self._start) :]

    def take(self, upto: int) -> array[int]:
        """Return the samples up to there, with silence where there are none."""
        count = upto - self._start
        taken = self._data[: 2 * count]
        del self._data[: 2 * count]
        self._start = upto
        return array("h", bytes(taken) + bytes(2 * count - len(taken)))


class SessionRecorder:
    """Writes a session into a WAV: the user on the left, the model on the right.

    The model's audio is put where it is heard: one piece after another, from when it comes. Any
    thread may call.

    Args:
        path: Where to write.
        rate: Samples per second of the file and of the model's audio.
        now: The time, in seconds.
    """

    def __init__(self, path: str | os.PathLike[str], rate: int, now: float) -> None:
        self._resampler = Resampler(INPUT_RATE, rate)
        self._file = WavRecorder(path, AudioFormat("pcm", rate, 2))
        self._rate = rate
        self._began = now
        self._user, self._model = _Track(), _Track()
        self._taken = 0
        self._lock = threading.Lock()

    def listen(self, pcm: bytes, now: float) -> None:
        """Add what the microphone has heard until now, 16-bit PCM at 16 kHz."""
        with self._lock:
            samples = self._resampler.feed(pcm)
            at = self._at(now) - len(samples) // 2
            self._user.add(samples, at, int(_JITTER * self._rate))

    def speak(self, pcm: bytes, now: float) -> None:
        """Add what the model says from now on."""
        with self._lock:
            self._model.add(pcm, self._at(now), 0)

    def cut(self, now: float) -> None:
        """Take that the model is not heard any more."""
        with self._lock:
            self._model.cut(max(self._at(now), self._taken))

    def write(self, now: float) -> None:
        """Write what is settled by now.

        Raises:
            OutputError: The file cannot be written.
        """
        self._write(self._at(now - _LAG))

    def close(self) -> None:
        """Write the rest and end the file.

        Raises:
            OutputError: The file cannot be written.
        """
        try:
            self._write(max(self._user.end, self._model.end))
        finally:
            self._file.close()

    def _at(self, now: float) -> int:
        return int((now - self._began) * self._rate)

    def _write(self, upto: int) -> None:
        with self._lock:
            if upto <= self._taken:
                return
            both = array("h", bytes(4 * (upto - self._taken)))
            both[0::2], both[1::2] = self._user.take(upto), self._model.take(upto)
            self._taken = upto
        self._file.write(both.tobytes())
