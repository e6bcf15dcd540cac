"""Which part of which reply has been heard, where somebody plays the replies one after another."""

from __future__ import annotations

from typing import NamedTuple


class Unheard(NamedTuple):
    """A reply of which something was not heard."""

    response_id: str | None
    heard: int  # bytes
    dropped: int  # bytes


class Ledger:
    """Keeps account of the audio given to a player, which counts only what it has played.

    All counts are bytes.
    """

    def __init__(self) -> None:
        self._end = 0  # the player's count once all of this has been heard
        self._cut = False
        self._spans: dict[str | None, tuple[int, int]] = {}

    def begin(self, played: int) -> None:
        """Take the beginning of a reply; ``played`` is the player's count."""
        if self._cut:  # what the device had left of the last reply has been played by now
            self._end, self._cut = played, False
        self._spans = {name: span for name, span in self._spans.items() if span[1] > played}

    def add(self, response_id: str | None, length: int) -> None:
        """Take audio of a reply, to be played after all that was given before."""
        start, end = self._spans.get(response_id, (self._end, self._end))
        self._end = end = end + length
        self._spans[response_id] = (start, end)

    def cut(self, played: int) -> list[Unheard]:
        """Take that nothing more is played; return the replies that were not heard to the end."""
        spans, self._spans = self._spans, {}
        self._cut = True
        return [
            Unheard(name, max(0, played - start), end - max(played, start))
            for name, (start, end) in spans.items()
            if end > played
        ]
