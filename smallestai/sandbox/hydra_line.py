"""The way out of a Hydra socket: frames with their ids, errors, closes, and faults on the way."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocketDisconnect, WebSocketState

from .faults_sockets import Breaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.websockets import WebSocket

    from .faults import Fault

REQUEST_ERROR = "invalid_request_error"
_SERVER_ERROR = "server_error"

# Errors that a close follows: the class, the message, the code of the close.
_ENDINGS = {
    "server_full": (_SERVER_ERROR, "The server is at capacity. Try again later.", 1013),
    "internal_error": (_SERVER_ERROR, "Internal server error", 1011),
    "session_ended": (REQUEST_ERROR, "The session has ended", 1000),
}


class Line:
    """Sends the frames of one session.

    Args:
        websocket: The socket, accepted.
        fault: What is to go wrong with it.
    """

    def __init__(self, websocket: WebSocket, fault: Fault | None = None) -> None:
        self._websocket = websocket
        self._fault = fault
        self._breaker = Breaker(fault, websocket, self._send_plain_error)
        self._clock = asyncio.get_running_loop().time
        self._sent = 0
        self.active_at = self._clock()

    def touch(self) -> None:
        """Note that there was traffic."""
        self.active_at = self._clock()

    def suffers(self, name: str) -> Mapping[str, Any] | None:
        """Return the options of a fault, if this socket has it and it is due; else None."""
        fault = self._fault
        if fault is None or fault.name != name or self._sent < fault.after:
            return None
        return fault.options

    def spend(self, name: str) -> bool:
        """Return whether a fault is due that happens once, and be done with it."""
        if self.suffers(name) is None:
            return False
        self._fault = None
        return True

    async def open(self) -> None:
        """Act out a fault that waits for no frame."""
        await self._breaker.opened()
        await self._suffer()

    async def send(self, kind: str, **fields: Any) -> None:
        """Send a frame.

        Raises:
            WebSocketDisconnect: Either side has closed.
        """
        await self._write(kind, fields)
        await self._suffer()

    async def send_error(
        self,
        message: str,
        code: str = REQUEST_ERROR,
        *,
        kind: str = REQUEST_ERROR,
        param: str | None = None,
        about: Any = None,
    ) -> None:
        """Send an error frame.

        Args:
            message: What is wrong.
            code: Its short name.
            kind: Its class.
            param: The field at fault.
            about: The client's frame at fault, whose `event_id` is quoted.
        """
        error = {"type": kind, "code": code, "message": message}
        if param is not None:
            error["param"] = param
        event_id = about.get("event_id") if isinstance(about, dict) else None
        if isinstance(event_id, str):
            error["event_id"] = event_id
        await self.send("error", error=error)

    async def end(self, code: str) -> None:
        """Send an error that ends the session, and close.

        Args:
            code: `server_full`, `internal_error` or `session_ended`.
        """
        kind, message, close_code = _ENDINGS[code]
        await self.send_error(message, code, kind=kind)
        await self.close(close_code)

    async def close(self, code: int = 1000) -> None:
        """Close the socket, if it is open."""
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.close(code)

    async def _write(self, kind: str, fields: Mapping[str, Any]) -> None:
        self._sent += 1
        frame = {"type": kind, "event_id": f"sv_{self._sent}", **fields}
        self.touch()
        await self._breaker.send(json.dumps(frame, separators=(",", ":"), ensure_ascii=False))

    async def _suffer(self) -> None:
        if self.suffers("unknown_frame") is not None:
            await self._write("session.weather", {"outlook": {"sky": ["clear", None], "odds": 0.5}})
        for code in _ENDINGS:
            if self.spend(code):
                await self.end(code)
                raise WebSocketDisconnect

    async def _send_plain_error(self, code: str, message: str) -> None:
        await self.send_error(message, code, kind=_SERVER_ERROR)
