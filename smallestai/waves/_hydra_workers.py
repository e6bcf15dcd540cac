"""What goes on beside a session: receiving, the clock, devices, functions. Blocking and async."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from smallestai.errors import LocalProtocolError
from smallestai.protocol.hydra_events import AudioDelta, ToolFinished
from smallestai.waves._hydra_links import AsyncLink, Link
from smallestai.waves._hydra_mailbox import AsyncMailbox, Mailbox
from smallestai.waves._hydra_session import Session
from smallestai.waves._hydra_tools import called, called_async, start_thread, unknown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator

    from smallestai._microphone import Microphone
    from smallestai._player import AsyncPlayer, Player
    from smallestai._tools import Tool
    from smallestai.protocol.hydra_events import ArgumentsDone, Event
    from smallestai.waves._hydra_settings import Wanted


class Workers(Session[Link, Mailbox]):
    """The blocking ones: threads."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._link = Link(wanted)
        self._inbox = Mailbox()
        self._boxes.append(self._inbox)
        self._threads: list[threading.Thread] = []
        self._woken = threading.Event()  # the clock has something new to look at

    def _send(self, samples: bytes) -> None:
        link = self._link
        with link.lock:
            link.protocol.send_audio(samples, monotonic())
        if link.protocol.has_frames:
            link.flush()

    def _send_output(self, call_id: str, output: str, *told: Event) -> bool:
        """Hand over a result, and before it can be answered tell the caller."""
        with self._link.lock:
            sent = self._link.protocol.send_output(call_id, output, monotonic())
        if sent:
            self._deliver(list(told))
        self._link.flush()
        self._woken.set()
        return sent

    def _receive(self) -> None:
        for batch in self._link.batches():
            self._deliver(batch)
            if len(batch) != 1 or type(batch[0]) is not AudioDelta:
                self._woken.set()
        self._finish(None)

    def _tick(self) -> None:
        while not self._finished:
            pause = self._link.check(monotonic())
            self._write_recording()
            self._woken.wait(pause)
            self._woken.clear()

    def _play(self, player: Player, box: Mailbox) -> None:
        try:
            for event in box:
                if type(event) is AudioDelta:
                    player.write(event.data)
                    if event.response_id in self._cut:  # meanwhile
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
                    self._send(self._converted(bytes(len(block)) if self.muted else block))

    def _call(self, event: ArgumentsDone) -> None:
        tool = self._tools.get(event.name or "")
        if tool is None:
            start_thread("smallestai-tool", lambda: self._answer(event, unknown(event), 0.0, True))
        elif tool.function is not None:
            start_thread("smallestai-tool", lambda: self._run(tool, event))

    def _run(self, tool: Tool, event: ArgumentsDone) -> None:
        began = monotonic()
        output, failed = called(tool, event.arguments, self._wanted.config.api_key)
        self._answer(event, output, monotonic() - began, failed)

    def _answer(self, event: ArgumentsDone, output: str, seconds: float, failed: bool) -> None:
        finished = ToolFinished(
            call_id=event.call_id,
            name=event.name or "",
            output=output,
            seconds=seconds,
            failed=failed,
        )
        self._send_output(event.call_id, output, finished)

    def _work(self, name: str, work: Callable[[], None]) -> None:
        """Run something beside the session, which ends when it fails."""

        def run() -> None:
            try:
                work()
            except Exception as error:
                self._finish(error)
                self._link.close()

        self._threads.append(start_thread(name, run))

    def _subscribe(self, *, audio_only: bool = False) -> Mailbox:
        self._check_open()
        box = Mailbox(audio_only=audio_only)
        with self._delivery:
            self._boxes.append(box)
            if audio_only:
                self._speakers.append(box)
            if self._finished:
                box.end()
        return box

    def _unsubscribe(self, box: Mailbox) -> None:
        with self._delivery:
            self._boxes.remove(box)
            if box in self._speakers:
                self._speakers.remove(box)

    def _audio(self, box: Mailbox) -> Iterator[bytes]:
        try:
            for event in box:
                if type(event) is AudioDelta:
                    yield event.data
        finally:
            self._unsubscribe(box)

    def _finish(self, error: BaseException | None, *, at_once: bool = False) -> None:
        """Let all who wait see the end."""
        with self._delivery:
            self._finished = True
            for box in self._boxes:
                box.end(error if box not in self._speakers else None, at_once=at_once)
        if self._microphone is not None:
            self._microphone.close()
        self._woken.set()


class AsyncWorkers(Session[AsyncLink, AsyncMailbox]):
    """The async ones: tasks."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__(wanted)
        self._link = AsyncLink(wanted)
        self._inbox = AsyncMailbox()
        self._boxes.append(self._inbox)
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    async def _send(self, samples: bytes) -> None:
        protocol = self._link.protocol
        protocol.send_audio(samples, monotonic())
        if protocol.has_frames:
            await self._link.flush()

    async def _send_output(self, call_id: str, output: str, *told: Event) -> bool:
        """Hand over a result, and before it can be answered tell the caller."""
        sent = self._link.protocol.send_output(call_id, output, monotonic())
        if sent:
            self._deliver(list(told))
        await self._link.flush()
        self._woken.set()
        return sent

    async def _receive(self) -> None:
        async for batch in self._link.batches():
            self._deliver(batch)
            if len(batch) != 1 or type(batch[0]) is not AudioDelta:
                self._woken.set()
        self._finish(None)

    async def _tick(self) -> None:
        while not self._finished:
            pause = await self._link.check(monotonic())
            if self._recorder is not None:
                await asyncio.to_thread(self._write_recording)
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._woken.wait()
            self._woken.clear()

    async def _play(self, player: AsyncPlayer, box: AsyncMailbox) -> None:
        try:
            async for event in box:
                if type(event) is AudioDelta:
                    await player.write(event.data)
                    if event.response_id in self._cut:  # meanwhile
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
                    await self._send(self._converted(bytes(len(block)) if self.muted else block))

    def _call(self, event: ArgumentsDone) -> None:
        tool = self._tools.get(event.name or "")
        if tool is None:
            self._work(self._answer(event, unknown(event), 0.0, True))
        elif tool.function is not None:
            self._work(self._run(tool, event))

    async def _run(self, tool: Tool, event: ArgumentsDone) -> None:
        began = monotonic()
        key = self._wanted.config.api_key
        output, failed = await called_async(tool, event.arguments, key)
        await self._answer(event, output, monotonic() - began, failed)

    async def _answer(
        self, event: ArgumentsDone, output: str, seconds: float, failed: bool
    ) -> None:
        finished = ToolFinished(
            call_id=event.call_id,
            name=event.name or "",
            output=output,
            seconds=seconds,
            failed=failed,
        )
        await self._send_output(event.call_id, output, finished)

    def _work(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside the session, which ends when it fails."""

        async def run() -> None:
            try:
                await work
            except Exception as error:
                self._finish(error)
                self._link.abort()  # a close that waits could be cancelled by the session's own

        task = asyncio.create_task(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _subscribe(self, *, audio_only: bool = False) -> AsyncMailbox:
        self._check_open()
        box = AsyncMailbox(audio_only=audio_only)
        self._boxes.append(box)
        if audio_only:
            self._speakers.append(box)
        return box

    def _unsubscribe(self, box: AsyncMailbox) -> None:
        self._boxes.remove(box)
        if box in self._speakers:
            self._speakers.remove(box)

    async def _audio(self, box: AsyncMailbox) -> AsyncIterator[bytes]:
        try:
            async for event in box:
                if type(event) is AudioDelta:
                    yield event.data
        finally:
            self._unsubscribe(box)

    def _finish(self, error: BaseException | None, *, at_once: bool = False) -> None:
        """Let all who wait see the end."""
        self._finished = True
        for box in self._boxes:
            box.end(error if box not in self._speakers else None, at_once=at_once)
        self._woken.set()  # a microphone is closed by its own task
