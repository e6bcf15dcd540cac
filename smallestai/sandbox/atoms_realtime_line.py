"""The way out of the agent socket: frames, errors, closes, and faults on the way."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

from starlette.websockets import WebSocketDisconnect, WebSocketState

from .faults_sockets import Breaker

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .settings import Settings

FATAL = 4000
"""The code of every close that a failure of the service brings."""

# Faults that an error and a close follow: the code and the message of the error.
_FAILURES = {
    "internal_error": ("internal_error", "Internal server error"),
    "worker_not_ready": ("worker_not_ready", "The worker is not ready"),
    "dependency_down": ("503", "A part of the service is down"),
    "no_agent": ("404", "No agent found"),
    "no_credits": ("400", "Insufficient credits"),
}


class Line:
    """Sends the frames of one session.

    Args:
        websocket: The socket, accepted.
        settings: How the frames are spelled.
        fault: What is to go wrong with it.
    """

    def __init__(self, websocket: WebSocket, settings: Settings, fault: Fault | None) -> None:
        self._websocket = websocket
        self._dotted = settings.agent_event_names == "dotted"
        self._fault = fault
        self._breaker = Breaker(fault, websocket, self.error, self._act_out)

    def has(self, name: str) -> bool:
        """Return whether this socket has a fault."""
        return self._fault is not None and self._fault.name == name

    async def open(self) -> None:
        """Act out a fault that waits for no frame."""
        await self._breaker.opened()

    async def send(self, kind: str, **fields: Any) -> None:
        """Send a frame.

        Raises:
            WebSocketDisconnect: Either side has closed.
        """
        await self._write({"type": kind, **fields})
        if self.has("unknown_frame"):
            await self._write({"type": "session.weather", "outlook": {"sky": ["clear", None]}})

    async def talking(self, change: Literal["start", "stop"]) -> None:
        """Tell that the agent starts or stops to speak, in the spelling of the settings."""
        if self._dotted:
            await self.send(f"agent.{change}_talking")
        else:
            await self.send(f"agent_{change}_talking", timestamp=time.time())

    async def error(self, code: str, message: str) -> None:
        """Send an error; the socket stays open."""
        await self.send("error", code=code, message=message)

    async def end(self, reason: str) -> None:
        """Say why the session is over, and close."""
        if not (reason == "client_requested" and self.has("no_closed")):
            await self.send("session.closed", reason=reason)
        await self.close(1000)

    async def fail(self, code: str | None, message: str) -> None:
        """Send an error, if there is a code for it, and close as a failure of the service."""
        with suppress(WebSocketDisconnect):
            if code is not None:
                await self.error(code, message)
            await self.close(FATAL)

    async def close(self, code: int) -> None:
        """Close the socket, if it is open."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.close(code)

    async def _write(self, frame: dict[str, Any]) -> None:
        await self._breaker.send(json.dumps(frame, separators=(",", ":"), ensure_ascii=False))

    async def _act_out(self, fault: Fault) -> None:
        """Act out those faults of this socket that end it.

        Raises:
            WebSocketDisconnect: It has ended.
        """
        if fault.name == "setup_failed":
            await self.send("session.closed", reason="setup_failed")
            await self.close(FATAL)
        elif fault.name == "fatal":
            code = fault.options.get("code")
            await self.fail(code, fault.options.get("message", "The session has failed"))
        elif fault.name in _FAILURES:
            await self.fail(*_FAILURES[fault.name])
        else:
            return
        raise WebSocketDisconnect
