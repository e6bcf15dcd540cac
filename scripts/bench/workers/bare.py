"""The limit: loops over the libraries themselves, with nothing around them."""

from __future__ import annotations

import base64
import json
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx
import msgspec
from loop import Contender, serve
from websockets.asyncio.client import connect as connect_async
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

SETTINGS = {"voice_id": "magnus", "model": "lightning_v3.1", "sample_rate": 24000}
HEADERS = {"Authorization": "Bearer bench"}


class Data(msgspec.Struct):
    """The `data` of a frame."""

    audio: bytes = b""


class Frame(msgspec.Struct):
    """A frame, as far as it concerns the loop."""

    status: str = ""
    data: Data | None = None


class Event(msgspec.Struct):
    """A server-sent event's data."""

    done: bool
    audio: bytes = b""


read_fast = msgspec.json.Decoder(Frame).decode
read_event = msgspec.json.Decoder(Event).decode


def read_plain(message: bytes | str) -> Frame:
    """Read a frame by the standard library."""
    frame = json.loads(message)
    data = frame.get("data")
    return Frame(frame["status"], Data(base64.b64decode(data["audio"])) if data else None)


def socket_session(read: Callable[[Any], Frame], decode: bool | None) -> Callable[[str], Any]:
    """Return a session over a blocking websocket."""

    @contextmanager
    def session(url: str) -> Iterator[Callable[..., int]]:
        with connect(url + "/waves/v1/tts/live", additional_headers=HEADERS) as socket:

            def speak(text: str, first_audio: Callable[[], None]) -> int:
                socket.send(json.dumps({**SETTINGS, "text": text}))
                size = len(read(socket.recv(decode=decode)).data.audio)  # type: ignore[union-attr]
                first_audio()
                while (frame := read(socket.recv(decode=decode))).data is not None:
                    size += len(frame.data.audio)
                return size

            yield speak

    return session


def async_socket_session(read: Callable[[Any], Frame], decode: bool | None) -> Callable[[str], Any]:
    """Return a session over an asynchronous websocket."""

    @asynccontextmanager
    async def session(url: str) -> AsyncIterator[Callable[..., Any]]:
        async with connect_async(url + "/waves/v1/tts/live", additional_headers=HEADERS) as socket:

            async def speak(text: str, first_audio: Callable[[], None]) -> int:
                await socket.send(json.dumps({**SETTINGS, "text": text}))
                size = len(read(await socket.recv(decode=decode)).data.audio)  # type: ignore[union-attr]
                first_audio()
                while (frame := read(await socket.recv(decode=decode))).data is not None:
                    size += len(frame.data.audio)
                return size

            yield speak

    return session


@cache
def http_client(url: str) -> httpx.Client:
    """Return the client that the HTTP sessions share, with its pool."""
    return httpx.Client(base_url=url, headers=HEADERS)


@contextmanager
def http_session(client: httpx.Client) -> Iterator[Callable[..., int]]:
    """Give a session over httpx, plain bytes."""

    def speak(text: str, first_audio: Callable[[], None]) -> int:
        with client.stream("POST", "/waves/v1/tts", json={**SETTINGS, "text": text}) as reply:
            chunks = reply.iter_bytes()
            size = len(next(chunks))
            first_audio()
            return size + sum(map(len, chunks))

    yield speak


@contextmanager
def sse_session(client: httpx.Client) -> Iterator[Callable[..., int]]:
    """Give a session over httpx, server-sent events."""

    def speak(text: str, first_audio: Callable[[], None]) -> int:
        body = {**SETTINGS, "text": text}
        with client.stream("POST", "/waves/v1/tts/live", json=body) as reply:
            lines = (line for line in reply.iter_lines() if line.startswith("data: "))
            size = len(read_event(next(lines)[6:]).audio)
            first_audio()
            return size + sum(len(read_event(line[6:]).audio) for line in lines)

    yield speak


def over_socket(session: Callable[[str], Any], *, asynchronous: bool = False) -> Contender:
    """Return a contender that needs only the address; its session serves one utterance or many."""
    return Contender(str, session, session, asynchronous=asynchronous)


CONTENDERS = {
    "blocking": over_socket(socket_session(read_fast, decode=False)),
    "blocking stdlib": over_socket(socket_session(read_plain, decode=None)),
    "async": over_socket(async_socket_session(read_fast, decode=False), asynchronous=True),
    "async stdlib": over_socket(async_socket_session(read_plain, decode=None), asynchronous=True),
    "http": Contender(http_client, kept=http_session),
    "sse": Contender(http_client, kept=sse_session),
}

if __name__ == "__main__":
    serve(CONTENDERS)
