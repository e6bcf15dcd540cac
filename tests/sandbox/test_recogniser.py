"""What is recognised, by which engine, and where speech starts and ends."""

import random
from array import array

import pytest
from transcribing import NEAR, say, silence, utter

from smallestai.sandbox import recogniser_sphinx
from smallestai.sandbox.recogniser import Recogniser
from smallestai.sandbox.recogniser_activity import Activity, SpeechEnded, SpeechStarted
from smallestai.sandbox.recogniser_prints import Printer
from smallestai.sandbox.state import State
from smallestai.sandbox.timing import Word

KNOWN = "Hello there, my dear friend, how are you today?"


@pytest.fixture(scope="module")
def state():
    """Give a state, for its engine and its memory."""
    made = State()
    yield made
    made.close()


@pytest.fixture(scope="module")
def known(state):
    """Give speech that the server remembers."""
    return say(state, KNOWN, 16000)


@pytest.fixture(scope="module")
def foreign(state):
    """Give speech that it does not."""
    return utter(state, "The weather is nice in the garden.", 16000)[0]


@pytest.fixture
def guesses(monkeypatch):
    """Have foreign speech recognised at once; give the lengths of what was to be recognised."""
    lengths = []

    def transcribe(pcm):
        lengths.append(len(pcm) / 32000)
        return [Word(0, "guess", 0.4, 0.6)]

    monkeypatch.setattr(recogniser_sphinx, "is_installed", lambda: True)
    monkeypatch.setattr(recogniser_sphinx, "transcribe", transcribe)
    return lengths


def hear(recogniser, pcm, size=3200):
    """Feed a recogniser; return the events."""
    events = []
    for start in range(0, len(pcm), size):
        events += recogniser.feed(pcm[start : start + size])
    return events


@pytest.mark.parametrize("size", [333, 640, 32000])
def test_memory_alone(state, known, guesses, size):
    """Known speech is exact however it is cut, and nobody has to guess."""
    recogniser = Recogniser(state.spoken)
    hear(recogniser, silence(1) + known + silence(1) + known, size)
    recogniser.end()
    words = recogniser.words_since()
    assert " ".join(word.text for word in words) == f"{KNOWN} {KNOWN}"
    assert recogniser.engine == "memory"
    assert guesses == []
    assert abs(words[0].start - 1.0) < NEAR


def test_foreign_speech_is_guessed_in_its_place(state, known, foreign, guesses):
    """Between known speech, a guess has its time; both engines are named."""
    recogniser = Recogniser(state.spoken)
    hear(recogniser, known + silence(0.6) + foreign + silence(0.6) + known)
    recogniser.end()
    texts = [word.text for word in recogniser.words_since()]
    count = len(KNOWN.split())
    assert texts[:count] == texts[-count:] == KNOWN.split()
    assert set(texts[count:-count]) == {"guess"}
    guess = recogniser.words_since()[count]
    start = len(known) / 32000 + 0.6
    assert start < guess.end < start + len(foreign) / 32000
    assert recogniser.engine == "memory, pocketsphinx"
    assert sum(guesses) < len(foreign) / 32000 + 0.9


def test_speech_in_another_language_is_not_guessed(state, foreign, guesses):
    """The guesser knows English only."""
    recogniser = Recogniser(state.spoken, english=False)
    hear(recogniser, foreign)
    recogniser.end()
    assert (recogniser.words_since(), recogniser.engine, guesses) == ([], "none", [])


def test_without_a_guesser(state, foreign, monkeypatch):
    """Foreign speech has no text then."""
    monkeypatch.setattr(recogniser_sphinx, "is_installed", lambda: False)
    recogniser = Recogniser(state.spoken)
    hear(recogniser, foreign)
    recogniser.end()
    assert (recogniser.words_since(), recogniser.engine) == ([], "none")


def test_long_foreign_speech_is_guessed_in_parts(state, foreign, guesses):
    """Speech without a pause is not kept for ever."""
    babble = array("h")
    while len(babble) < 16000 * 50:
        babble += array("h", foreign[3200:60800])
    recogniser = Recogniser(state.spoken)
    hear(recogniser, babble.tobytes(), 32000)
    recogniser.end()
    assert guesses
    assert max(guesses) < 21
    assert sum(guesses) > 30


def test_pocketsphinx(foreign):
    """The real guesser finds words, in order and within the audio."""
    pytest.importorskip("pocketsphinx")
    words = recogniser_sphinx.transcribe(foreign)
    assert words
    assert all(word.text.isascii() and "(" not in word.text for word in words)
    times = [time for word in words for time in (word.start, word.end)]
    assert times == sorted(times)
    assert times[-1] <= len(foreign) / 32000 + 0.1


def test_words_are_known_while_they_are_said(state, known):
    """A word is there soon after it began, and settling brings what was held back."""
    recogniser = Recogniser(state.spoken)
    hear(recogniser, known[:32000])
    early = [word.text for word in recogniser.words_since()]
    recogniser.settle()
    late = [word.text for word in recogniser.words_since()]
    assert early
    assert KNOWN.split()[: len(late)] == late
    assert len(early) <= len(late) <= 3
    hear(recogniser, known[32000:])
    recogniser.end()
    assert " ".join(word.text for word in recogniser.words_since()) == KNOWN


def test_forgotten_words_are_gone(state, known):
    """What is final is dropped, so that a session may last."""
    recogniser = Recogniser(state.spoken)
    hear(recogniser, known + silence(1))
    recogniser.end()
    middle = recogniser.words_since()[3].start
    recogniser.forget(middle)
    assert len(recogniser.words_since()) == len(KNOWN.split()) - 3
    assert recogniser.words_since(middle + 0.01) == recogniser.words_since()[1:]


# Where there is speech


def test_speech_starts_and_ends(known):
    """The times are those of the sound, whatever the parts; an end needs silence after it."""
    pcm = silence(1) + known + silence(1)
    events = list(Activity().feed(pcm))
    assert isinstance(events[0], SpeechStarted)
    assert isinstance(events[-1], SpeechEnded)
    assert abs(events[0].at - 1) < 0.2
    assert abs(events[-1].at - 1 - len(known) / 32000) < 0.5
    activity = Activity()
    cut = [
        event
        for start in range(0, len(pcm), 999)
        for event in activity.feed(pcm[start : start + 999])
    ]
    assert cut == events
    (only,) = Activity().feed(known[:12800])
    assert isinstance(only, SpeechStarted)


def test_noise_is_no_speech():
    """Hiss and silence start nothing."""
    hiss = random.Random(3)
    samples = b"".join(
        hiss.randint(-900, 900).to_bytes(2, "little", signed=True) for _ in range(16000)
    )
    assert list(Activity().feed(samples + silence(1))) == []


def test_the_shortest_speech_and_the_threshold(known):
    """A burst is too short for a long minimum; a threshold of one wants every frame."""
    burst = silence(0.5) + known[1600:8000] + silence(0.5)
    assert list(Activity(min_speech=2.0).feed(burst)) == []
    loose = [event.at for event in Activity(threshold=0.1).feed(silence(0.5) + known)]
    strict = [event.at for event in Activity(threshold=1.0).feed(silence(0.5) + known)]
    assert loose[0] <= strict[0]


def test_prints_do_not_depend_on_the_parts(known):
    """Cut anywhere, audio has the same prints, one for each hundredth of a second."""
    whole = Printer()
    prints = whole.feed(known) + whole.end()
    parts = Printer()
    first = parts.feed(known[:5002]) + parts.feed(known[5002:5004])
    again = first + parts.feed(known[5004:]) + parts.end()
    assert prints.bits.tolist() == again.bits.tolist()
    assert abs(len(prints) - len(known) / 320) <= 1
