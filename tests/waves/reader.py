"""What tests of spoken tokens share: a service that reads texts out and breaks off where told."""

from __future__ import annotations

import asyncio
import base64
import functools
import json
import re
import socket
import ssl
import threading
from collections import deque
from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
import pytest
from servers import answer, read_request, tcp_server
from websockets.exceptions import ConnectionClosed
from websockets.sync.server import serve

from smallestai import AsyncSmallestAI, SmallestAI
from waves.speaker import COMPLETE, KEY, PONG, audio_of, using

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

    from websockets.http11 import Request, Response
    from websockets.sync.server import ServerConnection

# Five pieces.
TEXT = (
    "Good morning, and welcome to the early train to the coast! "
    "It leaves from platform four in ten minutes, and it will call at every station along the "
    "river before noon. "
    "Tea, coffee and warm bread are sold in the third carriage, where you will also find a seat "
    "beside the window. "
    "Please keep your ticket at hand, because the inspector comes through soon after we have left "
    "the old bridge. "
    "We wish you a pleasant day, and we hope that you will travel with us again before the end of "
    "the summer."
)
FIRST, *REST = re.findall(r"[^.!]+[.!] ?", TEXT)
WORDS = re.findall(r" ?[^ ]+", TEXT)
TOKENS = re.findall(r".{1,23}", TEXT)
AUDIO = audio_of(TEXT)

_TLS = ssl.create_default_context()


class Way(NamedTuple):
    """How tokens are spoken."""

    name: str
    options: dict[str, Any]

    @property
    def is_socket(self) -> bool:
        """Whether pieces share a connection."""
        return "continuity" in self.options


SOCKETS = [Way(name, {"continuity": name}) for name in ("context", "flush", "plain")]
REPLIES = [Way(name, {"transport": name}) for name in ("sse", "http")]
WAYS = [*SOCKETS, *REPLIES]

each_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
each_socket = pytest.mark.parametrize("way", SOCKETS, ids=lambda way: way.name)
each_reply = pytest.mark.parametrize("way", REPLIES, ids=lambda way: way.name)


class Silence(Exception):  # noqa: N818
    """The service says no more of what it was saying."""


class _Broken(Exception):  # noqa: N818
    """The service breaks the connection."""


class Reader:
    """A service that reads every text out, over sockets or HTTP, and keeps account.

    Each connection, or HTTP request, has a number. A frame is a message, an event or a part of a
    body.

    Attributes:
        url: Its base URL.
        connections: How many connections there were, the refused ones included.
        asked: The texts it was asked for, each with the number of the connection.
        messages: All messages but pings, and request bodies.
        pings: The numbers of the sockets, for every ping.
        sockets: The sockets by their numbers.
        ended: The numbers of the connections that were closed.
        frames: What to answer a text with, over a socket, where that is not its speech.
        after: Called with the socket after each answer.
        breaks: After how many frames connections break, one after another.
        refused: The connections it refuses, with the status.
        refusal: The body of a refusal.
        before: Called before every frame with the number of its connection; may raise `Silence`.
        voice: Makes the audio of a text, where that is the whole body.
        size: How long the parts of a body are.
    """

    def __init__(self, **script: Any) -> None:
        self.url = ""
        self.connections = 0
        self.asked: list[tuple[int, str]] = []
        self.messages: list[dict[str, Any]] = []
        self.pings: list[int] = []
        self.ended: list[int] = []
        self.breaks: deque[int] = deque(script.pop("breaks", ()))
        self.refused: dict[int, int] = script.pop("refused", {})
        self.refusal: str = script.pop("refusal", "{}")
        self.before: Callable[[int], None] = script.pop("before", lambda number: None)
        self.voice: Callable[[str], bytes] = script.pop("voice", audio_of)
        self.size: int = script.pop("size", 31)
        assert not script
        self._sent = 0
        self.sockets: dict[int, ServerConnection] = {}
        self.frames: dict[str, list[str]] = {}
        self.after: Callable[[ServerConnection], None] = lambda connection: None
        self._news = threading.Condition()

    @property
    def texts(self) -> list[str]:
        """The texts it was asked for."""
        return [text for _, text in self.asked]

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for something to have happened here."""
        with self._news:
            assert self._news.wait_for(condition, 5)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to have happened here, beside the loop."""
        await asyncio.to_thread(self.wait, condition)

    def greet(self, connection: ServerConnection, _request: Request) -> Response | None:
        """Take a handshake."""
        number = self._count()
        self.sockets[number] = connection
        status = self.refused.get(number)
        if status is None:
            return None
        response: Response = connection.respond(status, self.refusal)
        return response

    def talk(self, connection: ServerConnection) -> None:
        """Speak over a socket."""
        number = next(key for key, each in self.sockets.items() if each is connection)
        with suppress(ConnectionClosed):
            try:
                for frame in connection:
                    self._hear(number, connection, json.loads(frame))
            except _Broken:
                self._break(connection)
        self._note(self.ended, number)

    def reply(self, connection: socket.socket) -> None:
        """Speak over HTTP."""
        head, _, body = read_request(connection).partition(b"\r\n\r\n")
        number, message = self._count(), json.loads(body)
        self._note(self.messages, message)
        if number in self.refused:
            status = f"{self.refused[number]} No"
            connection.sendall(answer(self.refusal.encode(), "application/json", status=status))
            return
        self._note(self.asked, (number, message["text"]))
        parts = self._parts(message["text"], events=b"/tts/live " in head)
        with suppress(_Broken, OSError):
            try:
                for part in parts:
                    self._step(number)
                    connection.sendall(part)
            except Silence:
                connection.recv(1)  # until the client goes
        self._note(self.ended, number)

    def _count(self) -> int:
        with self._news:
            self.connections += 1
            return self.connections - 1

    def _hear(self, number: int, connection: ServerConnection, message: dict[str, Any]) -> None:
        if message.get("type") == "ping":
            connection.send(PONG)
            self._note(self.pings, number)
            return
        self._note(self.messages, message)
        if "text" in message:
            self._note(self.asked, (number, message["text"]))
            with suppress(Silence):
                for frame in self.frames.get(message["text"]) or frames_of(message):
                    self._step(number)
                    connection.send(frame)
                self.after(connection)

    def _step(self, number: int) -> None:
        """Come to the next frame, where the connection may break."""
        if self.breaks and self.breaks[0] <= self._sent:
            self.breaks.popleft()
            self._sent = 0
            raise _Broken
        self.before(number)
        self._sent += 1

    def _break(self, connection: ServerConnection) -> None:
        """Close with a reason, or without a word; both happen."""
        if len(self.asked) % 2:
            connection.close(1011, "restart")
        else:
            connection.socket.shutdown(socket.SHUT_RDWR)

    def _parts(self, text: str, *, events: bool) -> Iterator[bytes]:
        """Give the parts of a reply; the first is its head."""
        kind, body = "audio/wav", self.voice(text)
        if events:
            kind, chunks = "text/event-stream", map(_event, chunks_of(text))
            body = b"".join(chunks) + b'data: {"done":true}\n\n'
        yield answer(b"", kind, length=len(body))
        for at in range(0, len(body), self.size):
            yield body[at : at + self.size]

    def _note(self, book: list[Any], entry: Any) -> None:
        with self._news:
            book.append(entry)
            self._news.notify_all()


@contextmanager
def reading(way: Way, **script: Any) -> Iterator[Reader]:
    """Run a service for one way of speaking; see `Reader`. No thread is left."""
    before = set(threading.enumerate())
    reader = Reader(**script)
    with _server(reader, way) as reader.url:
        yield reader
    for thread in set(threading.enumerate()) - before:
        if not thread.name.startswith("asyncio_"):
            thread.join(1)  # a thread that has just been told to stop
            assert not thread.is_alive(), thread


@contextmanager
def _server(reader: Reader, way: Way) -> Iterator[str]:
    if not way.is_socket:
        with tcp_server(reader.reply) as url:
            yield url
        return
    options: dict[str, Any] = {"compression": None, "close_timeout": 1, "ping_interval": None}
    with serve(reader.talk, "127.0.0.1", 0, process_request=reader.greet, **options) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()


def chunks_of(text: str) -> list[bytes]:
    """Return the audio of a text in three parts, cut in the middle of samples."""
    audio = audio_of(text)
    middle = len(audio) // 4 * 2 + 1
    return [audio[at:to] for at, to in pairwise([0, min(3, middle), middle, len(audio)])]


def frames_of(message: dict[str, Any]) -> list[str]:
    """Return the frames that answer a message."""
    text = message["text"]
    audio = [{"audio": base64.b64encode(chunk).decode()} for chunk in chunks_of(text)]
    frames = [_frame("chunk", each) for each in audio]
    if message.get("word_timestamps"):
        frames[1:1] = [_frame("word_timestamp", each) for each in _words(text, 24000)]
    return [*frames, COMPLETE]


def _frame(status: str, data: dict[str, Any]) -> str:
    return json.dumps({"request_id": "task_1", "status": status, "data": data})


def _words(text: str, sample_rate: int) -> Iterator[dict[str, Any]]:
    """Give the words, which take one sample for each of their characters."""
    for index, word in enumerate(re.finditer(r"\S+", text)):
        times = {"start": word.start() / sample_rate, "end": word.end() / sample_rate}
        yield {"id": index, "word": word.group(), **times}


def _event(chunk: bytes) -> bytes:
    return f'data: {{"audio":"{base64.b64encode(chunk).decode()}"}}\n\n'.encode()


# -- both worlds in one


def client_of(kind: Any, reader: Reader, **options: Any) -> Any:
    """Return a client of the service; to be entered with `using`."""
    http = httpx.Client if kind is SmallestAI else httpx.AsyncClient
    # One of its own would read all certificates, for every test.
    options = {"http_client": http(verify=_TLS, trust_env=False), **options}
    return kind(KEY, base_url=reader.url, **options)


def worlds_of(kind: Any, items: Sequence[Any]) -> Iterator[Any]:
    """Give a source in each form: a list, a generator, and on a loop an async generator."""

    async def async_items() -> AsyncIterator[Any]:
        for item in items:
            yield item

    yield items
    yield (item for item in items)
    if kind is AsyncSmallestAI:
        yield async_items()


async def spoken(client: Any, way: Way, tokens: Any = TOKENS, **options: Any) -> bytes:
    """Return the audio of tokens, to the end."""
    audio: list[bytes] = []
    await collect(client.waves.tts.speak(tokens, **way.options, **options), audio)
    return b"".join(audio)


async def collect(stream: Any, audio: list[bytes]) -> None:
    """Read a stream to its end, keeping what came before a failure; then it is closed."""
    async with using(stream):
        async for chunk in each(stream):
            audio.append(chunk)


async def until(condition: Callable[[], object]) -> None:
    """Wait for something to have happened in the client."""
    for _ in range(5000):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise TimeoutError


async def each(items: Any) -> AsyncIterator[Any]:
    """Iterate a stream of either world, or its events."""
    while (item := await following(items)) is not None:
        yield item


async def following(items: Any) -> Any:
    """Return what comes next, None at the end; what blocks does so in a thread."""
    if hasattr(items, "__anext__"):
        return await anext(items, None)
    return await asyncio.to_thread(next, items, None)


def on_a_loop(test: Callable[..., Awaitable[None]]) -> Any:
    """Run a test that chooses its worlds itself; no task is left."""

    async def run(arguments: dict[str, Any]) -> None:
        await test(**arguments)
        for _ in range(50):  # generators that were given up in the middle are closed by tasks
            await asyncio.sleep(0)
        assert asyncio.all_tasks() == {asyncio.current_task()}

    @functools.wraps(test)
    def runner(**arguments: Any) -> None:
        asyncio.run(run(arguments))

    return runner


def both(test: Callable[..., Awaitable[None]]) -> Any:
    """Run a test with the blocking client and with the async one; no task is left."""
    kinds = [SmallestAI, AsyncSmallestAI]
    return pytest.mark.parametrize("kind", kinds, ids=["blocking", "async"])(on_a_loop(test))
