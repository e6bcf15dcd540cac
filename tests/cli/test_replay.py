"""`smallestai replay`: a question in a file, the reply in another."""

import json
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
import soxr
from numpy import clip, frombuffer, stack

from smallestai import SmallestAI
from smallestai.audio import AudioFormat, read_wav
from smallestai.cli._levels import Levels
from smallestai.sandbox import Sandbox, Settings

from .conftest import Command


@pytest.fixture(scope="module")
def service() -> Iterator[Sandbox]:
    """Return a sandbox that answers as fast as it can."""
    with Sandbox(settings=Settings(hydra_pace=None)) as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def _online(service: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMALLEST_BASE_URL", service.url)
    monkeypatch.setenv("SMALLEST_API_KEY", "any-key")


@pytest.fixture(autouse=True)
def question(service: Sandbox) -> Path:
    """Return a question as a stereo file of 44.1 kHz, the right side half as loud."""
    with SmallestAI("any", base_url=service.url) as client:
        speech = client.waves.tts.synthesize("Where is my parcel?", sample_rate=24000)
    samples = soxr.resample(frombuffer(speech.data, "<i2").astype("f8"), 24_000, 44_100)
    sides = clip(stack([samples, samples / 2], 1), -32768, 32767).astype("<i2")
    with wave.open("question.wav", "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(sides.tobytes())
    return Path("question.wav")


def test_a_reply_with_speech_in_it(command: Command) -> None:
    """The reply is a WAV with speech; its length, loudness and latency are told."""
    ran = command("replay", "question.wav", "reply.wav", "--fast")
    form, samples = read_wav(Path("reply.wav").read_bytes())
    assert (ran.status, ran.out, form) == (0, b"", AudioFormat("pcm", 24_000))
    levels = Levels.of(samples, 24_000)
    assert levels.is_speech
    assert levels.rms > -40
    told = f"reply.wav: {len(samples) / 48_000:.2f} s, 24000 Hz, RMS {levels.rms:.1f} dBFS, peak"
    assert ran.err.startswith(told)
    assert "first audio after" in ran.err


def test_json(command: Command) -> None:
    """--json gives the same as numbers; the older model has its own rate and voices."""
    argv = ("--fast", "--json", "--model", "hydra-v1.0", "--voice", "quinn")
    ran = command("replay", "question.wav", "reply.wav", *argv)
    report = json.loads(ran.out)
    form, samples = read_wav(Path("reply.wav").read_bytes())
    assert (ran.status, ran.err) == (0, "")
    assert report["sample_rate"] == form.sample_rate == 48_000
    assert report["duration"] == pytest.approx(len(samples) / 96_000, abs=1e-3)
    assert (report["path"], report["voice"], report["speech"]) == ("reply.wav", "quinn", True)
    assert report["peak_dbfs"] > report["rms_dbfs"] > -40
    assert report["latency"] > 0
    assert 0.5 < report["spoken"] < 5


def test_at_the_pace_of_speech(command: Command) -> None:
    """By default the question takes as long as it is; instructions reach the model."""
    argv = ("--json", "--instructions", "sandbox: No.")
    report = json.loads(command("replay", "question.wav", "reply.wav", *argv).out)
    assert report["duration"] < 1
    assert report["latency"] > 0.1  # the pause that ends a turn is heard in real time


def test_onto_standard_output(command: Command) -> None:
    """'-' writes the WAV to standard output, where JSON has no place beside it."""
    ran = command("replay", "question.wav", "-", "--fast")
    form, samples = read_wav(ran.out)
    assert (ran.status, form.sample_rate) == (0, 24_000)
    assert Levels.of(samples, 24_000).is_speech
    assert "standard output" in ran.err
    assert command("replay", "question.wav", "-", "--json").status == 2


def test_silence_is_a_failure(command: Command) -> None:
    """A question that nobody hears has no reply: status 1, and no file."""
    with wave.open("silence.wav", "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(16_000))
    ran = command("replay", "silence.wav", "reply.wav", "--fast", "--wait", "0.2")
    assert ran.status == 1
    assert "nothing written: 0.00 s" in ran.err
    assert ran.err.splitlines()[-1] == "smallestai: there is no speech in the reply"
    assert not Path("reply.wav").exists()
    ran = command("replay", "silence.wav", "reply.wav", "--fast", "--wait", "0.2", "--json")
    report = json.loads(ran.out)
    assert (report["speech"], report["path"], report["rms_dbfs"]) == (False, None, None)


def test_a_sandbox_of_its_own(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """--sandbox needs neither key nor service."""
    monkeypatch.delenv("SMALLEST_API_KEY")
    monkeypatch.delenv("SMALLEST_BASE_URL")
    assert command("replay", "question.wav", "reply.wav", "--fast", "--sandbox").status == 0
    ran = command("replay", "question.wav", "reply.wav", "--fast")
    assert (ran.status, "SMALLEST_API_KEY" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("nothing.wav", "reply.wav"), 2, "nothing.wav"),
        (("text.wav", "reply.wav"), 2, "is no WAV file"),
        (("question.wav", "nowhere/reply.wav"), 3, "no folder"),
        (("question.wav", "reply.mp3"), 2, "name the file .wav"),
        (("question.wav", "reply.wav", "--voice", "bob"), 2, "bob"),
        (("question.wav", "reply.wav", "--model", "hydra-v9"), 2, "hydra-v9"),
        (("question.wav", "reply.wav", "--wait", "-1"), 2, "--wait"),
    ],
)
def test_mistakes_are_one_line(
    command: Command, argv: tuple[str, ...], status: int, said: str
) -> None:
    """What is wrong is said in one line, before anything is sent."""
    Path("text.wav").write_text("not a recording")
    ran = command("replay", *argv)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, b"", 1)
    assert said in ran.err
