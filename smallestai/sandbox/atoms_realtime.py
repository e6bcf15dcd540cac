"""Talking to an agent: the socket `/atoms/v1/agent/connect`, the tokens for it, rooms, and calls.

What is heard is cut into turns by listening.py. Speech that the sandbox itself has made is
understood, any other is "…" in the transcript. What the agent answers comes from
atoms_realtime_mind.py, its own tools are in atoms_realtime_tools.py. Opus is refused, since the
sandbox has no decoder for it. A query that is refused says why in the status line and in the body.

These faults (see faults.py) act on the socket, besides those that all sockets share; those with an
error frame wait until `after` frames have been sent.

| Name | What happens | Options |
|---|---|---|
| `unauthorized` | 401 instead of the upgrade | |
| `bad_query` | 400 instead of the upgrade, the text in its status line | `reason` |
| `draining` | 503 instead of the upgrade | |
| `internal_error`, `worker_not_ready` | an error with that code, then close 4000 | |
| `dependency_down`, `no_agent`, `no_credits` | the same, with "503", "404", "400" | |
| `fatal` | an error with any code, or none, then close 4000 | `code`, `message` |
| `setup_failed` | `session.closed` with that reason, then close 4000 | |
| `no_closed` | `session.close` is answered by the close alone | |
| `unknown_frame` | a frame of a type nobody knows follows every frame | |
| `managed_tools` | `session.update` is refused with `client_tools_managed_by_config` | |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.routing import WebSocketRoute

from . import atoms_conversations, atoms_realtime_rooms, atoms_realtime_tokens
from .atoms_calls_board import host_of
from .atoms_realtime_admission import RejectedError, admit, reject
from .atoms_realtime_call import LiveCall
from .atoms_realtime_line import Line
from .atoms_realtime_session import Session
from .faults_sockets import refusal, take

if TYPE_CHECKING:
    from starlette.routing import BaseRoute
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .state import State

PATH = "/atoms/v1/agent/connect"

_REJECTIONS = {
    "unauthorized": (401, "Unauthorized"),
    "bad_query": (400, "The query is not valid"),
    "draining": (503, "The service is draining; try again"),
}


def routes(state: State) -> list[BaseRoute]:
    """Return the socket, and the routes of tokens, rooms, and what can be asked of a call."""

    async def serve(websocket: WebSocket) -> None:
        fault = take(state, websocket)
        if (denial := refusal(fault)) is not None:
            return await websocket.send_denial_response(denial)
        try:
            _act_out(fault)
            admission = await run_in_threadpool(admit, state, websocket)
        except RejectedError as rejected:
            return await reject(websocket, rejected)
        await websocket.accept()
        line = Line(websocket, state.settings, fault)
        if admission.agent is None:
            return await line.fail("404", "No agent found")
        call = LiveCall(state, admission.agent, admission.variables, host_of(websocket.headers))
        return await Session(state, websocket, line, call, admission).run()

    return [
        WebSocketRoute(PATH, serve),
        *atoms_realtime_tokens.routes(state),
        *atoms_realtime_rooms.routes(state),
        *atoms_conversations.routes(state),
    ]


def _act_out(fault: Fault | None) -> None:
    if fault is not None and fault.name in _REJECTIONS:
        status, text = _REJECTIONS[fault.name]
        raise RejectedError(status, fault.options.get("reason", text))
