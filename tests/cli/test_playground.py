"""`smallestai playground`: the page, until it is interrupted."""

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from importlib import import_module

import pytest

from .conftest import Command

playground_module = import_module("smallestai.cli.playground")
PLAYGROUND = [sys.executable, "-u", "-m", "smallestai", "playground", "--no-open"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_interrupted(number: signal.Signals) -> None:
    """Its address is the one line on standard output; it ends without a traceback."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*PLAYGROUND, "--sandbox"], text=True, **pipes) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urllib.request.urlopen(url) as reply:
            assert b"<!doctype html>" in reply.read()
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")


def test_it_is_opened_in_the_browser(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is opened, unless --no-open; where there is no browser that is said."""
    opened: list[str] = []
    monkeypatch.setattr(playground_module, "_wait_for_the_end", lambda: None)
    monkeypatch.setattr("webbrowser.open", opened.append)  # which returns None: it could not
    ran = command("playground", "--sandbox")
    assert (ran.status, opened) == (0, [ran.out.decode().strip()])
    assert "no browser" in ran.err
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(opened[0])
    ran = command("playground", "--sandbox", "--no-open")
    assert (ran.status, ran.err, len(opened)) == (0, "", 1)


def test_mistakes_are_one_line(command: Command) -> None:
    """No key, or a port that is taken."""
    ran = command("playground", "--no-open")
    assert (ran.status, "SMALLEST_API_KEY" in ran.err, ran.err.count("\n")) == (2, True, 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = command("playground", "--no-open", "--sandbox", "--port", port)
    assert (ran.status, port in ran.err, ran.err.count("\n")) == (2, True, 1)


def test_without_the_extra() -> None:
    """Without the server's packages, the one line names the extra."""
    program = (
        "import sys; sys.modules['starlette'] = None; from smallestai.cli import main; "
        "sys.exit(main(['playground', '--no-open', '--api-key', 'any']))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "pip install 'smallestai[sandbox]'" in ran.stderr
