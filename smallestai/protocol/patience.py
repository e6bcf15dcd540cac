"""How long to wait.

For the first frame, between frames, and altogether. Time itself is an argument.
"""

from __future__ import annotations

from smallestai.errors import APITimeoutError


class Patience:
    """Keeps account of the time spent waiting for one reply.

    Only waiting counts. A listener who takes the audio at the pace of speech may take as long as he
    likes.

    Args:
        first: Seconds the first frame may take.
        between: Seconds between one frame and the next.
        total: Seconds of waiting altogether.
    """

    def __init__(self, first: float, between: float, total: float) -> None:
        self._limit = first
        self._between = between
        self._total = total
        self._waited = 0.0
        self._begun = False
        # Seconds the next wait may take; plain, because it is read for every frame.
        self.allowed = min(first, total)

    def received(self, waited: float) -> None:
        """Note that a frame came after ``waited`` seconds."""
        self._waited += waited
        self._limit = between = self._between
        self._begun = True
        left = self._total - self._waited
        self.allowed = min(left, between)

    def exhausted(self) -> APITimeoutError:
        """Return the error for a wait that took longer than `allowed`."""
        if self._total - self._waited < self._limit:
            return _timeout("the whole reply did not come", self._total, "total")
        if self._begun:
            return _timeout("the next part of the reply did not come", self._between, "between")
        return _timeout("the reply did not begin", self._limit, "first")


def not_taken(seconds: float) -> APITimeoutError:
    """Return the error for a message that could not be sent: the other side does not read."""
    return _timeout("the service did not take the request", seconds, "first")


def _timeout(what: str, seconds: float, name: str) -> APITimeoutError:
    hint = f"Raise it with timeout=Timeout({name}=...)."
    return APITimeoutError(f"{what} within {seconds:g} s", timeout=name, hint=hint)
