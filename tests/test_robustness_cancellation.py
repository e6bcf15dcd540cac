"""What is given up in the middle leaves nothing behind, and nothing is taken for whole."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from servers import read_request, tcp_server

from smallestai import AsyncSmallestAI, SmallestAI, StreamClosedError, Timeout, _pools
from smallestai._steady import Steady
from smallestai.waves import _stt_sources

if TYPE_CHECKING:
    from collections.abc import Awaitable, Generator, Iterator
    from pathlib import Path
    from socket import socket

KEY = "sk_x"
SAMPLES = b"\1\2" * 500


class GivenUp:
    """Awaited in place of something else; the task is cancelled at some of its steps."""

    def __init__(self, work: Awaitable[Any], steps: range) -> None:
        self.count = 0
        self._work = work
        self._steps = steps

    def __await__(self) -> Generator[Any, None, Any]:
        inner: Any = self._work.__await__()
        error: BaseException | None = None
        while True:
            try:
                step = inner.send(None) if error is None else inner.throw(error)
            except StopIteration as end:
                return end.value
            if self.count in self._steps:
                task = asyncio.current_task()
                assert task is not None
                task.cancel()
            self.count += 1
            error = None
            try:
                yield step
            except BaseException as thrown:
                error = thrown


class TestSteady:
    """A cancellation comes where something is waited for, or at the end."""

    def test_it_waits_for_a_real_wait(self) -> None:
        """It is not let in where the coroutine only lets others go first."""
        passed = []

        async def work() -> None:
            await asyncio.sleep(0)
            passed.append("between")
            await asyncio.Event().wait()

        async def play() -> None:
            await GivenUp(Steady(work()), range(1))

        with pytest.raises(asyncio.CancelledError):
            asyncio.run(play())
        assert passed == ["between"]

    def test_what_was_done_all_the_same_is_undone(self) -> None:
        """The cancellation is raised behind it."""
        undone = []

        async def work() -> int:
            await asyncio.sleep(0)
            return 7

        async def undo(result: int) -> None:
            await asyncio.sleep(0)
            undone.append(result)

        async def play() -> None:
            await GivenUp(Steady(work(), undo), range(2))

        with pytest.raises(asyncio.CancelledError):
            asyncio.run(play())
        assert undone == [7]

    def test_without_a_cancellation_it_is_not_there(self) -> None:
        """Results and exceptions pass."""

        async def work(result: int) -> int:
            await asyncio.sleep(0)
            return 8 // result

        async def play() -> int:
            with suppress(ZeroDivisionError):
                await Steady(work(0))
            return await Steady(work(2))

        assert asyncio.run(play()) == 4


def speak(connection: socket) -> None:
    """Answer requests with audio, one after another over one connection."""
    while True:
        read_request(connection)
        head = "HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nTransfer-Encoding: chunked\r\n\r\n"
        connection.sendall(head.encode())
        for piece in (SAMPLES, SAMPLES, b""):
            connection.sendall(b"%x\r\n%b\r\n" % (len(piece), piece))


@pytest.mark.parametrize("times", [1, 2, 4])
def test_a_request_that_is_cancelled_gives_its_place_back(
    times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it was, and however often: the pool has one place, and the next request gets it."""
    monkeypatch.setattr(_pools, "_LIMITS", httpx.Limits(max_connections=1))

    async def play(url: str) -> int:
        timeout = Timeout(connect=2, first=2, between=2, total=5)
        async with AsyncSmallestAI(KEY, base_url=url, timeout=timeout, max_retries=0) as client:
            client.waves.tts.concurrency_limit = 1
            for at in range(100):
                work = GivenUp(client.waves.tts.synthesize("Good."), range(at, at + times))
                with suppress(asyncio.CancelledError):
                    await asyncio.create_task(_awaited(work))
                if work.count <= at:
                    return at
                assert (await client.waves.tts.synthesize("Better.")).data == SAMPLES * 2
            raise AssertionError("it has no end")

    with tcp_server(speak) as url:
        assert asyncio.run(play(url)) > 5


async def _awaited(work: Awaitable[Any]) -> Any:
    return await work


def test_async_a_part_is_not_taken_for_the_whole() -> None:
    """A body whose reading was cancelled cannot be read on: that is told, with what came."""
    read = threading.Event()

    def halt(connection: socket) -> None:
        read_request(connection)
        head = "HTTP/1.1 200 OK\r\nContent-Type: audio/wav\r\nContent-Length: 2000\r\n\r\n"
        connection.sendall(head.encode() + SAMPLES)
        read.wait(5)

    async def play(url: str) -> bytes:
        async with AsyncSmallestAI(KEY, base_url=url) as client:
            stream = client.waves.tts.stream("Good morning.", transport="http")
            assert await anext(stream) == SAMPLES
            more = asyncio.create_task(_awaited(anext(stream)))
            await asyncio.sleep(0)
            more.cancel()
            with pytest.raises(asyncio.CancelledError):
                await more
            with pytest.raises(StreamClosedError, match="interrupted") as caught:
                await stream.read()
            read.set()
            return caught.value.audio

    with tcp_server(halt) as url:
        assert asyncio.run(play(url)) == SAMPLES


class _Interrupted(httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        yield SAMPLES
        raise KeyboardInterrupt


def test_a_part_is_not_taken_for_the_whole() -> None:
    """Ctrl-C in the midst of a body, and the same stream read on."""
    headers = {"content-type": "audio/wav"}
    answers = httpx.MockTransport(
        lambda _: httpx.Response(200, headers=headers, stream=_Interrupted())
    )
    with httpx.Client(transport=answers) as http, SmallestAI(KEY, http_client=http) as client:
        stream = client.waves.tts.stream("Good morning.", transport="http")
        assert next(stream) == SAMPLES
        with pytest.raises(KeyboardInterrupt):
            next(stream)
        with pytest.raises(StreamClosedError, match="interrupted") as caught:
            stream.read()
    assert caught.value.audio == SAMPLES


def test_a_file_that_opens_too_late_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A transcription that was cancelled meanwhile leaves no file open."""
    asked, may_open, closed = threading.Event(), threading.Event(), threading.Event()

    def late(*arguments: Any) -> Any:
        asked.set()
        assert may_open.wait(5)
        recording: Any = _stt_sources.open_source(*arguments)
        close = recording.close

        def shut() -> None:
            close()
            closed.set()

        monkeypatch.setattr(recording, "close", shut)
        return recording

    monkeypatch.setattr("smallestai.waves.stt.open_source", late)
    path = tmp_path / "call.wav"
    path.write_bytes(b"RIFF\0\0\0\0WAVE" + bytes(100))

    async def play() -> None:
        async with AsyncSmallestAI(KEY, base_url="http://127.0.0.1:9") as client:
            task = asyncio.create_task(client.waves.stt.transcribe(path))
            await asyncio.to_thread(asked.wait, 5)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            may_open.set()
            assert await asyncio.to_thread(closed.wait, 5)

    asyncio.run(play())
