"""A server that plays its part of a recorded session, and callers of both worlds."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
from conversations.agent import Session, assert_event, differences, frame_of
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Response
from websockets.sync.server import ServerConnection, serve

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.atoms.realtime import AgentTool
from smallestai.errors import SmallestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from websockets.http11 import Request

KEY = "sk_test_0123456789"
AGENT = "665f1c2ab7d4e9f0a1b2c3d4"
CALL = "CALL-1700000000000-a1b2c3"


class Desk:
    """Mints tokens, each another one."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.answers = list(answers)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        assert request.url.path == "/atoms/v1/conversation/register-call"
        assert request.headers["authorization"] == f"Bearer {KEY}"
        self.bodies.append(json.loads(request.content))
        return self.answers.pop(0) if self.answers else self._granted(self.bodies[-1])

    def _granted(self, body: dict[str, Any]) -> httpx.Response:
        granted = {
            "access_token": f"wct_{len(self.bodies):08}",
            "expires_in": 30,
            "sample_rate": 24000,
            "input_audio_format": body.get("input_audio_format", "pcm_24000"),
            "output_audio_format": body.get("output_audio_format", "pcm_24000"),
        }
        return httpx.Response(201, json={"status": True, "data": granted})

    def http(self) -> httpx.Client:
        """Return the connections of a blocking client."""
        return httpx.Client(transport=httpx.MockTransport(self))

    def async_http(self) -> httpx.AsyncClient:
        """Return the connections of an async client."""
        return httpx.AsyncClient(transport=httpx.MockTransport(self))


class Script:
    """Plays the server's part, over as many connections as it takes."""

    def __init__(self, session: Session) -> None:
        self.faults: list[str] = []
        self.requests: list[Request] = []
        self._steps = session.wire
        self._turn = threading.Lock()  # one connection after another

    def admit(self, _: ServerConnection, request: Request) -> Response | None:
        """Refuse the handshake where the script says so."""
        self.requests.append(request)
        with self._turn:
            if not self._steps or "refuse" not in self._steps[0]:
                return None
            status, phrase = self._steps.pop(0)["refuse"]
            if self._steps:
                assert self._steps.pop(0) == {"connect": True}
            return Response(status, phrase, Headers({"Content-Length": "0"}), b"")

    def __call__(self, connection: ServerConnection) -> None:
        with self._turn:
            try:
                self._play(connection)
            except (ConnectionClosed, TimeoutError) as error:
                self.faults.append(repr(error))

    def _play(self, connection: ServerConnection) -> None:
        while self._steps:
            step = self._steps.pop(0)
            if "connect" in step:
                return
            if "client" in step:
                if wrong := differences(step["client"], connection.recv(5)):
                    self.faults.append(f"wanted {step['client']}, differs in {wrong}")
            elif "server" in step:
                connection.send(frame_of(step))
            elif "drop" in step:
                connection.socket.shutdown(socket.SHUT_RDWR)
            else:
                connection.close(*step["close"])
        with suppress(ConnectionClosed, TimeoutError):
            frame = connection.recv(5)
            if json.loads(frame)["type"] != "session.close":
                self.faults.append(f"unexpected: {frame!r}")


@contextmanager
def agent_server(
    handler: Callable[[ServerConnection], None], admit: Callable[..., Any] | None = None
) -> Iterator[str]:
    """Serve sessions; gives the base URL."""
    with serve(
        handler,
        "127.0.0.1",
        0,
        compression=None,
        close_timeout=1,
        ping_interval=None,
        process_request=admit,
    ) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
        finally:
            server.shutdown()
            thread.join()


class Functions:
    """What the agent may call."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def named(self, names: list[str]) -> list[Any]:
        """Return functions by their names."""
        ready = {"by_hand": {"name": "by_hand"}, "note": AgentTool(self.note, None, False)}
        return [ready.get(name) or getattr(self, name) for name in names]

    def find_order(self, id: str) -> dict[str, Any]:  # noqa: A002 - what the agent calls it
        """Find an order."""
        return {"state": "sent", "id": id}

    def slow(self) -> str:
        """Take its time."""
        assert self.gate.wait(5)
        return "done at last"

    def fail(self) -> None:
        """Fail."""
        raise ValueError("the password is 1234")

    def flood(self) -> str:
        """Give too much."""
        return "x" * 65537

    def note(self, text: str) -> None:
        """Take a note, to which nothing is to be said."""


def options_of(session: Session, functions: Functions) -> tuple[dict[str, Any], int]:
    """Return the arguments of `connect`, and how often it is tried again."""
    options = dict(session.options)
    retries = options.pop("max_retries", 0)
    if "tools" in options:
        options["tools"] = functions.named(options["tools"])
    return options, retries


def play(url: str, desk: Desk, session: Session) -> BaseException | None:
    """Play the caller's part in the blocking world; return what it ended with."""
    functions = Functions()
    options, retries = options_of(session, functions)
    settings: dict[str, Any] = {"base_url": url, "timeout": 5, "max_retries": retries}
    try:
        with desk.http() as http, SmallestAI(KEY, http_client=http, **settings) as client:
            with client.atoms.realtime.connect(AGENT, **options) as live:
                events = iter(live)
                acts: dict[str, Callable[[dict[str, Any]], object]] = {
                    "audio": lambda step: live.send_audio(bytes(step["bytes"])),
                    "text": lambda step: live.send_text(step["text"]),
                    "tools": lambda step: live.update_tools(functions.named(step["tools"])),
                    "release": lambda step: functions.gate.set(),
                    "output": lambda step: live.send_tool_output(step["call_id"], step["output"]),
                    "close": lambda step: live.close(),
                }
                for step in session.caller:
                    if "caller" in step:
                        acts[step["caller"]](step)
                    else:
                        assert_event(step, next(events, None))
                assert list(events) == []
                assert live.state == "ended"
    except SmallestError as error:
        return error
    finally:
        functions.gate.set()
    return None


def play_async(url: str, desk: Desk, session: Session) -> BaseException | None:
    """Play the caller's part in the async world; return what it ended with."""

    async def act(live: Any, functions: Functions, step: dict[str, Any]) -> None:
        match step["caller"]:
            case "audio":
                await live.send_audio(bytes(step["bytes"]))
            case "text":
                await live.send_text(step["text"])
            case "tools":
                await live.update_tools(functions.named(step["tools"]))
            case "release":
                functions.gate.set()
            case "output":
                await live.send_tool_output(step["call_id"], step["output"])
            case "close":
                await live.close()

    async def run() -> None:
        functions = Functions()
        options, retries = options_of(session, functions)
        settings: dict[str, Any] = {"base_url": url, "timeout": 5, "max_retries": retries}
        try:
            async with desk.async_http() as http:
                client = AsyncSmallestAI(KEY, http_client=http, **settings)
                async with client, client.atoms.realtime.connect(AGENT, **options) as live:
                    events = aiter(live)
                    for step in session.caller:
                        if "caller" in step:
                            await act(live, functions, step)
                        else:
                            assert_event(step, await anext(events, None))
                    assert [event async for event in events] == []
                    assert live.state == "ended"
        finally:
            functions.gate.set()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    try:
        asyncio.run(run())
    except SmallestError as error:
        return error
    return None


def say(connection: ServerConnection, kind: str, **fields: Any) -> None:
    """Send a frame."""
    connection.send(json.dumps({"type": kind, **fields}))


def greet(connection: ServerConnection, rate: int = 24_000) -> None:
    """Open a session from the server's side."""
    say(connection, "session.created", session_id="s1", call_id=CALL, sample_rate=rate, channels=1)


def speak(connection: ServerConnection, pcm: bytes) -> None:
    """Begin a turn."""
    say(connection, "agent_start_talking")
    say(connection, "output_audio.delta", audio=base64.b64encode(pcm).decode())


def heard(connection: ServerConnection) -> bytes:
    """Wait for audio of the user and return it."""
    frame = json.loads(connection.recv(5))
    assert frame["type"] == "input_audio_buffer.append", frame
    return base64.b64decode(frame["audio"])


def until_closed(connection: ServerConnection) -> list[dict[str, Any]]:
    """Take what comes until the client wants to go, and agree."""
    frames: list[dict[str, Any]] = []
    with suppress(ConnectionClosed, TimeoutError):
        while not frames or frames[-1]["type"] != "session.close":
            frames.append(json.loads(connection.recv(5)))
        say(connection, "session.closed", reason="client_requested")
    return frames
