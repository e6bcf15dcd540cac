"""The faults that all sockets share, and the tools their handlers act them out with.

| Name | What happens | Options |
|---|---|---|
| `refuse_401`, `refuse_403`, `refuse_429`, ... | that status instead of the upgrade | |
| `close` | a close frame | `code` (1011), `reason` |
| `drop` | the TCP connection is cut, without a close frame | |
| `error` | an error frame of the socket's own shape | `code`, `message` |
| `silent` | nothing more is sent, while the socket stays open | |

All but `refuse_...` act when `after` frames have been sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.websockets import WebSocketDisconnect, WebSocketState

from .fault_names import REFUSAL

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .state import State

_CUT = "smallestai.sandbox.cut"
_REASONS = {401: "unauthorized", 403: "forbidden", 404: "not found", 429: "rate limit exceeded"}


def with_cut(app: ASGIApp) -> ASGIApp:
    """Return an application whose handlers can cut their connection with `cut`.

    Args:
        app: An application, served by uvicorn; with other servers `cut` does nothing.
    """

    async def cuttable(scope: Scope, receive: Receive, send: Send) -> None:
        transport = getattr(getattr(send, "__self__", None), "transport", None)
        if transport is not None:
            scope[_CUT] = transport.close  # what was sent before still arrives
        await app(scope, receive, send)

    return cuttable


def cut(scope: Scope) -> None:
    """Close the TCP connection of a request or a socket, whatever is still owed on it."""
    if _CUT in scope:
        scope[_CUT]()


def take(state: State, websocket: WebSocket) -> Fault | None:
    """Return the fault of a socket that is about to open, if there is one."""
    return state.faults.take("GET", websocket.url.path, websocket.headers, websocket.query_params)


def refusal(fault: Fault | None) -> Response | None:
    """Return the reply that takes the place of the upgrade, if the fault is `refuse_<status>`."""
    found = REFUSAL.fullmatch(fault.name) if fault else None
    if found is None:
        return None
    status = int(found[1])
    return JSONResponse({"error": _REASONS.get(status, "service failure")}, status)


class Breaker:
    """Lets frames through to a socket until its fault is due, then acts it out.

    Attributes:
        is_silent: Whether nothing is sent any more.

    Args:
        fault: The fault, or None: then everything passes.
        websocket: The socket, accepted.
        error: Makes the error frame of this socket from a code and a message, and sends it.
        act: Acts out the faults that this socket has for itself.
    """

    def __init__(
        self,
        fault: Fault | None,
        websocket: WebSocket,
        error: Callable[[str, str], Awaitable[None]],
        act: Callable[[Fault], Awaitable[None]] | None = None,
    ) -> None:
        self._fault = fault
        self._websocket = websocket
        self._error = error
        self._act_out = act
        self._sent = 0
        self.is_silent = False

    async def opened(self) -> None:
        """Act at once, if the fault waits for no frame."""
        await self._act()

    async def send(self, text: str) -> None:
        """Send a frame, or not, as the fault has it.

        Raises:
            WebSocketDisconnect: Either side has closed.
        """
        if self.is_silent:
            return
        if self._websocket.application_state is not WebSocketState.CONNECTED:
            raise WebSocketDisconnect
        await self._websocket.send_text(text)
        self._sent += 1
        await self._act()

    async def _act(self) -> None:
        fault = self._fault
        if fault is None or self._sent < fault.after:
            return
        self._fault = None
        await self._break(fault)

    async def _break(self, fault: Fault) -> None:
        options = fault.options
        match fault.name:
            case "close":
                await self._websocket.close(options.get("code", 1011), options.get("reason"))
                raise WebSocketDisconnect
            case "drop":
                cut(self._websocket.scope)
                raise WebSocketDisconnect
            case "error":
                message = options.get("message", "Internal server error")
                await self._error(options.get("code", "internal_error"), message)
            case "silent":
                self.is_silent = True
            case _ if self._act_out is not None:
                await self._act_out(fault)
