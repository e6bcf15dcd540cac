"""`smallestai doctor`: what it looks at, and what it says of what is wrong."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from smallestai import SmallestAI
from smallestai.cli import _checkup
from smallestai.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cli.conftest import Command

KEY = "sk_doctor_0123456789"
USER, SOCKET = "GET /atoms/v1/user", "GET /waves/v1/tts/live"


@pytest.fixture(scope="module")
def started() -> Iterator[Sandbox]:
    """Give a sandbox that knows one key."""
    with Sandbox(api_key=KEY) as made:
        yield made


@pytest.fixture
def sandbox(started: Sandbox) -> Sandbox:
    """Give that sandbox without faults of earlier tests."""
    started.recover()
    return started


@pytest.fixture
def look(command: Command, sandbox: Sandbox) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Have the sandbox looked at; return the status and the findings by name."""

    def run(*argv: str, key: str = KEY, url: str = "") -> tuple[int, dict[str, Any]]:
        where = ("--api-key", key, "--base-url", url or sandbox.url)
        ran = command("doctor", "--json", *where, *argv)
        assert KEY not in ran.out.decode() + ran.err
        return ran.status, {one["check"]: one for one in json.loads(ran.out)}

    return run


def test_all_is_well(look: Callable[..., Any]) -> None:
    """Every look is ok; only the looks at the service take time, and nothing is spoken."""
    status, found = look()
    assert status == 0
    assert {one["state"] for one in found.values()} == {"ok"}
    timed = {name for name, one in found.items() if one["seconds"] is not None}
    assert timed == {"service", "key", "sockets"}


def test_speech_is_timed_when_asked_for(look: Callable[..., Any]) -> None:
    """A sentence is spoken over each transport, and its first audio timed."""
    status, found = look("--speak")
    assert status == 0
    spoken = [one["said"] for name, one in found.items() if name.startswith("speech, ")]
    assert len(spoken) == 3
    assert all("first audio after" in said for said in spoken)
    assert len({said.split(", ")[1] for said in spoken}) == 1  # the same speech over each


def test_a_wrong_key(look: Callable[..., Any]) -> None:
    """It fails, with what to do; the service itself is well."""
    status, found = look(key="sk_wrong_0123456789")
    assert status == 1
    assert found["service"]["state"] == "ok"
    assert found["key"]["state"] == "failed"
    assert "SMALLEST_API_KEY" in found["key"]["said"]


def test_a_service_that_is_not_well() -> None:
    """It answers, so that is a warning, and the rest is looked at all the same."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/health"):
            return httpx.Response(503, json={"status": "degraded", "redis": {"status": "down"}})
        return httpx.Response(200, json={"status": True})

    def connect() -> SmallestAI:
        http = httpx.Client(transport=httpx.MockTransport(answer))
        return SmallestAI(KEY, base_url="http://127.0.0.1:9", http_client=http)

    found = {one.check: one for one in _checkup.service(connect, speak=False)}
    assert found["service"].state == "warning"
    assert "degraded" in found["service"].said
    assert found["key"].state == "ok"
    assert found["sockets"].state == "failed"


def test_a_key_without_agents(look: Callable[..., Any], sandbox: Sandbox) -> None:
    """A key that may not read the account is a warning: it may do for speech."""
    sandbox.fail("forbidden", USER)
    status, found = look()
    assert (status, found["key"]["state"]) == (0, "warning")


def test_sockets_that_do_not_open(look: Callable[..., Any], sandbox: Sandbox) -> None:
    """What a proxy does to WebSockets is found without speaking."""
    sandbox.fail("refuse_403", SOCKET, times=None)
    status, found = look()
    assert (status, found["sockets"]["state"]) == (1, "failed")
    assert found["key"]["state"] == "ok"


def test_nobody_answers(look: Callable[..., Any]) -> None:
    """What stands on the service is skipped."""
    status, found = look(url="http://127.0.0.1:9")
    assert status == 1
    assert found["service"]["state"] == "failed"
    assert found["key"]["state"] == found["sockets"]["state"] == "skipped"


def test_no_key(command: Command) -> None:
    """The settings fail with the remedy, and the table says so in a pipe."""
    ran = command("doctor")
    assert ran.status == 1
    lines = [line.split("\t") for line in ran.out.decode().splitlines()]
    assert lines[0] == ["check", "state", "ms", "found"]
    assert lines[-1][:2] == ["settings", "failed"]
    assert "--sandbox" in lines[-1][3]


def test_a_sandbox_of_its_own(command: Command) -> None:
    """`--sandbox` needs neither key nor network."""
    assert command("doctor", "--sandbox").status == 0


def test_extras_and_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extra counts as installed when all of its packages are; a proxy is named, not shown."""

    def version(package: str) -> str:
        if package in ("soxr", "rich"):
            raise PackageNotFoundError
        return "1"

    monkeypatch.setattr(_checkup, "version", version)
    monkeypatch.setenv("HTTPS_PROXY", "http://user:secret@proxy.example:3128")
    found = {one.check: one.said for one in _checkup.installation()}
    there, missing = found["extras"].split("; not there: ")
    assert {"otel", "tools", "asr"} <= set(there.split(", "))
    assert missing.startswith(("cli, audio", "audio, cli"))
    assert "pip install 'smallestai[" in missing
    assert found["proxy"] == "set by HTTPS_PROXY"
