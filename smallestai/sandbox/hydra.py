"""Speech to speech: the socket `/waves/v1/s2s`, which speaks as the three versions of Hydra do.

What is heard is cut into turns by hydra_ears.py, what is answered comes from hydra_mind.py. These
faults (see faults.py) act on a session, besides those that all sockets share; each waits until
`after` frames have been sent.

| Name | What happens | Options |
|---|---|---|
| `unauthorized` | 401 instead of the upgrade | |
| `server_full` | the error, then close 1013 | |
| `internal_error` | the error, then close 1011 | |
| `session_ended` | the error, then close 1000 | |
| `silent_configure` | `session.configure` gets no answer | |
| `no_rate` | `session.configured` names no sample rate | |
| `invalid_audio` | the next audio is refused once, whatever it is | |
| `unknown_frame` | a frame of a type nobody knows follows every frame | |
| `late_deltas` | audio of a cancelled reply comes before its end and after | `count` (3) |
| `response_failed` | the next reply ends as `failed` | |
| `response_incomplete` | the next reply ends as `incomplete` | `reason` (`max_output_tokens`) |
| `tool_response_timeout` | the next wait for functions is over at once | |
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import WebSocketRoute

from .faults_sockets import refusal, take
from .hydra_line import Line
from .hydra_models import DEFAULT, MODELS
from .hydra_session import Session
from .issues import Issue
from .replies import waves_issues, waves_unauthorized

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .state import State


PATH = "/waves/v1/s2s"


def routes(state: State) -> list[BaseRoute]:
    """Return the speech-to-speech socket."""
    door = _Door(state)
    return [WebSocketRoute(PATH, door.serve)]


class _Door:
    """Lets sessions in, as many as there is room for."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._inside = 0

    async def serve(self, websocket: WebSocket) -> None:
        """Serve a socket from its opening to its close."""
        fault = take(self._state, websocket)
        tag = websocket.query_params.get("model", DEFAULT.tag)
        reply = _refusal(tag, fault)
        if reply is not None:
            return await websocket.send_denial_response(reply)
        await websocket.accept()
        line = Line(websocket, fault)
        limit = self._state.settings.hydra_sessions
        if limit is not None and self._inside >= limit:
            return await line.end("server_full")
        self._inside += 1
        try:
            await Session(self._state, websocket, line, MODELS[tag]).run()
        finally:
            self._inside -= 1
        return None


def _refusal(tag: str, fault: Fault | None) -> Response | None:
    if fault is not None and fault.name == "unauthorized":
        return waves_unauthorized()
    if tag not in MODELS:
        message = f"Invalid model. Available: {', '.join(MODELS)}"
        details = {"received": tag, "options": list(MODELS)}
        return waves_issues([Issue("invalid_enum_value", ("model",), message, details)])
    return refusal(fault)
