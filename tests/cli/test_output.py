"""What is shown on a terminal, and what is not in a pipe."""

import io
import json
import os
import sys

import pytest

from smallestai.cli import _output


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the progress is drawn on standard error."""
    screen = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    with _output.progress("speaking") as show:
        show(1.5)
    assert "speaking" in screen.getvalue()


def test_no_progress_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Off a terminal the progress leaves no byte."""
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with _output.progress("speaking") as show:
        show(1.5)
    assert pipe.getvalue() == ""


def test_table_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a table is aligned for reading."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    _output.write_table(("id", "name"), [("a", "Anything"), ("longer", "B")])
    lines = screen.getvalue().splitlines()
    assert "\t" not in screen.getvalue()
    assert lines[1].index("Anything") == lines[2].index("B")


def test_table_in_a_pipe(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """In a pipe a table is lines of tab-separated columns under their names."""
    _output.write_table(("id", "name"), [("a", "Ä"), ("b", "B")])
    assert capsysbinary.readouterr().out.decode() == "id\tname\na\tÄ\nb\tB\n"


def test_json_of_a_name_that_is_no_text(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """The name of a file may hold bytes that are no text: its JSON gives them back."""
    report = {"path": os.fsdecode(b"h\xe9llo.wav"), "text": "Ä"}
    _output.write_json(report)
    assert json.loads(capsysbinary.readouterr().out.decode()) == report
