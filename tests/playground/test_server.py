"""The server of the playground: who is let in, and what passes between a page and the service."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.playground import Playground
from smallestai.sandbox import Sandbox, Settings

from .conftest import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

TALK = {"model": "hydra-v1.1", "voice": "maya", "instructions": None, "speak_first": True}


@contextmanager
def opened(
    page: Playground, path: str, wish: Any = None, **given: Any
) -> Iterator[ClientConnection]:
    """Open a socket as the page does, and say what is wanted."""
    parts = urlsplit(page.url)
    given = {"origin": f"http://{parts.netloc}", "proxy": None, **given}
    with connect(f"ws://{parts.netloc}{parts.path}{path}", **given) as socket:
        if wish is not None:
            socket.send(json.dumps(wish))
        yield socket


def messages(socket: ClientConnection) -> Iterator[Any]:
    """Yield what comes, JSON decoded, until the socket is closed."""
    for message in socket:
        yield json.loads(message) if isinstance(message, str) else message


def moved(page: Playground, host: str) -> str:
    """Return the address of the page with another name for this machine."""
    return page.url.replace("127.0.0.1", host)


class TestGuard:
    """Who is let in."""

    def test_the_page_may_load_nothing_from_elsewhere(self, playground: Playground) -> None:
        """Every answer forbids foreign scripts, storing, and telling the address to others."""
        reply = httpx.get(playground.url)
        policy = reply.headers["content-security-policy"]
        assert reply.status_code == 200
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-store"
        assert "x-powered-by" not in reply.headers
        assert "http" not in reply.text.replace("http-equiv", "")

    @pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", ""])
    def test_another_host_is_refused(self, playground: Playground, host: str) -> None:
        """A site whose name was made to lead here gets nothing, whatever it asks for."""
        headers = {"Host": host}
        assert httpx.get(playground.url, headers=headers).status_code == 403
        headers |= {"Origin": f"http://{host}", "Connection": "Upgrade", "Upgrade": "websocket"}
        headers |= {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version": "13"}
        assert httpx.get(playground.url + "talk", headers=headers).status_code == 403

    @pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
    def test_another_origin_is_refused(self, playground: Playground, origin: str) -> None:
        """A page of another site can open no socket, even if it knows the address."""
        assert httpx.get(playground.url, headers={"Origin": origin}).status_code == 403
        for path in ("talk", "speech"):
            with pytest.raises(InvalidStatus, match="403"), opened(playground, path, origin=origin):
                pass

    def test_a_socket_needs_an_origin(self, playground: Playground) -> None:
        """What says not where it comes from is not the page."""
        with pytest.raises(InvalidStatus, match="403"), opened(playground, "talk", origin=None):
            pass

    def test_the_token_is_needed(self, playground: Playground) -> None:
        """Who knows only the port finds nothing: no page, no file, no socket."""
        root = f"http://{urlsplit(playground.url).netloc}"
        with httpx.Client() as client:
            reply = client.request("OPTIONS", root, extensions={"target": b"*"})
        assert reply.status_code == 404
        for path in ("", "/", "/index.html", "/about", "/x/about", "//about", "/%C3%A9/"):
            assert httpx.get(root + path).status_code == 404
        address = f"{root.replace('http', 'ws')}/talk"
        with pytest.raises(InvalidStatus, match="403"):
            with connect(address, origin=Origin(root), proxy=None):
                pass

    def test_by_its_other_name(self, playground: Playground) -> None:
        """`localhost` is this machine too."""
        with httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.1")) as client:
            assert client.get(moved(playground, "localhost")).status_code == 200

    def test_nothing_is_told_in_logs(
        self, playground: Playground, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Neither the key nor the token is in a log line, in a `repr` or in an answer."""
        caplog.set_level(logging.DEBUG, "smallestai")
        token = urlsplit(playground.url).path.strip("/")
        with opened(playground, "talk", TALK) as socket:
            assert next(messages(socket))["type"] == "ready"
        replies = [httpx.get(playground.url + path).text for path in ("", "about", "voices")]
        for text in (caplog.text, repr(playground), *replies):
            assert KEY not in text
            assert token not in text

    def test_every_run_has_a_token_of_its_own(self, playground: Playground) -> None:
        """The address of one run is of no use in the next."""
        other = Playground(AsyncSmallestAI(KEY))
        with pytest.raises(RuntimeError, match="before it is started"):
            _ = other.url
        with other:
            assert urlsplit(other.url).path != urlsplit(playground.url).path
            assert len(urlsplit(other.url).path) >= 32

    def test_a_port_that_is_taken(self, playground: Playground) -> None:
        """It fails at once, as sockets do."""
        port = urlsplit(playground.url).port
        assert port is not None
        with pytest.raises(OSError, match="in use"):
            Playground(AsyncSmallestAI(KEY), port=port).start()


class TestTalk:
    """A conversation."""

    def test_events_and_audio(self, playground: Playground) -> None:
        """The page is told when and how the service listens, then everything that happens."""
        with opened(playground, "talk", TALK) as socket:
            coming = messages(socket)
            assert next(coming) == {"type": "ready", "rate": 24000, "voice": "maya"}
            names, samples = [], 0
            for message in coming:
                if isinstance(message, bytes):
                    samples += len(message) // 2
                else:
                    names.append(message["type"])
                    if message["type"] == "response.done":
                        break
        assert names[0] == "session.created"
        assert samples > 0.5 * 24000

    def test_audio_reaches_the_service(self, playground: Playground) -> None:
        """What the microphone hears is heard."""
        with SmallestAI(KEY, base_url=_service_of(playground)) as client:
            speech = client.waves.tts.synthesize("Where is it now?", sample_rate=16000)
        with opened(playground, "talk", {**TALK, "speak_first": False}) as socket:
            coming = messages(socket)
            assert next(coming)["type"] == "ready"
            sound = speech.data + bytes(32000)
            for at in range(0, len(sound), 640):
                socket.send(sound[at : at + 640])
            assert any(isinstance(each, bytes) for each in coming)

    def test_cancelling(self, playground: Playground) -> None:
        """The page can have a reply broken off."""
        with opened(playground, "talk", TALK) as socket:
            coming = messages(socket)
            next(each for each in coming if isinstance(each, bytes))
            socket.send('{"type":"cancel"}')
            done = next(
                each
                for each in coming
                if isinstance(each, dict) and each["type"] == "response.done"
            )
        assert done["response"]["status_details"]["reason"] == "client_cancelled"

    def test_closing_the_tab_ends_the_session(self) -> None:
        """A service that has room for one session has it again after a tab was closed."""
        settings = Settings(hydra_sessions=1)
        with Sandbox(settings=settings) as sandbox:
            client = AsyncSmallestAI("any", base_url=sandbox.url)
            with Playground(client) as page:
                for _ in range(3):
                    with opened(page, "talk", TALK) as socket:
                        assert next(messages(socket))["type"] == "ready"

    @pytest.mark.parametrize(
        ("wish", "said"),
        [
            ({**TALK, "voice": "sterling"}, "voice"),
            ({**TALK, "model": "hydra-v9"}, "model"),
            ({**TALK, "model": None}, "model"),
            ({**TALK, "key": 1}, "key"),
            ([], "object"),
        ],
    )
    def test_a_wish_that_cannot_be_met(self, playground: Playground, wish: Any, said: str) -> None:
        """It is refused in one line, and the socket is closed."""
        with opened(playground, "talk", wish) as socket:
            (failure,) = messages(socket)
        assert failure["type"] == "failed"
        assert said in failure["message"]
        assert "\n" not in failure["message"]

    def test_a_wrong_key(self, sandbox: Sandbox) -> None:
        """The page is told what is wrong, and not what the key is."""
        key = "sk-not-the-right-one"
        client = AsyncSmallestAI(key, base_url=sandbox.url)
        with Playground(client) as page, opened(page, "talk", TALK) as socket:
            (failure,) = messages(socket)
        assert "key" in failure["message"].lower()
        assert key not in failure["message"]

    def test_a_service_that_is_not_there(self) -> None:
        """The page learns it from its pickers and from its sockets."""
        client = AsyncSmallestAI(KEY, base_url="http://127.0.0.1:9", max_retries=0)
        with Playground(client) as page:
            reply = httpx.get(page.url + "voices")
            with opened(page, "talk", TALK) as socket:
                (failure,) = messages(socket)
        assert reply.status_code == 502
        for message in (failure["message"], reply.json()["message"]):
            assert "127.0.0.1" in message
            assert KEY not in message

    def test_audio_that_is_none(self, playground: Playground) -> None:
        """Half a sample is carried over, and does no harm."""
        with opened(playground, "talk", TALK) as socket:
            coming = messages(socket)
            assert next(coming)["type"] == "ready"
            socket.send(b"\1")
            socket.send(bytes(641))
            assert any(isinstance(each, bytes) for each in coming)


class TestSpeech:
    """A text that is spoken."""

    def test_audio_and_words(self, playground: Playground) -> None:
        """Audio comes with the place of every word in the text."""
        text = "Good news 📦: it leaves tonight."
        with opened(playground, "speech", {"text": text, "voice": "meher"}) as socket:
            got = list(messages(socket))
        assert got[0] == {"type": "started", "rate": 24000}
        assert got[-1] == {"type": "complete"}
        words = [each for each in got if isinstance(each, dict) and each["type"] == "word"]
        placed = [each for each in words if each["source"]]
        assert len(placed) >= 5
        for word in placed:
            start, end = word["source"]
            assert text[start:end] == word["text"]
        assert words[-1]["text"].startswith("tonight")
        seconds = sum(len(each) for each in got if isinstance(each, bytes)) / 48000
        assert 0 < words[-1]["start"] < seconds

    def test_speed(self, playground: Playground) -> None:
        """Twice the speed is less audio."""
        sizes = []
        for speed in (1, 2):
            wish = {"text": "It leaves tonight.", "voice": "meher", "speed": speed}
            with opened(playground, "speech", wish) as socket:
                sizes.append(sum(len(each) for each in messages(socket) if type(each) is bytes))
        assert sizes[1] < 0.8 * sizes[0]

    @pytest.mark.parametrize(
        ("wish", "said"),
        [
            ({"text": "", "voice": "meher"}, "text"),
            ({"text": "Hi.", "voice": "meher", "speed": 9}, "speed"),
            ({"text": "Hi.", "voice": "no such!"}, "Voice"),
            ({"text": 1, "voice": "meher"}, "text"),
        ],
    )
    def test_a_wish_that_cannot_be_met(self, playground: Playground, wish: Any, said: str) -> None:
        """It is refused in one line, and the socket is closed."""
        with opened(playground, "speech", wish) as socket:
            failure = list(messages(socket))[-1]
        assert failure["type"] == "failed"
        assert said in failure["message"]


class TestClose:
    """The end."""

    def test_closing_ends_conversations(self, sandbox: Sandbox) -> None:
        """Who talks sees the end, the client is closed, and a second close does nothing."""
        client = AsyncSmallestAI(KEY, base_url=sandbox.url)
        page = Playground(client).start()
        with opened(page, "talk", TALK) as socket:
            assert next(messages(socket))["type"] == "ready"
            page.close()
            with pytest.raises(ConnectionClosed):
                list(iter(socket.recv, None))
        page.close()
        assert client.closed
        assert repr(page) == "<Playground closed>"


def _service_of(page: Playground) -> str:
    return page._client.base_url
