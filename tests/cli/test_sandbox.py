"""`smallestai sandbox`: a server until it is interrupted."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request

from .conftest import Command


def test_serves_until_interrupted() -> None:
    """It says where it listens, answers there, and ends on Ctrl-C without a traceback."""
    argv = [sys.executable, "-u", "-m", "smallestai", "sandbox"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(argv, text=True, **pipes) as process:
        assert process.stdout is not None
        url = next(filter(None, (_url_in(line) for line in process.stdout)))
        with urllib.request.urlopen(f"{url}/waves/v1/health") as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.wait(30) in (0, 130)
    assert "Traceback" not in rest


def test_other_machines_need_expose(command: Command) -> None:
    """An address that others can reach is refused without --expose, in one line."""
    ran = command("sandbox", "--host", "0.0.0.0")
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "--expose" in ran.err


def test_a_port_that_is_taken_is_named(command: Command) -> None:
    """The line says which one."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        ran = command("sandbox", "--port", port)
    assert ran.status != 0
    assert f"127.0.0.1:{port}: " in ran.err
    assert ran.err.count("\n") == 1


def _url_in(line: str) -> str | None:
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    return found[0] if found else None
