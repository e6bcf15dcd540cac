"""What the README of `smallestai` 3.0.0 shows, half of it with the names of `smallest`."""

from __future__ import annotations

import asyncio
import json
import wave
from importlib.metadata import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import websockets
from websockets.asyncio.server import serve

import smallestai
from smallest import AsyncSmallest, Smallest, TextToAudioStream
from smallest.exceptions import APIError
from smallestai.waves import WavesClient

from .blocks import README_3, covers
from .sounds import tone

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")
TEXT = "Hello, this is a test for sync synthesis function."


def frames(path: str, rate: int = 24000) -> int:
    """Return how many samples a WAV of this rate has."""
    with wave.open(path) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == rate
        return file.getnframes()


async def generate_text(prompt: str) -> AsyncIterator[str]:
    """Give the answer of a model whose client blocks."""
    from groq import Groq

    completion = Groq(api_key="any").chat.completions.create(
        messages=[{"role": "user", "content": prompt}], model="llama3-8b-8192", stream=True
    )
    for chunk in completion:
        text = chunk.choices[0].delta.content
        if text:
            yield text


@covers(README_3, 1)
def test_installation() -> None:
    """The package is called as it was."""
    assert metadata("smallestai")["Name"] == "smallestai"


@covers(README_3, 3)
def test_synchronous() -> None:
    """`save_as` writes a WAV, and nothing is returned."""
    client = WavesClient(api_key="SMALLEST_API_KEY")
    assert client.synthesize(text=TEXT, save_as="sync_synthesize.wav") is None
    assert frames("sync_synthesize.wav") > 24000


@covers(README_3, 4)
def test_options_of_one_call() -> None:
    """Speed and rate count for one call only."""
    client = WavesClient(api_key="SMALLEST_API_KEY")
    client.synthesize(TEXT, save_as="usual.wav")
    client.synthesize(TEXT, save_as="fast.wav", speed=1.5, sample_rate=16000)
    assert frames("fast.wav", 16000) / 16000 < 0.8 * frames("usual.wav") / 24000
    assert (client.opts.speed, client.opts.sample_rate) == (1.0, 24000)


@covers(README_3, 5)
def test_asynchronous() -> None:
    """The client is found below ``smallestai.waves``; ``async with`` gives itself."""
    import aiofiles

    async def main() -> None:
        client = smallestai.waves.AsyncWavesClient(api_key="SMALLEST_API_KEY")
        async with client as tts:
            assert tts is client
            audio_bytes = await tts.synthesize(TEXT)
            async with aiofiles.open("async_synthesize.wav", "wb") as file:
                await file.write(audio_bytes)

    asyncio.run(main())
    assert frames("async_synthesize.wav") > 24000


@covers(README_3, 6)
def test_in_a_notebook() -> None:
    """It can be imported and used where an event loop is running already."""

    async def main() -> bytes:
        async with AsyncSmallest(api_key="SMALLEST_API_KEY") as tts:
            data: bytes = await tts.synthesize(TEXT)
            return data

    with asyncio.Runner() as notebook:
        assert notebook.run(main()) == notebook.run(main())


@covers(README_3, 7)
def test_options_of_one_asynchronous_call() -> None:
    """Speed and rate count for one call only, with ``await`` as well."""

    async def main() -> tuple[bytes, bytes]:
        async with AsyncSmallest(api_key="SMALLEST_API_KEY") as tts:
            fast = await tts.synthesize(TEXT, speed=1.5, sample_rate=16000)
            return fast, await tts.synthesize(TEXT)

    fast, usual = asyncio.run(main())
    Path("fast.wav").write_bytes(fast)
    Path("usual.wav").write_bytes(usual)
    assert frames("fast.wav", 16000) / 16000 < 0.8 * frames("usual.wav") / 24000


@covers(README_3, 8)
def test_through_a_websocket() -> None:
    """Pieces go through a socket and come back, while the model is still asked."""
    tts = Smallest(api_key="SMALLEST_API_KEY")

    async def echo(socket: Any) -> None:
        async for message in socket:
            await socket.send(message)

    async def main() -> list[bytes]:
        echoed = []
        processor = TextToAudioStream(tts_instance=tts)
        async with serve(echo, "127.0.0.1", 0, max_size=None) as server:
            port = server.sockets[0].getsockname()[1]
            async with websockets.connect(f"ws://127.0.0.1:{port}", max_size=None) as ws:
                async for audio_chunk in processor.process(generate_text("Explain.")):
                    await ws.send(audio_chunk)
                    echoed.append(await ws.recv())
                    assert echoed[-1] == audio_chunk
        return echoed

    pieces = asyncio.run(main())
    assert len(pieces) > 1
    assert not any(piece.startswith(b"RIFF") for piece in pieces)


@covers(README_3, 9)
def test_saved_to_a_file() -> None:
    """The pieces make one WAV."""
    processor = TextToAudioStream(tts_instance=Smallest(api_key="SMALLEST_API_KEY"))

    async def main() -> None:
        with wave.open("llm_to_speech.wav", "wb") as wav_file:
            wav_file.setnchannels(1)
            wav_file.setsampwidth(2)
            wav_file.setframerate(24000)
            async for audio_chunk in processor.process(generate_text("Explain.")):
                wav_file.writeframes(audio_chunk)

    asyncio.run(main())
    assert frames("llm_to_speech.wav") > 5 * 24000


@covers(README_3, 10, 11)
def test_a_voice_is_added() -> None:
    """Both clients clone a recording; the answer is JSON text that can be read like a dict."""
    Path("my_voice.wav").write_bytes(tone(6))
    added = Smallest(api_key="KEY").add_voice(display_name="My Voice", file_path="my_voice.wav")
    client = AsyncSmallest(api_key="KEY")
    again = asyncio.run(client.add_voice(display_name="My Voice", file_path="my_voice.wav"))
    for reply in (added, again):
        assert json.loads(reply)["data"] == reply["data"] == dict(reply)["data"]
        assert reply["data"]["voiceId"].startswith("voice_")
    cloned = json.loads(Smallest(api_key="KEY").get_cloned_voices())
    known = {each["voiceId"] for each in cloned["voices"]}
    assert {added["data"]["voiceId"], again["data"]["voiceId"]} <= known


@covers(README_3, 12, 13)
def test_a_voice_is_not_deleted() -> None:
    """The service lets no key delete a voice any more: that is said, with the remedy."""
    with pytest.raises(APIError, match="console"):
        Smallest(api_key="KEY").delete_voice(voice_id="voice_id")
    with pytest.raises(APIError, match="console"):
        asyncio.run(AsyncSmallest(api_key="KEY").delete_voice(voice_id="voice_id"))


@covers(README_3, 14)
def test_lists() -> None:
    """Languages and models are lists, voices are JSON text."""
    client = Smallest(api_key="SMALLEST_API_KEY")
    assert client.get_languages() == ["en", "hi"]
    assert {"voiceId", "displayName", "tags"} <= set(
        json.loads(client.get_voices(model="lightning"))["voices"][0]
    )
    assert "voices" in json.loads(client.get_cloned_voices())
    assert client.get_models()[:2] == ["lightning", "lightning-large"]
