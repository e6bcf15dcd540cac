"""The text that `TextToAudioStream` speaks, read in a thread.

An async source has an event loop of its own there: programs of old block in it, and what is spoken
must not wait for them.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from smallestai.waves.exceptions import ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

END = object()
_AHEAD = 64


class Reader:
    """Reads a source, a few items ahead of whoever takes them on the running loop.

    A source that blocks for ever cannot be ended: its thread is a daemon, and asks for nothing
    more once the reader is stopped.

    Args:
        source: Text, async or not.

    Raises:
        ValidationError: It cannot be iterated.
    """

    def __init__(self, source: AsyncIterable[Any] | Iterable[Any]) -> None:
        if not isinstance(source, AsyncIterable | Iterable):
            raise ValidationError(f"llm_output is a {type(source).__name__}, no iterable of text")
        self._source = source
        self._home = asyncio.get_running_loop()
        self._arrived: asyncio.Queue[tuple[Any, BaseException | None]] = asyncio.Queue()
        self._room = threading.Semaphore(_AHEAD)
        self._cancel: Callable[[], object] | None = None
        self._stopped = False
        threading.Thread(target=self._read, name="smallestai-source", daemon=True).start()

    async def get(self) -> tuple[Any, BaseException | None]:
        """Return the next item; at the end `END` and what the source raised, if it did."""
        news = await self._arrived.get()
        self._room.release()
        return news

    def stop(self) -> None:
        """Read no more."""
        self._stopped = True
        self._room.release()
        if self._cancel is not None:
            with suppress(RuntimeError):  # its loop is closed
                self._cancel()

    def _read(self) -> None:
        fault: BaseException | None = None
        try:
            if isinstance(self._source, AsyncIterable):
                asyncio.run(self._pump(self._source))
            else:
                for item in self._source:
                    self._room.acquire()
                    if self._stopped:
                        break
                    self._tell(item, None)
        except BaseException as error:
            fault = error
        self._tell(END, fault)

    async def _pump(self, source: AsyncIterable[Any]) -> None:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None  # noqa: S101
        self._cancel = lambda: loop.call_soon_threadsafe(task.cancel)
        async for item in source:
            if not self._room.acquire(blocking=False):
                await asyncio.to_thread(self._room.acquire)
            if self._stopped:
                return
            self._tell(item, None)

    def _tell(self, item: Any, fault: BaseException | None) -> None:
        with suppress(RuntimeError):  # whoever listened is gone
            self._home.call_soon_threadsafe(self._arrived.put_nowait, (item, fault))
