"""What holds for every command: help, errors, exit statuses."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from smallestai import __version__
from smallestai.cli._errors import ExitStatus

from .conftest import Command

say_module = import_module("smallestai.cli.say")


def _raising(error: BaseException) -> object:
    def connect(*_: object) -> None:
        raise error

    return connect


def test_version(command: Command) -> None:
    """`--version` prints the name and the version on standard output."""
    ran = command("--version")
    assert (ran.status, ran.out.decode(), ran.err) == (0, f"smallestai {__version__}\n", "")


def test_no_command_is_a_usage_error_with_help(command: Command) -> None:
    """The bare command shows its help on standard error and exits with 2."""
    ran = command()
    assert (ran.status, ran.out) == (2, b"")
    assert "Usage: smallestai" in ran.err


def test_short_help(command: Command) -> None:
    """-h is --help, at every level."""
    for argv in ((), ("say",), ("clone",), ("agents",), ("agents", "list")):
        assert command(*argv, "-h").out == command(*argv, "--help").out != b""


@pytest.mark.parametrize("group", ["agents", "clone", "dictionary"])
def test_a_group_without_a_command_shows_its_help(command: Command, group: str) -> None:
    """A group alone is a usage error, and tells what there is."""
    ran = command(group)
    assert (ran.status, ran.out) == (2, b"")
    assert "list" in ran.err.partition("Commands:")[2]


def test_what_each_command_does_is_told_whole(command: Command) -> None:
    """No line of the list of commands is cut off."""
    listed = command("--help").out.decode().partition("Commands:")[2].partition("Exit status")[0]
    assert "say " in listed
    assert "..." not in listed


@pytest.mark.parametrize(
    "argv",
    [
        (),
        *((name,) for name in ("say", "speak", "talk", "converse", "transcribe", "chat", "replay")),
        *((name,) for name in ("voices", "clone", "dictionary", "playground", "sandbox")),
    ],
)
def test_help_lists_every_exit_status(command: Command, argv: tuple[str, ...]) -> None:
    """The help of every level documents all exit statuses."""
    ran = command(*argv, "--help")
    listed = ran.out.decode().partition("Exit status:")[2].split()
    assert ran.status == 0
    assert {str(int(status)) for status in ExitStatus} <= set(listed)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("say", "--nonsense", "hi"), "--nonsense"),
        (("sing",), "sing"),
        (("say", "hi", "--format", "ogg"), "ogg"),
        (("say", "hi", "--speed", "fast"), "fast"),
        (("sandbox", "--port", "99999"), "99999"),
        (("say", "hi", "--transport", "smoke"), "smoke"),
    ],
)
def test_wrong_usage_is_one_line(command: Command, argv: tuple[str, ...], said: str) -> None:
    """A mistake in the arguments is one line that names it, and status 2."""
    ran = command(*argv)
    assert (ran.status, ran.out) == (2, b"")
    assert said in ran.err
    assert ran.err.startswith("smallestai: ")
    assert ran.err.count("\n") == 1
    assert "alue error" not in ran.err
    assert "Invalid value" not in ran.err


def test_unforeseen_error_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not foreseen is one line with the kind of error, and status 1."""
    monkeypatch.setattr(say_module, "connect", _raising(RuntimeError("a wheel came off")))
    ran = command("say", "hi")
    assert ran.status == 1
    assert ran.err == "smallestai: RuntimeError: a wheel came off (--debug shows where)\n"


@pytest.mark.parametrize("argv", [("--debug", "say", "hi"), ("say", "hi", "--debug")])
def test_debug_shows_the_traceback(
    command: Command, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    """With --debug, before or after the command, the traceback comes before the line."""
    monkeypatch.setattr(say_module, "connect", _raising(RuntimeError("a wheel came off")))
    ran = command(*argv)
    assert ran.status == 1
    assert ran.err.startswith("Traceback")


def test_interrupt_is_silent(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command with 130 and without a word."""
    monkeypatch.setattr(say_module, "connect", _raising(KeyboardInterrupt()))
    ran = command("say", "hi")
    assert (ran.status, ran.err) == (130, "")


HELP = (sys.executable, "-m", "smallestai", "--help")


@pytest.mark.skipif(sys.platform == "win32", reason="no /dev/full there")
def test_help_on_a_full_disk() -> None:
    """Where the help cannot be written, one line says so, with status 3."""
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(HELP, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 3
    assert ran.stderr.startswith("smallestai: standard output could not be written: ")
    assert ran.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_help_that_nobody_reads() -> None:
    """Where the reader of the help has gone, the command ends silently with status 3."""
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(HELP, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (3, b"")
