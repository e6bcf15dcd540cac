"""Playing samples as they come, blocking and async, side by side."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Self

from smallestai._playback import Playback
from smallestai.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

# How long the device may ask for nothing, in seconds: it does so many times a second.
_STALL = 5.0
_STALL_AT_CLOSE = 0.5


class Player(Playback):
    """Plays samples through a loudspeaker while more of them come (needs ``[audio]``).

        with Player(stream.format) as player:
            for chunk in stream:
                player.write(chunk)

    Sound begins when ``prefill`` seconds have been collected, or the first sample has waited for as
    long, and again so after samples came too late (`underruns`). The device is opened by the
    ``with`` statement or the first `write`. One thread writes; any may cut, wait or close.

    Args:
        format: The format of the samples, headerless 16-bit PCM.
        device: The sound device, by its number or a part of its name; None is the default one.
        prefill: Seconds to collect before sound begins.
        buffer: Seconds to hold at most; `write` waits while there is no room.
    """

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self.wait()
        finally:
            self.close()

    def write(self, chunk: bytes) -> None:
        """Add samples, cut anywhere, and wait until there was room for all of them.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
            OutputError: The device has stopped.
            LocalProtocolError: The player is closed.
        """
        self._open()
        turn, rest = self._accept(chunk)
        while rest := self._put(turn, rest):
            self._wait_until(partial(self._can_put, turn), _STALL)

    def wait(self) -> None:
        """Wait until everything written has been heard, or was cut.

        Raises:
            OutputError: The device has stopped.
        """
        self._end()
        self._wait_until(self._is_heard, _STALL)

    def close(self) -> None:
        """Fall silent and let go of the device. Does nothing the second time."""
        if self._closed:
            return
        self._begin_close()
        try:
            with suppress(OutputError):
                self._wait_until(self._is_cut, _STALL_AT_CLOSE)
        finally:
            self._shut()

    def _wait_until(self, is_so: Callable[[], bool], timeout: float) -> None:
        while True:
            gate = threading.Lock()
            gate.acquire()
            self._feed.waiters.append(gate.release)  # before looking: nothing is missed in between
            if is_so():
                return
            if not gate.acquire(timeout=timeout):
                raise self._failure(f"it has asked for nothing for {timeout:g} s")


class AsyncPlayer(Playback):
    """Plays samples on an event loop, which it never keeps waiting. See `Player`."""

    async def __aenter__(self) -> Self:
        try:
            await self._open_soon()
        except BaseException:
            self._begin_close()  # a device that still opens is let go
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                await self.wait()
        finally:
            await self.close()

    async def write(self, chunk: bytes) -> None:
        """Add samples, cut anywhere, and wait until there was room for all of them.

        Raises:
            ConfigurationError: The ``[audio]`` extra or a sound device is missing.
            OutputError: The device has stopped.
            LocalProtocolError: The player is closed.
        """
        await self._open_soon()
        turn, rest = self._accept(chunk)
        while rest := self._put(turn, rest):
            await self._wait_until(partial(self._can_put, turn), _STALL)

    async def wait(self) -> None:
        """Wait until everything written has been heard, or was cut.

        Raises:
            OutputError: The device has stopped.
        """
        self._end()
        await self._wait_until(self._is_heard, _STALL)

    async def close(self) -> None:
        """Fall silent and let go of the device. Does nothing the second time."""
        if self._closed:
            return
        self._begin_close()
        try:
            with suppress(OutputError):
                await self._wait_until(self._is_cut, _STALL_AT_CLOSE)
        finally:
            await asyncio.to_thread(self._shut)

    async def _open_soon(self) -> None:
        self._check_open()
        if self._stream is None:
            await asyncio.to_thread(self._open)

    async def _wait_until(self, is_so: Callable[[], bool], timeout: float) -> None:
        loop = asyncio.get_running_loop()
        while True:
            woken = loop.create_future()
            self._feed.waiters.append(partial(_wake, loop, woken))  # before looking, as above
            if is_so():
                return
            try:
                async with asyncio.timeout(timeout):
                    await woken
            except TimeoutError:
                raise self._failure(f"it has asked for nothing for {timeout:g} s") from None


def _wake(loop: asyncio.AbstractEventLoop, woken: asyncio.Future[None]) -> None:
    """Wake a task from the thread of the device."""
    with suppress(RuntimeError):  # the loop has been closed
        loop.call_soon_threadsafe(_resolve, woken)


def _resolve(woken: asyncio.Future[None]) -> None:
    if not woken.done():
        woken.set_result(None)
