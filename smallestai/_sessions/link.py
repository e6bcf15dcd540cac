"""The connection of a session, as far as nothing is waited for: what both worlds share."""

from __future__ import annotations

import logging
import re
import socket
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

from smallestai._logging import redact
from smallestai._sockets import ConnectionClosed, close_of
from smallestai.errors import APITimeoutError, LocalProtocolError, SmallestError, StreamClosedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._backoff import Backoff
    from smallestai._config import Config
    from smallestai._tools import Tool

E = TypeVar("E")


_AUDIO = re.compile(r'"(audio|delta)": ?"[A-Za-z0-9+/=]{64,}"')
_SHOWN = 500


class Wanted(Protocol):
    """A session as it was asked for."""

    @property
    def config(self) -> Config:
        """The settings, with the timeouts of this session."""

    @property
    def tools(self) -> Mapping[str, Tool]:
        """The functions the other side may call."""

    @property
    def reconnects(self) -> int:
        """How many tries in a row may fail until a lost session is given up."""


class Core(Protocol[E]):
    """What decides: a protocol of `smallestai.protocol`, over one connection or several."""

    state: Any
    session_id: str | None
    output_rate: int

    @property
    def has_frames(self) -> bool:
        """Whether there is anything to write."""

    def frames_to_send(self) -> list[str]:
        """Return the messages to write now, in order."""

    def send_output(self, call_id: str, output: str, now: float) -> bool:
        """Hand over the result of a call; return whether it was sent."""

    def receive(self, frame: bytes | str, now: float) -> list[E]:
        """Take one message; return what happened."""

    def receive_close(self, code: int, reason: str) -> None:
        """Take the end of the connection; raise unless it is that of the session too."""

    def disconnected(self) -> list[E] | None:
        """Take the loss of the connection; return what happened."""

    def end(self) -> None:
        """End the session."""


class BaseLink(Generic[E]):
    """Whether to connect again, and when. What depends on the service is said by a subclass.

    Args:
        wanted: The session.
        backoffs: The pauses after each kind of loss.
    """

    log: ClassVar[logging.Logger]
    name: ClassVar[str]  # in the log
    beginning: ClassVar[frozenset[Any]]  # states before the session has begun
    ended: ClassVar[Any]  # the state after its end

    protocol: Core[E]  # set by a subclass
    closed: Any  # an event of either world

    def __init__(self, wanted: Wanted, backoffs: Mapping[str, Backoff]) -> None:
        self._config = wanted.config
        self._reconnects = wanted.reconnects
        self._limit = wanted.config.timeout.between
        self._backoffs = backoffs
        self._tries = 0
        self._began = 0.0  # when the session in force began
        self._lost_at = 0.0
        self._dropped = 0  # bytes, before the loss

    # -- of the service

    @property
    def _unsent(self) -> int:
        """Bytes of the user's audio that were dropped for want of a session."""
        raise NotImplementedError

    def _connected(self) -> None:
        """Tell the protocol of a new connection."""
        raise NotImplementedError

    def _loss(self, error: SmallestError) -> str | None:
        """Return which pauses follow an error; None where no other try is worth while."""
        raise NotImplementedError

    def _was_good(self, seconds: float) -> bool:
        """Whether the session that was lost after so long had worked."""
        raise NotImplementedError

    def _disconnected(self, error: SmallestError, pause: float) -> E:
        """Return the event for a loss."""
        raise NotImplementedError

    def _reconnected(self, seconds: float, dropped: int) -> E:
        """Return the event for another connection."""
        raise NotImplementedError

    def _explain(self, error: SmallestError) -> None:
        """Add what may help to an error before the session has begun."""

    def _stirs(self, _happened: list[E]) -> bool:
        """Whether time may ask for something else after this."""
        return False

    def _redacted(self, text: str) -> str:
        return redact(text, self._config.api_key)

    # -- of all

    @property
    def _is_live(self) -> bool:
        return self.protocol.state not in (*self.beginning, self.ended)

    def _pause(self, error: SmallestError, most: int) -> float:
        """Return how long to wait before the next try; raise where none is worth while."""
        loss = self._loss(error)
        if loss is None or self._tries >= most:
            raise error
        pause = self._backoffs[loss].next()
        if isinstance(wish := getattr(error, "retry_after", None), float):
            pause = max(pause, wish)
        self._tries += 1
        reason = self._redacted(str(error))
        self.log.info("%s: try %d in %.1f s: %s", self.name, self._tries, pause, reason)
        return pause

    def _failure(self, error: ConnectionClosed) -> StreamClosedError | None:
        """Take the end of the connection; None where it is that of the session too."""
        if self.closed.is_set():
            return None
        try:
            self.protocol.receive_close(*close_of(error))
        except StreamClosedError as failure:
            return failure
        return None

    def _check_open(self) -> None:
        if self.closed.is_set():
            raise closed_error()

    def _begin_count(self) -> None:
        """Take that all is well: tries and pauses begin anew."""
        self._tries = 0
        for backoff in self._backoffs.values():
            backoff.reset()

    def _lose(self) -> list[E]:
        """Take the loss of a session; a good one makes the pauses begin anew."""
        self._lost_at = monotonic()
        self._dropped = self._unsent
        if self._was_good(self._lost_at - self._began):
            self._begin_count()
        return self.protocol.disconnected() or []

    def _waiting(self, error: SmallestError) -> tuple[E, float]:
        """Return the event for a loss, and the pause after it; raise at the last one."""
        pause = self._pause(error, self._reconnects)
        return self._disconnected(error, pause), pause

    def _resumed(self) -> E:
        return self._reconnected(monotonic() - self._lost_at, self._unsent - self._dropped)

    def _late(self) -> APITimeoutError:
        return APITimeoutError(
            f"the session did not begin within {self._config.timeout.first:g} s",
            timeout="first",
            hint="Raise it with timeout=Timeout(first=...).",
        )

    def _note(self, direction: str, frame: bytes | str) -> None:
        if self.log.isEnabledFor(logging.DEBUG):
            text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
            text = _AUDIO.sub(r'"\1":"..."', text)[:_SHOWN]
            self.log.debug("%s %d: %s", direction, len(frame), self._redacted(text))


def give_up_after(connection: Any, seconds: float) -> None:
    """Let the kernel close a connection whose peer acknowledges nothing, where it can.

    Without, audio would go on being written for minutes into a network that is gone.
    """
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None:
        with suppress(OSError, AttributeError):  # a transport without a socket
            connection.setsockopt(socket.IPPROTO_TCP, option, int(seconds * 1000))


def closed_error() -> LocalProtocolError:
    """Return the error for whoever uses a session after its end."""
    return LocalProtocolError("the session is closed: make another one")
