"""The server in a thread: it starts, it serves, and it leaves nothing behind."""

import asyncio
import json
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from speaking import live_on
from websockets.exceptions import ConnectionClosed

from smallestai.errors import ArgumentError
from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.__main__ import main

HEALTH = "/waves/v1/health"


def get(url):
    """Return the status of a request."""
    return httpx.get(url, trust_env=False).status_code


def test_it_answers_as_soon_as_start_returns():
    """There is no moment in which the address is known and nobody answers."""
    for _ in range(3):
        with Sandbox() as sandbox:
            assert get(sandbox.url + HEALTH) == 200


def test_it_listens_on_loopback_and_a_free_port():
    """By default only this machine reaches it, and each one has a port of its own."""
    with Sandbox() as one, Sandbox() as other:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", one.url)
        assert one.url != other.url
        assert get(one.url + HEALTH) == get(other.url + HEALTH) == 200


def test_sandboxes_share_nothing_but_the_engine():
    """What is made in one sandbox is not in another."""
    headers = {"Authorization": "Bearer k"}
    with Sandbox() as one, Sandbox() as other:
        agent = {"name": "Receptionist"}
        httpx.post(f"{one.url}/atoms/v1/agent", json=agent, headers=headers, trust_env=False)
        lists = [
            httpx.get(f"{each.url}/atoms/v1/agent", headers=headers, trust_env=False).text
            for each in (one, other)
        ]
    assert ["Receptionist" in each for each in lists] == [True, False]


def test_nothing_is_left_after_close():
    """Threads end, the port is free, and no socket of it is left open."""
    before = {*threading.enumerate()}
    sandbox = Sandbox().start()
    httpx.post(
        f"{sandbox.url}/waves/v1/tts",
        json={"text": "Hi.", "voice_id": "magnus"},
        headers={"Authorization": "Bearer k"},
        trust_env=False,
    ).raise_for_status()
    assert {*threading.enumerate()} - before
    sandbox.close()
    for thread in {*threading.enumerate()} - before:
        thread.join(5)  # threads for blocking calls end with the loop, a moment after it
    assert not {*threading.enumerate()} - before
    with socket.socket() as again, pytest.raises(ConnectionRefusedError):
        again.connect(("127.0.0.1", int(sandbox.url.rpartition(":")[2])))


def test_closing_twice_and_closing_unused():
    """A second close does nothing, nor does closing what was never started."""
    sandbox = Sandbox().start()
    sandbox.close()
    sandbox.close()
    Sandbox().close()


def test_starting_twice_is_starting_once():
    """A started sandbox keeps its address."""
    with Sandbox() as sandbox:
        url = sandbox.url
        assert sandbox.start().url == url


def test_there_is_no_address_before_the_start():
    """An address that nobody listens on is not given out."""
    with pytest.raises(RuntimeError, match="started"):
        _ = Sandbox().url


def test_a_closed_sandbox_stays_closed():
    """It says so instead of starting again."""
    sandbox = Sandbox().start()
    sandbox.close()
    with pytest.raises(RuntimeError, match="closed"):
        sandbox.start()


def test_closing_from_several_threads():
    """All callers return when it is closed."""
    sandbox = Sandbox().start()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: sandbox.close(), range(4)))
    with pytest.raises(httpx.ConnectError):
        get(sandbox.url + HEALTH)


def test_open_sockets_do_not_keep_it():
    """A close ends live sockets in mid-speech, with the code for a restart."""
    with (
        Sandbox(settings=Settings(real_time_factor=0.001)) as sandbox,
        live_on(sandbox) as live,
    ):
        live.send("Hello there.")
        live.receive()
        started = time.monotonic()
        sandbox.close()
        assert time.monotonic() - started < 2
        with pytest.raises(ConnectionClosed) as closed:
            live.receive()
        assert closed.value.rcvd.code == 1012


@pytest.mark.parametrize(
    "settings", [Settings(real_time_factor=0.001), Settings(first_audio_seconds=1e6)]
)
def test_replies_under_way_break_off(settings, caplog):
    """A close ends an HTTP reply before its end, at once and without a complaint."""
    body, headers = {"text": "Hello.", "voice_id": "magnus"}, {"Authorization": "Bearer k"}
    with Sandbox(settings=settings) as sandbox, ThreadPoolExecutor(1) as pool:
        url = f"{sandbox.url}/waves/v1/tts/live"
        reply = pool.submit(httpx.post, url, json=body, headers=headers, trust_env=False)
        while not _under_way(sandbox):
            time.sleep(0.005)
        started = time.monotonic()
        sandbox.close()
        assert time.monotonic() - started < 1
        with pytest.raises(httpx.RemoteProtocolError):
            reply.result()
    assert not [record for record in caplog.records if record.levelname != "INFO"]


def _under_way(sandbox):
    return sandbox._server.server_state.tasks


def test_half_a_request_is_no_fault(caplog):
    """A client that goes away before its body is complete leaves no complaint behind."""
    head = (
        "POST /waves/v1/tts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\n"
        "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )
    with Sandbox() as sandbox:
        with socket.create_connection(("127.0.0.1", int(sandbox.url.rpartition(":")[2]))) as client:
            client.sendall(head.encode())
            while not _under_way(sandbox):
                time.sleep(0.005)
        while _under_way(sandbox):
            time.sleep(0.005)
    assert not [record for record in caplog.records if record.levelname != "INFO"]


def test_a_failed_start_leaves_nothing(monkeypatch, tmp_path):
    """Records that cannot be opened are an error of `start`, and nobody listens."""
    before = {*threading.enumerate()}
    (tmp_path / "records.db").write_bytes(b"not a database" * 100)
    sandbox = Sandbox(data=tmp_path / "records.db")
    with pytest.raises(ArgumentError, match="cannot keep records"):
        sandbox.start()
    assert not {*threading.enumerate()} - before
    sandbox.close()


def test_frames_are_not_held_back():
    """Nagle's algorithm is off: many small frames and their answers take no 40 ms each."""
    with Sandbox() as sandbox, live_on(sandbox) as live:
        started = time.monotonic()
        for _ in range(60):
            live.raw({"type": "ping"})
            live.raw({"type": "ping"})
            assert live.receive() == live.receive() == {"type": "pong"}
        assert time.monotonic() - started < 2


def test_it_serves_a_program_with_an_event_loop():
    """Started and used inside a coroutine, it does not touch the loop that runs there."""

    async def use():
        with Sandbox() as sandbox:
            async with httpx.AsyncClient(trust_env=False) as client:
                return (await client.get(sandbox.url + HEALTH)).status_code

    assert asyncio.run(use()) == 200


def test_many_requests_at_once():
    """Eight clients at once each get the whole of their own speech."""
    headers = {"Authorization": "Bearer k"}
    with Sandbox() as sandbox:

        def speak(number):
            body = {"text": f"This is number {number}.", "voice_id": "magnus"}
            url = f"{sandbox.url}/waves/v1/tts"
            return httpx.post(url, json=body, headers=headers, trust_env=False).content

        alone = [speak(number) for number in range(8)]
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(speak, range(8))) == alone
    assert len({*alone}) == 8


def test_records_may_outlive_it(tmp_path):
    """With a file, what one sandbox was told the next one knows."""
    headers, path = {"Authorization": "Bearer k"}, "/atoms/v1/agent"
    data = tmp_path / "records.db"
    with Sandbox(data=data) as sandbox:
        agent = {"name": "Receptionist"}
        httpx.post(sandbox.url + path, json=agent, headers=headers, trust_env=False)
    with Sandbox(data=data) as sandbox:
        assert (
            "Receptionist" in httpx.get(sandbox.url + path, headers=headers, trust_env=False).text
        )


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com", ""])
def test_other_addresses_must_be_asked_for(host):
    """An address that other machines reach is refused, and the error says how to insist."""
    with pytest.raises(ArgumentError, match="expose=True") as refused:
        Sandbox(host=host)
    assert refused.value.argument == "host"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_loopback_addresses(host):
    """Every address of this machine to itself will do."""
    with Sandbox(host=host) as sandbox:
        assert get(sandbox.url + HEALTH) == 200


def test_exposed():
    """With `expose` any address goes."""
    with Sandbox(host="0.0.0.0", expose=True) as sandbox:
        assert get(sandbox.url.replace("0.0.0.0", "127.0.0.1") + HEALTH) == 200


def test_a_port_in_use_is_an_error_and_leaves_nothing():
    """The error is the system's, and the sandbox can be closed."""
    before = {*threading.enumerate()}
    with Sandbox() as one:
        other = Sandbox(port=int(one.url.rpartition(":")[2]))
        with pytest.raises(OSError, match="in use"):
            other.start()
        other.close()
    assert not {*threading.enumerate()} - before


def test_repr_has_no_key():
    """Its representation says where it is and what it is, not the key."""
    sandbox = Sandbox(api_key="sk_secret")
    shown = [repr(sandbox)]
    with sandbox:
        shown.append(repr(sandbox))
        assert sandbox.url in shown[1]
    shown.append(repr(sandbox))
    assert shown[0] == "<Sandbox new>"
    assert shown[2] == "<Sandbox closed>"
    assert "sk_secret" not in "".join(shown)


# python -m smallestai.sandbox


def run(*arguments, ends_with=signal.SIGINT):
    """Run the module until it has said its line; return the line, the status and the rest."""
    argv = [sys.executable, "-W", "error", "-m", "smallestai.sandbox", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(argv, text=True, **pipes) as process:
        line = process.stdout.readline()
        status = get(_url_in(line) + HEALTH)
        process.send_signal(ends_with)
        rest = process.stdout.read() + process.stderr.read()
        return line, status, process.wait(20), rest


def _url_in(line):
    return re.search(r"http://[^\s\"]+", line).group()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_until_a_signal(number):
    """It prints its URL, serves, and ends with 0 and without another word."""
    line, status, code, rest = run(ends_with=number)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+\n", line)
    assert (status, code, rest) == (200, 0, "")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_the_command_speaks_json():
    """With --json the line is an object."""
    line, *_ = run("--json")
    assert json.loads(line)["url"].startswith("http://127.0.0.1:")


def test_the_command_refuses_what_the_class_refuses(capsys):
    """A public address is refused in one line that names the option, with code 2."""
    assert main(["--host", "0.0.0.0"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "--expose" in told


def test_the_command_names_the_extra():
    """Without the packages of the extra, one line says what to install, and the code is 2."""
    program = (
        "import sys; sys.modules['uvicorn'] = None; "
        "from smallestai.sandbox.__main__ import main; sys.exit(main([]))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert "pip install 'smallestai[sandbox]'" in ran.stderr


def test_logs_no_key_of_a_socket(caplog):
    """A key in the address of a socket is in none of the lines that are logged."""
    from websockets.sync.client import connect

    with caplog.at_level("DEBUG"), Sandbox() as sandbox:
        address = sandbox.url.replace("http", "ws", 1)
        query = "model=hydra-v1.1&api_key=secret-of-mine"
        with connect(f"{address}/waves/v1/s2s?{query}", logger=logging.getLogger("quiet")):
            pass
    lines = [line.getMessage() for line in caplog.records if line.name != "quiet"]
    assert not [line for line in lines if "secret-of-mine" in line]
