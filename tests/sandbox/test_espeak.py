"""The C library: what comes back, and that nothing of it depends on what was said before."""

import os
import subprocess
import sys

import pytest

from smallestai.sandbox._espeak import Manner, Mark, library

ENGLISH = Manner("en-us", "f2")


def say(text, manner=ENGLISH):
    """Return the samples of a text and its marks."""
    parts, marks = [], []

    def sink(pcm, found):
        parts.append(pcm)
        marks.extend(found)
        return True

    library().speak(text, manner, sink)
    return b"".join(parts), marks


def test_speech_is_sound():
    """A sentence becomes a plausible length of samples that are not silence."""
    pcm, _ = say("Good morning to all of you.")
    assert 1 < len(pcm) / 2 / library().sample_rate < 4
    assert max(pcm[1::2]) > 0


def test_nothing_is_left_of_the_last_utterance():
    """The same text and manner give the same samples, whatever came between."""
    manners = [Manner("en-us", "f1"), Manner("hi", "m3", 30, 300), Manner("vi", "f5", 80, 90)]
    first = [say("One 2 three, नमस्ते!", manner)[0] for manner in manners]
    again = [say("One 2 three, नमस्ते!", manner)[0] for manner in reversed(manners)]
    assert first == again[::-1]


def test_the_samples_are_the_same_in_every_process():
    """A fresh process says a sentence with the same samples as this one, which said others."""
    program = (
        "import sys; from smallestai.sandbox._espeak import Manner, library\n"
        "def sink(pcm, _): return sys.stdout.buffer.write(pcm) or True\n"
        "library().speak('Your parcel leaves tonight.', Manner('en-us', 'f2'), sink)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == say("Your parcel leaves tonight.")[0]


@pytest.mark.parametrize("variant", ["f1", "f2", "f3", "f4", "f5", *(f"m{n}" for n in range(1, 9))])
def test_every_variant_has_a_sound_of_its_own(variant):
    """No two variants say a word alike."""
    own = say("Hello", Manner("en-us", variant))[0]
    other = say("Hello", Manner("en-us", "f3" if variant == "f2" else "f2"))[0]
    assert own != other


def test_marks_count_characters_not_bytes():
    """Words are marked at their characters, also where a character has several bytes."""
    _, marks = say("नमस्ते दुनिया.", Manner("hi", "f2"))
    assert [mark.position for mark in marks if mark.kind == "word"] == [0, 7]
    assert marks[0] == Mark("word", 0, 0.0)
    assert marks[-1].kind == "end"


def test_audio_comes_while_it_is_made():
    """A sink that says stop after the first samples gets no more than a few."""
    taken = []

    def sink(pcm, _):
        taken.append(len(pcm))
        return False

    library().speak("A long sentence that goes on and on. " * 20, ENGLISH, sink)
    assert sum(taken) / 2 / library().sample_rate < 0.2


def test_threads_that_come_at_once_load_it_once():
    """Several threads that are the first to speak share one library, and each is heard."""
    program = (
        "import threading; from smallestai.sandbox._espeak import Manner, library\n"
        "gate, found = threading.Barrier(8), []\n"
        "def speak():\n"
        "    gate.wait(); size = []\n"
        "    def sink(pcm, _): return size.append(len(pcm)) or True\n"
        "    library().speak('Hello', Manner('en-us', 'f2'), sink)\n"
        "    found.append((id(library()), sum(size)))\n"
        "threads = [threading.Thread(target=speak) for _ in range(8)]\n"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
        "assert len(found) == 8 and len({*found}) == 1 and found[0][1] > 0, found"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_nothing_is_left_on_disk(tmp_path):
    """The voices written for a process are gone when it ends."""
    program = "from smallestai.sandbox._espeak import library; library()"
    env = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    assert not [*tmp_path.iterdir()]


def test_an_error_of_the_sink_ends_the_speech_and_reaches_the_caller():
    """An exception in the callback is raised by `speak`, and the next speech is sound."""

    def sink(_, __):
        raise OSError("nobody there")

    with pytest.raises(OSError, match="nobody there"):
        library().speak("Hello", ENGLISH, sink)
    assert say("Hello")[0] == say("Hello")[0]


def test_a_null_does_not_end_the_text():
    """Text after a null character is spoken, in its place."""
    assert say("Hello\0world") == say("Hello world")


def test_an_unknown_voice_is_named():
    """A language the library lacks is an error that names it."""
    with pytest.raises(RuntimeError, match=r"xx-none\+f2"):
        say("Hello", Manner("xx-none", "f2"))
