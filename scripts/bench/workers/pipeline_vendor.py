"""The vendor's class for text that is still being written, run by its own interpreter."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

from crowd import Ear, serve
from pipeline_loop import PATH, Teller, clauses

from smallestai.waves import TTSConfig, WavesStreamingTTS

if TYPE_CHECKING:
    from collections.abc import Iterable

VOICE = "magnus"
TIMES = 20  # how often the text is told: audio for longer than anybody listens
THREADS = ThreadPoolExecutor(1000)


def speak(url: str, tokens: Iterable[str]) -> Any:
    """Return its audio; led to the server by its one attribute for that."""
    helper = WavesStreamingTTS(TTSConfig(voice_id=VOICE, api_key="bench"))
    helper.ws_url = url + PATH
    return closing(helper.synthesize_streaming(tokens))


def clause(url: str, teller: Teller) -> float:
    """Hear the first clause, which it has spoken when the whole text has been told."""
    with speak(url, teller) as chunks:
        next(chunks)
        return teller.elapsed()


def listen(order: dict[str, Any], ear: Ear) -> None:
    """Speak, in a thread of its own beside the two of the class."""
    with speak(order["url"], order["tokens"] * TIMES) as chunks:
        for chunk in chunks:
            ear(chunk)


async def stream(order: dict[str, Any], ear: Ear) -> None:
    """Speak for long."""
    await asyncio.get_running_loop().run_in_executor(THREADS, listen, order, ear)


if __name__ == "__main__":
    serve(stream, clause=clauses({"blocking": clause}))
