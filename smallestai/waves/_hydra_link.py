"""The connection of a speech-to-speech session, as far as nothing is waited for."""

from __future__ import annotations

import logging
import re
import socket
from contextlib import suppress
from time import monotonic
from typing import Any

from smallestai._backoff import Backoff
from smallestai._logging import redact
from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import APITimeoutError, LocalProtocolError, SmallestError, StreamClosedError
from smallestai.protocol.hydra import HydraProtocol, State
from smallestai.protocol.hydra_events import Disconnected, Reconnected
from smallestai.protocol.hydra_losses import GOOD, PAUSES, loss_of
from smallestai.waves._hydra_settings import PATH, VOICES, Wanted

log = logging.getLogger("smallestai.waves")

_AUDIO = re.compile(r'"(audio|delta)": ?"[A-Za-z0-9+/=]{64,}"')
_SHOWN = 500
BEGINNING = {State.GREETING, State.CONFIGURING}
TICK = 1.0  # seconds between looks at the clock while nothing is due


class BaseLink:
    """What both worlds share: everything that does not wait."""

    closed: Any  # an event of either world

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.protocol = HydraProtocol(wanted.settings, wanted.deadline)
        self._backoffs = {loss: Backoff(*pauses, jitter=0.5) for loss, pauses in PAUSES.items()}
        self._tries = 0
        self._began = 0.0  # when the session in force was configured
        self._lost_at = 0.0

    def _pause(self, error: SmallestError, most: int) -> float:
        """Return how long to wait before the next try; raise where none is worth while."""
        loss = loss_of(error)
        if loss == "final" or self._tries >= most:
            raise error
        pause = self._backoffs[loss].next()
        if isinstance(wish := getattr(error, "retry_after", None), float):
            pause = max(pause, wish)
        self._tries += 1
        key = self.wanted.config.api_key
        log.info("%s: try %d in %.1f s: %s", PATH, self._tries, pause, redact(str(error), key))
        return pause

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

    def _disconnected(self, error: SmallestError, pause: float) -> Disconnected:
        return Disconnected(
            reason=redact(error.message, self.wanted.config.api_key),
            close_code=error.close_code if isinstance(error, StreamClosedError) else None,
            pause=pause,
            tries=self._tries - 1,
        )

    def _note_loss(self, now: float) -> None:
        """Take the loss of a session; a good one makes the pauses begin anew."""
        self._lost_at = now
        self._dropped = self.protocol.held_dropped
        if self.protocol.has_replied or now - self._began >= GOOD:
            self._tries = 0
            for backoff in self._backoffs.values():
                backoff.reset()

    def _reconnected(self) -> Reconnected:
        return Reconnected(
            session_id=self.protocol.session_id,
            seconds=monotonic() - self._lost_at,
            dropped=self.protocol.held_dropped - self._dropped,
        )

    def _explain(self, error: SmallestError) -> None:
        """Say which voices there are, where the voice was refused; and whether to try again."""
        error.retryable = loss_of(error) != "final"
        if "voice" in str(getattr(error, "body", "")):
            names = ", ".join(VOICES[self.wanted.model])
            error.hint = f"Voices of {self.wanted.model}: {names}."

    def _late(self, seconds: float) -> APITimeoutError:
        return APITimeoutError(
            f"the session did not begin within {seconds:g} s",
            timeout="first",
            hint="Raise it with timeout=Timeout(first=...).",
        )

    def _is_stuck(self, now: float) -> bool:
        """Whether a reply has stopped coming."""
        return self.protocol.silence(now) > self.wanted.config.timeout.between

    def _log(self, direction: str, frame: bytes | str) -> None:
        if log.isEnabledFor(logging.DEBUG):
            text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
            text = _AUDIO.sub(r'"\1":"..."', text)[:_SHOWN]
            size = len(frame)
            log.debug("%s %d: %s", direction, size, redact(text, self.wanted.config.api_key))


def give_up_after(connection: Any, seconds: float) -> None:
    """Let the kernel close a connection whose peer acknowledges nothing, where it can.

    Without, audio would go on being written for minutes into a network that is gone.
    """
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None:
        with suppress(OSError, AttributeError):  # a transport without a socket
            connection.setsockopt(socket.IPPROTO_TCP, option, int(seconds * 1000))


def closed_error() -> LocalProtocolError:
    return LocalProtocolError("the session is closed: make another one")
