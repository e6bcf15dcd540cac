"""With ``legacy_routes`` the old clients talk to a server that has the old routes."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from smallest import AsyncSmallest, Smallest, TextToAudioStream
from smallest.exceptions import APIError
from smallestai.sandbox import Sandbox, Settings

from .sounds import tone

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")


@pytest.fixture(scope="module")
def old() -> Iterator[Sandbox]:
    """A server that still has the old routes."""
    with Sandbox(settings=Settings(legacy_routes=True)) as sandbox:
        yield sandbox


def client(sandbox: Sandbox, kind: Any = Smallest, **options: Any) -> Any:
    """Return a client of it."""
    return kind("any-key", base_url=sandbox.url, legacy_routes=True, **options)


@pytest.mark.parametrize("model", ["lightning", "lightning-large", "lightning-v2"])
def test_speech(old: Sandbox, model: str) -> None:
    """Both clients speak with the old model and voice, in requests of the old size."""
    blocking, awaited = (client(old, kind, model=model) for kind in (Smallest, AsyncSmallest))
    text = "Sentence one is here. " * 15
    said = blocking.synthesize(text)
    assert said[:4] == b"RIFF"
    assert said == asyncio.run(awaited.synthesize(text))
    assert said[44:] == b"".join(blocking.synthesize(text, True))
    assert blocking.synthesize("Hello.", output_format="ulaw")
    assert len(blocking.synthesize("Hello.", sample_rate=22050)) > 22050 // 2


def test_voices(old: Sandbox) -> None:
    """They are added, listed and deleted by an API key."""
    Path("voice.wav").write_bytes(tone(6))
    blocking, awaited = client(old), client(old, AsyncSmallest)
    assert "emily" in blocking.get_voices()
    first = blocking.add_voice("Ana", "voice.wav")["data"]
    second = asyncio.run(awaited.add_voice("Bea", "voice.wav"))["data"]
    assert first["model"] == "lightning-large"
    listed = {each["voiceId"] for each in json.loads(awaited.get_cloned_voices())["voices"]}
    assert listed == {first["voiceId"], second["voiceId"]}
    assert blocking.synthesize("Hello.", voice_id=first["voiceId"])
    assert json.loads(blocking.delete_voice(first["voiceId"]))["success"] is True
    assert asyncio.run(awaited.delete_voice(second["voiceId"]))["success"] is True
    with pytest.raises(APIError, match="404"):
        blocking.delete_voice(first["voiceId"])


def test_a_text_that_is_being_written(old: Sandbox) -> None:
    """`TextToAudioStream` goes the same way."""

    async def main() -> list[bytes]:
        processor = TextToAudioStream(client(old))
        return [data async for data in processor.process(["Hello there. ", "And goodbye."])]

    assert len(asyncio.run(main())) > 0


@pytest.mark.parametrize(
    "change",
    [
        {"text": " "},
        {"voice_id": "nobody"},
        {"sample_rate": 44100},
        {"speed": 9},
        {"output_format": "tape"},
    ],
    ids=str,
)
def test_what_the_server_refuses(old: Sandbox, change: dict[str, Any]) -> None:
    """A request that makes no sense is a 400."""
    body = {"text": "Hello.", "voice_id": "emily", **change}
    headers = {"Authorization": "Bearer any-key"}
    url = f"{old.url}/waves/v1/lightning/get_speech"
    assert httpx.post(url, json=body, headers=headers).status_code == 400


def test_without_the_setting(smallestai_sandbox: Sandbox) -> None:
    """A server of today has none of them, and the error says so."""
    with pytest.raises(APIError, match=r"40[0-9]|410"):
        client(smallestai_sandbox).synthesize("Hello.")
