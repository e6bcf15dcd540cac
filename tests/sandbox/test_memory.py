"""What the sandbox remembers of its speech, and what it recognises of that in audio."""

import random
from array import array

import pytest
from transcribing import NEAR, resampled, say, silence, utter

from smallestai.sandbox.formats import alaw, ulaw
from smallestai.sandbox.memory import Spoken, Voice
from smallestai.sandbox.recordings_samples import mono
from smallestai.sandbox.state import State
from smallestai.sandbox.timing import Word

TEXTS = (
    "Hello there, I owe $40.",
    "The quick brown fox jumps over the lazy dog.",
    "Yes.",
    "Hello there, my dear friend, how are you today?",
    "Could you tell me the price of the blue one?",
    "My number is 555 0199.",
)
RATE = 44100


@pytest.fixture(scope="module")
def state():
    """Give a state, for its engine."""
    made = State()
    yield made
    made.close()


@pytest.fixture(scope="module")
def utterances(state):
    """Give utterances: the text, the PCM, the words."""
    return [(text, *utter(state, text, RATE)) for text in TEXTS]


@pytest.fixture(scope="module")
def spoken(utterances):
    """Give a memory of them."""
    memory = Spoken()
    for text, pcm, words in utterances:
        memory.add(pcm, RATE, text, words)
    return memory


def companded(law, name):
    """Return what samples are after a telephone line."""
    return lambda pcm: mono(law(pcm), name)


def assert_words(match, expected):
    """Check words and times."""
    assert match is not None
    assert [word.text for word in match.words] == [text for text, _, _ in expected]
    for word, (_, start, end) in zip(match.words, expected, strict=True):
        assert abs(word.start - start) < NEAR
        assert abs(word.end - end) < NEAR


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 24000, 48000])
def test_utterances_in_a_row(spoken, utterances, rate):
    """Utterances with silence between them are all found, at any rate, each word in its time."""
    shuffled = list(utterances)
    randomness = random.Random(rate)
    randomness.shuffle(shuffled)
    audio, expected = b"", []
    for _, pcm, words in shuffled:
        audio += silence(randomness.uniform(0.2, 0.9), rate)
        offset = len(audio) / 2 / rate
        audio += resampled(pcm, RATE, rate)
        expected += [(word.text, word.start + offset, word.end + offset) for word in words]
    match = spoken.find(audio, rate)
    assert_words(match, expected)
    assert match.text == " ".join(text for text, _, _ in shuffled)


@pytest.mark.parametrize(
    "change",
    [companded(ulaw, "mulaw"), companded(alaw, "alaw"), bytes],
    ids=["ulaw", "alaw", "same"],
)
@pytest.mark.parametrize("offset", [0, 37])
def test_telephone_audio(spoken, utterances, change, offset):
    """Companding at 8000 Hz, and a start between two prints, change nothing."""
    for text, pcm, words in utterances:
        audio = bytes(2 * offset) + change(resampled(pcm, RATE, 8000)) + silence(0.5, 8000)
        expected = [(word.text, word.start, word.end) for word in words]
        match = spoken.find(audio, 8000)
        assert_words(match, expected)
        assert match.text == text


def test_a_part_of_an_utterance(spoken, utterances):
    """What is cut off at a pause is found by itself."""
    text, pcm, words = utterances[3]
    start, end = words[2].start, words[4].end  # "my dear friend,"
    part = pcm[2 * int(start * RATE) : 2 * int(end * RATE)]
    match = spoken.find(silence(1, RATE) + part, RATE)
    expected = [(word.text, word.start - start + 1, word.end - start + 1) for word in words[2:5]]
    assert text.startswith("Hello there")
    assert_words(match, expected)


def test_utterances_that_are_alike(state):
    """Sentences of one voice with the same beginnings and ends are kept apart, in any order."""
    texts = [
        f"{who} {does} {what}."
        for who in ("Doctor Smith", "Our new teacher")
        for does in ("has painted", "lost", "bought")
        for what in ("the red car", "her phone number", "a house by the river", "the book")
    ]
    memory, audios = Spoken(), {}
    for text in texts:
        pcm, words = utter(state, text, 16000)
        audios[text] = pcm
        memory.add(pcm, 16000, text, words)
    for text, pcm in audios.items():
        narrow = companded(ulaw, "mulaw")(resampled(silence(0.303) + pcm, 16000, 8000))
        assert memory.find(narrow, 8000).text == text
    random.Random(4).shuffle(texts)
    row = b"".join(audios[text] + silence(0.4) for text in texts)
    assert memory.find(row, 16000).text == " ".join(texts)


def test_quieter_speech(spoken, utterances):
    """A third of the level is still the same speech."""
    text, pcm, _ = utterances[1]
    quiet = array("h", [sample // 3 for sample in array("h", pcm)]).tobytes()
    assert spoken.find(quiet, RATE).text == text


def test_other_sounds_are_not_found(spoken, state):
    """Other speech of the same voice, noise and silence are nobody's."""
    other, _ = utter(state, "Rivers run through gardens under some mountain.", 16000)
    noise = random.Random(1).randbytes(64000)
    for pcm in (other, noise, silence(2), b""):
        assert spoken.find(pcm, 16000) is None


def test_an_unfinished_utterance_is_found(state, utterances):
    """What is still being said is found as far as it goes."""
    text, pcm, words = utterances[1]
    memory = Spoken()
    recording = memory.begin(text, RATE)
    half = len(pcm) // 4 * 2
    begun = [word for word in words if word.start < half / 2 / RATE]
    for word in begun:
        recording.add(word)
    recording.feed(pcm[:half])
    found = [word.text for word in memory.find(pcm[:half], RATE).words]
    assert len(found) >= len(begun) - 1
    assert found == [word.text for word in begun][: len(found)]
    recording.end()
    recording.end()


def test_signs_that_nobody_hears_are_shown():
    """A dash of its own is in the text, but no word; what was not said is neither."""
    memory, pcm = Spoken(), random.Random(2).randbytes(32000)
    words = [Word(1, "one", 0.0, 0.5), Word(3, "two", 0.5, 1.0)]
    memory.add(pcm, 16000, "- one - two !", words)
    assert memory.find(pcm, 16000).text == "- one - two !"
    broken = memory.begin("one two three", 16000)
    broken.add(Word(0, "one", 0.0, 0.5))
    broken.end()
    assert [word.shown for word in broken.utterance.words] == ["one"]


def test_the_voice_is_remembered(spoken, utterances):
    """Who spoke is known; the latest of two that sound the same counts."""
    memory = Spoken()
    text, pcm, words = utterances[0]
    memory.add(pcm, RATE, text, words, Voice("first", "male", "en"))
    memory.add(pcm, RATE, text, words, Voice("second", "female", "en"))
    assert memory.find(pcm, RATE).voice.name == "second"


def test_memory_is_bounded(monkeypatch, utterances):
    """The oldest speech is forgotten, and what was said twice is kept once."""
    monkeypatch.setattr("smallestai.sandbox.memory.MOST_SECONDS", 6)
    memory = Spoken()
    for _ in range(3):
        for text, pcm, words in utterances:
            memory.add(pcm, RATE, text, words)
    held = memory.catalogue()
    assert memory.find(utterances[-1][1], RATE).text == TEXTS[-1]
    assert memory.find(utterances[1][1], RATE) is None
    assert memory.catalogue() is held


def test_all_speech_is_remembered(state):
    """What the server says for anybody is found in its memory."""
    text = "This was said to someone else."
    pcm = say(state, text, 24000)
    match = state.spoken.find(pcm, 24000)
    assert (match.text, match.voice.name) == (text, "meher")
