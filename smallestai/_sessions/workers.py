"""A session at work: what it does with its connection, devices and functions. Blocking and async.

The jobs beside it are in `jobs`; none of them holds the session.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from smallestai._contexts import AsyncIterated, Iterated
from smallestai._sessions import jobs
from smallestai._sessions.functions import start_thread
from smallestai._sessions.hub import Hub
from smallestai._sessions.link import closed_error
from smallestai._sessions.mailbox import AsyncMailbox, Mailbox
from smallestai._sessions.session import Session

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from smallestai._sessions.link import Wanted
    from smallestai._sessions.links import AsyncLink, Link
    from smallestai._sessions.session import Call

E = TypeVar("E")


class Workers(Session, Iterated[E]):
    """The blocking ones: threads."""

    _thread_name: ClassVar[str]
    _link: Link[Any]
    _hub: Hub[Mailbox[Any]]

    def __init__(self, wanted: Wanted, link: Link[Any]) -> None:
        super().__init__(wanted)
        self._link = link
        self._hub = Hub(Mailbox())
        self._hub.on_finish.append(link.woken.set)
        self._threads: list[threading.Thread] = []

    def __next__(self) -> E:
        if not self._opened:
            self._check_begun()
        event: E | None = self._hub.inbox.take()
        if event is None:
            raise StopIteration
        return event

    def __del__(self) -> None:
        if self._is_leaked:
            self._link.abandon()
            self._warn()

    def open(self) -> None:
        """Connect and wait until the session has begun; the ``with`` statement does."""
        if self._closed:
            raise closed_error()
        if self._opened:
            return
        self._deliver(self._link.open())
        self._opened = True
        self._work("", jobs.receive)
        self._work("-clock", jobs.tick)

    def _start(self) -> None:
        self.open()

    def close(self) -> None:
        """End the session; whoever iterates sees the end. Does nothing the second time."""
        self._closed = True
        self._hub.finish(at_once=True)
        if self._player is not None:
            self._player.cut()
        self._link.close()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()

    def _work(self, name: str, job: Callable[..., None], *arguments: Any) -> None:
        """Run something beside the session, which ends when it fails."""
        run = partial(jobs.run, job, self._handle(), *arguments)
        self._threads.append(start_thread(self._thread_name + name, run))

    def _handle(self) -> jobs.Blocking:
        return jobs.Handle(weakref.ref(self), self._link, self._hub)

    def _ticked(self) -> None:
        """Do what is done now and then."""

    def _send(self, samples: bytes) -> None:
        link = self._link
        with link.lock:
            self._give(samples)
        link.flush()

    def _send_output(self, call_id: str, output: str) -> bool:
        with self._link.lock:
            sent = self._respond(call_id, output)
        self._link.flush()
        self._link.woken.set()
        return sent

    def _answer(self, call: Call, output: str, seconds: float, failed: bool) -> None:
        with self._hub.lock, self._link.lock:  # what comes of it is told later
            self._finished_tool(call, output, seconds, failed)
        self._link.flush()
        self._link.woken.set()

    def _call(self, call: Call) -> None:
        tool = self._tools.get(call.name or "")
        if tool is None or tool.function is not None:
            arguments = self._arguments(call)
            start_thread(
                "smallestai-tool",
                partial(jobs.carry_out, self._handle(), tool, call, arguments, self._key),
            )

    def _subscribe(self, only: type[Any] | None = None) -> Mailbox[Any]:
        self._check_open()
        box = Mailbox[Any](only)
        self._hub.add(box, speaks=only is not None)
        return box

    def _audio(self, box: Mailbox[Any]) -> Iterator[bytes]:
        try:
            for event in box:
                yield event.data
        finally:
            self._hub.remove(box)

    def _begin_play(self, device: int | str | None, **settings: float) -> None:
        from smallestai._player import Player

        self._check_open()
        player = Player(self.format, device, **settings)
        player.__enter__()
        try:
            with self._hub.lock:
                self._check_unplayed()
                box = self._subscribe(self._heard)
                self._player = player
        except BaseException:
            player.close()
            raise
        self._work("-player", jobs.play, player, box)

    def _begin_listening(self, device: int | str | None, **settings: int) -> None:
        from smallestai._microphone import Microphone

        self._check_unheard()
        microphone = Microphone(device=device, **settings)
        microphone.__enter__()
        self._microphone = microphone
        self._hub.on_finish.append(microphone.close)
        self._work("-microphone", jobs.listen, microphone)


class AsyncWorkers(Session, AsyncIterated[E]):
    """The async ones: tasks."""

    _link: AsyncLink[Any]
    _hub: Hub[AsyncMailbox[Any]]

    def __init__(self, wanted: Wanted, link: AsyncLink[Any]) -> None:
        super().__init__(wanted)
        self._link = link
        self._hub = Hub(AsyncMailbox())
        self._hub.on_finish.append(link.woken.set)  # a microphone is closed by its own task
        self._tasks: set[asyncio.Task[None]] = set()

    async def __anext__(self) -> E:
        if not self._opened:
            self._check_begun()
        event: E | None = await self._hub.inbox.take()
        if event is None:
            raise StopAsyncIteration
        return event

    def __del__(self) -> None:
        if self._is_leaked:
            self._link.abandon()
            self._warn()

    async def open(self) -> None:
        """Connect and wait until the session has begun; the ``async with`` statement does."""
        if self._closed:
            raise closed_error()
        if self._opened:
            return
        self._deliver(await self._link.open())
        self._opened = True
        self._work(jobs.receive_async, self._tasks)
        self._work(jobs.tick_async)

    async def _start(self) -> None:
        await self.open()

    async def close(self) -> None:
        """End the session; whoever iterates sees the end. Does nothing the second time."""
        self._closed = True
        self._hub.finish(at_once=True)
        if self._player is not None:
            self._player.cut()
        await self._link.close()
        tasks = self._tasks - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _work(self, job: Callable[..., Awaitable[None]], *arguments: Any) -> None:
        """Run something beside the session, which ends when it fails."""
        handle = jobs.Handle(weakref.ref(self), self._link, self._hub)
        task = asyncio.create_task(jobs.run_async(job, handle, *arguments))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _ticked(self) -> None:
        """Do what is done now and then."""

    async def _send(self, samples: bytes) -> None:
        self._give(samples)
        await self._link.flush()

    async def _send_output(self, call_id: str, output: str) -> bool:
        sent = self._respond(call_id, output)
        await self._link.flush()
        self._link.woken.set()
        return sent

    async def _answer(self, call: Call, output: str, seconds: float, failed: bool) -> None:
        self._finished_tool(call, output, seconds, failed)
        await self._link.flush()
        self._link.woken.set()

    def _call(self, call: Call) -> None:
        tool = self._tools.get(call.name or "")
        if tool is None or tool.function is not None:
            self._work(jobs.carry_out_async, tool, call, self._arguments(call), self._key)

    def _subscribe(self, only: type[Any] | None = None) -> AsyncMailbox[Any]:
        self._check_open()
        box = AsyncMailbox[Any](only)
        self._hub.add(box, speaks=only is not None)
        return box

    async def _audio(self, box: AsyncMailbox[Any]) -> AsyncIterator[bytes]:
        try:
            async for event in box:
                yield event.data
        finally:
            self._hub.remove(box)

    async def _begin_play(self, device: int | str | None, **settings: float) -> None:
        from smallestai._player import AsyncPlayer

        self._check_open()
        player = AsyncPlayer(self.format, device, **settings)
        await player.__aenter__()
        try:
            self._check_unplayed()
            box = self._subscribe(self._heard)
        except BaseException:
            await player.close()
            raise
        self._player = player
        self._work(jobs.play_async, player, box)

    async def _begin_listening(self, device: int | str | None, **settings: int) -> None:
        from smallestai._microphone import Microphone

        self._check_unheard()
        microphone = Microphone(device=device, **settings)
        await microphone.__aenter__()
        self._microphone = microphone
        self._work(jobs.listen_async, microphone)
