"""Every operation of Waves, called through our client and judged by the specification."""

from __future__ import annotations

import asyncio
import io
import wave
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from smallestai_waves.api.text_to_speech import synthesize_sse_lightning_v31
from smallestai_waves.types import File

from .calls import WORLDS, call, needed, operations
from .contract import CONTRACTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Judged

OPERATIONS = {one.data["operationId"]: one for one in operations("waves")}


def speech(seconds: float = 0.5) -> bytes:
    """Return a recording."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(b"\x10\x00\xf0\xff" * int(8000 * seconds))
    return file.getvalue()


def dictionary(judged: Judged) -> str:
    """Make a pronunciation dictionary and return its id."""
    items = [{"word": "tomato", "pronunciation": "tomahto"}]
    with judged.client() as client:
        made = client.waves.api.pronunciation_dictionaries.create_pronunciation_dict(items=items)
        return str(made.id)


def heard(judged: Judged) -> str:
    """Transcribe a live stream of nothing and return the id of its request."""
    with judged.client() as client:
        with client.waves.stt.stream(sample_rate=16_000) as stream:
            stream.send(b"\0\0" * 1600)
            stream.finalize()
        logs = client.waves.api.analytics.list_streaming_speech_to_text_logs()
        return str(logs.to_dict()["data"][0]["request_id"])


ASKED: dict[str, Callable[[Judged], dict[str, Any]]] = {
    "createVoiceClone": lambda _: {
        "display_name": "Ada",
        "file": File(io.BytesIO(speech(6.0)), "ada.wav", "audio/wav"),
    },
    "deletePronunciationDict": lambda judged: {"id": dictionary(judged)},
    "deleteStreamingSpeechToTextHistory": lambda judged: {"request_id": heard(judged)},
    "electronChatCompletions": lambda _: {
        "model": "electron",
        "messages": [{"role": "user", "content": "Hello."}],
    },
    "getWavesVoices": lambda _: {"model": "lightning-v3.1"},
    "speechToText": lambda _: {"body": speech()},
    "synthesizeLightningV31": lambda _: {"text": "Hello.", "voice_id": "magnus"},
    "synthesizeSpeech": lambda _: {
        "text": "Hello.",
        "voice_id": "meher",
        "model": "lightning_v3.1_pro",
        "accept": "audio/wav",
    },
    "transcribe": lambda _: {"body": speech(), "model": "pulse", "language": "en"},
    "updatePronunciationDict": lambda judged: {"id": dictionary(judged)},
}
"""Arguments of what cannot be called with the first values that a schema allows."""


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_an_operation_keeps_its_contract(name: str, world: str, judged: Judged) -> None:
    """Request and reply are what the specification says, and the reply is a success."""
    one = OPERATIONS[name]
    given = needed(one) | ASKED.get(name, lambda _: {})(judged)
    call(one, given, judged, world)
    asked, status = judged.seen[-1]
    assert (asked, status // 100) == (name, 2)
    assert judged.unnamed == set()


@pytest.mark.parametrize("world", WORLDS)
def test_a_stream_of_events_keeps_its_contract(world: str, judged: Judged) -> None:
    """What has no generated method is asked for by the hand-written client."""
    options = {"voice_id": "meher", "model": "lightning_v3.1_pro", "transport": "sse"}
    if world == "blocking":
        with judged.client() as client:
            with client.waves.tts.stream("Hello.", **options) as stream:
                assert b"".join(stream)
    else:

        async def run() -> None:
            async with judged.async_client() as client:
                async with client.waves.tts.stream("Hello.", **options) as stream:
                    assert b"".join([chunk async for chunk in stream])

        asyncio.run(run())
    assert judged.seen == [("synthesizeSpeechSse", 200)]


def test_an_old_stream_of_events_keeps_its_contract(judged: Judged) -> None:
    """What no part of our client asks for any more is asked for as generated."""
    request = synthesize_sse_lightning_v31._get_kwargs(
        body={"text": "Hello.", "voice_id": "magnus"}
    )
    with httpx.Client(
        base_url=judged.url, headers={"Authorization": "Bearer any-key"}, trust_env=False
    ) as http:
        judged.judge(http.request(**request))
    assert judged.seen == [("synthesizeSseLightningV31", 200)]


def test_nothing_is_left_out() -> None:
    """Every operation of the specification is called by one of the tests above."""
    called = {*OPERATIONS, "synthesizeSpeechSse", "synthesizeSseLightningV31"}
    assert called == set(CONTRACTS["waves"].operations)
