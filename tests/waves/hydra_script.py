"""A server that plays its part of a recorded session, and callers of both worlds."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from conversations.hydra import Session, assert_event, differences, frame_of
from websockets.exceptions import ConnectionClosed

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.errors import SmallestError

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.sync.server import ServerConnection

KEY = "sk_test_0123456789"


class Script:
    """Plays the server's part, over as many connections as it takes."""

    def __init__(self, session: Session) -> None:
        self.faults: list[str] = []
        self.queries: list[str] = []
        self._steps = iter(session.wire)
        self._turn = threading.Lock()

    def __call__(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        self.queries.append(connection.request.path)
        with self._turn:  # one connection after another
            try:
                self._play(connection)
            except (ConnectionClosed, TimeoutError) as error:
                self.faults.append(repr(error))

    def _play(self, connection: ServerConnection) -> None:
        for step in self._steps:
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
            self.faults.append(f"unexpected: {connection.recv(5)!r}")


class Functions:
    """What the model may call."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def named(self, names: list[str]) -> list[Any]:
        """Return functions by their names."""
        return [{"name": "by_hand"} if name == "by_hand" else getattr(self, name) for name in names]

    def weather(self, city: str) -> dict[str, Any]:
        """Tell the weather of a city."""
        return {"city": city, "temp": 21}

    def slow(self) -> str:
        """Take its time."""
        assert self.gate.wait(5)
        return "done at last"

    def fail(self) -> None:
        """Fail."""
        raise ValueError("the password is 1234")


def options_of(session: Session, functions: Functions) -> tuple[dict[str, Any], int]:
    """Return the arguments of `connect`, and how often it is tried again."""
    options = dict(session.options)
    retries = options.pop("max_retries", 0)
    if "tools" in options:
        options["tools"] = functions.named(options["tools"])
    return options, retries


def play(url: str, session: Session) -> BaseException | None:
    """Play the caller's part in the blocking world; return what it ended with."""
    functions = Functions()
    options, retries = options_of(session, functions)
    try:
        with SmallestAI(KEY, base_url=url, timeout=5, max_retries=retries) as client:
            with client.waves.hydra.connect(**options) as live:
                events = iter(live)
                acts: dict[str, Callable[[dict[str, Any]], object]] = {
                    "audio": lambda step: live.send_audio(bytes(640 * step["frames"])),
                    "cancel": lambda step: live.cancel(),
                    "tools": lambda step: live.update_tools(functions.named(step["tools"])),
                    "release": lambda step: functions.gate.set(),
                    "output": lambda step: live.send_tool_output(step["call_id"], step["output"]),
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


def play_async(url: str, session: Session) -> BaseException | None:
    """Play the caller's part in the async world; return what it ended with."""

    async def run() -> None:
        functions = Functions()
        options, retries = options_of(session, functions)
        try:
            async with AsyncSmallestAI(KEY, base_url=url, timeout=5, max_retries=retries) as client:
                async with client.waves.hydra.connect(**options) as live:
                    events = aiter(live)
                    for step in session.caller:
                        match step.get("caller"):
                            case "audio":
                                await live.send_audio(bytes(640 * step["frames"]))
                            case "cancel":
                                await live.cancel()
                            case "tools":
                                await live.update_tools(functions.named(step["tools"]))
                            case "release":
                                functions.gate.set()
                            case "output":
                                await live.send_tool_output(step["call_id"], step["output"])
                            case _:
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


def greet(connection: ServerConnection, *, rate: int = 24_000) -> dict[str, Any]:
    """Open a session from the server's side; return what it was configured with."""
    connection.send('{"type":"session.created","session_id":"s1"}')
    configured: dict[str, Any] = json.loads(connection.recv(5))
    state = {"output_audio_sample_rate": rate}
    connection.send(json.dumps({"type": "session.configured", "session": state}))
    return configured


def say(connection: ServerConnection, kind: str, **fields: Any) -> None:
    """Send a frame."""
    connection.send(json.dumps({"type": kind, **fields}))


def speak(connection: ServerConnection, response_id: str, pcm: bytes, *, end: bool = True) -> None:
    """Send a reply."""
    say(connection, "response.created", response={"id": response_id})
    delta = base64.b64encode(pcm).decode()
    say(connection, "response.output_audio.delta", response_id=response_id, delta=delta)
    if end:
        say(connection, "response.done", response={"id": response_id, "status": "completed"})


def heard(connection: ServerConnection) -> bytes:
    """Wait for a frame of the microphone and return its audio."""
    frame = json.loads(connection.recv(5))
    assert frame["type"] == "input_audio_buffer.append", frame
    return base64.b64decode(frame["audio"])


def until_closed(connection: ServerConnection) -> None:
    """Take what comes until the client has gone."""
    with suppress(ConnectionClosed):
        while True:
            connection.recv(30)
