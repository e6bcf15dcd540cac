"""The microphone as blocks of samples, blocking and async."""

from __future__ import annotations

import asyncio
import threading
from array import array
from collections import deque
from contextlib import suppress
from functools import partial
from math import ceil, sqrt
from typing import TYPE_CHECKING, Any, Self

from smallestai._resample import Resampler, check_rate
from smallestai.errors import ArgumentError, ConfigurationError, LocalProtocolError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from types import TracebackType

_HELD = 2.0  # seconds of sound kept for a reader who is late
_STALL = 5.0  # seconds without sound: a device gives some many times a second


class Microphone:
    """What a microphone hears, in blocks of 16-bit mono PCM (needs ``[audio]``).

        with Microphone() as microphone:
            for block in microphone:
                session.send_audio(block)

    On an event loop the same with ``async for``. Iterating ends when the microphone is closed,
    which any thread or task may do. One reader at a time; when it is late by more than 2 seconds
    the oldest blocks are dropped and counted. A device that cannot record at the wanted rate
    records at its own and is resampled.

    Args:
        sample_rate: Samples per second.
        block_seconds: How long a block is.
        device: The sound device, by its number or a part of its name; None is the default one.

    Attributes:
        dropped: Blocks that were dropped because nobody took them.
    """

    def __init__(
        self,
        sample_rate: int = 16_000,
        *,
        block_seconds: float = 0.02,
        device: int | str | None = None,
    ) -> None:
        check_rate("sample_rate", sample_rate)
        if not 0.005 <= block_seconds <= 1:
            raise ArgumentError("block_seconds", block_seconds, "must be from 0.005 to 1 second")
        self.sample_rate = sample_rate
        self.block_seconds = block_seconds
        self.dropped = 0
        self._device = device
        self._blocks: deque[bytes] = deque(maxlen=ceil(_HELD / block_seconds))
        self._last = b""
        self._waiters: deque[Callable[[], object]] = deque()
        self._stream: Any = None
        self._resampler: Resampler | None = None
        self._lock = threading.Lock()  # of those who open and close
        self._lost = False
        self._closed = False

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        try:
            await asyncio.to_thread(self._open)
        except BaseException:
            self._closed = True  # a device that still opens is let go
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self.close)

    def __repr__(self) -> str:
        state = "closed" if self._closed else "new" if self._stream is None else "open"
        return f"<Microphone {state}, {self.sample_rate} Hz>"

    def __iter__(self) -> Iterator[bytes]:
        self._open()
        while not self._closed:
            gate = threading.Lock()
            gate.acquire()
            self._waiters.append(gate.release)  # before looking: nothing is missed in between
            if self._blocks:
                yield self._blocks.popleft()
            elif not self._closed and not gate.acquire(timeout=_STALL):
                raise self._failure(f"it has given nothing for {_STALL:g} s")
            self._check_device()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await asyncio.to_thread(self._open)
        loop = asyncio.get_running_loop()
        while not self._closed:
            heard = asyncio.Event()
            self._waiters.append(partial(loop.call_soon_threadsafe, heard.set))
            if self._blocks:
                yield self._blocks.popleft()
            elif not self._closed:
                try:
                    async with asyncio.timeout(_STALL):
                        await heard.wait()
                except TimeoutError:
                    raise self._failure(f"it has given nothing for {_STALL:g} s") from None
            self._check_device()

    @property
    def level(self) -> float:
        """How loud the last block is: its root mean square, from 0.0 to 1.0."""
        return level_of(self._last)

    def close(self) -> None:
        """Let go of the device; whoever iterates sees the end. Does nothing the second time."""
        self._closed = True
        with self._lock:
            stream, self._stream = self._stream, None
        if stream is not None:
            stream.abort()
            stream.close()
        self._wake()

    def _open(self) -> None:
        with self._lock:
            if self._closed:
                raise LocalProtocolError("the microphone is closed: make another one")
            if self._stream is None:
                self._stream = self._opened()
        if self._closed:  # meanwhile
            self.close()

    def _opened(self) -> Any:
        try:
            import sounddevice
        except (ImportError, OSError) as error:
            raise ConfigurationError(
                "a microphone needs the audio extra and PortAudio: pip install 'smallestai[audio]'"
            ) from error
        try:
            try:
                return self._recording(sounddevice, self.sample_rate)
            except sounddevice.PortAudioError:
                own = int(sounddevice.query_devices(self._device, "input")["default_samplerate"])
                if own == self.sample_rate:
                    raise
                self._resampler = Resampler(own, self.sample_rate)
                return self._recording(sounddevice, own)
        except (sounddevice.PortAudioError, ValueError) as error:
            raise ConfigurationError(f"no microphone can be opened: {error}") from error

    def _recording(self, sounddevice: Any, rate: int) -> Any:
        stream = sounddevice.RawInputStream(
            samplerate=rate,
            blocksize=round(rate * self.block_seconds),
            channels=1,
            dtype="int16",
            device=self._device,
            latency="low",
            callback=self._take,
            finished_callback=self._finish,
        )
        try:
            stream.start()
        except BaseException:
            stream.close()
            raise
        return stream

    # -- in the thread of the device

    def _take(self, data: Any, _frames: int, _time: Any, _status: Any) -> None:
        block = bytes(data)
        if self._resampler is not None:
            block = self._resampler.feed(block)
        if not block:
            return
        if len(self._blocks) == self._blocks.maxlen:
            self.dropped += 1
        self._blocks.append(block)
        self._last = block
        self._wake()

    def _finish(self) -> None:
        self._lost = True
        self._wake()

    # -- private

    def _wake(self) -> None:
        while self._waiters:
            try:
                waiter = self._waiters.popleft()
            except IndexError:  # another thread was faster
                return
            with suppress(RuntimeError):  # the loop has been closed
                waiter()

    def _check_device(self) -> None:
        if self._lost and not self._closed and not self._blocks:
            raise self._failure("it has stopped")

    def _failure(self, problem: str) -> ConfigurationError:
        name = "the default" if self._device is None else repr(self._device)
        return ConfigurationError(f"microphone ({name}): {problem}", hint="Open it again.")


def level_of(pcm: bytes) -> float:
    """Return how loud 16-bit samples are: their root mean square, from 0.0 to 1.0."""
    samples = array("h", pcm[: len(pcm) // 2 * 2])
    if not samples:
        return 0.0
    return sqrt(sum(sample * sample for sample in samples) / len(samples)) / 32768
