"""Audio that was sent and is not transcribed yet: what a second connection needs of the first."""

from __future__ import annotations

from collections import deque


class AudioBuffer:
    """Keeps blocks of audio until they are acknowledged; the oldest go when there are too many.

    Places are bytes from the start of the session.

    Args:
        limit: The most bytes to keep.
    """

    def __init__(self, limit: int) -> None:
        self.start = 0  # of what is kept
        self.end = 0  # of what was added
        self._blocks: deque[bytes] = deque()
        self._first = 0  # where the first block begins, at or before the start
        self._limit = limit

    def add(self, block: bytes) -> None:
        """Add a block at the end."""
        self._blocks.append(block)
        self.end = end = self.end + len(block)
        if end - self.start > self._limit:
            self.drop_until(end - self._limit)

    def drop_until(self, place: int) -> None:
        """Forget what lies before a place; a place before the start changes nothing."""
        place = min(place, self.end)
        if place <= self.start:
            return
        self.start = place
        blocks = self._blocks
        while blocks and self._first + len(blocks[0]) <= place:
            self._first += len(blocks.popleft())

    def between(self, start: int, end: int) -> list[bytes]:
        """Return the audio between two places, as far as it is kept."""
        found: list[bytes] = []
        at = self._first
        low = max(start, self.start)
        for block in self._blocks:
            part = block[max(low - at, 0) : max(end - at, 0)]
            if part:
                found.append(part)
            at += len(block)
        return found
