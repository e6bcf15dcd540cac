"""What goes on beside a session: receiving, pings, devices, functions. Blocking and async."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai.atoms._realtime_links import AsyncLink, Link
from smallestai.atoms._realtime_session import Session
from smallestai.errors import LocalProtocolError
from smallestai.protocol.agent_events import AudioDelta, Event
from smallestai.waves._hydra_tools import called, called_async, start_thread
from smallestai.waves._mailbox import AsyncMailbox, Mailbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator

    from smallestai_atoms.api.realtime import AsyncRealtime, Realtime

    from smallestai._microphone import Microphone
    from smallestai._player import AsyncPlayer, Player
    from smallestai._tools import Tool
    from smallestai.atoms._realtime_settings import Wanted
    from smallestai.protocol.agent_events import FunctionCall


class Workers(Session[Link, Mailbox[Event]]):
    """The blocking ones: threads."""

    def __init__(self, wanted: Wanted, operations: Realtime) -> None:
        super().__init__(wanted)
        self._link = Link(wanted, operations)
        self._inbox = Mailbox[Event]()
        self._threads: list[threading.Thread] = []
        self._over = threading.Event()

    def _receive(self) -> None:
        for batch in self._link.batches():
            self._deliver(batch)
        self._finish(None)

    def _tick(self) -> None:
        while not self._over.wait(self._link.tick):
            self._link.check(monotonic())

    def _play(self, player: Player, box: Mailbox[Event]) -> None:
        try:
            for event in box:
                if type(event) is AudioDelta:
                    player.write(event.data)
                    if event.turn < self._turn:  # meanwhile
                        player.cut()
            if not self._closed:
                player.wait()
        finally:
            player.close()

    def _listen(self, microphone: Microphone) -> None:
        with microphone:
            for block in microphone:
                if self._finished:
                    return
                with suppress(LocalProtocolError):  # it has ended just now
                    self._send(bytes(len(block)) if self.muted else block)

    def _send(self, samples: bytes) -> None:
        with self._link.lock:
            self._link.protocol.send_audio(samples)
        self._link.flush()

    def _send_output(self, call_id: str, output: str) -> bool:
        with self._link.lock:
            sent = self._link.protocol.send_output(call_id, output, monotonic())
        self._link.flush()
        return sent

    def _call(self, event: FunctionCall) -> None:
        tool = self._tools.get(event.name)
        if tool is None:
            start_thread(
                "smallestai-tool", lambda: self._answer(event, self._unknown(event), 0.0, True)
            )
        elif tool.function is not None:
            start_thread("smallestai-tool", lambda: self._run(tool, event))

    def _run(self, tool: Tool, event: FunctionCall) -> None:
        began = monotonic()
        output, failed = called(tool, self._arguments(event), self._key())
        self._answer(event, output, monotonic() - began, failed)

    def _answer(self, event: FunctionCall, output: str, seconds: float, failed: bool) -> None:
        with self._delivery, self._link.lock:  # what the agent makes of it is told after it
            self._finished_tool(event, output, seconds, failed)
        self._link.flush()

    def _work(self, name: str, work: Callable[[], None]) -> None:
        """Run something beside the session, which ends when it fails."""

        def run() -> None:
            try:
                work()
            except Exception as error:
                self._finish(error)
                self._link.abort()

        self._threads.append(start_thread(name, run))

    def _subscribe(self) -> Mailbox[Event]:
        self._check_open()
        box = Mailbox[Event]()
        with self._delivery:
            self._speakers.append(box)
            if self._finished:
                box.end()
        return box

    def _audio(self, box: Mailbox[Event]) -> Iterator[bytes]:
        try:
            for event in box:
                if type(event) is AudioDelta:
                    yield event.data
        finally:
            with self._delivery:
                self._speakers.remove(box)

    def _finish(self, error: BaseException | None, *, at_once: bool = False) -> None:
        """Let all who wait see the end."""
        with self._delivery:
            self._finished = True
            self._inbox.end(error, at_once=at_once)
            for box in self._speakers:
                box.end(at_once=at_once)
        if self._microphone is not None:
            self._microphone.close()
        self._over.set()


class AsyncWorkers(Session[AsyncLink, AsyncMailbox[Event]]):
    """The async ones: tasks."""

    def __init__(self, wanted: Wanted, operations: AsyncRealtime) -> None:
        super().__init__(wanted)
        self._link = AsyncLink(wanted, operations)
        self._inbox = AsyncMailbox[Event]()
        self._tasks: set[asyncio.Task[None]] = set()

    async def _receive(self) -> None:
        async for batch in self._link.batches():
            self._deliver(batch)
        self._finish(None)

    async def _tick(self) -> None:
        while not self._finished:
            await asyncio.sleep(self._link.tick)
            await self._link.check(monotonic())

    async def _play(self, player: AsyncPlayer, box: AsyncMailbox[Event]) -> None:
        try:
            async for event in box:
                if type(event) is AudioDelta:
                    await player.write(event.data)
                    if event.turn < self._turn:  # meanwhile
                        player.cut()
            if not self._closed:
                await player.wait()
        finally:
            await player.close()

    async def _listen(self, microphone: Microphone) -> None:
        async with microphone:
            async for block in microphone:
                if self._finished:
                    return
                with suppress(LocalProtocolError):  # it has ended just now
                    await self._send(bytes(len(block)) if self.muted else block)

    async def _send(self, samples: bytes) -> None:
        self._link.protocol.send_audio(samples)
        await self._link.flush()

    async def _send_output(self, call_id: str, output: str) -> bool:
        sent = self._link.protocol.send_output(call_id, output, monotonic())
        await self._link.flush()
        return sent

    def _call(self, event: FunctionCall) -> None:
        tool = self._tools.get(event.name)
        if tool is None:
            self._work(self._answer(event, self._unknown(event), 0.0, True))
        elif tool.function is not None:
            self._work(self._run(tool, event))

    async def _run(self, tool: Tool, event: FunctionCall) -> None:
        began = monotonic()
        output, failed = await called_async(tool, self._arguments(event), self._key())
        await self._answer(event, output, monotonic() - began, failed)

    async def _answer(self, event: FunctionCall, output: str, seconds: float, failed: bool) -> None:
        self._finished_tool(event, output, seconds, failed)
        await self._link.flush()

    def _work(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside the session, which ends when it fails."""

        async def run() -> None:
            try:
                await work
            except Exception as error:
                self._finish(error)
                self._link.abort()

        task = asyncio.create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _subscribe(self) -> AsyncMailbox[Event]:
        self._check_open()
        box = AsyncMailbox[Event]()
        self._speakers.append(box)
        return box

    async def _audio(self, box: AsyncMailbox[Event]) -> AsyncIterator[bytes]:
        try:
            async for event in box:
                if type(event) is AudioDelta:
                    yield event.data
        finally:
            self._speakers.remove(box)

    def _finish(self, error: BaseException | None, *, at_once: bool = False) -> None:
        """Let all who wait see the end."""
        self._finished = True
        self._inbox.end(error, at_once=at_once)
        for box in self._speakers:
            box.end(at_once=at_once)
