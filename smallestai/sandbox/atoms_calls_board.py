"""The calls that are under way in a server: who follows them, and what is done beside requests."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from anyio import NoEventLoopError, from_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Mapping

    from .state import State

Event = dict[str, Any]


class Follower:
    """Waits for what happens in one call."""

    def __init__(self) -> None:
        self._news: asyncio.Queue[Event | None] = asyncio.Queue()

    def tell(self, event: Event | None) -> None:
        """Hand over an event; None says that the call's record has changed."""
        self._news.put_nowait(event)

    async def next(self, seconds: float | None = None) -> Event | None:
        """Return the next event; None when the record has changed or the seconds are over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                return await self._news.get()
        return None


class Board:
    """Brings together the calls of one server and those who follow them; lives on its loop.

    Attributes:
        lines: Held, by any thread, while the lines are given to calls.
    """

    def __init__(self) -> None:
        self.lines = Lock()
        self._followers: dict[str, set[Follower]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @contextmanager
    def follow(self, call_id: str) -> Iterator[Follower]:
        """Give what follows a call, from now on."""
        follower = Follower()
        self._followers.setdefault(call_id, set()).add(follower)
        try:
            yield follower
        finally:
            self._followers[call_id].discard(follower)
            if not self._followers[call_id]:
                del self._followers[call_id]

    def publish(self, call_id: str, event: Event | None) -> None:
        """Tell all followers of a call; None says that its record has changed."""
        for follower in self._followers.get(call_id, ()):
            follower.tell(event)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done; it is cancelled when the server stops."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


_boards: WeakKeyDictionary[State, Board] = WeakKeyDictionary()


def board_of(state: State) -> Board:
    """Return the board of a server."""
    return _boards.setdefault(state, Board())


def on_loop(work: Callable[[], None]) -> None:
    """Do something on the server's loop, from there or from the thread of a handler."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        with suppress(NoEventLoopError):  # no server: records are read and written without one
            from_thread.run_sync(work)
    else:
        work()


def host_of(headers: Mapping[str, str]) -> str:
    """Return how a client has reached the server, for the addresses that it is given."""
    return headers.get("host", "127.0.0.1")
