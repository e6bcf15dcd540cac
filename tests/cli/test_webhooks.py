"""`smallestai webhooks replay` and `listen`, one against the other."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from smallestai import webhooks

from .conftest import Command

SECRET = "whsec_1"
BODY = json.dumps(
    {
        "id": "e1",
        "metadata": {"eventType": "pre-conversation", "callId": "CALL-1", "agentId": "A"},
    }
).encode()


@pytest.fixture
def event() -> str:
    """Return the name of a file with a delivery."""
    Path("event.json").write_bytes(BODY)
    return "event.json"


@contextmanager
def endpoint(status: int) -> Iterator[tuple[str, list[tuple[bytes, dict[str, str]]]]]:
    """Answer with a status; give the address, and what came."""
    came: list[tuple[bytes, dict[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append((body, dict(self.headers)))
            self.send_response(status)
            self.send_header("Location", "http://192.0.2.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook", came
        finally:
            server.shutdown()
            thread.join()


def test_replay_sends_the_file_signed(command: Command, event: str) -> None:
    """The bytes of the file arrive as they are, with a signature that fits."""
    with endpoint(200) as (url, came):
        ran = command("webhooks", "replay", event, url, "--secret", SECRET)
    assert (ran.status, ran.out) == (0, b"200\n")
    ((body, headers),) = came
    assert body == BODY
    assert webhooks.unwrap(body, headers, SECRET).call_id == "CALL-1"


@pytest.mark.parametrize("status", [302, 401, 500])
def test_replay_fails_with_its_receiver(command: Command, event: str, status: int) -> None:
    """Any status but 2xx is a failure; a redirect is not followed."""
    with endpoint(status) as (url, came):
        ran = command("webhooks", "replay", event, url, "--secret", SECRET)
    assert (ran.status, ran.out) == (1, f"{status}\n".encode())
    assert len(came) == 1


def test_replay_refuses_other_machines(command: Command, event: str) -> None:
    """A delivery holds what was said in a call: it is sent nowhere else."""
    for url in ("http://8.8.8.8/hook", "ftp://127.0.0.1/", "nonsense"):
        ran = command("webhooks", "replay", event, url, "--secret", SECRET)
        assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_replay_of_what_is_no_event(command: Command) -> None:
    """A file that holds no delivery is named, and refused before anything is sent."""
    for text in ("[]", "no JSON"):
        Path("event.json").write_text(text)
        ran = command("webhooks", "replay", "event.json", "http://127.0.0.1:9/", "--secret", SECRET)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, b"", 1)
        assert "event.json: " in ran.err
        assert "delivery" in ran.err


def test_replay_to_nobody(command: Command, event: str) -> None:
    """An address that nobody listens on is a connection failure."""
    ran = command("webhooks", "replay", event, "http://127.0.0.1:9/", "--secret", SECRET)
    assert ran.status == 4


@contextmanager
def listener(*options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `webhooks listen` as a program; give it and its address."""
    argv = [sys.executable, "-m", "smallestai", "webhooks", "listen", *options]
    env = {**os.environ, "SMALLEST_WEBHOOK_SECRET": SECRET}
    with subprocess.Popen(
        argv, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        try:
            assert run.stderr is not None
            yield run, run.stderr.readline().split()[-1]
        finally:
            run.kill()


def test_listen_prints_what_fits(command: Command, event: str) -> None:
    """Deliveries whose signature fits are printed, others refused; --max ends it."""
    with listener("--json", "--max", "1") as (run, url):
        wrong = command("webhooks", "replay", event, url, "--secret", "another")
        assert wrong.out == b"401\n"
        right = command("webhooks", "replay", event, url, "--secret", SECRET)
        assert right.out == b"200\n"
        out, _ = run.communicate(timeout=20)
        assert run.returncode == 0
    assert [json.loads(line) for line in out.splitlines()] == [json.loads(BODY)]


def test_listen_until_interrupted(command: Command, event: str) -> None:
    """Without --max it goes on, a line for each event, until Ctrl-C."""
    with listener() as (run, url):
        for _ in range(2):
            assert command("webhooks", "replay", event, url, "--secret", SECRET).status == 0
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=20)
    assert out == "pre-conversation\tCALL-1\tA\n" * 2
    assert (run.returncode, err) == (130, "")


def test_listen_where_it_cannot(command: Command) -> None:
    """A port that is taken is one line."""
    with endpoint(200) as (url, _):
        port = url.rpartition(":")[2].partition("/")[0]
        ran = command("webhooks", "listen", "--secret", SECRET, "--port", port)
    assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_no_secret(command: Command, event: str) -> None:
    """Without a secret the line says what is missing."""
    ran = command("webhooks", "replay", event, "http://127.0.0.1:9/")
    assert ran.status == 2
    assert "--secret" in ran.err
