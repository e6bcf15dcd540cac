"""How long a text that is still being written may be held back. Time itself is an argument."""

from __future__ import annotations

from math import inf


class Pause:
    """Decides when a source has been silent for so long that what it gave is to be spoken as it is.

    A piece that waits for the rest of its sentence sounds better, so it waits while the listener
    still has something to hear.

    Args:
        seconds: How long the source may be silent; None for as long as it likes.
    """

    def __init__(self, seconds: float | None) -> None:
        self._seconds = inf if seconds is None else seconds
        self._since: float | None = None

    def heard(self, now: float) -> None:
        """Note that the source gave some text."""
        self._since = now

    def spoken(self, now: float, *, some: bool) -> None:
        """Note that what can be spoken has been asked for.

        Args:
            now: The time.
            some: Whether there was something; if not, more text is to be waited for.
        """
        self._since = now if some else None

    def due(self, heard_until: float) -> float:
        """Return when what is held back is to be spoken; infinity where that is never.

        Args:
            heard_until: When the listener, who began with the first samples, will have heard all
                that has come.
        """
        if self._since is None:
            return inf
        return max(self._since + self._seconds, heard_until - self._seconds)
