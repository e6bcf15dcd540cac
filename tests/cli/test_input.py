"""Text that is typed or piped in, in any locale."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from smallestai.cli._input import argument

from .conftest import Command

TEXT = "héllo नमस्ते 😀"
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_text_is_what_was_typed() -> None:
    """An argument stays as it is; one that the locale could not read is read as UTF-8."""
    assert argument(TEXT, "TEXT") == TEXT
    assert argument(os.fsdecode(TEXT.encode()), "TEXT") == TEXT
    assert argument(TEXT.encode().decode("ascii", "surrogateescape"), "TEXT") == TEXT
    with pytest.raises(typer.BadParameter, match="utf-8"):
        argument("h\udce9llo", "TEXT")


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such locale")
@pytest.mark.parametrize("is_piped", [True, False])
def test_in_the_c_locale(is_piped: bool) -> None:
    """Where Python takes all text for ASCII, UTF-8 is understood all the same."""
    argv = [sys.executable, "-m", "smallestai", "chat", "--sandbox"]
    question = f"Say after me: {TEXT}"
    ran = subprocess.run(
        argv if is_piped else [*argv, question],
        input=question.encode(),
        env={**os.environ, **C_LOCALE},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode() == f"{TEXT}\n"


@pytest.mark.parametrize("argv", [("chat",), ("say",), ("speak", "-o", "a.wav")])
@pytest.mark.usefixtures("online")
def test_what_is_no_text(command: Command, argv: tuple[str, ...]) -> None:
    """Other bytes on standard input are one line and status 2."""
    ran = command(*argv, stdin=b"h\xe9llo")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err == "smallestai: standard input: is not utf-8 text\n"
    assert not Path("a.wav").exists()
