"""Text to speech and back: the words return, at the times at which they were spoken.

Where each word lies is known from the speech itself: its stream tells, over a socket, when every
word is spoken. What the transcription says of the same audio has to agree.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.protocol.transcription_events import Final
from smallestai.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smallestai.audio import Audio
    from smallestai.waves.transcript import Transcript

NEAR = 0.1
"""Seconds that the time of a word may be off."""

TEXTS = {
    "en": "The kettle is on, and the letter is still in the drawer. Has anybody seen the key?",
    "hi": "चाय तैयार है। चिट्ठी अभी भी दराज में है।",
    "es": "La tetera está puesta y la carta sigue en el cajón.",
    "de": "Der Kessel steht auf dem Herd, und der Brief liegt noch in der Schublade.",
}


class Spoken(NamedTuple):
    """Speech with the times of its words."""

    audio: Audio
    words: list[tuple[str, float, float]]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Run one for all of them."""
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[SmallestAI]:
    """Return a client of it."""
    with SmallestAI("sk_x", base_url=sandbox.url) as made:
        yield made


def speak(client: SmallestAI, text: str, **options: Any) -> Spoken:
    """Speak a text and note when which word is spoken."""
    with client.waves.tts.stream(text, word_timestamps=True, **options) as stream:
        audio = stream.read()
    words = [(word.text, word.start, word.end) for word in stream.timeline.words]
    assert len(words) == len(text.split())
    return Spoken(audio, words)


def check(transcript: Transcript, spoken: Spoken, shift: float = 0.0) -> None:
    """Every word is there, none besides, and each lies where it was spoken."""
    assert [word.text for word in transcript.words] == [text for text, _, _ in spoken.words]
    for word, (_, start, end) in zip(transcript.words, spoken.words, strict=True):
        assert word.start == pytest.approx(start + shift, abs=NEAR)
        assert word.end == pytest.approx(end + shift, abs=NEAR)


@pytest.mark.parametrize("sample_rate", [8000, 16000, 24000, 44100])
@pytest.mark.parametrize("model", ["pulse", "pulse-pro"])
def test_recordings_of_every_rate(client: SmallestAI, sample_rate: int, model: str) -> None:
    """At every rate that is spoken, both models return words and times."""
    spoken = speak(client, TEXTS["en"], sample_rate=sample_rate)
    made = client.waves.stt.transcribe(spoken.audio, model=model, word_timestamps=True)
    assert made.text == TEXTS["en"]
    assert made.duration == pytest.approx(spoken.audio.duration, abs=0.01)
    check(made, spoken)


@pytest.mark.parametrize("language", ["hi", "es", "de"])
def test_other_languages(client: SmallestAI, language: str) -> None:
    """What is spoken in other languages and scripts comes back in them."""
    spoken = speak(client, TEXTS[language], language=language)
    made = client.waves.stt.transcribe(spoken.audio, language=language, word_timestamps=True)
    assert made.text == TEXTS[language]
    check(made, spoken)


@pytest.mark.parametrize(
    ("transport", "output"),
    [
        *(("http", output) for output in ("pcm", "wav", "mp3", "ulaw", "alaw")),
        ("sse", "pcm"),
        ("websocket", "pcm"),
    ],
)
def test_every_transport_and_form(client: SmallestAI, transport: Any, output: Any) -> None:
    """The text returns from speech of every transport, in every form that it gives."""
    rate = 8000 if output.endswith("law") else 24000
    audio = client.waves.tts.synthesize(
        TEXTS["en"], transport=transport, output_format=output, sample_rate=rate
    )
    spoken = speak(client, TEXTS["en"])
    made = client.waves.stt.transcribe(audio, word_timestamps=True)
    assert made.text == TEXTS["en"]
    check(made, spoken)


@pytest.mark.parametrize("sample_rate", [8000, 16000, 44100])
@pytest.mark.parametrize("size", [501, 3200, 50_000])
def test_live(client: SmallestAI, sample_rate: int, size: int) -> None:
    """Live, times count from the first byte, however the audio is cut and what lies before it."""
    spoken = speak(client, TEXTS["en"], sample_rate=sample_rate)
    pcm = bytes(2 * sample_rate) + spoken.audio.data + bytes(2 * sample_rate)
    with client.waves.stt.stream(sample_rate=sample_rate) as stream:
        stream.feed([pcm[at : at + size] for at in range(0, len(pcm), size)])
        finals = [event for event in stream if isinstance(event, Final)]
    assert finals[-1].is_last
    check(stream.transcript, spoken, shift=1.0)


def test_on_a_loop(sandbox: Sandbox) -> None:
    """Spoken, streamed into the transcription and read, all on one event loop."""
    tokens = re.findall(r"\s*\S+", TEXTS["en"])

    async def through() -> tuple[list[tuple[str, float, float]], Transcript]:
        async with AsyncSmallestAI("sk_x", base_url=sandbox.url) as client:
            speech = client.waves.tts.speak(tokens, word_timestamps=True, sample_rate=16000)
            async with client.waves.stt.stream() as stream:
                stream.feed(speech)
                async for _ in stream:
                    pass
            words = [(word.text, word.start, word.end) for word in speech.timeline.words]
            return words, stream.transcript

    words, transcript = asyncio.run(through())
    assert transcript.text == TEXTS["en"]
    assert [word.text for word in transcript.words] == [text for text, _, _ in words]
    for word, (_, start, end) in zip(transcript.words, words, strict=True):
        assert word.start == pytest.approx(start, abs=NEAR)
        assert word.end == pytest.approx(end, abs=NEAR)


CUE = re.compile(
    r"(\d+):(\d\d):(\d\d)[.,](\d+) --> (\d+):(\d\d):(\d\d)[.,](\d+)[^\n]*\n(.*?)\n\n", re.DOTALL
)
EVENT = re.compile(
    r"^Dialogue: [^,]*,(\d+):(\d\d):(\d\d)\.(\d+),(\d+):(\d\d):(\d\d)\.(\d+),(?:[^,]*,){6}(.*)$",
    re.MULTILINE,
)


def seconds(hours: str, minutes: str, whole: str, part: str) -> float:
    return 3600 * int(hours) + 60 * int(minutes) + int(whole) + float(f"0.{part}")


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("written", ["srt", "vtt"])
def test_ffmpeg_reads_the_subtitles(
    client: SmallestAI, tmp_path: Path, language: str, written: str
) -> None:
    """Another program reads the subtitles: the same cues, in WebVTT, SubRip and ASS."""
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    text = TEXTS[language]
    spoken = speak(client, text, language=language)
    made = client.waves.stt.transcribe(spoken.audio, language=language, word_timestamps=True)
    source = made.save(tmp_path / f"call.{written}")
    for other, pattern in (("vtt", CUE), ("srt", CUE), ("ass", EVENT)):
        path = tmp_path / f"read.{other}"
        argv = [ffmpeg, "-v", "error", "-y", "-i", str(source), str(path)]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        read = path.read_text(encoding="utf-8")
        if other == "vtt":  # which leaves hours out where there are none
            read = re.sub(r"(?m)(^|--> )(\d\d:\d\d\.)", r"\g<1>00:\2", read)
        cues = [
            (seconds(*found[:4]), seconds(*found[4:8]), found[8])
            for found in pattern.findall(read + "\n\n")
        ]
        assert " ".join(" ".join(re.split(r"\\N|\s+", cue[2].strip())) for cue in cues) == text
        assert cues[0][0] == pytest.approx(spoken.words[0][1], abs=NEAR)
        assert cues[-1][1] == pytest.approx(spoken.words[-1][2], abs=NEAR)
        assert all(start < end for start, end, _ in cues)
        assert all(first[1] <= second[0] + 0.01 for first, second in pairwise(cues))
