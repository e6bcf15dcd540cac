"""The connection of a speech-to-speech session. Blocking and async, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smallestai._sending import abort, cut
from smallestai._sessions import links
from smallestai._sockets import connect, connect_async
from smallestai.protocol.hydra_events import Event
from smallestai.waves._hydra_link import HydraLink

if TYPE_CHECKING:
    from smallestai._sockets import AsyncClientConnection, ClientConnection


class Link(HydraLink, links.Link[Event]):
    """The blocking one."""

    def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        with self.lock:
            pause, stuck = self._advance(now)
        if stuck and self._socket is not None:
            cut(self._socket)
        self.flush()
        return pause

    def _dial(self) -> ClientConnection:
        return connect(self._config, self._path, {})


class AsyncLink(HydraLink, links.AsyncLink[Event]):
    """The async one."""

    async def check(self, now: float) -> float:
        """Do what time asks for; return how long to wait until it asks again."""
        pause, stuck = self._advance(now)
        if stuck and self._socket is not None:
            abort(self._socket)
        await self.flush()
        return pause

    async def _dial(self) -> AsyncClientConnection:
        return await connect_async(self._config, self._path, {})
