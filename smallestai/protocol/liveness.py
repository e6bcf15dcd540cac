"""Whether the other side of a transcription is still there. Time itself is an argument.

Silence is no sign: where nobody speaks the service has nothing to say. What is:

- A ping is sent every few seconds and must be answered (RFC 6455, section 5.5.2).
- What is sent must be taken: a write that stalls means that nobody reads.
- A ``finalize`` and a ``close_stream`` must be followed by frames until they are answered.
"""

from __future__ import annotations

from typing import Literal

from smallestai.errors import APITimeoutError

PING_SECONDS = 5.0

Verdict = Literal["well", "ping", "stalled", "gone", "silent"]

_WHAT = {
    "stalled": "the service took no audio",
    "gone": "the service answered no ping",
    "silent": "the service did not answer",
}


class Liveness:
    """Keeps account of what is due from the other side of one connection.

    Args:
        limit: Seconds that anything due may take.
        now: Seconds on the caller's clock.
    """

    def __init__(self, limit: float, now: float) -> None:
        # Plain, because they are written for every frame.
        self.writing_since: float | None = None
        self.due_since: float | None = None
        self._limit = limit
        self._pinged = now
        self._answered = True

    @property
    def tick(self) -> float:
        """How often to look, in seconds."""
        return min(1.0, self._limit / 4)

    def ping(self, now: float) -> None:
        """Note that a ping is sent, or could not be."""
        self._pinged = now
        self._answered = False

    def pong(self) -> None:
        """Note that the ping was answered."""
        self._answered = True

    def check(self, now: float) -> Verdict:
        """Return how things stand, and whether a ping is due."""
        if self.writing_since is not None and now - self.writing_since > self._limit:
            return "stalled"
        if self.due_since is not None and now - self.due_since > self._limit:
            return "silent"
        if not self._answered:
            return "gone" if now - self._pinged > self._limit else "well"
        due = min(PING_SECONDS, self._limit / 4)
        return "ping" if now - self._pinged >= due else "well"

    def error(self, verdict: Verdict) -> APITimeoutError:
        """Return the error for a verdict."""
        hint = "Raise it with timeout=Timeout(between=...)."
        what = f"{_WHAT[verdict]} within {self._limit:g} s"
        return APITimeoutError(what, timeout="between", hint=hint)
