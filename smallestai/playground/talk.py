"""Between a page that listens and speaks, and a session with Hydra.

The page sends what it wants, then 16-bit mono samples at 16 kHz, and `{"type": "cancel"}`. It gets
`ready` when the service listens, every event of the session as JSON, and the samples of the model
as they are, at the rate that `ready` names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from smallestai.protocol.hydra_events import AudioDelta, UnknownFrame

from .bridge import first_of, served, wish_of

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from smallestai import AsyncSmallestAI
    from smallestai.waves.hydra import AsyncHydraSession


class Wish(msgspec.Struct, forbid_unknown_fields=True):
    """A session as the page asks for it."""

    model: str
    voice: str | None = None
    instructions: str | None = None
    speak_first: bool = False


async def talk(client: AsyncSmallestAI, websocket: WebSocket) -> None:
    """Serve a socket: one session, which ends with the socket, as the socket with it."""
    async with served(websocket):
        wish = await wish_of(websocket, Wish)
        session = client.waves.hydra.connect(
            model=wish.model,
            voice=wish.voice or None,
            instructions=wish.instructions or None,
            generate_initial_response=wish.speak_first,
        )
        try:
            await first_of(_tell(session, websocket), _listen(session, websocket))
        finally:
            await session.close()


async def _tell(session: AsyncHydraSession, websocket: WebSocket) -> None:
    """Open the session and pass on what happens."""
    await session.open()
    ready = {"type": "ready", "rate": session.output_rate, "voice": session.voice}
    await websocket.send_json(ready)
    async for event in session:
        if isinstance(event, AudioDelta):
            await websocket.send_bytes(event.data)
        else:
            shown: Any = event.raw if isinstance(event, UnknownFrame) else event
            await websocket.send_text(msgspec.json.encode(shown).decode())


async def _listen(session: AsyncHydraSession, websocket: WebSocket) -> None:
    """Pass on what the microphone hears, until the page goes."""
    while (message := await websocket.receive())["type"] != "websocket.disconnect":
        if samples := message.get("bytes"):
            await session.send_audio(samples)
        elif message.get("text"):
            await session.cancel()
