"""The way in: `smallestai`, `python -m smallestai`, and no typer."""

import subprocess
import sys

import pytest

from smallestai import __version__
from smallestai.cli import main


def without(module: str) -> subprocess.CompletedProcess[str]:
    """Run the command in an interpreter of its own that has not got a module."""
    program = (
        f"import sys; sys.modules[{module!r}] = None; "
        "from smallestai.cli import main; sys.exit(main(['--version']))"
    )
    argv = [sys.executable, "-c", program]
    return subprocess.run(argv, capture_output=True, text=True, check=False)


def test_without_typer_one_line_names_the_extra() -> None:
    """Where typer is missing the command says what to install and exits with 2."""
    ran = without("typer")
    assert ran.returncode == 2
    assert "pip install 'smallestai[cli]'" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_another_missing_module_is_not_blamed_on_the_extra() -> None:
    """A module that is missing for another reason is reported as it is."""
    ran = without("smallestai.cli.say")
    assert ran.returncode == 1
    assert "ModuleNotFoundError" in ran.stderr
    assert "smallestai.cli.say" in ran.stderr
    assert "pip install" not in ran.stderr


def test_interrupt_while_it_loads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C before the command has begun is 130 and silence too."""

    def load(name: str, *_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.delitem(sys.modules, "smallestai.cli.app", raising=False)
        patch.setattr("builtins.__import__", load)
        status = main(["--version"])
    assert (status, capsys.readouterr()) == (130, ("", ""))


def test_module_is_the_command() -> None:
    """`python -m smallestai` is the command, its exit status included."""
    argv = [sys.executable, "-m", "smallestai"]
    ran = subprocess.run([*argv, "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout == f"smallestai {__version__}\n"
    assert subprocess.run([*argv, "nonsense"], capture_output=True, check=False).returncode == 2


def test_help_loads_nothing_heavy() -> None:
    """Help comes without the HTTP, socket, terminal and server libraries."""
    program = (
        "import sys\n"
        "from smallestai.cli import main\n"
        "assert main(['say', '--help']) == main(['speak', '--help']) == 0\n"
        "heavy = {'httpx', 'websockets', 'rich', 'starlette', 'msgspec', 'asyncio', 'ssl'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    argv = [sys.executable, "-c", program]
    ran = subprocess.run(argv, capture_output=True, text=True, check=True)
    assert ran.stderr == "[]\n"
