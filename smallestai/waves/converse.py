"""A spoken conversation: speech is transcribed, answered and spoken, and may be interrupted.

It is made of `stt.stream`, `chat.create` (`chat.run` with tools) and `tts.speak`, as a program of
your own would be: two threads or tasks, of which one listens and one answers. Blocking and async,
side by side.
"""

from __future__ import annotations

import asyncio
from queue import SimpleQueue
from threading import Thread, current_thread
from typing import TYPE_CHECKING, Any

from smallestai._contexts import AsyncIterated, Iterated
from smallestai.protocol.events import AudioChunk
from smallestai.protocol.transcription_events import TranscriptionEvent
from smallestai.waves._converse import Answered, Asked
from smallestai.waves._converse_answers import Answering, AsyncAnswering
from smallestai.waves._converse_options import ConverseOptions, blocks_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable

    from smallestai.waves._converse import Turn
    from smallestai.waves.namespaces import AsyncWaves, Waves

__all__ = [
    "Answered",
    "Asked",
    "AsyncConversation",
    "Conversation",
    "ConversationEvent",
    "ConverseOptions",
]

ConversationEvent = TranscriptionEvent | AudioChunk | Asked | Answered

_END: Any = None  # behind the last turn, and the last event


class Conversation(Answering, Iterated[ConversationEvent]):
    """A spoken conversation; made by `Waves.converse`.

    Iterating gives what is heard of the user as `TranscriptionStream` tells it, `Asked` when a turn
    is answered, `AudioChunk` of the answer unless it is played, and `Answered`. It ends with the
    source. What fails is raised there.
    """

    def __init__(self, waves: Waves, source: Any, options: ConverseOptions) -> None:
        super().__init__(waves, source, options)
        self._stream = waves.stt.stream(**self._plan.listen)
        waves.chat.create("?", stream=True, **self._plan.chat)  # checks them, and sends nothing
        waves.tts.speak([], **self._plan.speech)
        self._turns: SimpleQueue[Turn] = SimpleQueue()
        self._threads: list[Thread] = []

    def __next__(self) -> ConversationEvent:
        if not self._began:
            self.open()
        event: ConversationEvent = self._news.get()
        if event is not _END:
            return event
        self._news.put(_END)
        failure, self._failure = self._failure, None
        raise StopIteration if failure is None else failure

    def _start(self) -> None:
        self.open()

    def open(self) -> None:
        """Begin to listen; the ``with`` statement does, and the first read."""
        self._begin()
        try:
            self._stream.open()
            self._stream.feed(self._blocks())
        except BaseException:
            self.close()
            raise
        for work in (self._listen, self._reply):
            thread = Thread(target=work, name="smallestai-converse", daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self) -> None:
        """Fall silent and hang up; may be called from another thread. The history stays."""
        if self._closed:
            return
        self._closed = True
        self._hang_up()
        for thread in self._threads:
            if thread is not current_thread():
                thread.join()
        self._news.put(_END)

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


class AsyncConversation(AsyncAnswering, AsyncIterated[ConversationEvent]):
    """A spoken conversation on an event loop; made by `AsyncWaves.converse`. See `Conversation`."""

    def __init__(self, waves: AsyncWaves, source: Any, options: ConverseOptions) -> None:
        super().__init__(waves, source, options)
        self._stream = waves.stt.stream(**self._plan.listen)
        waves.chat.create("?", stream=True, **self._plan.chat)  # checks them, and sends nothing
        waves.tts.speak([], **self._plan.speech)
        self._turns: asyncio.Queue[Turn] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    async def __anext__(self) -> ConversationEvent:
        if not self._began:
            await self.open()
        event: ConversationEvent = await self._news.get()
        if event is not _END:
            return event
        self._news.put_nowait(_END)
        failure, self._failure = self._failure, None
        raise StopAsyncIteration if failure is None else failure

    async def _start(self) -> None:
        await self.open()

    async def open(self) -> None:
        """Begin to listen; the ``async with`` statement does, and the first read."""
        self._begin()
        try:
            await self._stream.open()
            self._stream.feed(await self._blocks())
        except BaseException:
            await self.close()
            raise
        self._tasks = [asyncio.create_task(work()) for work in (self._listen, self._reply)]

    async def close(self) -> None:
        """Fall silent and hang up; may be called from another task. The history stays."""
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
