"""`smallestai clone` against a sandbox."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from smallestai import SmallestAI
from smallestai.audio import Audio, AudioFormat
from smallestai.sandbox import Sandbox

from .conftest import Command

ALOUD = (
    "Good morning. I read this text aloud so that my voice can be known again, "
    "and it takes me a while."
)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A sandbox of its own: the number of clones is limited."""
    with Sandbox() as sandbox:
        monkeypatch.setenv("SMALLEST_BASE_URL", sandbox.url)
        monkeypatch.setenv("SMALLEST_API_KEY", "any-key")
        with SmallestAI() as client:
            client.waves.tts.synthesize(ALOUD).save("ana.wav")
        yield sandbox


def test_made_listed_and_spoken_with(command: Command, own: Sandbox) -> None:
    """The id that cloning prints is in the list and speaks."""
    made = command("clone", "ana.wav", "--name", "Ana", "--language", "en")
    assert (made.status, made.err) == (0, "")
    name = made.out.decode().strip()
    head, row = command("clone", "list").out.decode().splitlines()
    assert head.split("\t")[:2] == ["id", "name"]
    assert row.split("\t")[:3] == [name, "Ana", "completed"]
    argv = ("--voice", name, "--model", "lightning_v3.1_pro", "-o", "hello.wav")
    assert command("say", "Hello.", *argv).status == 0
    (listed,) = json.loads(command("clone", "list", "--json").out)
    assert (listed["id"], listed["kind"]) == (name, "instant")


@pytest.mark.parametrize(
    "argv", [("create", "ana.wav", "--name", "B"), ("--name", "B", "ana.wav"), ("./ana.wav",)]
)
@pytest.mark.usefixtures("own")
def test_create_may_be_left_out(command: Command, argv: tuple[str, ...]) -> None:
    """`clone FILE` and `clone create FILE` are the same, in any order of the options."""
    ran = command("clone", *argv, "--json", *(() if "--name" in argv else ("--name", "B")))
    assert ran.status == 0
    assert json.loads(ran.out)["name"] == "B"


@pytest.mark.usefixtures("own")
def test_the_service_deletes_none(command: Command) -> None:
    """Deleting is status 1, in a line that says where a person can do it."""
    ran = command("clone", "delete", "voice_1")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "app.smallest.ai" in ran.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("short.wav", "--name", "A"), "5 to 15 seconds"),
        (("document.wav", "--name", "A"), "convert it"),
        (("gone.wav", "--name", "A"), "gone.wav"),
        (("short.wav",), "--name"),
        (("delete",), "ID"),
    ],
)
def test_refused_before_a_key_is_needed(command: Command, argv: tuple[str, ...], said: str) -> None:
    """A recording that cloning does not take is status 2 and one line."""
    Audio(bytes(3 * 16000), AudioFormat("pcm", 8000)).save("short.wav")
    Path("document.wav").write_bytes(b"%PDF-1.7" + bytes(200))
    ran = command("clone", *argv)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
    assert said in ran.err


@pytest.mark.parametrize("argv", [(), ("create",), ("list",), ("delete",)])
def test_help_lists_the_exit_statuses(command: Command, argv: tuple[str, ...]) -> None:
    """Every level has its help, with the statuses below it."""
    ran = command("clone", *argv, "--help")
    assert ran.status == 0
    assert "130  interrupted" in ran.out.decode()
