"""Speech to text over the live socket: audio in, transcripts while it is spoken.

Its faults (see faults.py), next to those that all sockets share (faults_sockets.py):

| Name | What happens |
|---|---|
| `concurrency_limit_reached`, `forbidden`, `rate_limit_exceeded` | a close (1008), so reasoned |
| `language_not_enabled` | the error frame of a language that the region lacks, and a close |
| `unknown_frame` | a frame of a type that nobody knows; the session goes on |
| `vad_without_end` | no `speech_ended` frame is sent, although speech ends |
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocketDisconnect, WebSocketState

from . import analytics, faults_sockets, replies
from .synthesis import new_id
from .transcription_languages import INDIA, is_live_in
from .transcription_limits import Places
from .transcription_live_query import PRO_TEXT, LiveQuery, live_query
from .transcription_stream import Stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .state import State

_POLICY = 1008
_REFUSALS = ("concurrency_limit_reached", "forbidden", "rate_limit_exceeded")


@frozen
class _Edition:
    """What differs between the socket and its predecessor."""

    path: str
    defaults: Mapping[str, str]


_CURRENT = _Edition("/waves/v1/stt/live", {})
_OLD = _Edition(
    "/waves/v1/pulse/get_text",
    {"model": "pulse", "language": "multi", "word_timestamps": "true"},
)


def routes(state: State) -> list[BaseRoute]:
    """Return the live socket and its predecessor."""
    places = Places(state.settings.transcription_sockets)
    return [_route(state, edition, places) for edition in (_CURRENT, _OLD)]


def _route(state: State, edition: _Edition, places: Places) -> WebSocketRoute:
    async def endpoint(websocket: WebSocket) -> None:
        fault = faults_sockets.take(state, websocket)
        query = _query(state, edition, websocket)
        refusal = faults_sockets.refusal(fault) or (None if isinstance(query, LiveQuery) else query)
        if refusal is not None:
            await websocket.send_denial_response(refusal)
        elif isinstance(query, LiveQuery):
            await websocket.accept()
            with places.taken_by(_caller(websocket)) as has_place:
                if has_place:
                    await _Session(state, websocket, query, fault).run()
                else:
                    await websocket.close(_POLICY, "concurrency_limit_reached")

    return WebSocketRoute(edition.path, endpoint)


def _query(state: State, edition: _Edition, websocket: WebSocket) -> LiveQuery | Response:
    values = {**edition.defaults, **websocket.query_params}
    for name in ("model", "language"):
        if not values.get(name):
            return _refused(f"Missing required query param: {name}.")
    if values["model"] == "pulse-pro":
        return _refused(PRO_TEXT)
    query = live_query(state.specs.waves, values)
    if isinstance(query, LiveQuery):
        return query
    message = "; ".join(issue.text() for issue in query)
    return _refused(message, details=[issue.zod() for issue in query])


def _refused(message: str, **extra: Any) -> Response:
    return replies.waves_error(400, message, request_id=new_id("req"), **extra)


def _caller(websocket: WebSocket) -> str:
    key = websocket.query_params.get("token") or websocket.query_params.get("api_key", "")
    return websocket.headers.get("authorization") or key


class _Session:
    """One socket from its opening to its close."""

    def __init__(
        self, state: State, websocket: WebSocket, query: LiveQuery, fault: Fault | None
    ) -> None:
        self._state = state
        self._websocket = websocket
        self._query = query
        self._session_id = new_id("stt")
        self._stream = Stream(state.spoken, query, self._session_id)
        self._ends_speech = fault is None or fault.name != "vad_without_end"
        self._breaker = faults_sockets.Breaker(fault, websocket, self._send_error, self._act)

    async def run(self) -> None:
        """Serve the socket until it closes."""
        try:
            with suppress(WebSocketDisconnect):
                await self._breaker.opened()
                if is_live_in(self._query.language, self._state.settings.region):
                    await self._listen()
                elif self._state.settings.region != INDIA:  # which closes without a word
                    await self._tell_language()
        finally:
            if self._stream.seconds:
                await run_in_threadpool(self._record)
        await self._close()

    async def _listen(self) -> None:
        while True:
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if audio := message.get("bytes"):
                await self._send_all(await run_in_threadpool(self._stream.feed, audio))
                continue
            command = _command(message.get("text"))
            if command == "finalize":
                await self._send_all(await run_in_threadpool(self._stream.finalize))
            elif command == "close_stream" and not self._breaker.is_silent:
                await self._send_all(await run_in_threadpool(self._stream.close))
                return

    async def _send_all(self, frames: list[dict[str, Any]]) -> None:
        for frame in frames:
            if self._ends_speech or frame["type"] != "speech_ended":
                await self._send(frame)

    async def _send(self, frame: Mapping[str, Any]) -> None:
        await self._breaker.send(json.dumps(frame, separators=(",", ":"), ensure_ascii=False))

    async def _close(self, code: int = 1000, reason: str | None = None) -> None:
        states = (self._websocket.application_state, self._websocket.client_state)
        if WebSocketState.DISCONNECTED not in states:
            with suppress(WebSocketDisconnect):
                await self._websocket.close(code, reason)

    # What goes wrong

    async def _send_error(self, code: str, message: str) -> None:
        error = {"type": "error", "status": "error", "error_code": code, "message": message}
        await self._send(error | {"session_id": self._session_id})

    async def _tell_language(self) -> None:
        language, region = self._query.language, self._state.settings.region
        message = f"Language '{language}' is not enabled in region '{region}'."
        await self._send_error("LANGUAGE_NOT_ENABLED_IN_REGION", message)

    async def _act(self, fault: Fault) -> None:
        """Act out a fault of this socket's own."""
        if fault.name in _REFUSALS:
            await self._close(_POLICY, fault.name)
            raise WebSocketDisconnect
        if fault.name == "language_not_enabled":
            await self._tell_language()
            await self._close()
            raise WebSocketDisconnect
        if fault.name == "unknown_frame":
            await self._send({"type": "telemetry", "session_id": self._session_id, "level": 0.5})

    def _record(self) -> None:
        analytics.record(
            self._state,
            "asr",
            self._query.values,
            seconds=self._stream.seconds,
            expires=analytics.expires(self._state, self._websocket.headers),
            request_id=self._session_id,
            request_type="ws",
            duration=self._stream.seconds,
            transcription=self._stream.text,
            **self._stream.traits,
        )


def _command(text: str | None) -> str | None:
    """Return the type of a text frame; None for what is none, which is ignored."""
    try:
        frame = json.loads(text or "")
    except ValueError:
        return None
    kind = frame.get("type") if isinstance(frame, dict) else None
    return kind if isinstance(kind, str) else None
