"""What a service, a proxy or an address gives back of a key is not shown to anybody."""

from __future__ import annotations

import asyncio
import traceback
from base64 import b64encode
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from servers import answer, read_request, tcp_server

from smallestai import AsyncSmallestAI, ConfigurationError, SmallestAI, SmallestError

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

KEY = "sk_canary+/=.Zq9Xv7"
SPELLINGS = [
    KEY,
    quote(KEY, safe=""),
    quote(KEY),
    b64encode(KEY.encode()).decode().rstrip("="),
]


def shown(error: BaseException) -> str:
    """Return all that may be printed of an error."""
    return "".join(traceback.format_exception(error)) + repr(vars(error)) + repr(error)


def speak(client: Any) -> Any:
    """Ask over HTTP."""
    return client.waves.tts.synthesize("Good morning.")


def speak_over_a_socket(client: Any) -> Any:
    """Ask over a socket."""
    return client.waves.tts.stream("Good morning.").read()


asked = pytest.mark.parametrize("ask", [speak, speak_over_a_socket])


def failure(url: str, ask: Callable[[Any], Any]) -> list[SmallestError]:
    """Return how both worlds fail."""

    async def play() -> None:
        async with AsyncSmallestAI(KEY, base_url=url, max_retries=0) as client:
            await ask(client)

    with SmallestAI(KEY, base_url=url, max_retries=0) as client:
        with pytest.raises(SmallestError) as first:
            ask(client)
    with pytest.raises(SmallestError) as second:
        asyncio.run(play())
    return [first.value, second.value]


@asked
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_refusal_that_repeats_the_key(ask: Callable[[Any], Any], spelling: str) -> None:
    """In its headers, in its body, and as it stands in an address."""

    def refuse(connection: socket) -> None:
        read_request(connection)
        told = answer(
            f'{{"message": "no: {spelling}"}}'.encode(), "application/json", status="403 No"
        )
        connection.sendall(told.replace(b"req-1", f"id-{spelling}".encode()))

    with tcp_server(refuse) as url:
        for error in failure(url, ask):
            assert "no: ***" in str(error)
            assert "id-***" in str(error)
            assert spelling not in shown(error)


@asked
@pytest.mark.parametrize(
    "reply",
    [
        f"HTTP/1.1 banana {KEY}\r\n\r\n",
        f"HTTP/1.1 200 OK\r\n{KEY} Bearer\r\n\r\n",
        f"HTTP/1.1 302 Found\r\nLocation: https://x.invalid/?token={KEY}\r\n\r\n",
    ],
    ids=["status line", "header", "redirect"],
)
def test_no_answer_at_all(ask: Callable[[Any], Any], reply: str) -> None:
    """What the libraries below say of it is in no traceback either."""

    def babble(connection: socket) -> None:
        read_request(connection)
        connection.sendall(reply.encode())

    with tcp_server(babble) as url:
        for error in failure(url, ask):
            assert KEY not in shown(error)


@asked
@pytest.mark.parametrize("proxy", ["socks9://me:{}@127.0.0.1:9", "http://me:{}@127.0.0.1:port"])
def test_a_proxy_that_cannot_be_used(
    ask: Callable[[Any], Any], proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a `ConfigurationError`, and does not show the password."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, proxy.format("s3cr3t-passw0rd"))
        monkeypatch.delenv(name.upper(), raising=False)
    for error in failure("http://service.invalid", ask):
        assert isinstance(error, ConfigurationError)
        assert "s3cr3t" not in shown(error)


@pytest.mark.parametrize("url", [KEY, f"http://x.invalid/?k={KEY}", f"http://x.invalid/#{KEY}"])
def test_an_address_that_holds_a_key(url: str) -> None:
    """Arguments that were exchanged are not repeated."""
    with pytest.raises(ConfigurationError) as caught:
        SmallestAI("sk_x", base_url=url)
    assert KEY not in shown(caught.value)


def test_a_client_is_known_by_more_than_its_key() -> None:
    """What a client keeps for its key does not show it."""
    with SmallestAI(KEY) as client:
        gates = client.waves.tts._gate, client._shared_transport()._pool._attached
        assert KEY not in repr(gates[0]) + repr([vars(each) for each in gates[1].values()])
