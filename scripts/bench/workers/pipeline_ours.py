"""Our own client speaking tokens, as a program would use it."""

from __future__ import annotations

from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING, Any

from crowd import Ear, serve
from pipeline_loop import Teller, clauses

from smallestai import AsyncSmallestAI, SmallestAI

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

VOICE = "magnus"


@cache
def client(url: str) -> SmallestAI:
    """Return the blocking client; the socket's address follows from the HTTP one."""
    return SmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))


@cache
def async_client(url: str) -> AsyncSmallestAI:
    """Return the asynchronous client; a plan's limit is no matter here."""
    client = AsyncSmallestAI(api_key="bench", base_url=url.replace("ws:", "http:"))
    client.waves.tts.concurrency_limit = None
    return client


def clause(url: str, teller: Teller) -> float:
    """Hear the first clause, blocking."""
    with client(url).waves.tts.speak(teller, voice_id=VOICE) as stream:
        next(stream)
        return teller.elapsed()


async def async_clause(url: str, teller: Teller) -> float:
    """Hear the first clause, asynchronously."""
    async with async_client(url).waves.tts.speak(teller, voice_id=VOICE) as stream:
        await anext(stream)
        return teller.elapsed()


async def told_for_ever(tokens: list[str]) -> AsyncIterator[str]:
    """Tell tokens as fast as they are taken, again and again."""
    for token in cycle(tokens):
        yield token


async def stream(order: dict[str, Any], ear: Ear) -> None:
    """Speak without end."""
    tokens = told_for_ever(order["tokens"])
    async with async_client(order["url"]).waves.tts.speak(tokens, voice_id=VOICE) as chunks:
        async for chunk in chunks:
            ear(chunk)


if __name__ == "__main__":
    serve(stream, clause=clauses({"blocking": clause, "async": async_clause}))
