"""Our own client, as a program would use it."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from loop import Contender, serve

from smallestai import AsyncSmallestAI, SmallestAI

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

VOICE = "magnus"


@cache
def client(url: str) -> SmallestAI:
    """Return the blocking client; the socket's address follows from the HTTP one."""
    return SmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


@cache
def async_client(url: str) -> AsyncSmallestAI:
    """Return the asynchronous client."""
    return AsyncSmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


def session(transport: str) -> Callable[[SmallestAI], Any]:
    """Return a session in which each utterance is a stream of its own."""

    @contextmanager
    def stream(client: SmallestAI) -> Iterator[Callable[..., int]]:
        def speak(text: str, first_audio: Callable[[], None]) -> int:
            with client.waves.tts.stream(text, voice_id=VOICE, transport=transport) as chunks:
                size = len(next(chunks))
                first_audio()
                return size + sum(map(len, chunks))

        yield speak

    return stream


@asynccontextmanager
async def async_session(client: AsyncSmallestAI) -> AsyncIterator[Callable[..., Any]]:
    """Give a session in which each utterance is a stream of its own."""

    async def speak(text: str, first_audio: Callable[[], None]) -> int:
        async with client.waves.tts.stream(text, voice_id=VOICE) as chunks:
            size = len(await anext(chunks))
            first_audio()
            async for chunk in chunks:
                size += len(chunk)
            return size

    yield speak


CONTENDERS = {
    "blocking": Contender(client, session("websocket")),
    "async": Contender(async_client, async_session, asynchronous=True),
    "sse": Contender(client, kept=session("sse")),
    "http": Contender(client, kept=session("http")),
}

if __name__ == "__main__":
    serve(CONTENDERS)
