"""Our own client in live sessions, as a program would use it.

To a transcript the answer is audio; Hydra hears a microphone that runs by itself.
"""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING, Any

from live_loop import DIGITS, SPEECH, blocking, serve_contenders, speaking, spoken

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.protocol.hydra_events import AudioDelta

if TYPE_CHECKING:
    from crowd import Ear


@cache
def client(url: str) -> SmallestAI:
    """Return the blocking client; the socket's address follows from the HTTP one."""
    return SmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


@cache
def async_client(url: str) -> AsyncSmallestAI:
    """Return the asynchronous client."""
    return AsyncSmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


def transcribe(url: str, ear: Ear) -> None:
    """Transcribe without end."""
    with client(url).waves.stt.stream() as stream:
        stream.send(SPEECH)
        for event in stream:
            ear.take(int(event.text[:DIGITS]))  # type: ignore[union-attr]
            stream.send(SPEECH)


async def transcribe_async(order: dict[str, Any], ear: Ear) -> None:
    """Transcribe without end."""
    async with async_client(order["url"]).waves.stt.stream() as stream:
        await stream.send(SPEECH)
        async for event in stream:
            ear.take(int(event.text[:DIGITS]))  # type: ignore[union-attr]
            await stream.send(SPEECH)


def talk(url: str, ear: Ear) -> None:
    """Talk without end."""
    with client(url).waves.hydra.connect() as session, speaking(session.send_audio):
        for event in session:
            if type(event) is AudioDelta:
                ear(event.data)


async def talk_async(order: dict[str, Any], ear: Ear) -> None:
    """Talk without end."""
    async with async_client(order["url"]).waves.hydra.connect() as session:

        async def speak() -> None:
            async for pcm in spoken():
                await session.send_audio(pcm)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(speak())
            async for event in session:
                if type(event) is AudioDelta:
                    ear(event.data)


if __name__ == "__main__":
    serve_contenders(
        {
            "stt blocking": blocking(transcribe),
            "stt async": transcribe_async,
            "hydra blocking": blocking(talk),
            "hydra async": talk_async,
        }
    )
