"""Take speech as it arrives, blocking and on an event loop. The key comes from SMALLEST_API_KEY."""

import asyncio

from smallestai import AsyncSmallestAI, SmallestAI

TEXT = "The first words can be heard while the last ones are still being made."


def blocking() -> None:
    with SmallestAI() as client, client.waves.tts.stream(TEXT) as stream:
        size = sum(len(chunk) for chunk in stream)  # here: hand each chunk to a player
    report("blocking", size, stream.metrics.time_to_first_audio)


async def on_a_loop() -> None:
    async with AsyncSmallestAI() as client, client.waves.tts.stream(TEXT) as stream:
        size = 0
        async for chunk in stream:
            size += len(chunk)
    report("async", size, stream.metrics.time_to_first_audio)


def report(name: str, size: int, first: float | None) -> None:
    print(f"{name}: {size} bytes of PCM, the first after {1000 * (first or 0):.0f} ms")


blocking()
asyncio.run(on_a_loop())
