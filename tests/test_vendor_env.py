"""The vendor's environment is made once, and a failure says what failed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from scripts import vendor_env

if TYPE_CHECKING:
    from pathlib import Path

Commands = list[list[str]]


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What would have been run; making an environment leaves an interpreter behind."""
    run: Commands = []

    def note(command: list[str]) -> None:
        run.append(command)
        if "venv" in command:
            python = vendor_env.interpreter(vendor_env.Path(command[-1]))
            python.parent.mkdir(parents=True)
            python.touch()

    monkeypatch.setattr(vendor_env, "_run", note)
    return run


def test_made_once(tmp_path: Path, commands: Commands) -> None:
    """The first call makes the environment and installs the version; the second does nothing."""
    directory = tmp_path / "env"
    assert vendor_env.ensure(directory) == vendor_env.interpreter(directory)
    assert [command[2] for command in commands] == ["venv", "pip"]
    assert commands[1][-1] == "smallestai==5.14.0"
    vendor_env.ensure(directory)
    assert len(commands) == 2


def test_half_made(tmp_path: Path, commands: Commands) -> None:
    """An environment whose making was cut short is made again from nothing."""
    directory = tmp_path / "env"
    python = vendor_env.interpreter(directory)
    python.parent.mkdir(parents=True)
    python.touch()
    assert not vendor_env.is_ready(directory)
    vendor_env.ensure(directory)
    assert vendor_env.is_ready(directory)
    assert len(commands) == 2


def test_failure_is_told() -> None:
    """A command that fails raises with the end of what it said."""
    program = "import sys; sys.exit('no matching distribution')"
    with pytest.raises(vendor_env.VendorUnavailableError, match="no matching distribution"):
        vendor_env._run([sys.executable, "-c", program])
