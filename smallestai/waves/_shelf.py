"""Sockets that are kept idle: what they were opened with, and how long they are good for."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from smallestai._config import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smallestai._config import Config

# The service closes a socket after 60 idle seconds; one that is nearly there is not used any more.
_FRESH_SECONDS = 45.0
_MOST_IDLE = 8


class Wanted(NamedTuple):
    """What a socket is opened with; those that were opened alike can stand in for each other."""

    config: Config
    headers: Mapping[str, str]

    @property
    def key(self) -> str:
        """What makes sockets alike: where they lead, and all that their handshakes say."""
        config = self.config
        told = *config.headers.items(), *self.headers.items()
        return digest(config.base_url, config.api_key, *told)


class Idle(NamedTuple):
    """A socket that is kept: what it was opened with, and since when nothing was sent on it."""

    key: str
    socket: Any
    since: float

    @property
    def is_fresh(self) -> bool:
        """Whether the service keeps it open for a while yet."""
        return self.since > monotonic() - _FRESH_SECONDS

    def serves(self, wanted: Wanted) -> bool:
        """Whether it is what an utterance wants."""
        return self.is_fresh and self.key == wanted.key

    def renewed(self) -> Idle:
        """Return it with something just sent on it."""
        return self._replace(since=monotonic())


def idle(wanted: Wanted, socket: Any) -> Idle:
    """Return a socket as one that is idle from now on."""
    return Idle(wanted.key, socket, monotonic())


class Shelf:
    """The idle sockets of a pool, the oldest first; the newest are used first."""

    def __init__(self) -> None:
        self._idle: list[Idle] = []

    def put(self, kept: Idle) -> list[Any]:
        """Keep a socket; return those that are not kept any more."""
        self._idle.append(kept)
        return self._stale()

    def take(self, key: str) -> tuple[Any | None, list[Any]]:
        """Return a socket that may still be good, and those that are not kept any more."""
        stale = self._stale()
        for at in range(len(self._idle) - 1, -1, -1):
            if self._idle[at].key == key:
                return self._idle.pop(at).socket, stale
        return None, stale

    def clear(self) -> list[Any]:
        """Return all sockets and forget them."""
        kept, self._idle = self._idle, []
        return [each.socket for each in kept]

    def _stale(self) -> list[Any]:
        stale = []
        while self._idle and (len(self._idle) > _MOST_IDLE or not self._idle[0].is_fresh):
            stale.append(self._idle.pop(0).socket)
        return stale
