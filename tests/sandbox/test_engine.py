"""The engine: real speech, while it is made, always the same."""

import asyncio
import threading
from contextlib import aclosing

import numpy as np
import pytest

from smallestai.sandbox import engine as engine_module
from smallestai.sandbox.engine import Engine, Resampler, Speech
from smallestai.sandbox.timing import Word
from smallestai.sandbox.voices import profile_of
from smallestai.waves.catalogue import LANGUAGES, PRO, PRO_MODEL, SAMPLE_RATES, STANDARD

TEXT = "Hello world, I owe $40 to you. Fine."
MEHER = profile_of("meher")


@pytest.fixture(scope="module")
def engine():
    """Give an engine for all tests of this file."""
    made = Engine()
    yield made
    made.close()


async def collect(engine, speech, chunk_bytes=4800):
    """Return what an engine yields."""
    return [item async for item in engine.speak(speech, chunk_bytes)]


def speak(engine, text=TEXT, profile=MEHER, **how):
    """Return the PCM of a text."""
    items = asyncio.run(collect(engine, Speech(text, profile, **how)))
    return b"".join(item for item in items if isinstance(item, bytes))


def seconds(pcm, rate=44100):
    """Return the length of PCM."""
    return len(pcm) / 2 / rate


def test_the_same_request_gives_the_same_bytes(engine):
    """Bytes do not depend on what was spoken before, nor on which engine spoke."""
    first = speak(engine)
    speak(engine, "Something else, much louder!", profile_of("magnus"), speed=1.7)
    other = Engine()
    try:
        assert speak(engine) == first == speak(other)
    finally:
        other.close()


def test_rates_change_the_rate_only(engine):
    """At every rate of the service the speech is as long, and as loud within a tenth."""
    spoken = {rate: speak(engine, sample_rate=rate) for rate in SAMPLE_RATES}
    lengths = {round(seconds(pcm, rate), 3) for rate, pcm in spoken.items()}
    assert max(lengths) - min(lengths) <= 0.001
    loudness = [np.std(np.frombuffer(pcm, "<i2")) for pcm in spoken.values()]
    assert max(loudness) < 1.1 * min(loudness)


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.25, 2])
def test_speed(engine, speed):
    """Speech at a multiple of the speed takes that fraction of the time, within a tenth."""
    text = "The quick brown fox jumps over the lazy dog and runs into the dark woods again."
    ratio = seconds(speak(engine, text)) / seconds(speak(engine, text, speed=speed))
    assert ratio == pytest.approx(speed, rel=0.1)


@pytest.mark.parametrize("language", sorted({*LANGUAGES[PRO_MODEL]} - {"auto", "en"}))
def test_every_language_sounds_like_itself(engine, language):
    """Each language of the service has a voice, which is not the English one."""
    text = "Radio 12 kilo"
    assert seconds(speak(engine, text, language=language)) > 0.5
    assert speak(engine, text, language=language) != speak(engine, text, language="en")


def test_no_two_catalogue_voices_sound_alike(engine):
    """Every voice of the catalogue has a sound of its own."""
    spoken = {speak(engine, "Hello", profile_of(voice)) for voice in (*STANDARD, *PRO)}
    assert len(spoken) == len({*STANDARD, *PRO})


@pytest.mark.parametrize("language", [None, "auto"])
def test_without_a_language_the_script_decides(engine, language):
    """Hindi letters are read as Hindi, Latin ones in the voice's own language."""
    assert speak(engine, "नमस्ते", language=language) == speak(engine, "नमस्ते", language="hi")
    assert speak(engine, "Hello", language=language) == speak(engine, "Hello", language="en")


def test_math_notation_and_respellings_are_heard(engine):
    """Signs are read as words when asked for, and respelled words as they are respelled."""
    assert speak(engine, "3+4", math_notation=True) == speak(engine, "3 plus 4")
    assert speak(engine, "GIF", respellings={"GIF": "jiff"}) == speak(engine, "jiff")


def test_chunks_have_the_size_asked_for(engine):
    """All chunks but the last have the given size; together they are the whole."""
    chunks = asyncio.run(collect(engine, Speech(TEXT, MEHER), 1000))
    assert {len(chunk) for chunk in chunks[:-1]} == {1000}
    assert b"".join(chunks) == speak(engine)


def test_words_are_verbatim_and_in_order(engine):
    """Words are slices of the text, one after the other, within the audio."""
    items = asyncio.run(collect(engine, Speech(TEXT, MEHER, words=True)))
    words = [item for item in items if isinstance(item, Word)]
    assert [word.text for word in words] == TEXT.split()
    assert [word.index for word in words] == list(range(len(words)))
    times = [time for word in words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert times[0] == 0
    assert times[-1] == pytest.approx(seconds(speak(engine)), abs=0.002)


def test_a_word_comes_before_the_chunk_it_begins_in(engine):
    """Between the chunks, words stand where they begin; asking for them changes no sample."""
    items = asyncio.run(collect(engine, Speech(TEXT * 9, MEHER, words=True, sample_rate=8000), 160))
    passed = 0.0
    for item in items:
        if isinstance(item, Word):
            assert passed - 0.0005 <= item.start <= passed + 0.01
        else:
            passed += seconds(item, 8000)
    pcm = b"".join(item for item in items if isinstance(item, bytes))
    assert pcm == speak(engine, TEXT * 9, sample_rate=8000)


def test_words_of_a_long_text_keep_their_places(engine):
    """Where a text is spoken in several pieces, times and places run through."""
    text = "This sentence is repeated until the text is long. " * 12
    items = asyncio.run(collect(engine, Speech(text, MEHER, words=True)))
    words = [item for item in items if isinstance(item, Word)]
    assert [word.text for word in words] == text.split()
    assert words[-1].end == pytest.approx(seconds(speak(engine, text)), abs=0.002)


def test_a_long_text_does_not_keep_a_short_one_waiting(engine):
    """Of two requests at once, the short one ends first although it came second."""

    async def both():
        order = []

        async def one(name, text):
            await collect(engine, Speech(text, MEHER))
            order.append(name)

        await asyncio.gather(one("long", TEXT * 60), one("short", "Hi."))
        return order

    assert asyncio.run(both()) == ["short", "long"]


class EndlessLibrary:
    """A library that speaks until it is stopped."""

    sample_rate = 22050

    def __init__(self):
        self.stopped = threading.Event()

    def speak(self, text, manner, sink):
        """Hand over silence until the sink has enough."""
        while sink(bytes(4410), []):
            pass
        self.stopped.set()


def test_closing_the_generator_ends_the_speech(monkeypatch):
    """When whoever listens goes away, the engine stops in the middle of a piece."""
    endless = EndlessLibrary()
    monkeypatch.setattr(engine_module, "library", lambda: endless)
    engine = Engine()

    async def take_one():
        async with aclosing(engine.speak(Speech(TEXT, MEHER), 100)) as sound:
            return await anext(sound)

    assert asyncio.run(take_one()) == bytes(100)
    engine.close()
    assert endless.stopped.is_set()


def test_an_error_of_the_library_reaches_the_listener(engine):
    """A voice that the library lacks is an error of the generator."""
    with pytest.raises(RuntimeError, match="no voice"):
        speak(engine, language="none")


@pytest.mark.parametrize("target", SAMPLE_RATES)
def test_resampling_does_not_depend_on_the_pieces(target):
    """Fed in odd pieces or at once, the samples are the same, and as many as the rates say."""
    pcm = (9000 * np.sin(np.arange(22050) / 11)).astype("<i2").tobytes()
    whole, pieces = Resampler(22050, target), Resampler(22050, target)
    expected = whole.feed(pcm) + whole.finish()
    parts = [pieces.feed(pcm[start : start + 646]) for start in range(0, len(pcm), 646)]
    assert b"".join([*parts, pieces.finish()]) == expected
    assert len(expected) == 2 * target
