"""The command run in this process: its status, and what it wrote where."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

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
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsysbinary.readouterr()
        status = main(argv)
        out, err = capsysbinary.readouterr()
        return Ran(status, out, err.decode())

    return run


@pytest.fixture
def online(smallestai_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Point the environment at a sandbox."""
    monkeypatch.setenv("SMALLEST_BASE_URL", smallestai_sandbox.url)
    monkeypatch.setenv("SMALLEST_API_KEY", smallestai_sandbox.api_key or "any-key")
    return smallestai_sandbox
