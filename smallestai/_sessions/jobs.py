"""What goes on beside a session: receiving, the clock, devices, functions. Blocking and async.

Each job holds a `Handle`, and looks for the session only when there is something for it: one that
nobody else holds is collected, and with its connection all of this ends.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from smallestai._sessions.functions import called, called_async, unknown
from smallestai._sessions.latch import set_within
from smallestai.errors import LocalProtocolError

if TYPE_CHECKING:
    import weakref
    from collections.abc import Awaitable, Callable

    from smallestai._microphone import Microphone
    from smallestai._player import AsyncPlayer, Player
    from smallestai._sessions.hub import Hub
    from smallestai._sessions.links import AsyncLink, Link
    from smallestai._sessions.mailbox import AsyncMailbox, Mailbox
    from smallestai._sessions.session import Call
    from smallestai._sessions.workers import AsyncWorkers, Workers
    from smallestai._tools import Tool

S = TypeVar("S", bound="Workers[Any] | AsyncWorkers[Any]")
L = TypeVar("L", bound="Link[Any] | AsyncLink[Any]")
B = TypeVar("B", bound="Mailbox[Any] | AsyncMailbox[Any]")


class Handle(NamedTuple, Generic[S, L, B]):
    """What a job has of a session.

    Attributes:
        session: Gives the session, or None when it is gone; not to be kept while waiting.
        link: Its connection.
        hub: Where its events go.
    """

    session: weakref.ref[S]
    link: L
    hub: Hub[B]


if TYPE_CHECKING:
    Blocking = Handle[Workers[Any], Link[Any], Mailbox[Any]]
    Async = Handle[AsyncWorkers[Any], AsyncLink[Any], AsyncMailbox[Any]]


def run(job: Callable[..., None], handle: Blocking, *arguments: Any) -> None:
    """Do a job; the session ends when it fails."""
    try:
        job(handle, *arguments)
    except Exception as error:
        handle.hub.finish(error)
        handle.link.abort()


def receive(handle: Blocking) -> None:
    """Hand out what happens, to the end."""
    link = handle.link
    for batch in link.batches():
        live = handle.session()
        if live is not None:
            live._deliver(batch)
        del live
    handle.hub.finish()
    if link.closed.is_set():
        link.abort()


def tick(handle: Blocking) -> None:
    """Do what time asks for."""
    link = handle.link
    while not handle.hub.finished:
        pause = link.check(monotonic())
        live = handle.session()
        if live is not None:
            live._ticked()
        del live
        link.woken.wait(pause)
        link.woken.clear()


def play(handle: Blocking, player: Player, box: Mailbox[Any]) -> None:
    """Play what comes, to its end unless the session is closed."""
    try:
        for event in box:
            player.write(event.data)
            live = handle.session()
            if live is not None and live._is_cut(event):  # meanwhile
                player.cut()
            del live
        live = handle.session()
        closed = live is None or live._closed
        del live
        if closed:
            player.cut()
        else:
            player.wait()
    finally:
        player.close()


def listen(handle: Blocking, microphone: Microphone) -> None:
    """Send what a microphone hears."""
    with microphone:
        for block in microphone:
            live = handle.session()
            if live is None or handle.hub.finished:
                return
            with suppress(LocalProtocolError):  # it has ended just now
                live._send(live._block(block))
            del live


def carry_out(
    handle: Blocking, tool: Tool | None, call: Call, arguments: str | None, key: str
) -> None:
    """Call a function and hand on what it gives."""
    began = monotonic()
    output, failed = (unknown(call.name), True) if tool is None else called(tool, arguments, key)
    live = handle.session()
    if live is not None:
        live._answer(call, output, monotonic() - began, failed)


async def run_async(job: Callable[..., Awaitable[None]], handle: Async, *arguments: Any) -> None:
    """Do a job; the session ends when it fails."""
    try:
        await job(handle, *arguments)
    except Exception as error:
        handle.hub.finish(error)
        handle.link.abort()  # a close that waits could be cancelled by the session's own


async def receive_async(handle: Async, tasks: set[asyncio.Task[None]]) -> None:
    """Hand out what happens, to the end; where nobody can close the session, its tasks end too."""
    link = handle.link
    async for batch in link.batches():
        live = handle.session()
        if live is not None:
            live._deliver(batch)
        del live
    handle.hub.finish()
    if link.closed.is_set():
        link.abort()
    if handle.session() is None:
        for task in tasks - {asyncio.current_task()}:
            task.cancel()


async def tick_async(handle: Async) -> None:
    """Do what time asks for."""
    link = handle.link
    while not handle.hub.finished:
        pause = await link.check(monotonic())
        live = handle.session()
        if live is not None:
            await live._ticked()
        del live
        await set_within(link.woken, pause)
        link.woken.clear()


async def play_async(handle: Async, player: AsyncPlayer, box: AsyncMailbox[Any]) -> None:
    """Play what comes, to its end unless the session is closed."""
    try:
        async for event in box:
            await player.write(event.data)
            live = handle.session()
            if live is not None and live._is_cut(event):  # meanwhile
                player.cut()
            del live
        live = handle.session()
        closed = live is None or live._closed
        del live
        if closed:
            player.cut()
        else:
            await player.wait()
    finally:
        await player.close()


async def listen_async(handle: Async, microphone: Microphone) -> None:
    """Send what a microphone hears."""
    async with microphone:
        async for block in microphone:
            live = handle.session()
            if live is None or handle.hub.finished:
                return
            with suppress(LocalProtocolError):  # it has ended just now
                await live._send(live._block(block))
            del live


async def carry_out_async(
    handle: Async, tool: Tool | None, call: Call, arguments: str | None, key: str
) -> None:
    """Call a function and hand on what it gives."""
    began = monotonic()
    if tool is None:
        output, failed = unknown(call.name), True
    else:
        output, failed = await called_async(tool, arguments, key)
    live = handle.session()
    if live is not None:
        await live._answer(call, output, monotonic() - began, failed)
