"""Between a page that has a text spoken, and text to speech.

The page sends what it wants. It gets `started` with the sample rate, the samples as they come, a
`word` for each that has a time, with its place in the text in characters, and `complete`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from smallestai.protocol.events import AudioChunk, Word

from .bridge import first_of, served, wish_of

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from smallestai import AsyncSmallestAI
    from smallestai.waves import AsyncSpeechStream


class Wish(msgspec.Struct, forbid_unknown_fields=True):
    """An utterance as the page asks for it."""

    text: str
    voice: str
    speed: float = 1.0


async def speak(client: AsyncSmallestAI, websocket: WebSocket) -> None:
    """Serve a socket: one utterance, which is broken off when the page goes."""
    async with served(websocket):
        wish = await wish_of(websocket, Wish)
        stream = client.waves.tts.stream(
            wish.text, voice_id=wish.voice, speed=wish.speed, word_timestamps=True
        )
        async with stream:
            await first_of(_tell(stream, websocket), _until_gone(websocket))


async def _tell(stream: AsyncSpeechStream, websocket: WebSocket) -> None:
    await websocket.send_json({"type": "started", "rate": stream.format.sample_rate})
    async for event in stream.events():
        if isinstance(event, AudioChunk):
            await websocket.send_bytes(event.data)
        elif isinstance(event, Word):
            word = {"text": event.text, "start": event.start, "end": event.end}
            await websocket.send_json({"type": "word", **word, "source": event.source})
    await websocket.send_json({"type": "complete"})


async def _until_gone(websocket: WebSocket) -> None:
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass
