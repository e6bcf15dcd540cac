"""The voice catalogue, against a server that gives each pool."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from servers import answer, http_server

from smallestai import ArgumentError, AsyncSmallestAI, NotFoundError, SmallestAI
from smallestai.waves import Voice
from smallestai.waves.clones import Clone
from waves.worlds import awaited, blocking

BASE = {
    "voices": [
        {
            "voiceId": "magnus",
            "displayName": "Magnus",
            "tags": {
                "language": ["english"],
                "accent": "american",
                "gender": "male",
                "age": "middle-aged",
                "emotions": ["calm"],
                "usecases": ["news"],
            },
        },
        {
            "voiceId": "neel",
            "displayName": "Neel",
            "tags": {"language": ["hindi"], "gender": "male"},
        },
    ]
}
PRO = {
    "voices": [
        {
            "voiceId": "meher",
            "tags": {"language": ["english", "hindi"], "gender": "Female", "accent": "Indian"},
            "novel": 1,
        },
        {"voiceId": "bare", "displayName": "Bare"},
    ]
}


def _blocking(url: str, **options: Any) -> list[Voice]:
    with SmallestAI("sk_x", base_url=url, max_retries=0) as client:
        return client.waves.voices.list(**options)


def _async(url: str, **options: Any) -> list[Voice]:
    async def call() -> list[Voice]:
        async with AsyncSmallestAI("sk_x", base_url=url, max_retries=0) as client:
            return await client.waves.voices.list(**options)

    return asyncio.run(call())


both = pytest.mark.parametrize("call", [_blocking, _async], ids=["blocking", "async"])


def in_world(call: Any) -> Any:
    """Return how anything else is done in the world of a call."""
    return blocking if call is _blocking else awaited


def _reply(body: object) -> bytes:
    return answer(json.dumps(body).encode(), "application/json")


@both
def test_both_pools_are_listed(call: Any) -> None:
    """Without a model the voices of all of them come, each with its model."""
    with http_server(_reply(BASE), _reply(PRO)) as (url, requests):
        voices = call(url)
    assert [(voice.id, voice.model) for voice in voices] == [
        ("magnus", "lightning_v3.1"),
        ("neel", "lightning_v3.1"),
        ("meher", "lightning_v3.1_pro"),
        ("bare", "lightning_v3.1_pro"),
    ]
    paths = [request.split()[1] for request in requests]
    assert paths == [
        b"/waves/v1/lightning-v3.1/get_voices",
        b"/waves/v1/lightning-v3.1-pro/get_voices",
    ]
    assert voices[0] == Voice(
        "magnus", "Magnus", "lightning_v3.1", ("english",), "american", "male", "middle-aged",
        ("calm",), ("news",),
    )  # fmt: skip
    assert voices[3] == Voice("bare", "Bare", "lightning_v3.1_pro")


@both
@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({"language": "hi"}, ["neel", "meher"]),
        ({"language": "Hindi"}, ["neel", "meher"]),
        ({"gender": "female"}, ["meher"]),
        ({"accent": "INDIAN"}, ["meher"]),
        ({"language": "en", "gender": "male"}, ["magnus"]),
        ({"language": "ja"}, []),
    ],
)
def test_filters(call: Any, options: dict[str, str], ids: list[str]) -> None:
    """Codes and names, in any case, choose the same voices."""
    with http_server(_reply(BASE), _reply(PRO)) as (url, _):
        assert [voice.id for voice in call(url, **options)] == ids


@both
def test_one_model_is_one_request(call: Any) -> None:
    """A model named asks for its pool alone."""
    with http_server(_reply(PRO)) as (url, requests):
        assert len(call(url, model="lightning_v3.1_pro")) == 2
    assert len(requests) == 1


@both
@pytest.mark.parametrize("options", [{"language": "klingon"}, {"model": "lightning"}])
def test_unknown_filters_are_refused(call: Any, options: dict[str, str]) -> None:
    """A filter that can match nothing is an error before a request."""
    with pytest.raises(ArgumentError, match="must be"):
        call("http://127.0.0.1:9", **options)


@both
def test_one_voice_by_its_id(call: Any) -> None:
    """A voice is found in either pool; an unknown id is told with those that are like it."""
    with http_server(*[_reply(BASE), _reply(PRO)] * 2) as (url, _):
        voice = in_world(call)(url, lambda waves: waves.voices.get("meher"))
        assert (voice.id, voice.model) == ("meher", "lightning_v3.1_pro")
        with pytest.raises(NotFoundError, match=r"no voice 'mehr'. There are, for example, meher;"):
            in_world(call)(url, lambda waves: waves.voices.get("mehr"))


@both
@pytest.mark.parametrize(
    ("voice", "model"),
    [
        ("magnus", "lightning_v3.1"),
        (Voice("novel", "Novel", "lightning_v3.1"), "lightning_v3.1"),
        (Clone("voice_1", "Ana", model="lightning_v3.1"), "lightning_v3.1"),
        (Clone("voice_1", "Ana"), "lightning_v3.1_pro"),
    ],
)
def test_a_preview_is_spoken(call: Any, voice: Any, model: str) -> None:
    """A preview is a short text in the voice, on the model the voice belongs to."""
    with http_server(answer(bytes(4800), "audio/wav")) as (url, requests):
        audio = in_world(call)(url, lambda waves: waves.voices.preview(voice, speed=1.5))
    assert audio.duration == 0.1
    body = json.loads(requests[0].partition(b"\r\n\r\n")[2])
    assert body["voice_id"] == getattr(voice, "id", voice)
    assert (body["model"], body["speed"]) == (model, 1.5)
    assert "Hello" in body["text"]
