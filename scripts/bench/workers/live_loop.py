"""What the workers of live sessions share: what is said, at which pace, and in which threads."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from crowd import Ear, Stream, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

SPEECH = bytes(range(256)) * 6 + bytes(64)  # 50 ms of PCM16, for transcription
FRAME, FRAME_SECONDS = SPEECH[:640], 0.02  # for Hydra
DIGITS = 20  # of the stamp in a transcript
THREADS = ThreadPoolExecutor(200)


def blocking(listen: Callable[[str, Ear], None]) -> Stream:
    """Return a stream that is a function in a thread of its own."""

    async def stream(order: dict[str, Any], ear: Ear) -> None:
        await asyncio.get_running_loop().run_in_executor(THREADS, listen, order["url"], ear)

    return stream


async def spoken() -> AsyncIterator[bytes]:
    """Yield frames as a microphone does."""
    begun = time.perf_counter()
    for number in count(1):
        yield FRAME
        await asyncio.sleep(max(0.0, begun + number * FRAME_SECONDS - time.perf_counter()))


@contextmanager
def speaking(send: Callable[[bytes], object]) -> Iterator[None]:
    """Send frames as a microphone does, in a thread of their own, until the block ends."""
    ended = Event()

    def speak() -> None:
        begun = time.perf_counter()
        for number in count(1):
            send(FRAME)
            if ended.wait(max(0.0, begun + number * FRAME_SECONDS - time.perf_counter())):
                return

    thread = Thread(target=speak)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def serve_contenders(contenders: dict[str, Stream]) -> None:
    """Carry out orders; each names its contender."""

    async def stream(order: dict[str, Any], ear: Ear) -> None:
        await contenders[order["contender"]](order, ear)

    serve(stream)
