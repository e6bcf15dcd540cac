"""Our own client, as a program would use it."""

from __future__ import annotations

import warnings
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from loop import Contender, serve

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.waves import TTSConfig, WavesStreamingTTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

VOICE = "magnus"


def client(url: str) -> SmallestAI:
    """Return the blocking client; the socket's address follows from the HTTP one."""
    return SmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


def async_client(url: str) -> AsyncSmallestAI:
    """Return the asynchronous client."""
    return AsyncSmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


def streams(client: SmallestAI, transport: str) -> Callable[..., int]:
    """Return what hears an utterance as a stream of its own."""

    def speak(text: str, first_audio: Callable[[], None]) -> int:
        with client.waves.tts.stream(text, voice_id=VOICE, transport=transport) as chunks:
            size = len(next(chunks))
            first_audio()
            return size + sum(map(len, chunks))

    return speak


@contextmanager
def session(url: str) -> Iterator[Callable[..., int]]:
    """Give a session of a new client: its first stream opens a socket, which it then keeps."""
    with client(url) as made:
        yield streams(made, "websocket")


@contextmanager
def old_session(url: str) -> Iterator[Callable[..., int]]:
    """Give a session of the streaming class of old programs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        helper = WavesStreamingTTS(TTSConfig(voice_id=VOICE, api_key="bench"))
    helper.ws_url = url + "/waves/v1/tts/live"

    def speak(text: str, first_audio: Callable[[], None]) -> int:
        chunks = helper.synthesize(text)
        size = len(next(chunks))
        first_audio()
        return size + sum(map(len, chunks))

    try:
        yield speak
    finally:
        helper.close()


@asynccontextmanager
async def async_session(url: str) -> AsyncIterator[Callable[..., Any]]:
    """Give the same of an asynchronous client."""
    async with async_client(url) as client:

        async def speak(text: str, first_audio: Callable[[], None]) -> int:
            async with client.waves.tts.stream(text, voice_id=VOICE) as chunks:
                size = len(await anext(chunks))
                first_audio()
                async for chunk in chunks:
                    size += len(chunk)
                return size

        yield speak


def pooled(transport: str) -> Callable[[SmallestAI], Any]:
    """Return a session over HTTP connections, which the client keeps."""

    @contextmanager
    def session(client: SmallestAI) -> Iterator[Callable[..., int]]:
        yield streams(client, transport)

    return session


CONTENDERS = {
    "blocking": Contender(str, session, session),
    "old streaming": Contender(str, old_session),
    "async": Contender(str, async_session, async_session, asynchronous=True),
    "sse": Contender(cache(client), kept=pooled("sse")),
    "http": Contender(cache(client), kept=pooled("http")),
}

if __name__ == "__main__":
    serve(CONTENDERS)
