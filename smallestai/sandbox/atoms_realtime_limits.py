"""How long a call on the agent socket may last, and how long its user may be silent."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .settings import Settings

_IDLE = {"webcall": "webcallTimeoutTimeInSecs", "chat": "chatTimeoutTimeInSecs"}


class Limits:
    """Knows when a call has lasted long enough; times are those of the loop's clock.

    Args:
        settings: The longest time of all calls, and how fast time runs.
        agent: The body of the agent's record, which may have shorter times.
        mode: `webcall` or `chat`.
        now: When the call begins.
    """

    def __init__(self, settings: Settings, agent: Mapping[str, Any], mode: str, now: float) -> None:
        own = agent["sessionTimeoutConfig"].get("timeoutTimeInSecs", math.inf)
        idle = agent.get("llmIdleTimeoutConfig", {})
        self._ends_at = now + float(min(settings.agent_call_seconds, own)) * settings.time_scale
        self._idle = float(idle.get(_IDLE[mode], math.inf)) * settings.time_scale
        self._retries = idle.get("maxRetries", 0)
        self._left = self._retries
        self._active_at = now

    @property
    def due(self) -> float:
        """When `passed` is to be asked next."""
        return min(self._ends_at, self._active_at + self._idle)

    def touch(self, now: float) -> None:
        """Note that the user is there."""
        self._active_at = now
        self._left = self._retries

    def passed(self, now: float, *, busy: bool) -> Literal["end", "remind"] | None:
        """Return what has come due: the end, a word to the silent user, or nothing.

        Args:
            now: The time.
            busy: Whether the agent is speaking, for which nobody is silent.
        """
        if now >= self._ends_at:
            return "end"
        if now < self._active_at + self._idle:
            return None
        if not busy and not self._left:
            return "end"
        self._active_at = now
        if busy:
            return None
        self._left -= 1
        return "remind"
