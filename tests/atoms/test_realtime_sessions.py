"""Sessions with an agent: addresses, arguments, formats, sound devices, ends of every kind."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import logging
import threading
import time
import urllib.parse
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

import httpx
import pytest
from servers import read_request, stays, tcp_server
from websockets.exceptions import ConnectionClosed

from smallestai import AsyncSmallestAI, SmallestAI, Timeout
from smallestai.atoms import _realtime_link, _realtime_links
from smallestai.atoms.realtime import RESERVED, AgentTool
from smallestai.audio import AudioFormat
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    BadRequestError,
    LocalProtocolError,
    RemoteProtocolError,
    StreamClosedError,
)
from smallestai.protocol import liveness
from smallestai.protocol.agent_events import (
    AudioDelta,
    Disconnected,
    Interrupted,
    StartedTalking,
)
from smallestai.sandbox.formats import ulaw

from .agent_script import (
    AGENT,
    CALL,
    KEY,
    Desk,
    Functions,
    agent_server,
    greet,
    heard,
    say,
    speak,
    until_closed,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from websockets.sync.server import ServerConnection

Begin = Any
SECOND = b"\1\2" * 24_000
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no agent": ({"agent_id": None}, "agent_id"),
    "empty agent": ({"agent_id": " "}, "agent_id"),
    "mode": ({"mode": "phone"}, "webcall, chat"),
    "input format": ({"input_audio_format": "pcm_32000"}, "pcm_22050"),
    "ulaw is no name": ({"input_audio_format": "ulaw_8000"}, "mulaw_8000"),
    "output format": ({"output_audio_format": "pcm_48000"}, "pcm_44100"),
    "output without token": (
        {"output_audio_format": "pcm_44100", "mint": False},
        "needs a token",
    ),
    "a key as token": ({"agent_id": None, "token": KEY}, "mint=False"),
    "an empty token": ({"agent_id": None, "token": ""}, "access_token"),
    "an agent beside a token": ({"token": "wct_12345678"}, "fixed by the token"),
    "variables beside a token": (
        {"agent_id": None, "token": "wct_12345678", "variables": {}},
        "fixed by the token",
    ),
    "variables": ({"variables": [1]}, "must map names"),
    "value": ({"variables": {"x": None}}, "a number"),
    "tool timeout": ({"tool_timeout": 0.5}, "from 1 to 60"),
    "tools": ({"tools": {"name": "x"}}, "a list"),
    "same tools": ({"tools": [{"name": "x"}, {"name": "x"}]}, "two tools"),
    "reconnects": ({"reconnects": -1}, "reconnects"),
}


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(_realtime_link, "PAUSES", (0.01, 0.01))
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


def client(url: str, desk: Desk | None = None, **options: Any) -> SmallestAI:
    """Return a client whose tokens come from a desk."""
    http = (desk or Desk()).http()
    return SmallestAI(
        KEY, base_url=url, http_client=http, **{"timeout": 5, "max_retries": 0, **options}
    )


def begin_blocking(url: str, act: Any = None, desk: Desk | None = None, **options: Any) -> Any:
    """Open a session, do something with it, and close it."""
    settings = {name: options.pop(name) for name in ("timeout", "max_retries") if name in options}
    options = {"agent_id": AGENT, **options}
    with client(url, desk, **settings) as api, api.atoms.realtime.connect(**options) as session:
        return act(session) if act else None


def begin_async(url: str, act: Any = None, desk: Desk | None = None, **options: Any) -> Any:
    """The same on an event loop; what is done is a coroutine function or None."""
    settings = {name: options.pop(name) for name in ("timeout", "max_retries") if name in options}
    settings = {"timeout": 5, "max_retries": 0, **settings}
    options = {"agent_id": AGENT, **options}

    async def begin() -> Any:
        async with (desk or Desk()).async_http() as http:
            api = AsyncSmallestAI(KEY, base_url=url, http_client=http, **settings)
            async with api, api.atoms.realtime.connect(**options) as session:
                found = act(session) if act else None
                return await found if asyncio.iscoroutine(found) else found

    return asyncio.run(begin())


both = pytest.mark.parametrize("begin", [begin_blocking, begin_async], ids=["blocking", "async"])


class Server:
    """Greets, keeps what it is told, and says goodbye."""

    def __init__(self) -> None:
        self.requests: list[Any] = []
        self.frames: list[dict[str, Any]] = []

    def admit(self, _: ServerConnection, request: Any) -> None:
        self.requests.append(request)

    def __call__(self, connection: ServerConnection) -> None:
        greet(connection)
        self.frames = until_closed(connection)

    @property
    def query(self) -> dict[str, str]:
        """The query of the only connection."""
        (request,) = self.requests
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request.path).query))


# -- addresses and arguments


@both
def test_what_is_asked_for_is_registered(begin: Begin) -> None:
    """The token fixes all but the format of the input, which goes into the address as well."""
    desk, server = Desk(), Server()
    wishes = {
        "variables": {"customer": "Sample User", "visits": 3, "new": True},
        "input_audio_format": "mulaw_8000",
        "output_audio_format": "pcm_16000",
    }
    with agent_server(server, server.admit) as url:
        begin(url, desk=desk, **wishes)
    assert desk.bodies == [{"agent_id": AGENT, "mode": "webcall", **wishes}]
    assert server.query == {"token": "wct_00000001", "input_audio_format": "mulaw_8000"}


@both
def test_the_key_goes_into_a_header(begin: Begin) -> None:
    """Without a token the address says the rest, and never the key."""
    desk, server = Desk(), Server()
    with agent_server(server, server.admit) as url:
        begin(
            url,
            desk=desk,
            mint=False,
            mode="chat",
            variables={"a": "ü"},
            output_audio_format="pcm_8000",
        )
    assert desk.bodies == []
    assert server.requests[0].headers["Authorization"] == f"Bearer {KEY}"
    assert server.query == {
        "agent_id": AGENT,
        "mode": "chat",
        "variables": '{"a": "\\u00fc"}',
        "sample_rate": "8000",
    }


@both
def test_a_token_from_elsewhere(begin: Begin) -> None:
    """It is all that is sent; and it works once, so a loss is the end."""

    def lose(connection: ServerConnection) -> None:
        server.requests.append(connection.request)
        greet(connection)
        connection.close(1011)

    desk, server = Desk(), Server()
    with agent_server(lose) as url, pytest.raises(StreamClosedError):
        begin(url, to_the_end, desk, agent_id=None, token="wct_elsewhere")
    assert desk.bodies == []
    assert server.query == {"token": "wct_elsewhere"}
    assert "Authorization" not in server.requests[0].headers


@both
def test_a_token_from_elsewhere_is_used_once(begin: Begin) -> None:
    """Also where the session did not begin."""
    calls: list[int] = []

    def lose(connection: ServerConnection) -> None:
        calls.append(1)
        connection.close(1011)

    with agent_server(lose) as url, pytest.raises(StreamClosedError):
        begin(url, agent_id=None, token="wct_elsewhere", max_retries=2)
    assert calls == [1]


def to_the_end(session: Any) -> Any:
    """Iterate a session of either world."""

    async def iterate() -> list[Any]:
        return [event async for event in session]

    return iterate() if hasattr(session, "__aiter__") else list(session)


@pytest.mark.parametrize(("options", "says"), REFUSED.values(), ids=REFUSED)
def test_arguments_are_checked_before_anything_is_sent(options: Any, says: str) -> None:
    """In either world, and without a word of the key."""
    blocking = SmallestAI(KEY).atoms.realtime
    for realtime in (blocking, AsyncSmallestAI(KEY).atoms.realtime):
        with pytest.raises(ArgumentError, match=says) as caught:
            realtime.connect(**{"agent_id": AGENT, **options})
        assert KEY not in str(caught.value)


@pytest.mark.parametrize("name", RESERVED)
def test_reserved_variables_are_refused(name: str) -> None:
    """The service would drop them without a word."""
    with pytest.raises(ArgumentError, match="sets itself"):
        SmallestAI(KEY).atoms.realtime.connect(AGENT, variables={name: "x"})
    assert len(RESERVED) == 11


@both
def test_a_refused_registration_is_the_error(begin: Begin) -> None:
    """With the words of the service; nothing is connected to."""
    text = "output_audio_format 'pcm_44100' is not supported by this agent's voice."
    desk = Desk(httpx.Response(400, json={"status": False, "errors": [text]}))
    with agent_server(Server()) as url, pytest.raises(BadRequestError, match="this agent's voice"):
        begin(url, desk=desk, output_audio_format="pcm_44100", max_retries=2)
    assert len(desk.bodies) == 1


@both
def test_a_busy_desk_is_asked_again(begin: Begin) -> None:
    """A 503 of the registration is one of the tries."""
    refusal = {"status": False, "errors": ["draining"]}
    desk = Desk(httpx.Response(503, json=refusal, headers={"Retry-After": "0.2"}))
    began = time.monotonic()
    with agent_server(Server()) as url:
        begin(url, desk=desk, max_retries=1)
    assert len(desk.bodies) == 2
    assert time.monotonic() - began >= 0.2  # as it was asked


@both
@pytest.mark.parametrize("data", [{}, {"data": {}}, {"data": {"access_token": ""}}])
def test_a_registration_without_token(begin: Begin, data: dict[str, Any]) -> None:
    """Is the service's fault, and is not tried again."""
    desk = Desk(httpx.Response(201, json={"status": True, **data}))
    with agent_server(Server()) as url, pytest.raises(RemoteProtocolError, match="no token"):
        begin(url, desk=desk, max_retries=2)


@both
def test_an_answer_of_the_wrong_route(begin: Begin) -> None:
    """Where a proxy has lost the handshake the hint says so."""
    from websockets.datastructures import Headers
    from websockets.http11 import Response

    def admit(*_: object) -> Response:
        body = b'{"errors":["Invalid agent id"]}'
        return Response(400, "Bad Request", Headers({"Content-Length": str(len(body))}), body)

    with agent_server(Server(), admit) as url, pytest.raises(BadRequestError, match="proxy"):
        begin(url)


def test_tools_are_declared_as_the_service_has_them() -> None:
    """With their times in milliseconds, and whether an answer comes."""
    functions, server = Functions(), Server()
    tools = [
        functions.find_order,
        AgentTool(functions.slow, timeout=8),
        AgentTool({"name": "note"}, expects_response=False),
        {"name": "hand", "timeout_ms": 2000, "expectsResponse": False, "parameters": {"a": 1}},
    ]
    with agent_server(server) as url:
        begin_blocking(url, tools=tools, tool_timeout=30)
    declared = server.frames[0]
    assert declared["type"] == "session.update"
    assert declared["tools"][0] == {
        "type": "function",
        "name": "find_order",
        "description": "Find an order.",
        "parameters": {
            "type": "object",
            "properties": {"id": {"type": "string"}},
            "required": ["id"],
            "additionalProperties": False,
        },
        "timeout_ms": 30_000,
        "expectsResponse": True,
    }
    rest = [(each["timeout_ms"], each["expectsResponse"]) for each in declared["tools"][1:]]
    assert rest == [(8000, True), (30_000, False), (2000, False)]


def test_an_agent_tool_has_a_time_in_range() -> None:
    """Checked where it is made."""
    with pytest.raises(ArgumentError, match="from 1 to 60"):
        AgentTool(print, timeout=61)


# -- what goes out


def append_of(server: Server) -> list[bytes]:
    """Return the audio a server was sent."""
    appended = [each for each in server.frames if each["type"] == "input_audio_buffer.append"]
    return [base64.b64decode(each["audio"]) for each in appended]


@both
def test_samples_are_resampled(begin: Begin) -> None:
    """A second of stereo at 48 kHz arrives as nearly a second of mono at 16 kHz."""
    server = Server()

    def act(session: Any) -> Any:
        return session.send_audio(bytes(4 * 48_000), 48_000, 2)

    with agent_server(server) as url:
        begin(url, act, input_audio_format="pcm_16000")
    assert 30_000 < sum(map(len, append_of(server))) <= 32_000


@both
def test_samples_are_companded(begin: Begin) -> None:
    """G.711 is made of the samples."""
    server, pcm = Server(), bytes(range(256)) * 2
    with agent_server(server) as url:
        begin(url, lambda session: session.send_audio(pcm), input_audio_format="mulaw_8000")
    assert append_of(server) == [ulaw(pcm)]


@both
def test_packets_of_opus(begin: Begin) -> None:
    """One packet, one frame; samples and pages of Ogg are refused before they are sent."""
    server = Server()

    def act(session: Any) -> Any:
        for wrong, error in (
            (lambda: session.send_audio(b"\0\0"), LocalProtocolError),
            (lambda: session.send_packet(b"OggS\0"), ArgumentError),
            (lambda: session.send_packet(b""), ArgumentError),
            (lambda: session.send_packet("abc"), ArgumentError),
        ):
            refused(wrong, error)
        return session.send_packet(b"one packet")

    with agent_server(server) as url:
        begin(url, act, input_audio_format="opus_48000")
    assert append_of(server) == [b"one packet"]


def refused(call: Callable[[], Any], error: type[Exception]) -> None:
    """Check that a call of either world is refused before anything is waited for."""

    def begun() -> None:
        waiting = call()
        waiting.send(None)

    with pytest.raises(error):
        begun()


@both
def test_a_chat_takes_text_and_no_audio(begin: Begin) -> None:
    """And no empty text."""
    server = Server()

    def act(session: Any) -> Any:
        assert session.mode == "chat"
        refused(lambda: session.send_audio(b"\0\0"), LocalProtocolError)
        refused(lambda: session.send_packet(b"x"), LocalProtocolError)
        refused(lambda: session.stream_microphone(), LocalProtocolError)
        refused(lambda: session.send_text(""), ArgumentError)
        refused(lambda: session.send_text(b"x"), ArgumentError)
        refused(lambda: session.send_tool_output("", 1), ArgumentError)
        refused(lambda: session.send_tool_output("k", "x" * 65_537), ArgumentError)
        return session.send_text("hello")

    with agent_server(server) as url:
        begin(url, act, mode="chat")
    assert [each["type"] for each in server.frames] == ["input_text.send", "session.close"]


@both
def test_bad_audio_is_refused(begin: Begin) -> None:
    """Before anything is sent."""
    server = Server()

    def act(session: Any) -> None:
        refused(lambda: session.send_audio("abc"), ArgumentError)
        refused(lambda: session.send_audio(b"ab", 1), ArgumentError)
        refused(lambda: session.send_audio(b"ab", channels=0), ArgumentError)

    with agent_server(server) as url:
        begin(url, act)
    assert append_of(server) == []


# -- interruptions and devices


def barged(connection: ServerConnection) -> None:
    """Speak for a second; the first audio of the user cuts it off."""
    greet(connection)
    heard(connection)
    speak(connection, SECOND)
    heard(connection)
    say(connection, "interruption")
    speak(connection, b"\5\6")
    until_closed(connection)


def test_an_interruption_drops_what_is_queued() -> None:
    """Whoever has not taken the audio yet gets none of it, and is told how much that was."""
    with agent_server(barged) as url, client(url) as api:
        with api.atoms.realtime.connect(AGENT) as session:
            audio = session.audio()
            events = iter(session)
            session.send_audio(bytes(2))
            next(event for event in events if isinstance(event, StartedTalking))
            first = next(events)
            assert isinstance(first, AudioDelta)
            session.send_audio(bytes(2))
            cut = next(event for event in events if isinstance(event, Interrupted))
            assert cut == Interrupted(dropped=len(SECOND))
            assert next(audio) == b"\5\6"
            assert repr(session) == f"<AgentSession webcall open, {CALL}>"
            assert (session.id, session.format) == ("s1", AudioFormat("pcm", 24_000))
            assert session.tools == []


def test_async_an_interruption_drops_what_is_queued() -> None:
    """The same on an event loop."""

    async def act(session: Any) -> None:
        audio, events = session.audio(), aiter(session)
        await session.send_audio(bytes(2))
        while not isinstance(await anext(events), AudioDelta):
            pass
        await session.send_audio(bytes(2))
        while not isinstance(event := await anext(events), Interrupted):
            pass
        assert event == Interrupted(dropped=len(SECOND))
        assert await anext(audio) == b"\5\6"
        await audio.aclose()

    with agent_server(barged) as url:
        begin_async(url, act)


class FakePlayer:
    """A loudspeaker that plays nothing by itself."""

    last: ClassVar[FakePlayer]

    def __init__(self, form: AudioFormat, device: Any, prefill: float) -> None:
        assert prefill >= 0.2
        self.format = form
        self.position = 0.0
        self.written = threading.Event()
        self.cuts = self.closes = 0
        FakePlayer.last = self

    def __enter__(self) -> None: ...

    async def __aenter__(self) -> None: ...

    def cut(self) -> None:
        self.cuts += 1

    def write(self, data: bytes) -> None:
        self.written.set()

    def wait(self) -> None: ...

    def close(self) -> None:
        self.closes += 1


class AsyncFakePlayer(FakePlayer):
    """The same, to be awaited."""

    async def write(self, data: bytes) -> None:
        self.written.set()

    async def wait(self) -> None: ...

    async def close(self) -> None:
        self.closes += 1


def test_the_loudspeaker_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """How much was heard is told from what the player has played."""
    monkeypatch.setattr("smallestai._player.Player", FakePlayer)
    with agent_server(barged) as url, client(url) as api:
        with api.atoms.realtime.connect(AGENT) as session:
            session.play()
            player = FakePlayer.last
            with pytest.raises(LocalProtocolError, match="played already"):
                session.play()
            session.send_audio(bytes(2))
            assert player.written.wait(5)
            player.position = 0.25
            session.send_audio(bytes(2))
            event = next(event for event in session if isinstance(event, Interrupted))
            assert event == Interrupted(heard=0.25, dropped=len(SECOND) - 12_000)
            assert player.cuts >= 1
    assert player.closes == 1


def test_async_the_loudspeaker_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same on an event loop."""
    monkeypatch.setattr("smallestai._player.AsyncPlayer", AsyncFakePlayer)

    async def act(session: Any) -> None:
        await session.play()
        player = FakePlayer.last
        with pytest.raises(LocalProtocolError, match="played already"):
            await session.play()
        await session.send_audio(bytes(2))
        await asyncio.to_thread(player.written.wait, 5)
        player.position = 0.25
        await session.send_audio(bytes(2))
        async for event in session:
            if isinstance(event, Interrupted):
                break
        assert event == Interrupted(heard=0.25, dropped=len(SECOND) - 12_000)

    with agent_server(barged) as url:
        begin_async(url, act)
    assert AsyncFakePlayer.last.closes == 1


def test_what_is_written_just_then_is_cut_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audio that was on its way to the player while the user cut in is not heard either."""
    released = threading.Event()
    cut_again = threading.Event()

    class Slow(FakePlayer):
        def cut(self) -> None:
            super().cut()
            if released.is_set():
                cut_again.set()

        def write(self, data: bytes) -> None:
            super().write(data)
            assert released.wait(5)

    monkeypatch.setattr("smallestai._player.Player", Slow)
    with agent_server(barged) as url, client(url) as api:
        with api.atoms.realtime.connect(AGENT) as session:
            session.play()
            session.send_audio(bytes(2))
            assert FakePlayer.last.written.wait(5)
            session.send_audio(bytes(2))
            next(event for event in session if isinstance(event, Interrupted))
            released.set()
            assert cut_again.wait(5)


class FakeMicrophone:
    """A microphone that hears two blocks, and then nothing until it is closed."""

    def __init__(self, sample_rate: int, device: Any) -> None:
        self.sample_rate = sample_rate
        self.closed = threading.Event()
        self.async_closed: asyncio.Event | None = None

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> None:
        self.async_closed = asyncio.Event()

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        yield from (b"\1\1" * 160, b"\2\2" * 160)
        self.closed.wait(5)

    async def __aiter__(self) -> Any:
        for block in (b"\1\1" * 160, b"\2\2" * 160):
            yield block
        assert self.async_closed is not None
        await self.async_closed.wait()

    def close(self) -> None:
        self.closed.set()


@both
@pytest.mark.parametrize("muted", [False, True])
def test_the_microphone_is_sent(begin: Begin, muted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the rate that was agreed on; silence of the same length while it is muted."""
    monkeypatch.setattr("smallestai._microphone.Microphone", FakeMicrophone)
    got: list[bytes] = []
    done = threading.Event()

    def listen(connection: ServerConnection) -> None:
        greet(connection)
        got.extend([heard(connection), heard(connection)])
        done.set()
        until_closed(connection)

    def act(session: Any) -> Any:
        session.muted = muted
        waiting = session.stream_microphone()
        if waiting is None:
            return done.wait(5)

        async def wait() -> None:
            await waiting
            await asyncio.to_thread(done.wait, 5)

        return wait()

    with agent_server(listen) as url:
        begin(url, act, input_audio_format="pcm_8000")
    assert got == ([bytes(320)] * 2 if muted else [b"\1\1" * 160, b"\2\2" * 160])


# -- the connection


@both
def test_a_service_that_does_not_begin(begin: Begin) -> None:
    """Waiting for the greeting has an end, and the connection is let go."""

    def silent(connection: ServerConnection) -> None:
        until_closed(connection)

    with agent_server(silent) as url, pytest.raises(APITimeoutError, match="did not begin"):
        begin(url, timeout=Timeout(first=0.05))


def pinging(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the clock of the heartbeat tick faster."""
    monkeypatch.setattr(liveness, "PING_SECONDS", 0.01)
    monkeypatch.setattr(_realtime_link.Liveness, "tick", 0.01)


def upgraded(connection: socket.socket) -> None:
    """Agree to the handshake (RFC 6455, section 4.2.2), by hand, and greet."""
    request = read_request(connection)
    key = next(
        line for line in request.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key")
    )
    digest = hashlib.sha1(key.split(b": ")[1] + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest()
    head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    accepted = b"Sec-WebSocket-Accept: " + base64.b64encode(digest)
    connection.sendall(head + accepted + b"\r\n\r\n")
    send_text(connection, b'{"type":"session.created","call_id":"c"}')


def send_text(connection: socket.socket, text: bytes) -> None:
    """Send a short message."""
    connection.sendall(bytes([0x81, len(text)]) + text)


@both
def test_a_peer_that_answers_no_ping_is_given_up(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The heartbeat is a ping; another call takes the place of one that is dead."""
    pinging(monkeypatch)
    ends: list[bytes] = []
    calls: list[int] = []

    def dead_at_first(connection: socket.socket) -> None:
        calls.append(1)
        first = len(calls) == 1
        upgraded(connection)
        if not first:
            send_text(connection, b'{"type":"session.closed","reason":"ended"}')
            connection.sendall(b"\x88\x02\x03\xe8")
        connection.settimeout(5)
        while data := connection.recv(65536):
            pass
        if first:
            ends.append(data)

    with tcp_server(dead_at_first) as url:
        events = begin(url, to_the_end, timeout=Timeout(between=0.2))
    assert ends == [b""]  # the client has hung up
    kinds = [event.type for event in events]
    assert kinds == [
        "session.created",
        "client.disconnected",
        "session.created",
        "client.reconnected",
        "session.closed",
    ]
    assert (events[1].close_code, events[3].call_id) == (1006, "c")


@both
def test_a_ping_that_is_answered_keeps_the_session(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long nobody says anything."""
    pinging(monkeypatch)
    pings = threading.Semaphore(0)

    def quiet(connection: ServerConnection) -> None:
        greet(connection)
        for _ in range(4):
            assert pings.acquire(timeout=5)
        say(connection, "session.closed", reason="ended")
        connection.close()

    sent = _realtime_link.Liveness.ping

    def note(liveness: Any, now: float) -> None:
        pings.release()
        sent(liveness, now)

    monkeypatch.setattr(_realtime_link.Liveness, "ping", note)
    with agent_server(quiet) as url:
        events = begin(url, to_the_end)
    assert [event.type for event in events] == ["session.created", "session.closed"]


@both
def test_a_session_is_given_up_after_so_many_tries(begin: Begin) -> None:
    """The last failure is raised, after the events before it."""
    calls: list[int] = []

    def lose(connection: ServerConnection) -> None:
        calls.append(1)
        if len(calls) == 1:
            greet(connection)
        connection.close(1011, "gone")

    seen: list[Any] = []

    def act(session: Any) -> Any:
        async def iterate() -> None:
            async for event in session:
                seen.append(event)

        return iterate() if hasattr(session, "__aiter__") else seen.extend(each for each in session)

    with agent_server(lose) as url, pytest.raises(StreamClosedError, match="gone"):
        begin(url, act, reconnects=2)
    assert [event.type for event in seen] == [
        "session.created",
        "client.disconnected",
        "client.disconnected",
    ]
    assert [event.tries for event in seen[1:]] == [0, 1]


def test_a_pause_ends_when_the_session_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever iterates sees the end at once; audio meanwhile is counted, text refused."""
    monkeypatch.setattr(_realtime_link, "PAUSES", (30.0, 30.0))
    calls: list[int] = []

    def lose(connection: ServerConnection) -> None:
        calls.append(1)
        greet(connection)
        connection.close(1011)

    with agent_server(lose) as url, client(url) as api:
        with api.atoms.realtime.connect(AGENT) as session:
            next(event for event in session if isinstance(event, Disconnected))
            assert session.state == "offline"
            session.send_audio(bytes(10))
            assert session.dropped == 10
            with pytest.raises(LocalProtocolError, match="while offline"):
                session.send_text("x")
            closer = threading.Thread(target=session.close)
            closer.start()
            assert list(session) == []
            closer.join(5)
        assert calls == [1]
        with pytest.raises(LocalProtocolError, match="closed"):
            session.send_text("x")
        with pytest.raises(LocalProtocolError, match="closed"):
            session.open()


def test_a_session_has_to_be_opened() -> None:
    """And one that was closed before stays closed."""
    with client("http://127.0.0.1:9") as api:
        session = api.atoms.realtime.connect(AGENT)
        with pytest.raises(LocalProtocolError, match="not open yet"):
            session.send_audio(b"\0\0")
        session.close()
        session.close()
        with pytest.raises(LocalProtocolError, match="closed"):
            session.open()


@both
def test_a_goodbye_is_waited_for(begin: Begin, caplog: pytest.LogCaptureFixture) -> None:
    """The service may take a moment to agree."""

    def slow(connection: ServerConnection) -> None:
        greet(connection)
        connection.recv(5)
        threading.Event().wait(0.05)
        with suppress(ConnectionClosed):
            say(connection, "session.closed", reason="client_requested")

    with caplog.at_level(logging.DEBUG, "smallestai.atoms"), agent_server(slow) as url:
        begin(url)
    assert "client_requested" in caplog.text


def test_a_service_that_does_not_say_goodbye(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is waited for a little and no longer; twice closed is closed once."""
    monkeypatch.setattr(_realtime_links, "GOODBYE", 0.05)
    frames: list[str | bytes] = []

    def rude(connection: ServerConnection) -> None:
        greet(connection)
        frames.append(connection.recv(5))
        with suppress(ConnectionClosed):
            frames.append(connection.recv(5))

    with agent_server(rude) as url, client(url) as api:
        with api.atoms.realtime.connect(AGENT) as session:
            session.close()
    assert frames == ['{"type":"session.close"}']


def test_a_tool_may_close_the_session() -> None:
    """Hanging up is what some functions are for."""

    def call(connection: ServerConnection) -> None:
        greet(connection)
        connection.recv(5)
        say(connection, "function_call", call_id="k", name="hang_up", arguments={})
        until_closed(connection)

    with agent_server(call) as url, client(url) as api:
        ready = threading.Event()

        def hang_up() -> None:
            assert ready.wait(5)
            session.close()

        with api.atoms.realtime.connect(AGENT, tools=[hang_up]) as session:
            ready.set()
            for _ in session:
                pass
            assert session.state == "ended"


@both
def test_no_secret_is_logged(begin: Begin, caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG the log has frames, with audio shortened, and neither key nor token."""
    calls: list[int] = []

    def leak(connection: ServerConnection) -> None:
        calls.append(1)
        greet(connection)
        if len(calls) == 1:
            say(connection, "error", code="internal_error", message=f"{KEY} and wct_00000001")
            connection.close(4000, "")
        else:
            speak(connection, SECOND)
            say(connection, "session.closed", reason="ended")
            connection.close()

    with caplog.at_level(logging.DEBUG, "smallestai"), agent_server(leak) as url:
        events = begin(url, to_the_end)
    lost = next(event for event in events if isinstance(event, Disconnected))
    assert lost.code == "internal_error"
    assert "***" in lost.reason
    said = f"{caplog.text} {lost}"
    assert KEY not in said
    assert "wct_0" not in said
    assert '"audio":"..."' in caplog.text or '"audio": "..."' in caplog.text
    assert "session.created" in caplog.text


def test_a_door_shows_no_secret() -> None:
    """Not in its repr either."""
    api = client("http://127.0.0.1:9")
    session = api.atoms.realtime.connect(token="wct_secret12")
    assert "wct_secret12" not in f"{session!r} {session._wanted!r} {session._wanted.door()!r}"
    api.close()
