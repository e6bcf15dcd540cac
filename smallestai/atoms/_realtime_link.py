"""The connection of a session with an agent, as far as nothing is waited for."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._logging import redact
from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import (
    APIError,
    APITimeoutError,
    SmallestError,
    StreamClosedError,
    StreamError,
    api_error,
)
from smallestai.protocol.agent import AgentProtocol
from smallestai.protocol.agent_events import Disconnected, Reconnected
from smallestai.protocol.agent_losses import GOOD, PAUSES, is_passing
from smallestai.protocol.transcription_liveness import Liveness
from smallestai.waves._hydra_link import closed_error

if TYPE_CHECKING:
    from smallestai.atoms._realtime_settings import Door, Wanted

log = logging.getLogger("smallestai.atoms")

_AUDIO = re.compile(r'"audio": ?"[A-Za-z0-9+/=]{64,}"')
_SHOWN = 500
_NO_SOCKET = "Invalid agent id"  # the answer to whoever asks without a WebSocket handshake


class BaseLink:
    """What both worlds share: everything that does not wait."""

    closed: Any  # an event of either world

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.protocol = AgentProtocol(wanted.declared)
        self._limit = wanted.config.timeout.between
        self._liveness = Liveness(self._limit, monotonic())
        self._backoff = Backoff(*PAUSES)
        self._tries = 0
        self._began = 0.0  # when the session in force began
        self._lost_at = 0.0
        self._dropped = 0

    @property
    def tick(self) -> float:
        """How often to look after the connection, in seconds."""
        return self._liveness.tick

    def _registration(self) -> dict[str, Any]:
        # The pauses are this link's own.
        options = {"timeout": self.wanted.config.timeout, "max_retries": 0}
        return {**self.wanted.registration, "request_options": options}

    def _pause(self, error: SmallestError, most: int) -> float:
        """Return how long to wait before the next try; raise where none is worth while."""
        if self.wanted.token is not None or self._tries >= most or not is_passing(error):
            raise error
        pause = self._backoff.next()
        if isinstance(wish := getattr(error, "retry_after", None), float):
            pause = max(pause, wish)
        self._tries += 1
        log.info("agent: try %d in %.1f s: %s", self._tries, pause, self._redacted(str(error)))
        return pause

    def _connected(self, door: Door) -> None:
        self._check_open()
        self.protocol.connected(door.input_format)
        self._liveness = Liveness(self._limit, monotonic())

    def _failure(self, error: ConnectionClosed) -> StreamClosedError | None:
        """Take the end of the connection; None where it is that of the session too."""
        try:
            self.protocol.receive_close(*close_of(error))
        except StreamClosedError as failure:
            return failure
        return None

    def _check_open(self) -> None:
        if self.closed.is_set():
            raise closed_error()

    def _note_loss(self, now: float) -> None:
        """Take the loss of a session; a good one makes the pauses begin anew."""
        self._lost_at = now
        self._dropped = self.protocol.dropped
        if now - self._began >= GOOD:
            self._begin_count()

    def _begin_count(self) -> None:
        """Take that all is well: tries and pauses begin anew."""
        self._tries = 0
        self._backoff.reset()

    def _disconnected(self, error: SmallestError, pause: float) -> Disconnected:
        return Disconnected(
            reason=self._redacted(error.message),
            close_code=error.close_code if isinstance(error, StreamClosedError) else None,
            code=error.code if isinstance(error, StreamError | APIError) else None,
            pause=pause,
            tries=self._tries - 1,
        )

    def _reconnected(self) -> Reconnected:
        return Reconnected(
            call_id=self.protocol.call_id,
            seconds=monotonic() - self._lost_at,
            dropped=self.protocol.dropped - self._dropped,
        )

    def _late(self) -> APITimeoutError:
        return APITimeoutError(
            f"the session did not begin within {self.wanted.config.timeout.first:g} s",
            timeout="first",
            hint="Raise it with timeout=Timeout(first=...).",
        )

    def _redacted(self, text: str) -> str:
        return redact(text, self.wanted.config.api_key, self.wanted.token or "")

    def _log(self, direction: str, frame: bytes | str) -> None:
        if log.isEnabledFor(logging.DEBUG):
            text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
            text = _AUDIO.sub('"audio":"..."', text)[:_SHOWN]
            log.debug("%s %d: %s", direction, len(frame), self._redacted(text))


def worded(error: APIError) -> APIError:
    """Return a refusal of the handshake in the words of the service.

    It puts them into the status line where there is no body.
    """
    response = getattr(error.__cause__, "response", None)
    said = redact(getattr(response, "reason_phrase", "") or "")
    if not error.body and said and said != _phrase(error.status):
        error = api_error(error.status, error.headers, said.encode())
    if _NO_SOCKET in error.message:
        error.hint = "The WebSocket handshake did not arrive as one: is there a proxy in between?"
    return error


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
