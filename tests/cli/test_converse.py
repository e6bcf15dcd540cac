"""`smallestai converse` against a sandbox."""

import json
from pathlib import Path

import pytest

from smallestai import SmallestAI, _microphone
from smallestai.audio import Audio, AudioFormat, read_wav
from smallestai.sandbox import Sandbox

from .conftest import Command
from .test_transcribe import Microphone

LONG = "Say after me: the parcel leaves tonight, it weighs two kilos, and it comes on Tuesday."
SHORT = "Hello there, good morning."


@pytest.fixture
def question(online: Sandbox) -> Path:
    """Two questions, the second one into the answer to the first."""
    with SmallestAI("any-key", base_url=online.url) as client:
        first, second = (
            client.waves.tts.synthesize(text, sample_rate=16000).data for text in (LONG, SHORT)
        )
    samples = first + bytes(48000) + second + bytes(32000)
    return Audio(samples, AudioFormat("pcm", 16000)).save("question.wav")


@pytest.mark.usefixtures("question")
class TestReplayed:
    """A conversation from file to file."""

    def test_lines_and_answers(self, command: Command) -> None:
        """Turns and answers are lines; the answers are in the other file, at their times."""
        ran = command("converse", "question.wav", "reply.wav", "--voice", "meher")
        lines = ran.out.decode().splitlines()
        assert (ran.status, ran.err) == (0, "")
        assert lines[0] == f"you: {LONG}"
        assert lines[1].startswith("it:  the parcel leaves ... (interrupted after 1.5 s)")
        assert lines[2] == f"you: {SHORT}"
        assert lines[3].startswith("it:  ")
        assert len(lines) == 4
        form, samples = read_wav(Path("reply.wav").read_bytes())
        assert form.seconds(len(samples)) > 9

    def test_json(self, command: Command) -> None:
        """--json prints each turn and answer with its times."""
        ran = command("converse", "question.wav", "--json", "--system", "sandbox: Yes.")
        events = [json.loads(line) for line in ran.out.splitlines()]
        assert [event["event"] for event in events] == ["asked", "answered"] * 2
        assert (events[1]["text"], events[1]["interrupted"]) == ("Yes.", False)
        assert not list(Path().glob("*.json"))

    def test_always_the_same(self, command: Command) -> None:
        """A replay gives the same turns and the same audio every time."""
        runs = []
        for name in ("a.wav", "b.wav"):
            out = command("converse", "question.wav", name).out
            runs.append((out, Path(name).read_bytes()))
        assert runs[0] == runs[1]


def test_embedded_sandbox(command: Command) -> None:
    """--sandbox needs no key; where nobody speaks nothing is answered."""
    Audio(bytes(16000), AudioFormat("pcm", 16000)).save("silence.wav")
    ran = command("converse", "silence.wav", "--sandbox")
    assert (ran.status, ran.out, ran.err) == (0, b"", "")


def test_microphone_and_ctrl_c(
    command: Command, question: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a file it is the microphone, and Ctrl-C is how such a conversation ends."""

    class Interrupted(Microphone):
        def close(self) -> None:
            super().close()
            closed.append(True)

    closed: list[bool] = []
    monkeypatch.setattr(Interrupted, "pcm", question.read_bytes()[44:])
    monkeypatch.setattr(_microphone, "Microphone", Interrupted)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("smallestai.cli.converse._tell", interrupted)
    ran = command("converse")
    assert (ran.status, ran.err) == (0, "")
    assert closed


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("question.wav", "nowhere/reply.wav"), 3, "no folder"),
        (("question.wav", "reply.mp3"), 2, "name the file .wav"),
        (("gone.wav",), 2, "gone.wav"),
        (("silence.wav", "--language", "tlh"), 2, "--language 'tlh'"),
        (("silence.wav", "reply.wav"), 1, "nothing was answered"),
    ],
)
@pytest.mark.usefixtures("online")
def test_refused(command: Command, argv: tuple[str, ...], status: int, said: str) -> None:
    """What is no conversation is one line that says why."""
    Audio(bytes(16000), AudioFormat("pcm", 16000)).save("silence.wav")
    ran = command("converse", *argv)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, b"", 1)
    assert said in ran.err


def test_no_key(command: Command) -> None:
    """Without a key the line says what to do."""
    ran = command("converse", "question.wav")
    assert ran.status == 2
    assert "--sandbox" in ran.err
