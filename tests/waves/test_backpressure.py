"""A listener who takes the audio slowly: what is not taken stays with the service."""

from __future__ import annotations

import asyncio
import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from waves.reader import REPLIES, SOCKETS, Way, both, client_of, following, reading
from waves.speaker import using

if TYPE_CHECKING:
    from waves.reader import Reader

Kind = type[SmallestAI] | type[AsyncSmallestAI]

TEXT = "There is much to say about it."
PART = 64_000  # bytes of audio in a frame, or in a part of a body
PARTS = 700
# What lies between the two: the buffers of both sockets, and a queue of frames.
BETWEEN = 20_000_000
FRAME = json.dumps({"status": "chunk", "data": {"audio": base64.b64encode(bytes(PART)).decode()}})


def _spoken(client: Any, way: Way, call: str) -> Any:
    if call == "speak":
        return client.waves.tts.speak([TEXT], **way.options)
    transport = way.options.get("transport", "websocket")
    return client.waves.tts.stream(TEXT, transport=transport)


async def _stalls(reader: Reader, sent: list[int]) -> None:
    """Wait until the service cannot send any more for now."""
    before, quiet = -1, 0
    while quiet < 10:
        await asyncio.sleep(0.002)
        quiet = quiet + 1 if len(sent) == before else 0
        before = len(sent)


@both
@pytest.mark.parametrize("call", ["stream", "speak"])
@pytest.mark.parametrize("way", [SOCKETS[0], *REPLIES], ids=lambda way: way.name)
async def test_what_is_not_taken_stays_with_the_service(kind: Kind, way: Way, call: str) -> None:
    """However much it has to send, no more than so much of it is under way or in memory."""
    sent: list[int] = []
    timeout = Timeout(first=30, between=30)
    with reading(
        way, before=sent.append, voice=lambda text: bytes(PART * PARTS), size=PART
    ) as reader:
        reader.frames = {TEXT: [FRAME] * PARTS}
        if way.name == "sse":
            reader._parts = _events  # type: ignore[method-assign, assignment]
        async with (
            using(client_of(kind, reader, timeout=timeout)) as client,
            using(_spoken(client, way, call)) as stream,
        ):
            taken = 0
            for _ in range(4):
                taken += len(await following(stream))
                await _stalls(reader, sent)
                assert len(sent) * PART - taken < BETWEEN
    assert len(sent) < PARTS


def _events(_text: str, *, events: bool) -> Any:
    assert events
    event = b'data: {"audio":"%s"}\n\n' % base64.b64encode(bytes(PART))
    length = len(event) * PARTS
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
    yield f"{head}Content-Length: {length}\r\n\r\n".encode()
    for _ in range(PARTS):
        yield event
