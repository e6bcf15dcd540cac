"""What tests of kept sockets share: a server that counts its sockets, and both worlds in one."""

from __future__ import annotations

import asyncio
import base64
import functools
import inspect
import json
import threading
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest
from servers import stays, websocket_server
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.waves import _shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from websockets.sync.server import ServerConnection

    Plan = Callable[[ServerConnection, dict[str, Any]], None]

KEY = "sk_test_0123456789"
COMPLETE = '{"status":"complete"}'
PONG = '{"type":"pong"}'
ERROR = '{"status":"error","error":{"code":"model_unavailable","message":"not now"}}'


def audio_of(text: str) -> bytes:
    """Return the samples that the server speaks a text with."""
    return text.encode("utf-16-le")


def chunk_of(text: str) -> str:
    """Return the frame that holds them."""
    audio = base64.b64encode(audio_of(text)).decode()
    return json.dumps({"status": "chunk", "data": {"audio": audio}})


UNASKED = (
    chunk_of("late"),
    COMPLETE,
    '{"status":"error","message":"Connection timed out after 60 seconds of inactivity"}',
    '{"type":"news"}',
    "no JSON",
)
"""What a server may send while nothing is under way."""


def say(connection: ServerConnection, message: dict[str, Any]) -> None:
    """Speak the text."""
    connection.send(chunk_of(message["text"]))
    connection.send(COMPLETE)


def hang_up(connection: ServerConnection, _message: dict[str, Any]) -> None:
    """Close without a word."""
    connection.close(CloseCode.GOING_AWAY)


def break_off(connection: ServerConnection, message: dict[str, Any]) -> None:
    """Close in the middle."""
    connection.send(chunk_of(message["text"]))
    connection.close(CloseCode.INTERNAL_ERROR)


def begin(connection: ServerConnection, message: dict[str, Any]) -> None:
    """Speak the text, and never come to the end."""
    connection.send(chunk_of(message["text"]))


def fail(connection: ServerConnection, _message: dict[str, Any]) -> None:
    """Report an error."""
    connection.send(ERROR)


class Clock:
    """The clock of kept sockets; it stands until it is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(_shelf, "monotonic", lambda: self.now)


class Speaker:
    """A server that speaks every text, and keeps account.

    Attributes:
        url: Its base URL.
        sockets: Its connections, in the order of their handshakes.
        asked: The texts it was asked for, each with the number of the socket.
        messages: The messages that asked for them.
        pings: The number of the socket, for every ping.
        ended: The numbers of the sockets that were closed.
        plans: What to do instead of speaking, by number of the socket and text.
    """

    def __init__(self, plans: dict[tuple[int, str], Plan]) -> None:
        self.url = ""
        self.sockets: list[ServerConnection] = []
        self.asked: list[tuple[int, str]] = []
        self.messages: list[dict[str, Any]] = []
        self.pings: list[int] = []
        self.ended: list[int] = []
        self.plans = plans
        self._news = threading.Condition()

    def __call__(self, connection: ServerConnection) -> None:
        with self._news:
            number = len(self.sockets)
            self._note(self.sockets, connection)
        with suppress(ConnectionClosed):
            for frame in connection:
                self._take(number, connection, json.loads(frame))
        self._note(self.ended, number)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to have happened here."""

        def wait() -> bool:
            with self._news:
                return self._news.wait_for(condition, 5)

        assert await asyncio.to_thread(wait)

    def headers(self, number: int) -> dict[str, str]:
        """Return the headers of a handshake."""
        request = self.sockets[number].request
        assert request is not None
        return dict(request.headers.raw_items())

    async def send(self, number: int, frame: str) -> None:
        """Send a frame unasked, and wait until the client has taken it in."""
        self.sockets[number].send(frame)
        for _ in range(2):  # the first may be answered before the frame beside it is looked at
            assert await asyncio.to_thread(self.sockets[number].ping().wait, 5)

    async def close(self, number: int) -> None:
        """Close a socket, and wait until the client has agreed."""
        await asyncio.to_thread(self.sockets[number].close)

    def _take(self, number: int, connection: ServerConnection, message: dict[str, Any]) -> None:
        if message.get("type") == "ping":
            self._note(self.pings, number)
            connection.send(PONG)
            return
        self.messages.append(message)
        self._note(self.asked, (number, message["text"]))
        self.plans.get((number, message["text"]), say)(connection, message)

    def _note(self, book: list[Any], entry: Any) -> None:
        with self._news:
            book.append(entry)
            self._news.notify_all()


@contextmanager
def speaking(**plans: Plan) -> Iterator[Speaker]:
    """Run a speaker; ``two_0=fail`` is a plan for the text "two" on socket 0. No thread is left."""
    before = set(threading.enumerate())
    split = {name.rpartition("_"): plan for name, plan in plans.items()}
    speaker = Speaker({(int(number), text): plan for (text, _, number), plan in split.items()})
    with websocket_server(speaker) as speaker.url:
        yield speaker
    left = set(threading.enumerate()) - before
    assert [each for each in left if not each.name.startswith("asyncio_") and stays(each)] == []


Test = Any


def both(test: Callable[..., Awaitable[None]]) -> Test:
    """Run a test with the blocking client and with the async one; no task is left."""

    async def run(arguments: dict[str, Any]) -> None:
        await test(**arguments)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    @pytest.mark.parametrize("kind", [SmallestAI, AsyncSmallestAI], ids=["blocking", "async"])
    @functools.wraps(test)
    def runner(**arguments: Any) -> None:
        asyncio.run(run(arguments))

    return runner


async def done(value: Any) -> Any:
    """Return the result of a call, awaited in the async world."""
    return await value if inspect.isawaitable(value) else value


@asynccontextmanager
async def using(thing: Any) -> AsyncIterator[Any]:
    """Enter a context manager of either world."""
    async with AsyncExitStack() as stack:
        if hasattr(thing, "__aenter__"):
            yield await stack.enter_async_context(thing)
        else:
            yield stack.enter_context(thing)


async def first(stream: Any) -> bytes:
    """Return the next chunk of a stream of either world."""
    chunk: bytes = await anext(stream) if hasattr(stream, "__anext__") else next(stream)
    return chunk


async def heard(source: Any, text: str, **options: Any) -> bytes:
    """Return the audio of an utterance, by a client's ``waves.tts`` or by a connection."""
    async with using(source.stream(text, **options)) as stream:
        audio: bytes = (await done(stream.read())).data
        return audio
