"""The connection of a session with an agent: tokens, pings, a goodbye. Blocking and async."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from smallestai._sending import abort, cut, ping
from smallestai._sessions import links
from smallestai._sessions.latch import set_within
from smallestai._sockets import ConnectionClosed, connect, connect_async
from smallestai.atoms._realtime_link import AgentLink, worded
from smallestai.errors import APIError
from smallestai.protocol.agent import State
from smallestai.protocol.agent_events import Event

if TYPE_CHECKING:
    from smallestai_atoms.api.realtime import AsyncRealtime, Realtime

    from smallestai._sockets import AsyncClientConnection, ClientConnection
    from smallestai.atoms._realtime_settings import Wanted

GOODBYE = 2.0  # seconds the service has to answer a ``session.close``


class Link(AgentLink, links.Link[Event]):
    """The blocking one."""

    def __init__(self, wanted: Wanted, operations: Realtime) -> None:
        super().__init__(wanted)
        self._operations = operations

    def check(self, now: float) -> float:
        """Ping, and drop a connection that does not answer; return how long to wait until then."""
        socket, liveness = self._socket, self._liveness
        if socket is None:
            return liveness.tick
        if self._pong is not None and self._pong.is_set():
            liveness.pong()
        verdict = liveness.check(now)
        if verdict == "ping":
            liveness.ping(now)
            if self._turn.acquire(blocking=False):
                try:
                    self._pong = ping(socket)
                finally:
                    self._turn.release()
        elif verdict != "well":
            cut(socket)
        return liveness.tick

    def close(self) -> None:
        """Ask the service for the end, wait for it a little, and close the connection."""
        with self.lock:
            self.protocol.close()
            asked = self.protocol.state is State.CLOSING
        self.flush()
        if asked:
            self._gone.wait(GOODBYE)
        super().close()

    def _dial(self) -> ClientConnection:
        if self._wanted.mints:
            registered = self._operations.register_call(**self._registration())
            door = self._wanted.door(registered)
        else:
            door = self._wanted.door()
        self._door = door
        try:
            return connect(door.config, door.path, {})
        except APIError as error:
            raise worded(error) from error.__cause__


class AsyncLink(AgentLink, links.AsyncLink[Event]):
    """The async one."""

    def __init__(self, wanted: Wanted, operations: AsyncRealtime) -> None:
        super().__init__(wanted)
        self._operations = operations

    async def check(self, now: float) -> float:
        """Ping, and drop a connection that does not answer; see `Link.check`."""
        socket, liveness = self._socket, self._liveness
        if socket is None:
            return liveness.tick
        if self._pong is not None and self._pong.done():
            liveness.pong()
        verdict = liveness.check(now)
        if verdict == "ping":
            liveness.ping(now)
            with suppress(ConnectionClosed, TimeoutError):
                async with asyncio.timeout(self._limit):
                    self._pong = await socket.ping()
        elif verdict != "well":
            abort(socket)
        return liveness.tick

    async def close(self) -> None:
        """Ask the service for the end, wait for it a little, and close the connection."""
        self.protocol.close()
        asked = self.protocol.state is State.CLOSING
        await self.flush()
        if asked:
            await set_within(self._gone, GOODBYE)
        await super().close()

    async def _dial(self) -> AsyncClientConnection:
        if self._wanted.mints:
            registered = await self._operations.register_call(**self._registration())
            door = self._wanted.door(registered)
        else:
            door = self._wanted.door()
        self._door = door
        try:
            return await connect_async(door.config, door.path, {})
        except APIError as error:
            raise worded(error) from error.__cause__
