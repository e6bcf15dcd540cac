"""Speech told from silence and noise, with real speech and both detectors."""

import asyncio

import numpy as np
import pytest
from hydra_talk import RATE, hiss, hum, silence
from hypothesis import given, settings
from hypothesis import strategies as st

from smallestai.sandbox import listening_detectors
from smallestai.sandbox.engine import Engine, Speech
from smallestai.sandbox.listening import Listener, Started, level_of
from smallestai.sandbox.listening_detectors import ByLevel, ByModel, detector
from smallestai.sandbox.voices import profile_of

TEXT = "Hello there, could you tell me what the weather is like today?"


def spoken(text, voice="meher"):
    """Return speech of the engine at 16 kHz."""

    async def speak():
        engine = Engine()
        try:
            request = Speech(text, profile_of(voice), sample_rate=RATE)
            return b"".join([chunk async for chunk in engine.speak(request, 3200)])
        finally:
            engine.close()

    return asyncio.run(speak())


SPEECH = spoken(TEXT)


def mixed(first, second):
    """Return two sounds at once, as long as the first."""
    second = np.resize(np.frombuffer(second, "<i2"), len(first) // 2).astype(np.int32)
    both = np.frombuffer(first, "<i2") + second
    return np.clip(both, -32768, 32767).astype("<i2").tobytes()


def fading(pcm, decibels):
    """Return a sound that grows quieter by some decibels from its start to its end."""
    samples = np.frombuffer(pcm, "<i2")
    factors = 10 ** (-np.linspace(0, decibels, len(samples)) / 20)
    return np.rint(samples * factors).astype("<i2").tobytes()


def found(pcm, judge=None):
    """Return what a listener finds in audio."""
    return list(Listener(judge=judge).feed(pcm))


@pytest.mark.parametrize("judge", [ByModel, ByLevel])
@pytest.mark.parametrize("text", [TEXT, "Yes.", "Hi", "One. Two. Three."])
def test_speech_is_found(judge, text):
    """Its start and end are right to a tenth of a second; pauses between words do not end it."""
    said = spoken(text)
    start, stop = found(silence(0.5) + said + silence(1), judge())
    samples = np.abs(np.frombuffer(said, "<i2"))
    loud = np.flatnonzero(samples > 200) / RATE
    assert start.at == pytest.approx(0.5 + loud[0], abs=0.1)
    assert stop.at == pytest.approx(0.5 + loud[-1], abs=0.15)
    assert stop.is_speech
    assert stop.seconds == pytest.approx(stop.at - start.at)


@pytest.mark.parametrize("level", [-45, -32])
def test_speech_is_found_in_noise(level):
    """A noise 10 and more decibels below the voice does not hide it."""
    noisy = mixed(silence(1) + SPEECH + silence(1.5), hiss(1, level))
    start, stop = found(noisy)
    assert isinstance(start, Started)
    assert start.at == pytest.approx(1, abs=0.2)
    assert stop.is_speech


def test_quiet_speech_is_found():
    """A voice at a tenth of the level is a voice."""
    quiet = (np.frombuffer(SPEECH, "<i2") * 0.1).astype("<i2").tobytes()
    assert found(silence(0.5) + quiet + silence(1))[1].is_speech


@pytest.mark.parametrize("judge", [ByModel, ByLevel])
@pytest.mark.parametrize(
    "sound",
    [
        hiss(2, -15),
        hum(2, 440),
        hum(2, 1000),
        hiss(0.2, -15),
        hiss(0.3, -15) + silence(0.3) + hiss(0.3, -15),
        fading(hiss(0.13, -5), 20),
    ],
    ids=["hiss", "hum", "whistle", "knock", "two knocks", "clap"],
)
def test_noise_is_told_from_speech(judge, sound):
    """A loud noise opens a stretch, which turns out not to be speech."""
    start, stop = found(silence(0.5) + sound + silence(1), judge())
    assert start.at == pytest.approx(0.5, abs=0.1)
    assert not stop.is_speech


@pytest.mark.parametrize("judge", [ByModel, ByLevel])
@pytest.mark.parametrize("sound", [silence(2), hiss(2, -65), hum(2, 440, -60), hiss(0.05, -10)])
def test_what_is_too_quiet_or_too_short_is_nothing(judge, sound):
    """Silence, faint noise and a click give no event at all."""
    assert found(silence(0.5) + sound + silence(1), judge()) == []


def test_the_audio_of_a_stretch():
    """It begins a little before the sound and ends with the pause."""
    start, stop = found(silence(1) + SPEECH + silence(1))
    audio = silence(1) + SPEECH + silence(1)
    place = audio.index(stop.pcm)
    assert 0 < start.at - place / (2 * RATE) < 0.3
    assert (place + len(stop.pcm)) / (2 * RATE) == pytest.approx(stop.at + 0.6, abs=0.03)


def test_the_audio_of_the_next_stretch():
    """It is one piece of what was heard, however soon it comes after the last one."""
    audio = silence(0.5) + SPEECH + SPEECH + silence(1)
    stretches = [each for each in Listener(0.2).feed(audio) if not isinstance(each, Started)]
    assert len(stretches) > 1
    assert all(each.pcm in audio for each in stretches)


def test_the_audio_of_a_long_stretch_is_cut():
    """No more than a minute is kept, however long somebody speaks."""
    long = SPEECH * (70 * RATE * 2 // len(SPEECH))
    _, stop = found(long + silence(1))
    assert stop.seconds > 60
    assert len(stop.pcm) == 60 * RATE * 2


def test_the_end_of_a_stream():
    """A stretch may be ended before its pause; without one there is nothing to end."""
    listener = Listener()
    assert listener.end() is None
    (start,) = listener.feed(SPEECH[: 3 * RATE])
    stop = listener.end()
    assert stop.is_speech
    assert stop.at == pytest.approx(1.5, abs=0.2)
    assert stop.at - start.at == pytest.approx(stop.seconds)
    assert listener.end() is None


def test_the_pause():
    """A longer pause keeps in one what a shorter one parts."""
    twice = SPEECH + silence(0.8) + SPEECH + silence(3)
    assert len(list(Listener(0.3).feed(twice))) > 2
    assert len(list(Listener(2).feed(twice))) == 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 30000), max_size=12))
def test_the_pieces_do_not_matter(sizes):
    """Audio cut anywhere, within samples too, gives the same events."""
    audio = silence(0.2) + SPEECH[: 2 * RATE] + silence(0.8)
    listener, events = Listener(), []
    for size in sizes:
        events += listener.feed(audio[:size])
        audio = audio[size:]
    events += listener.feed(audio)
    assert events == found(silence(0.2) + SPEECH[: 2 * RATE] + silence(0.8))


def test_the_detector(monkeypatch):
    """WebRTC's is used where it is installed, the level where it is not."""
    assert isinstance(detector(), ByModel)
    monkeypatch.setattr(listening_detectors, "webrtcvad", None)
    assert isinstance(detector(), ByLevel)


def test_levels():
    """Full scale is 0 dBFS, silence the lowest there is."""
    assert level_of(np.full(320, -32768, "<i2").tobytes()) == pytest.approx(0)
    assert level_of(bytes(640)) == pytest.approx(-90.3, abs=0.1)
    assert level_of(hiss(1, -20)) == pytest.approx(-20, abs=0.3)
