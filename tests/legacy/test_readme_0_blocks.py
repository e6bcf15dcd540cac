"""What the README of `smallest` 0.1.0 shows."""

from __future__ import annotations

import asyncio
import json
import os
import tomllib
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from smallest import AsyncSmallest, TextToAudioStream

from .blocks import README_0, covers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")
ROOT = Path(__file__).parents[2]


@covers(README_0, 1, 2)
def test_installation_from_source() -> None:
    """``pip install .`` in a checkout gives the package ``smallest``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert "smallest" in packages
    assert (ROOT / "smallest" / "tts.py").is_file()


@covers(README_0, 3)
def test_synchronous() -> None:
    """The bytes are a WAV file."""
    from smallest import Smallest

    client = Smallest(api_key=os.environ.get("SMALLEST_API_KEY"))
    audio_data = client.synthesize("Hello, this is a test for sync synthesis function.")
    with open("sync_synthesize.wav", "wb") as f:  # noqa: PTH123 - as it was written
        f.write(audio_data)
    with wave.open("sync_synthesize.wav") as file:
        assert (file.getframerate(), file.getnchannels()) == (24000, 1)
        assert file.getnframes() * 2 == len(audio_data) - 44


@covers(README_0, 4)
def test_asynchronous() -> None:
    """A client that is made where no loop runs may be used in one."""
    import aiofiles

    client = AsyncSmallest(api_key=os.environ.get("SMALLEST_API_KEY"))

    async def main() -> None:
        async with client as tts:
            audio_bytes = await tts.synthesize("Hello, this is a test of the async function.")
            async with aiofiles.open("async_synthesize.wav", "wb") as f:
                await f.write(audio_bytes)

    asyncio.run(main())
    with wave.open("async_synthesize.wav") as file:
        assert file.getnframes() > 24000


@covers(README_0, 5)
def test_llm_to_speech() -> None:
    """A blocking model in an async generator is spoken into one file."""
    from groq import Groq

    from smallest import Smallest

    llm = Groq(api_key=os.environ.get("GROQ_API_KEY"))
    tts = Smallest(api_key=os.environ.get("SMALLEST_API_KEY"))

    async def generate_text(prompt: str) -> AsyncIterator[str]:
        for chunk in llm.chat.completions.create(
            messages=[{"role": "user", "content": prompt}], model="llama3-8b-8192", stream=True
        ):
            text = chunk.choices[0].delta.content
            if text is not None:
                yield text

    async def main() -> None:
        processor = TextToAudioStream(tts_instance=tts)
        with wave.open("llm_to_speech.wav", "wb") as wav_file:
            wav_file.setnchannels(1)
            wav_file.setsampwidth(2)
            wav_file.setframerate(24000)
            async for audio_chunk in processor.process(generate_text("Explain.")):
                wav_file.writeframes(audio_chunk)

    asyncio.run(main())
    with wave.open("llm_to_speech.wav") as file:
        assert file.getnframes() > 5 * 24000


@covers(README_0, 6)
def test_lists() -> None:
    """The key comes from the environment; `get_voices` needs no model."""
    from smallest.tts import Smallest

    client = Smallest()
    assert client.get_languages() == ["en", "hi"]
    assert json.loads(client.get_voices())["voices"]
    assert "lightning" in client.get_models()
