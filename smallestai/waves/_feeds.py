"""The source of a text that is still being written, read while its audio comes. Blocking and async.

What reads the source and what waits for audio run side by side: a thread or a task reads, whoever
iterates the stream waits. A thread that a source blocks for ever cannot be ended: it is a daemon,
which asks for nothing more once the stream is closed.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterable
from contextlib import aclosing, suppress
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai.waves._narrator import PING_SECONDS, Narrator

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable

    from smallestai._config import Config
    from smallestai.waves._narrator import Script

_THREAD = "smallestai-feed"
_END = object()


class Feed(Narrator):
    """The blocking half: a thread reads the source and asks for pieces.

    Everything shared with the reader is touched under one lock. It is held while pieces are sent,
    which are short, but never while waiting for the source or for an answer.
    """

    def __init__(self, config: Config, source: Iterable[Any], script: Script) -> None:
        super().__init__(config, script)
        self._source = source
        self._changed = threading.Condition()

    def _start_feed(self) -> None:
        threading.Thread(target=self._feed, name=_THREAD, daemon=True).start()

    def _write(self) -> None:
        """Ask for the pieces that may be asked for now; called under the lock."""

    def _ping(self) -> None:
        """Keep the connection alive; called under the lock."""

    def _feed(self) -> None:
        fault: BaseException | None = None
        try:
            for item in self._source:
                if not self._put(item):
                    return
        except BaseException as error:
            fault = error
        with self._changed:
            if not self._stopped:
                self._end_source(fault)
                self._write()
            self._changed.notify_all()

    def _put(self, item: Any) -> bool:
        """Take an item; wait while enough is asked for. False when nothing more is wanted."""
        with self._changed:
            if not self._stopped:
                self._take_item(item)
                self._write()
                self._changed.notify_all()
            while self.narration.is_full and not self._stopped:
                self._changed.wait()
            return not self._stopped

    def _has_turn(self) -> bool:
        """Wait until a piece is to be spoken; False at the end."""
        with self._changed:
            if self._waits_for_source:
                self._await_source()
            return not (self._stopped or self.narration.is_done)

    def _await_source(self) -> None:
        """Wait until there is something to speak, or the end; called under the lock."""
        ping_at = monotonic() + PING_SECONDS
        while self._waits_for_source:
            self._changed.wait(max(0.0, min(ping_at, self._due()) - monotonic()))
            if monotonic() >= ping_at:
                self._ping()
                ping_at = monotonic() + PING_SECONDS
            if self._waits_for_source:
                self._speak_up()
                self._write()

    def _pause(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped, seconds)


class AsyncFeed(Narrator):
    """The async half: a task reads the source and asks for pieces."""

    def __init__(
        self, config: Config, source: AsyncIterable[Any] | Iterable[Any], script: Script
    ) -> None:
        super().__init__(config, script)
        self._source = source
        self._changed = asyncio.Event()
        self._feeder: asyncio.Task[None] | None = None

    def _start_feed(self) -> None:
        self._feeder = asyncio.create_task(self._feed())

    async def _stop_feed(self) -> None:
        self._changed.set()
        feeder = self._feeder
        if feeder is not None and feeder is not asyncio.current_task():
            feeder.cancel()
            await asyncio.wait([feeder])

    def _abandon_feed(self, stop: Callable[[], object] | None = None) -> None:
        """Stop without waiting, from any thread; does nothing once the loop is closed.

        Args:
            stop: Called on the loop; by default the reading of the source is cancelled.
        """
        self._stopped = True
        if self._feeder is not None:
            with suppress(RuntimeError):
                self._feeder.get_loop().call_soon_threadsafe(stop or self._feeder.cancel)

    async def _write(self) -> None:
        """Ask for the pieces that may be asked for now."""

    async def _ping(self) -> None:
        """Keep the connection alive."""

    async def _feed(self) -> None:
        fault: BaseException | None = None
        try:
            async with aclosing(items(self._source)) as given:
                async for item in given:
                    if self._stopped:  # by the source itself
                        return
                    self._take_item(item)
                    await self._written()
                    while self.narration.is_full:
                        await self._change()
        except asyncio.CancelledError as error:
            if self._stopped:
                raise
            fault = error
        except BaseException as error:
            fault = error
        self._end_source(fault)
        await self._written()

    async def _written(self) -> None:
        await self._write()
        self._changed.set()

    async def _change(self) -> None:
        self._changed.clear()
        await self._changed.wait()

    async def _has_turn(self) -> bool:
        """Wait until a piece is to be spoken; False at the end."""
        if self._waits_for_source:
            await self._await_source()
        return not (self._stopped or self.narration.is_done)

    async def _await_source(self) -> None:
        """Wait until there is something to speak, or the end."""
        ping_at = monotonic() + PING_SECONDS
        while self._waits_for_source:
            with suppress(TimeoutError):
                async with asyncio.timeout(min(ping_at, self._due()) - monotonic()):
                    await self._change()
            if monotonic() >= ping_at:
                await self._ping()
                ping_at = monotonic() + PING_SECONDS
            if self._waits_for_source:
                self._speak_up()
                await self._write()

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not self._stopped:
                    await self._change()


async def items(source: AsyncIterable[Any] | Iterable[Any]) -> AsyncGenerator[Any, None]:
    """Iterate a source; one that may block does so in a thread of its own, an item at a time.

    Not in the loop's own threads: a few sources that stall would hold up everything else there,
    and the end of the loop.
    """
    if isinstance(source, AsyncIterable):
        async for item in source:
            yield item
        return
    loop, arrived, wanted = asyncio.get_running_loop(), asyncio.Queue[Any](), SimpleQueue[bool]()

    def tell(item: Any, fault: BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(arrived.put_nowait, (item, fault))

    threading.Thread(target=_pull, args=(source, wanted, tell), name=_THREAD, daemon=True).start()
    try:
        while (news := await arrived.get())[0] is not _END:
            yield news[0]
            wanted.put(True)
    finally:
        wanted.put(False)
    if news[1] is not None:
        raise news[1]


def _pull(
    source: Iterable[Any],
    wanted: SimpleQueue[bool],
    tell: Callable[[Any, BaseException | None], None],
) -> None:
    """Tell of each item, of the next one when it is wanted, and of the end."""
    fault: BaseException | None = None
    try:
        for item in source:
            tell(item, None)
            if not wanted.get():
                return
    except BaseException as error:
        fault = error
    tell(_END, fault)
