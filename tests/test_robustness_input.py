"""What no request, file or device can be made of is refused in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from smallestai import (
    ArgumentError,
    Audio,
    AudioFormat,
    ConfigurationError,
    SmallestAI,
    SmallestError,
    webhooks,
)
from smallestai._player import Player
from smallestai.recording import WavRecorder
from smallestai.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HALF = "\ud800"  # half of a surrogate pair
PCM = AudioFormat("pcm", 16_000)


def tts(**options: Any) -> Callable[[Any], Any]:
    return lambda client: client.waves.tts.stream("Good morning.", **options)


def stt(**options: Any) -> Callable[[Any], Any]:
    return lambda client: client.waves.stt.stream(**options)


def converse(**options: Any) -> Callable[[Any], Any]:
    return lambda client: client.waves.converse([], **options)


CALLS: list[tuple[str, Callable[[Any], Any]]] = [
    ("voice_id", tts(voice_id=HALF)),
    ("pronunciation_dicts", tts(pronunciation_dicts=[HALF])),
    ("pronunciation_dicts", tts(pronunciation_dicts=7)),
    ("extra_body", tts(extra_body="x")),
    ("extra_body", tts(extra_body=[HALF])),
    ("depth", tts(extra_body={"depth": object()})),
    ("depth", tts(extra_body={"depth": float("nan")})),
    ("keywords", stt(keywords=[HALF])),
    ("tone", stt(extra_query={"tone": HALF})),
    ("listen", converse(listen=1.5)),
    ("listen", converse(listen={1: 2})),
    ("chat", converse(chat="x")),
    ("speech", converse(speech=[1])),
    ("tools", converse(tools=7)),
    ("voice", lambda client: client.waves.voices.preview(None)),
    ("path", lambda client: client.waves.pronunciation.from_csv("a\0b")),
    ("path", lambda client: client.waves.pronunciation.from_csv(HALF)),
    ("file", lambda client: client.waves.voices.clone("a\0b", display_name="Ana")),
    ("request_options", lambda client: client.waves.chat.create("Hi", request_options="x")),
    ("headers", lambda client: client.with_options(headers=7)),
    ("name", lambda client: client.atoms.knowledge_base.upload("1", b"x", name=7)),
    ("signature", lambda _: webhooks.verify(b"x", 7, "s")),  # type: ignore[arg-type]
    ("headers", lambda _: webhooks.unwrap(b"x", None, "s")),  # type: ignore[arg-type]
    ("secret", lambda _: webhooks.sign(b"x", HALF)),
    ("seconds", lambda _: Timeline(16_000).heard("x")),  # type: ignore[arg-type]
    ("sample_rate", lambda _: Timeline("x")),  # type: ignore[arg-type]
    ("path", lambda _: Timeline(16_000).save(b"x.srt")),  # type: ignore[arg-type]
    ("path", lambda _: Audio(b"", PCM).save(None)),  # type: ignore[arg-type]
    ("path", lambda _: Audio(b"", PCM).save("")),
    ("format", lambda _: WavRecorder("x.wav", "pcm")),  # type: ignore[arg-type]
    ("path", lambda _: WavRecorder("", PCM)),
    ("device", lambda _: Player(PCM, 1.5)),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(
    ("argument", "call"), CALLS, ids=[f"{number} {name}" for number, (name, _) in enumerate(CALLS)]
)
def test_it_names_the_argument(argument: str, call: Callable[[Any], Any]) -> None:
    """It is an `ArgumentError`, before anything is sent or written."""
    with SmallestAI("sk_x", base_url="http://127.0.0.1:9") as client:
        with pytest.raises(ArgumentError) as caught:
            call(client)
    assert caught.value.argument.strip("'") == argument
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["a\0b.wav", f"{HALF}.wav"])
def test_a_path_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    """It is an error of ours, and nothing is left behind."""
    with pytest.raises(SmallestError):
        Audio(b"", PCM).save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("region", [["us"], {}, 7])
def test_a_region_that_is_no_text(region: Any) -> None:
    """It is a `ConfigurationError`, as any other that there is not."""
    with pytest.raises(ConfigurationError, match="region"):
        SmallestAI("sk_x", region=region)
