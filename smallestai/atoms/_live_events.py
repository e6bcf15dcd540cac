"""Following a call, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._config import Timeout, check_retries
from smallestai._logging import logger
from smallestai.errors import (
    ArgumentError,
    LocalProtocolError,
    RemoteProtocolError,
    SmallestError,
    StreamClosedError,
)
from smallestai.protocol.live_events import LiveEvent, StreamResumed
from smallestai.protocol.live_events_stream import PAUSES, LiveEventReader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._config import Config

# Nobody speaks all the time: silence is looked into less often than in a stream of speech.
_QUIET = 60.0


class FollowedCall:
    """What both worlds share: everything that does not wait."""

    def __init__(
        self,
        config: Config,
        call_id: str,
        reconnects: int,
        timeout: Timeout | float | None,
    ) -> None:
        self.call_id = _checked(call_id)
        self._most = check_retries(reconnects, "reconnects")
        self._limits = _limits(config, timeout)
        self._reader = LiveEventReader()
        self._ready: deque[LiveEvent] = deque()
        self._backoff = Backoff(*PAUSES)
        self._tries = 0
        self._connection = False
        self._lost_at: float | None = None  # None until the first connection is lost
        self._closed = False  # by the caller, or by a failure
        self._over = False  # nothing more will come

    def __repr__(self) -> str:
        state = "over" if self._over else "closed" if self._closed else "open"
        return f"<{type(self).__name__} {self.call_id} {state}>"

    def _request(self) -> dict[str, Any]:
        from smallestai_atoms.api.live_transcripts import subscribe_to_live_events

        request = subscribe_to_live_events._get_kwargs(call_id=self.call_id)
        return {**request, "headers": {**request.get("headers", {}), "Accept": "text/event-stream"}}

    def _options(self) -> dict[str, Any]:
        """Return the options of the next attempt; a reconnect keeps to pauses of its own."""
        options: dict[str, Any] = {"timeout": self._limits}
        return options if self._lost_at is None else {**options, "max_retries": 0}

    def _connected(self, headers: Mapping[str, str]) -> None:
        kind = headers.get("content-type", "")
        if not kind.startswith("text/event-stream"):
            raise RemoteProtocolError(f"the answer is {kind or 'nothing'}, not an event stream")
        self._reader.connected()
        self._connection = True
        if self._lost_at is not None:
            gap = monotonic() - self._lost_at
            resumed = StreamResumed(type="stream_resumed", call_id=self.call_id, seconds=gap)
            self._ready.append(resumed)

    def _pause(self, error: SmallestError | None) -> float | None:
        """Take the end of a connection.

        Returns:
            How long to wait before the next; None where this is the end.

        Raises:
            SmallestError: None is worth while.
        """
        step = self._reader.after(error)
        if step == "end":
            return None
        if self._reader.is_moving:
            self._tries = 0
            self._backoff.reset()
        error = error or StreamClosedError()
        if step == "raise" or (step == "pause" and self._tries >= self._most):
            raise error
        if self._connection:
            self._connection, self._lost_at = False, monotonic()
        self._reader.is_moving = False
        if step == "at once":
            return 0.0
        self._tries += 1
        pause = max(self._backoff.next(), getattr(error, "retry_after", None) or 0.0)
        logger.info("%s: try %d in %.1f s: %s", self.call_id, self._tries, pause, error)
        return pause

    def _check_open(self) -> None:
        if self._closed:
            raise LocalProtocolError("the stream is closed: ask for another one")


def _checked(call_id: str) -> str:
    if not isinstance(call_id, str) or not call_id.strip():
        raise ArgumentError("call_id", call_id, "must be the id of a call, such as CALL-...")
    return call_id


def _limits(config: Config, timeout: Timeout | float | None) -> Timeout:
    if timeout is not None:
        return Timeout.of(timeout)
    return replace(config.timeout, between=max(config.timeout.between, _QUIET))
