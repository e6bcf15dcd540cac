"""The limit: websockets and msgspec, with nothing around them.

To a transcript the answer is audio; Hydra hears a microphone that runs by itself.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any

import msgspec
from live_loop import DIGITS, SPEECH, blocking, serve_contenders, speaking, spoken
from websockets.asyncio.client import connect as connect_async
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

if TYPE_CHECKING:
    from crowd import Ear

STT, HYDRA = "/waves/v1/stt/live?model=pulse&language=en", "/waves/v1/s2s?model=hydra-v1.1"
OPTIONS: dict[str, Any] = {
    "additional_headers": {"Authorization": "Bearer bench"},
    "compression": None,
    "ping_interval": None,
}


class Word(msgspec.Struct):
    """A word of a final transcript."""

    word: str
    start: float
    end: float


class Transcript(msgspec.Struct):
    """A transcript, as far as it concerns the loop."""

    transcription: str
    is_final: bool = False
    words: list[Word] = []


class Event(msgspec.Struct):
    """A frame of Hydra, as far as it concerns the loop."""

    type: str
    delta: bytes = b""


class Append(msgspec.Struct, tag_field="type", tag="input_audio_buffer.append"):
    """A frame of the microphone."""

    audio: bytes


read_transcript = msgspec.json.Decoder(Transcript).decode
read_event = msgspec.json.Decoder(Event).decode
append = msgspec.json.Encoder().encode
CONFIGURE = '{"type":"session.configure","event_id":"evt_1","session":{}}'
DELTA = "response.output_audio.delta"


def transcribe(url: str, ear: Ear) -> None:
    """Transcribe without end."""
    with connect(url + STT, **OPTIONS) as socket:
        socket.send(SPEECH)
        while True:
            ear.take(int(read_transcript(socket.recv(decode=False)).transcription[:DIGITS]))
            socket.send(SPEECH)


async def transcribe_async(order: dict[str, Any], ear: Ear) -> None:
    """Transcribe without end."""
    async with connect_async(order["url"] + STT, **OPTIONS) as socket:
        await socket.send(SPEECH)
        while True:
            ear.take(int(read_transcript(await socket.recv(decode=False)).transcription[:DIGITS]))
            await socket.send(SPEECH)


def talk(url: str, ear: Ear) -> None:
    """Talk without end."""
    with connect(url + HYDRA, **OPTIONS) as socket:
        socket.recv()
        socket.send(CONFIGURE)
        socket.recv()
        with speaking(lambda pcm: socket.send(append(Append(pcm)), text=True)):
            while True:
                event = read_event(socket.recv(decode=False))
                if event.type == DELTA:
                    ear(event.delta)


def talk_queue(url: str, ear: Ear) -> None:
    """Talk without end, the socket read by a thread: it hears when nobody listens to it."""
    with connect(url + HYDRA, **OPTIONS) as socket:
        socket.recv()
        socket.send(CONFIGURE)
        socket.recv()
        events: SimpleQueue[Event] = SimpleQueue()

        def read() -> None:
            with suppress(ConnectionClosed):
                while True:
                    events.put(read_event(socket.recv(decode=False)))

        Thread(target=read).start()
        with speaking(lambda pcm: socket.send(append(Append(pcm)), text=True)):
            while True:
                event = events.get()
                if event.type == DELTA:
                    ear(event.delta)


async def talk_async(order: dict[str, Any], ear: Ear) -> None:
    """Talk without end."""
    async with connect_async(order["url"] + HYDRA, **OPTIONS) as socket:
        await socket.recv()
        await socket.send(CONFIGURE)
        await socket.recv()

        async def speak() -> None:
            async for pcm in spoken():
                await socket.send(append(Append(pcm)), text=True)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(speak())
            while True:
                event = read_event(await socket.recv(decode=False))
                if event.type == DELTA:
                    ear(event.delta)


async def talk_queue_async(order: dict[str, Any], ear: Ear) -> None:
    """Talk without end, the socket read by a task: it hears when nobody listens to it."""
    async with connect_async(order["url"] + HYDRA, **OPTIONS) as socket:
        await socket.recv()
        await socket.send(CONFIGURE)
        await socket.recv()
        events: asyncio.Queue[Event] = asyncio.Queue()

        async def speak() -> None:
            async for pcm in spoken():
                await socket.send(append(Append(pcm)), text=True)

        async def read() -> None:
            while True:
                events.put_nowait(read_event(await socket.recv(decode=False)))

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(speak())
            tasks.create_task(read())
            while True:
                event = await events.get()
                if event.type == DELTA:
                    ear(event.delta)


if __name__ == "__main__":
    serve_contenders(
        {
            "stt blocking": blocking(transcribe),
            "stt async": transcribe_async,
            "hydra blocking": blocking(talk),
            "hydra async": talk_async,
            "hydra blocking queue": blocking(talk_queue),
            "hydra async queue": talk_queue_async,
        }
    )
