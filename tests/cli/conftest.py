"""The command run in this process: its status, and what it wrote where."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

from smallestai import _player
from smallestai.audio import AudioFormat
from smallestai.cli import main
from smallestai.sandbox import Sandbox


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    status: int
    out: bytes
    err: str


Command = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs in a folder of its own, without a key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMALLEST_API_KEY", raising=False)
    monkeypatch.delenv("SMALLEST_BASE_URL", raising=False)


@pytest.fixture
def command(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Command]:
    """Run the command with these arguments; `stdin=` is what is piped in."""

    def run(*argv: str, stdin: bytes = b"") -> Ran:
        with tempfile.TemporaryFile() as file:  # a real one: its descriptor is read too
            file.write(stdin)
            file.seek(0)
            with open(file.fileno(), encoding="utf-8", closefd=False) as text:
                monkeypatch.setattr(sys, "stdin", text)
                capsysbinary.readouterr()
                status = main(argv)
        out, err = capsysbinary.readouterr()
        return Ran(status, out, err.decode())

    return run


class Loudspeaker:
    """Stands for a player and notes what it is told."""

    def __init__(self) -> None:
        self.format: AudioFormat | None = None
        self.heard = b""
        self.ends: list[type[BaseException] | None] = []

    def __call__(self, form: AudioFormat) -> Self:
        """Be made."""
        self.format = form
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.ends.append(kind)

    def write(self, samples: bytes) -> None:
        """Be given samples."""
        self.heard += samples


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> Loudspeaker:
    """Return a loudspeaker in place of the machine's own."""
    loudspeaker = Loudspeaker()
    monkeypatch.setattr(_player, "Player", loudspeaker)
    return loudspeaker


@pytest.fixture
def online(smallestai_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Point the environment at a sandbox."""
    monkeypatch.setenv("SMALLEST_BASE_URL", smallestai_sandbox.url)
    monkeypatch.setenv("SMALLEST_API_KEY", smallestai_sandbox.api_key or "any-key")
    return smallestai_sandbox
