"""A conversation while it goes on: what listens and what answers, beside whoever iterates.

Two threads or tasks, which hold this and not the conversation that the caller holds. Blocking and
async, side by side.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread, current_thread
from typing import TYPE_CHECKING, Any

from smallestai._sessions.functions import start_thread
from smallestai.waves._converse_answers import Answering, AsyncAnswering
from smallestai.waves._converse_options import ConverseOptions, blocks_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai.waves._converse import Turn
    from smallestai.waves.namespaces import AsyncWaves, Waves

_END: Any = None  # behind the last turn, and the last event


class Talk(Answering):
    """The blocking one: threads."""

    def __init__(self, waves: Waves, source: Any, options: ConverseOptions) -> None:
        super().__init__(waves, source, options)
        self._stream = waves.stt.stream(**self._plan.listen)
        waves.chat.create("?", stream=True, **self._plan.chat)  # checks them, and sends nothing
        waves.tts.speak([], **self._plan.speech)
        self._turns: SimpleQueue[Turn] = SimpleQueue()
        self._threads: list[Thread] = []

    def next(self) -> Any:
        """Wait for the next event; None at the end. Raises what failed, once."""
        event = self._news.get()
        if event is _END:
            self._news.put(_END)
            self._raise_failure()
        return event

    def open(self) -> None:
        """Begin to listen."""
        self._begin()
        try:
            self._stream.open()
            self._stream.feed(self._blocks())
        except BaseException:
            self.close()
            raise
        for work in (self._listen, self._reply):
            thread = Thread(target=work, name="smallestai-converse", daemon=True)
            thread.start()
            self._threads.append(thread)  # behind its start: who closes this meanwhile joins it

    def close(self) -> None:
        """Fall silent and hang up."""
        if self._closed:
            return
        self._closed = True
        self._hang_up()
        for thread in self._threads:
            if thread is not current_thread():
                thread.join()
        self._news.put(_END)

    def abandon(self) -> None:
        """Close it beside the caller, who may be anywhere and must not wait."""
        start_thread("smallestai-converse", self.close)

    def _blocks(self) -> Iterable[bytes]:
        if self._plan.path is not None:
            return blocks_of(self._plan.path, self._plan.rate)
        if self._source is None:
            self._microphone = self._stream.microphone()
        blocks: Iterable[bytes] = self._microphone or self._source
        return blocks

    def _hang_up(self) -> None:
        if self._microphone is not None:
            self._microphone.close()
        self._stream.close(wait=False)
        with self._changed:
            self._dialogue.end()
            turn = self._dialogue.turn
            streams = [] if turn is None else list(turn.streams)
            self._changed.notify_all()
        for stream in streams:
            stream.close()

    def _listen(self) -> None:
        try:
            for event in self._stream:
                with self._changed:
                    before = self._dialogue.turn
                    turn = self._dialogue.take(event)
                    cut = self._to_cut(before)
                    self._changed.notify_all()
                for stream in cut:
                    stream.close()
                self._news.put(event)
                if turn is not None:
                    self._turns.put(turn)
        except BaseException as error:
            self._failed(error)
        with self._changed:
            self._dialogue.end()
            self._changed.notify_all()
        self._turns.put(_END)

    def _reply(self) -> None:
        try:
            while (turn := self._turns.get()) is not _END and not self._closed:
                self._answer(turn)
        except BaseException as error:
            self._failed(error)
            self._hang_up()
        self._news.put(_END)


class AsyncTalk(AsyncAnswering):
    """The async one: tasks."""

    def __init__(self, waves: AsyncWaves, source: Any, options: ConverseOptions) -> None:
        super().__init__(waves, source, options)
        self._stream = waves.stt.stream(**self._plan.listen)
        waves.chat.create("?", stream=True, **self._plan.chat)  # checks them, and sends nothing
        waves.tts.speak([], **self._plan.speech)
        self._turns: asyncio.Queue[Turn] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []
        self._loop: asyncio.AbstractEventLoop

    async def next(self) -> Any:
        """Wait for the next event; None at the end. Raises what failed, once."""
        event = await self._news.get()
        if event is _END:
            self._news.put_nowait(_END)
            self._raise_failure()
        return event

    async def open(self) -> None:
        """Begin to listen."""
        self._begin()
        self._loop = asyncio.get_running_loop()
        try:
            await self._stream.open()
            self._stream.feed(await self._blocks())
        except BaseException:
            await self.close()
            raise
        self._tasks = [asyncio.create_task(work()) for work in (self._listen, self._reply)]

    async def close(self) -> None:
        """Fall silent and hang up."""
        if self._closed:
            return
        self._closed = True
        await self._hang_up()
        others = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others)
        self._news.put_nowait(_END)

    def abandon(self) -> None:
        """Close it on its loop; may be called from any thread."""
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._close_soon)

    def _close_soon(self) -> None:
        self._closing = asyncio.create_task(self.close())

    async def _blocks(self) -> AsyncIterable[bytes] | Iterable[bytes]:
        if self._plan.path is not None:
            return await asyncio.to_thread(blocks_of, self._plan.path, self._plan.rate)
        if self._source is None:
            self._microphone = self._stream.microphone()
        blocks: AsyncIterable[bytes] = self._microphone or self._source
        return blocks

    async def _hang_up(self) -> None:
        if self._microphone is not None:
            await asyncio.to_thread(self._microphone.close)
        await self._stream.close(wait=False)
        self._dialogue.end()
        self._changed.set()
        turn = self._dialogue.turn
        for stream in [] if turn is None else list(turn.streams):
            await stream.close()

    async def _listen(self) -> None:
        try:
            async for event in self._stream:
                before = self._dialogue.turn
                turn = self._dialogue.take(event)
                self._changed.set()
                for stream in self._to_cut(before):
                    await stream.close()
                self._news.put_nowait(event)
                if turn is not None:
                    self._turns.put_nowait(turn)
        except Exception as error:
            self._failed(error)
        self._dialogue.end()
        self._changed.set()
        self._turns.put_nowait(_END)

    async def _reply(self) -> None:
        try:
            while (turn := await self._turns.get()) is not _END and not self._closed:
                await self._answer(turn)
        except Exception as error:
            self._failed(error)
            await self._hang_up()
        self._news.put_nowait(_END)
