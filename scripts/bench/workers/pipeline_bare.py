"""The limit: websockets and msgspec, with nothing around them. The text comes ready cut."""

from __future__ import annotations

import json
from itertools import cycle, islice
from threading import Thread
from typing import Any

import msgspec
from crowd import Ear, serve
from pipeline_loop import PATH, Teller, clauses
from websockets.asyncio.client import connect as connect_async
from websockets.sync.client import connect

HEADERS = {"Authorization": "Bearer bench"}
SETTINGS = {"voice_id": "magnus", "model": "lightning_v3.1", "sample_rate": 24000}
CONTEXT = {"context_id": "bench", "continue": False}
AHEAD = 3  # pieces that are asked for and not complete


class Data(msgspec.Struct):
    """The `data` of a frame."""

    audio: bytes = b""


class Frame(msgspec.Struct):
    """A frame, as far as it concerns the loop."""

    status: str = ""
    data: Data | None = None


read = msgspec.json.Decoder(Frame).decode


def message(piece: str) -> str:
    """Return the request for a piece."""
    return json.dumps({**SETTINGS, **CONTEXT, "text": piece})


def clause(url: str, teller: Teller) -> float:
    """Hear the first clause, blocking."""
    with connect(url + PATH, additional_headers=HEADERS) as socket:

        def tell() -> None:
            for index, _ in enumerate(teller):
                if index == teller.cut:
                    socket.send(message(teller.pieces[0]))
                    break

        Thread(target=tell).start()
        read(socket.recv(decode=False))
        return teller.elapsed()


async def async_clause(url: str, teller: Teller) -> float:
    """Hear the first clause, asynchronously: nothing is to be heard before it is told."""
    async with connect_async(url + PATH, additional_headers=HEADERS) as socket:
        index = 0
        async for _ in teller:
            if index == teller.cut:
                break
            index += 1
        await socket.send(message(teller.pieces[0]))
        read(await socket.recv(decode=False))
        return teller.elapsed()


async def stream(order: dict[str, Any], ear: Ear) -> None:
    """Speak without end."""
    async with connect_async(order["url"] + PATH, additional_headers=HEADERS) as socket:
        messages = cycle([message(piece) for piece in order["pieces"]])
        for each in islice(messages, AHEAD):
            await socket.send(each)
        while True:
            frame = read(await socket.recv(decode=False))
            if frame.data is None:
                await socket.send(next(messages))
            else:
                ear(frame.data.audio)


if __name__ == "__main__":
    serve(stream, clause=clauses({"blocking": clause, "async": async_clause}))
