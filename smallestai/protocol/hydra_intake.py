"""The microphone's side of a session: audio of any block size in, frames of 20 ms out.

The service takes 20 to 40 ms at a time and refuses less than 320 bytes, so a tail waits for more.
Before it listens it drops audio without a word: until then audio is held back, the oldest dropped
where that becomes too much. Source: frame ``input_audio_buffer.append``.
"""

from __future__ import annotations

from collections import deque

INPUT_RATE = 16_000
FRAME = 640  # bytes: 20 ms of 16-bit mono at 16 kHz
SILENCE = bytes(FRAME)


class Intake:
    """Cuts audio into frames, and keeps them while nobody takes them.

    Args:
        seconds: How much is held back at most.

    Attributes:
        dropped: Bytes that were too much to be held back.
    """

    def __init__(self, seconds: float) -> None:
        self.dropped = 0
        self._tail = b""
        self._held: deque[bytes] = deque(maxlen=max(1, int(seconds * 50)))

    def cut(self, pcm: bytes) -> list[bytes]:
        """Return the frames that are whole now; the rest waits."""
        tail = self._tail
        if not tail and len(pcm) == FRAME:
            return [pcm]
        pcm = tail + pcm
        whole = len(pcm) - len(pcm) % FRAME
        self._tail = pcm[whole:]
        return [pcm[at : at + FRAME] for at in range(0, whole, FRAME)]

    def end(self) -> bytes | None:
        """Return what still waits, filled up with silence; None where nothing does."""
        tail, self._tail = self._tail, b""
        return tail + SILENCE[len(tail) :] if tail else None

    def hold(self, frames: list[bytes]) -> None:
        """Keep frames until `release`."""
        for frame in frames:
            if len(self._held) == self._held.maxlen:
                self.dropped += FRAME
            self._held.append(frame)

    def release(self) -> list[bytes]:
        """Return what was held back, in order."""
        frames = list(self._held)
        self._held.clear()
        return frames
