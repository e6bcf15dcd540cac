"""The vendor's own client, run by the interpreter of its own environment."""

from __future__ import annotations

import base64
import logging
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from loop import Contender, serve
from smallestai.waves.tts.types import TtsRequestMessage

from smallestai import AsyncSmallestAI, SmallestAI, SmallestAIEnvironment
from smallestai.waves import TTSConfig, WavesStreamingTTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

VOICE = "magnus"


def environment(url: str) -> SmallestAIEnvironment:
    """Return the client's four addresses, all of them the server's."""
    return SmallestAIEnvironment(atoms=url, waves=url, waves_ws=url, payment=url)


@cache
def client(url: str) -> SmallestAI:
    """Return the blocking client."""
    return SmallestAI(api_key="bench", environment=environment(url))


@cache
def async_client(url: str) -> AsyncSmallestAI:
    """Return the asynchronous client."""
    return AsyncSmallestAI(api_key="bench", environment=environment(url))


@contextmanager
def chunks_of(start: Callable[[str], Iterator[bytes]]) -> Iterator[Callable[..., int]]:
    """Give a session of anything that turns a text into an iterator of audio."""

    def speak(text: str, first_audio: Callable[[], None]) -> int:
        chunks = start(text)
        size = len(next(chunks))
        first_audio()
        return size + sum(map(len, chunks))

    yield speak


def streaming_session(url: str) -> Any:
    """Give a session of the streaming helper, led to the server by its one attribute for that.

    It is made anew each time: one used again may take the close of its last socket for that of
    the next.
    """
    helper = WavesStreamingTTS(TTSConfig(voice_id=VOICE, api_key="bench"))
    helper.ws_url = url + "/waves/v1/tts/live"
    return chunks_of(helper.synthesize)


def http_session(client: SmallestAI) -> Any:
    """Give a session of its plain request."""
    return chunks_of(
        lambda text: client.waves.synthesize_tts(text=text, voice_id=VOICE, sample_rate=24000)
    )


def sse_session(client: SmallestAI) -> Any:
    """Give a session of its event stream."""
    return chunks_of(
        lambda text: client.waves.synthesize_sse_tts(text=text, voice_id=VOICE, sample_rate=24000)
    )


@contextmanager
def socket_session(client: SmallestAI) -> Iterator[Callable[..., int]]:
    """Give a session of its generated socket client."""
    with client.waves.tts.connect() as connection:

        def speak(text: str, first_audio: Callable[[], None]) -> int:
            connection.synthesize_streaming_tts(
                TtsRequestMessage(text=text, voice_id=VOICE, sample_rate=24000)
            )
            size = len(base64.b64decode(connection.recv().data.audio))
            first_audio()
            while (message := connection.recv()).status != "complete":
                size += len(base64.b64decode(message.data.audio))
            return size

        yield speak


@asynccontextmanager
async def async_socket_session(client: AsyncSmallestAI) -> AsyncIterator[Callable[..., Any]]:
    """Give a session of its generated asynchronous socket client."""
    async with client.waves.tts.connect() as connection:

        async def speak(text: str, first_audio: Callable[[], None]) -> int:
            await connection.synthesize_streaming_tts(
                TtsRequestMessage(text=text, voice_id=VOICE, sample_rate=24000)
            )
            size = len(base64.b64decode((await connection.recv()).data.audio))
            first_audio()
            while (message := await connection.recv()).status != "complete":
                size += len(base64.b64decode(message.data.audio))
            return size

        yield speak


CONTENDERS = {
    "streaming class": Contender(str, streaming_session),
    "socket": Contender(client, socket_session, socket_session),
    "async socket": Contender(
        async_client, async_socket_session, async_socket_session, asynchronous=True
    ),
    "http": Contender(client, kept=http_session),
    "sse": Contender(client, kept=sse_session),
}

if __name__ == "__main__":
    logging.disable()  # it warns of every server-sent event, at length
    serve(CONTENDERS)
