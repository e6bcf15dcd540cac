"""Streamed chats: the shared conversations on both shells, closing, and speech made of them."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import TYPE_CHECKING, Any

import pytest
from conversations.chat import Chat, load
from servers import answer, http_server, read_request, stays, tcp_server
from test_pairs import members

from smallestai import (
    APIConnectionError,
    APITimeoutError,
    AsyncSmallestAI,
    LocalProtocolError,
    PermissionDeniedError,
    RemoteProtocolError,
    SmallestAI,
    SmallestError,
    Timeout,
)
from smallestai.waves.chat import AsyncChatStream, ChatStream
from waves.worlds import both, json_reply, sent

if TYPE_CHECKING:
    import socket

CHATS = load()
EVENTS = "text/event-stream; charset=utf-8"
HELLO = next(chat for chat in CHATS if chat.name == "text")
FIRST = b'data: {"choices":[{"delta":{"content":"No"}}]}\n\n'


def _read(url: str) -> tuple[Any, list[Any], Any]:
    chunks: list[Any] = []
    with SmallestAI("sk_x", base_url=url) as client:
        stream = client.waves.chat.create("Hi.", stream=True)
        try:
            for chunk in stream:
                chunks.append(chunk)
        except SmallestError as error:
            return stream, chunks, error
        assert stream.message() == stream.received
        stream.close()
        assert "ended" in repr(stream)
    return stream, chunks, None


def _read_async(url: str) -> tuple[Any, list[Any], Any]:
    async def play() -> tuple[Any, list[Any], Any]:
        chunks: list[Any] = []
        async with AsyncSmallestAI("sk_x", base_url=url) as client:
            stream = client.waves.chat.create("Hi.", stream=True)
            try:
                async for chunk in stream:
                    chunks.append(chunk)
            except SmallestError as error:
                return stream, chunks, error
            assert await stream.message() == stream.received
            await stream.close()
            assert "ended" in repr(stream)
        return stream, chunks, None

    return asyncio.run(play())


@pytest.mark.parametrize("read", [_read, _read_async], ids=["blocking", "async"])
@pytest.mark.parametrize("chat", CHATS, ids=lambda chat: chat.name)
def test_conversations(read: Any, chat: Chat) -> None:
    """Both shells give what the core gives."""
    with http_server(answer(chat.body, EVENTS)) as (url, requests):
        stream, chunks, error = read(url)
    chat.check(chunks, stream, stream.received)
    chat.check_error(error)
    assert stream.request_id == "req-1"
    assert sent(requests[0])["stream"] is True


def test_the_streams_are_twins() -> None:
    """They have the same members with the same parameters; one may be awaited as well."""
    assert members(AsyncChatStream) == members(ChatStream)


@both
def test_a_connection_that_breaks_leaves_what_was_received(world: Any) -> None:
    """The error of the connection has the message so far."""
    with http_server(answer(FIRST, EVENTS, length=5000)) as (url, _):
        with pytest.raises(APIConnectionError) as caught:
            world(url, lambda waves: waves.chat.create("Hi.", stream=True).message())
    assert vars(caught.value)["received"].content == "No"


@both
def test_a_refusal_is_raised_when_it_is_read(world: Any) -> None:
    """A stream that is refused raises the refusal, as a whole answer does."""
    refusal = json_reply({"error": {"message": "no Electron"}}, "403 Forbidden")
    with http_server(refusal) as (url, _):
        with pytest.raises(PermissionDeniedError, match="no Electron"):
            world(url, lambda waves: waves.chat.create("Hi.", stream=True).message())


@both
def test_another_kind_of_answer_is_shown(world: Any) -> None:
    """A page where a stream was due is no answer."""
    with http_server(answer(b"<h1>Hello</h1>", "text/html")) as (url, _):
        with pytest.raises(RemoteProtocolError, match="text/html where an event stream") as caught:
            world(url, lambda waves: waves.chat.create("Hi.", stream=True).message())
    assert caught.value.body == "<h1>Hello</h1>"


def _endless(connection: socket.socket) -> None:
    """Begin an answer, and say no more until the client goes."""
    read_request(connection)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {EVENTS}\r\nTransfer-Encoding: chunked\r\n\r\n"
    connection.sendall(head.encode() + b"%x\r\n%s\r\n" % (len(FIRST), FIRST))
    while connection.recv(4096):
        pass


def test_closing_wakes_who_reads() -> None:
    """Another thread closes: the reader sees the end at once, and what was received stays."""
    with tcp_server(_endless) as url, SmallestAI("sk_x", base_url=url) as client:
        stream = client.waves.chat.create("Hi.", stream=True)
        assert next(stream).choices[0].delta.content == "No"
        read: list[list[Any]] = []
        reader = threading.Thread(target=lambda: read.append(list(stream)))
        reader.start()
        while not stream._reading:
            threading.Event().wait(0.001)
        stream.close()
        assert not stays(reader)
        assert read == [[]]
        stream.close()
        assert stream.text == "No"
        assert repr(stream) == "<ChatStream closed, 2 characters>"
        with pytest.raises(LocalProtocolError, match="closed before its end"):
            stream.message()


def test_closing_while_it_opens() -> None:
    """Closed before the answer begins: whoever reads sees the end once it has begun."""
    asked, go = threading.Event(), threading.Event()

    def serve(connection: socket.socket) -> None:
        read_request(connection)
        asked.set()
        go.wait(10)
        connection.sendall(answer(HELLO.body, EVENTS))

    with tcp_server(serve) as url, SmallestAI("sk_x", base_url=url) as client:
        stream = client.waves.chat.create("Hi.", stream=True)
        read: list[list[Any]] = []
        reader = threading.Thread(target=lambda: read.append(list(stream)))
        reader.start()
        assert asked.wait(10)
        stream.close()
        go.set()
        reader.join()
        assert read == [[]]


@both
def test_silence_is_an_error(world: Any) -> None:
    """An answer that goes silent in the middle ends by the timeout, with what was received."""
    with tcp_server(_endless) as url:
        with pytest.raises(APITimeoutError) as caught:
            world(
                url,
                lambda waves: waves.chat.create("Hi.", stream=True).message(),
                timeout=Timeout(between=0.05),
            )
    assert caught.value.timeout == "between"
    assert vars(caught.value)["received"].content == "No"


def test_another_task_closes() -> None:
    """The same on an event loop."""

    async def play(url: str) -> None:
        async with AsyncSmallestAI("sk_x", base_url=url) as client:
            stream = await client.waves.chat.create("Hi.", stream=True)
            assert (await anext(stream)).choices[0].delta.content == "No"
            waiting = asyncio.create_task(_rest(stream))
            await asyncio.sleep(0)
            await stream.close()
            assert await waiting == []
            assert stream.text == "No"
            with pytest.raises(LocalProtocolError, match="closed before its end"):
                await stream.message()

    with tcp_server(_endless) as url:
        asyncio.run(play(url))


async def _rest(stream: AsyncChatStream) -> list[Any]:
    return [chunk async for chunk in stream]


def test_a_task_that_is_cancelled_lets_go() -> None:
    """Cancelling whoever reads closes the connection."""

    async def play(url: str) -> None:
        async with AsyncSmallestAI("sk_x", base_url=url) as client:
            stream = client.waves.chat.create("Hi.", stream=True)
            await anext(stream)
            waiting = asyncio.create_task(_rest(stream))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            assert "closed" in repr(stream)

    with tcp_server(_endless) as url:
        asyncio.run(play(url))


def test_with_closes_and_a_closed_one_is_not_opened() -> None:
    """Leaving the block closes; one closed before it began is never sent."""
    with tcp_server(_endless) as url, SmallestAI("sk_x", base_url=url) as client:
        with client.waves.chat.create("Hi.", stream=True) as stream:
            assert "open" in repr(stream)
            assert next(stream)
        assert list(stream) == []
        unread = client.waves.chat.create("Hi.", stream=True)
        assert "new" in repr(unread)
        unread.close()
        with pytest.raises(LocalProtocolError, match="is closed"):
            next(unread)


def test_an_abandoned_stream_lets_go() -> None:
    """A stream that nobody refers to any more closes its connection, and says nothing."""
    gone = threading.Event()

    def serve(connection: socket.socket) -> None:
        _endless(connection)
        gone.set()

    with tcp_server(serve) as url, SmallestAI("sk_x", base_url=url) as client:
        next(client.waves.chat.create("Hi.", stream=True))
        gc.collect()
        assert gone.wait(10)


@both
def test_chunks_have_the_shape_of_openai(world: Any) -> None:
    """A loop written for the `openai` package reads ours."""
    with http_server(answer(HELLO.body, EVENTS)) as (url, _):
        texts = []
        for chunk in world(url, lambda waves: waves.chat.create("Hi.", stream=True)):
            if chunk.choices[0].delta.content is not None:
                texts.append(chunk.choices[0].delta.content)
            assert chunk.object in (None, "chat.completion.chunk")
    assert texts == ["No", "ted."]


@both
def test_the_count_can_be_read_as_a_chunk(world: Any) -> None:
    """Who asks for the count gets its chunk."""
    with http_server(answer(HELLO.body, EVENTS)) as (url, _):
        *_, last = world(
            url,
            lambda waves: waves.chat.create(
                "Hi.", stream=True, stream_options={"include_usage": True}
            ),
        )
    assert last.usage.total_tokens == 42
