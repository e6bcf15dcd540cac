"""The connection of a session with an agent, as far as nothing is waited for."""

from __future__ import annotations

import logging
from dataclasses import replace
from http import HTTPStatus
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai._backoff import Backoff
from smallestai._logging import redact
from smallestai._sessions.link import BaseLink
from smallestai.errors import APIError, SmallestError, StreamClosedError, StreamError, api_error
from smallestai.protocol.agent import AgentProtocol, State
from smallestai.protocol.agent_audio import FORMAT
from smallestai.protocol.agent_events import Disconnected, Event, Reconnected
from smallestai.protocol.agent_losses import GOOD, PAUSES, is_passing
from smallestai.protocol.liveness import Liveness

if TYPE_CHECKING:
    from smallestai.atoms._realtime_settings import Door, Wanted

_NO_SOCKET = "Invalid agent id"  # the answer to whoever asks without a WebSocket handshake


class AgentLink(BaseLink[Event]):
    """What is known of this service; either world waits in a subclass of its own."""

    log = logging.getLogger("smallestai.atoms")
    name = "agent"
    beginning = frozenset({State.GREETING})
    ended = State.ENDED
    protocol: AgentProtocol

    def __init__(self, wanted: Wanted) -> None:
        self.protocol = AgentProtocol(wanted.declared)
        super().__init__(wanted, {"broken": Backoff(*PAUSES)})
        self._wanted = replace(wanted, tools={})  # those may hold the session, and threads us
        self._door: Door | None = None
        self._liveness = Liveness(self._limit, monotonic())
        self._pong: Any = None  # is set, or done, once the last ping has been answered

    @property
    def _unsent(self) -> int:
        return self.protocol.dropped

    def _registration(self) -> dict[str, Any]:
        # The pauses are this link's own.
        options = {"timeout": self._config.timeout, "max_retries": 0}
        return {**self._wanted.registration, "request_options": options}

    def _connected(self) -> None:
        self.protocol.connected(self._door.input_format if self._door else FORMAT)
        self._liveness = Liveness(self._limit, monotonic())
        self._pong = None

    def _loss(self, error: SmallestError) -> str | None:
        return "broken" if self._wanted.token is None and is_passing(error) else None

    def _was_good(self, seconds: float) -> bool:
        return seconds >= GOOD

    def _disconnected(self, error: SmallestError, pause: float) -> Disconnected:
        return Disconnected(
            reason=self._redacted(error.message),
            close_code=error.close_code if isinstance(error, StreamClosedError) else None,
            code=error.code if isinstance(error, StreamError | APIError) else None,
            pause=pause,
            tries=self._tries - 1,
        )

    def _reconnected(self, seconds: float, dropped: int) -> Reconnected:
        return Reconnected(call_id=self.protocol.call_id, seconds=seconds, dropped=dropped)

    def _redacted(self, text: str) -> str:
        return redact(text, self._config.api_key, self._wanted.token or "")


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
