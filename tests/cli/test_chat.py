"""`smallestai chat` against a sandbox."""

import json
from pathlib import Path

import pytest

from smallestai.audio import read_wav
from smallestai.sandbox import Sandbox

from .conftest import Command, Loudspeaker

ASK = "Say after me: the lamp is on the table."
ANSWER = "the lamp is on the table."


@pytest.mark.usefixtures("online")
class TestAnswer:
    """A question in, an answer out."""

    @pytest.mark.parametrize("argv", [(), ("--stream",)])
    def test_text(self, command: Command, argv: tuple[str, ...]) -> None:
        """The answer is a line on standard output, whole or as it is written."""
        ran = command("chat", ASK, *argv)
        assert (ran.status, ran.out.decode(), ran.err) == (0, f"{ANSWER}\n", "")

    @pytest.mark.parametrize("argv", [(), ("-",)])
    def test_piped_in(self, command: Command, argv: tuple[str, ...]) -> None:
        """The question may come from standard input."""
        assert command("chat", *argv, stdin=ASK.encode()).out.decode() == f"{ANSWER}\n"

    @pytest.mark.parametrize("argv", [(), ("--stream",)])
    def test_json(self, command: Command, argv: tuple[str, ...]) -> None:
        """--json is one object, and nothing beside it."""
        found = json.loads(command("chat", ASK, "--json", *argv).out)
        assert (found["text"], found["finish_reason"]) == (ANSWER, "stop")
        assert found["tokens"] > 0
        assert found["request_id"]

    def test_system(self, command: Command) -> None:
        """--system is what the model is told beforehand."""
        ran = command("chat", "Hello.", "--system", "sandbox: As you wish.")
        assert ran.out == b"As you wish.\n"

    def test_spoken_into_a_file(self, command: Command) -> None:
        """--speak -o writes the speech of the answer, and prints the answer as well."""
        ran = command("chat", ASK, "--speak", "-o", "answer.wav", "--voice", "meher")
        assert (ran.status, ran.out.decode(), ran.err) == (0, f"{ANSWER}\n", "")
        form, samples = read_wav(Path("answer.wav").read_bytes())
        assert 1 < form.seconds(len(samples)) < 4

    def test_played(self, command: Command, loudspeaker: Loudspeaker) -> None:
        """--speak alone plays it, and writes no file."""
        ran = command("chat", ASK, "--speak", "--json")
        assert json.loads(ran.out)["text"] == ANSWER
        assert len(loudspeaker.heard) > 48000
        assert not list(Path().iterdir())

    def test_refused(self, command: Command, online: Sandbox) -> None:
        """What the service refuses is status 1 and one line."""
        online.fail("bad_request", "POST /waves/v1/chat/completions")
        ran = command("chat", ASK)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, b"", 1)


@pytest.mark.parametrize(
    ("argv", "status", "said"),
    [
        (("",), 2, "not blank"),
        (("hi", "--temperature", "3"), 2, "0 to 2"),
        (("hi", "--max-tokens", "0"), 2, "32768"),
        (("hi", "-o", "a.wav"), 2, "--speak"),
        (("hi", "--voice", "meher"), 2, "--speak"),
        (("hi", "--speak", "-o", "-", "--json"), 2, "--json"),
        (("hi", "--speak", "-o", "nowhere/a.wav"), 3, "no folder"),
        (("hi", "--speak", "-o", "a.mp3"), 2, "name the file .wav"),
        (("hi",), 2, "SMALLEST_API_KEY"),
    ],
)
def test_refused_before_a_key_is_needed(
    command: Command, argv: tuple[str, ...], status: int, said: str
) -> None:
    """Wrong usage is one line that says what to do."""
    ran = command("chat", *argv)
    assert (ran.status, ran.out, ran.err.count("\n")) == (status, b"", 1)
    assert said in ran.err
