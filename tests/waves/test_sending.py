"""A server that takes the handshake and then reads nothing: nobody waits for it for ever."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from servers import tcp_server
from websockets.http11 import Request
from websockets.server import ServerProtocol

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.errors import APITimeoutError
from waves.reader import following, on_a_loop, until
from waves.speaker import COMPLETE, KEY, audio_of, chunk_of, done, using

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = type[SmallestAI] | type[AsyncSmallestAI]

# More than the buffers of both sides take.
LARGE = {"extra_body": {"padding": "x" * 7_000_000}}
FIRST = 0.15


class Deaf:
    """A server that reads so many messages, answers them, and then reads no more.

    Attributes:
        url: Its base URL.
        greeted: How many handshakes it has taken.
        offered: To how many of them something was sent that it does not read.
    """

    def __init__(self, messages: int) -> None:
        self.url = ""
        self.greeted = 0
        self.offered = 0
        self.gone = threading.Event()
        self._messages = messages

    def __call__(self, connection: socket.socket) -> None:
        protocol = ServerProtocol(max_size=None)
        left = self._messages + 1
        while left:
            data = connection.recv(65536)
            if not data:
                return
            protocol.receive_data(data)
            for event in protocol.events_received():
                left -= 1
                if isinstance(event, Request):
                    protocol.send_response(protocol.accept(event))
                    self.greeted += 1
                else:
                    protocol.send_text(chunk_of("one").encode())
                    protocol.send_text(COMPLETE.encode())
            for part in protocol.data_to_send():
                connection.sendall(part)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        if connection.recv(1, socket.MSG_PEEK):
            self.offered += 1
            self.gone.wait(10)


@contextmanager
def deaf(messages: int = 0) -> Iterator[Deaf]:
    """Run such a server; no thread of the client is left."""
    before = set(threading.enumerate())
    server = Deaf(messages)
    with tcp_server(server) as server.url:
        try:
            yield server
        finally:
            server.gone.set()
    for thread in set(threading.enumerate()) - before:
        if not thread.name.startswith("asyncio_"):
            thread.join(2)
            assert not thread.is_alive(), thread


def both(test: Callable[..., Any]) -> Any:
    """Run a test with the blocking client and with the async one; no task is left."""
    kinds = [SmallestAI, AsyncSmallestAI]
    return pytest.mark.parametrize("kind", kinds, ids=["blocking", "async"])(on_a_loop(test))


def client_of(kind: Any, server: Deaf, first: float = FIRST) -> Any:
    """Return a client that does not wait for long."""
    return kind(KEY, base_url=server.url, timeout=Timeout(first=first))


def assert_late(error: APITimeoutError) -> None:
    """It says which timeout ran out, and how to raise it."""
    assert error.timeout == "first"
    assert "did not take the request" in str(error)
    assert "Timeout(first=" in str(error)


@both
async def test_a_stream_whose_request_is_not_taken(kind: Kind) -> None:
    """It fails after the timeout, and so does the next, over another socket."""
    with deaf() as server:
        async with using(client_of(kind, server)) as client:
            for number in (1, 2):
                began = time.monotonic()
                with pytest.raises(APITimeoutError) as caught:
                    await done(client.waves.tts.synthesize("x", transport="websocket", **LARGE))
                assert time.monotonic() - began >= FIRST
                assert_late(caught.value)
                assert server.greeted == number


@both
async def test_a_connection_whose_request_is_not_taken(kind: Kind) -> None:
    """The same on a socket of one's own, also after an utterance that was spoken."""
    with deaf(messages=1) as server:
        async with using(client_of(kind, server)) as client:
            async with using(client.waves.tts.connect()) as connection:
                assert (await done(connection.synthesize("one"))).data == audio_of("one")
                with pytest.raises(APITimeoutError) as caught:
                    await done(connection.synthesize("two", **LARGE))
                assert_late(caught.value)
                assert (await done(connection.synthesize("one"))).data == audio_of("one")
    assert server.greeted == 2


@both
@pytest.mark.parametrize("continuity", ["context", "plain"])
async def test_tokens_whose_piece_is_not_taken(kind: Kind, continuity: str) -> None:
    """What was spoken is on the error; the source is read no further, and is not to blame."""
    given: list[str] = []
    heard = threading.Event()

    def tokens() -> Iterator[str]:
        for token in ["One. ", "Two is here, I think. ", *["And there is more to come. "] * 99]:
            given.append(token)
            yield token
            assert heard.wait(5)

    with deaf(messages=1) as server:
        async with using(client_of(kind, server, 0.5)) as client:
            stream = client.waves.tts.speak(tokens(), continuity=continuity, flush_after=0, **LARGE)
            async with using(stream):
                assert await following(stream) == audio_of("one")
                heard.set()
                with pytest.raises(APITimeoutError) as caught:
                    await done(stream.read())
    assert_late(caught.value)
    assert caught.value.audio == audio_of("one")
    assert len(given) < 40
    assert server.greeted == 1


@both
async def test_closing_what_cannot_be_sent(kind: Kind) -> None:
    """Whoever closes the stream does not wait for the timeout, nor does whoever reads it."""
    with deaf() as server:
        async with using(client_of(kind, server, 30)) as client:
            for stream in (
                client.waves.tts.stream("x", **LARGE),
                client.waves.tts.speak(["One. ", "Two."], **LARGE),
            ):
                reading = asyncio.create_task(_read(stream))
                number = server.offered
                await until(lambda before=number: server.offered > before)
                began = time.monotonic()
                await done(stream.close())
                await asyncio.wait_for(reading, 5)
                assert time.monotonic() - began < 3


async def _read(stream: Any) -> None:
    if hasattr(stream, "__aiter__"):
        assert [chunk async for chunk in stream] == []
    else:
        assert await asyncio.to_thread(list, stream) == []


@both
async def test_a_large_text_is_sent_whole(kind: Kind) -> None:
    """A message that does not go out at once takes the slow way, and arrives."""
    text = "अ" * 8000
    with deaf(messages=1) as server:
        async with using(client_of(kind, server, 5)) as client:
            audio = await done(client.waves.tts.synthesize(text, transport="websocket"))
    assert audio.data == audio_of("one")
