"""Speech over the live socket: the frames of the client, its keep-alives, its idle time.

Its faults (see faults.py) are those that all sockets share (faults_sockets.py).
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from attrs import frozen
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from . import analytics
from .faults_sockets import refusal, take
from .issues import Issue, custom, issues_of
from .live_buffers import Buffers
from .live_speaker import Line, Speaker
from .replies import model_retired, waves_issues
from .synthesis import check_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.routing import BaseRoute
    from starlette.websockets import WebSocket

    from .faults import Fault
    from .live_buffers import Segment
    from .state import State

_PINGS = ("ping", "keepalive", "keep_alive", "keep-alive")
_NOT_IN_CONTEXTS = ("flush", "max_buffer_flush_ms")
_MAY_BE_EMPTY = {"context_id", "continue", "flush", "cancel_request"}


@frozen
class _Edition:
    """What differs between the socket and its predecessor."""

    schema: str
    sample_rate: int
    successor: str | None = None


_CURRENT = _Edition("/components/schemas/TtsFragment", 44100)
_OLD = _Edition("/components/schemas/LightningFragment", 24000, successor="/waves/v1/tts/live")


def routes(state: State) -> list[BaseRoute]:
    """Return the live socket and its deprecated predecessor."""

    async def current(websocket: WebSocket) -> None:
        await _serve(state, websocket, _CURRENT)

    async def old(websocket: WebSocket) -> None:
        await _serve(state, websocket, _OLD)

    return [
        WebSocketRoute("/waves/v1/tts/live", current),
        WebSocketRoute("/waves/v1/lightning-v3.1/get_speech/stream", old),
    ]


async def _serve(state: State, websocket: WebSocket, edition: _Edition) -> None:
    if edition.successor is not None and not state.settings.lightning_v31_live:
        reply = model_retired("lightning-v3.1", edition.successor)
        return await websocket.send_denial_response(reply)
    idle = _idle_seconds(state, websocket)
    if isinstance(idle, Issue):
        return await websocket.send_denial_response(waves_issues([idle]))
    fault = take(state, websocket)
    if (denial := refusal(fault)) is not None:
        return await websocket.send_denial_response(denial)
    await websocket.accept()
    return await _Session(state, websocket, edition, idle, fault).run()


def _idle_seconds(state: State, websocket: WebSocket) -> int | Issue:
    asked = websocket.query_params.get("timeout", str(state.settings.idle_seconds))
    if not (asked.isdecimal() and int(asked) > 0):
        return custom("timeout", "timeout must be a positive integer number of seconds")
    limit = state.settings.idle_limit_seconds
    return int(asked) if limit is None else min(int(asked), limit)


class _Session:
    """One socket from its opening to its close: the listening half."""

    def __init__(
        self,
        state: State,
        websocket: WebSocket,
        edition: _Edition,
        idle_seconds: int,
        fault: Fault | None,
    ) -> None:
        self._state = state
        self._settings = state.settings
        self._websocket = websocket
        self._edition = edition
        self._idle_seconds = idle_seconds
        self._loop = asyncio.get_running_loop()
        self._line = Line(websocket, state.settings, fault)
        self._buffers = Buffers(state.settings)
        expires = analytics.expires(state, websocket.headers)
        self._speaker = Speaker(state, self._line, edition.sample_rate, expires=expires)
        self._alarm: asyncio.TimerHandle | None = None

    async def run(self) -> None:
        """Serve the socket until it closes."""
        try:
            with suppress(WebSocketDisconnect):
                await self._line.opened()
                await self._listen()
        finally:
            if self._alarm is not None:
                self._alarm.cancel()
            await self._speaker.stop()

    async def _listen(self) -> None:
        while True:
            try:
                async with asyncio.timeout(self._idle_seconds * self._settings.time_scale):
                    message = await self._websocket.receive()
            except TimeoutError:
                await self._end_idle()
                return
            if message["type"] == "websocket.disconnect":
                return
            await self._receive(message.get("text") or message.get("bytes") or "")

    async def _end_idle(self) -> None:
        seconds = self._idle_seconds
        await self._line.send_error(f"Connection timed out after {seconds} seconds of inactivity")
        await self._line.close(self._settings.idle_close_code)

    async def _receive(self, content: str | bytes) -> None:
        try:
            frame = json.loads(content)
        except ValueError:
            await self._line.send_error("Invalid JSON")
            return
        if isinstance(frame, dict) and frame.get("type") in _PINGS:
            await self._line.send({"type": "pong"})
            return
        frame = self._state.specs.waves.declared(self._edition.schema, frame)
        if issues := self._check(frame):
            await self._refuse(issues)
        else:
            self._say(self._buffers.add(frame, self._now()))

    async def _refuse(self, issues: list[Issue]) -> None:
        message = "; ".join(_told(issue) for issue in issues)
        if self._edition is _OLD:
            await self._line.send_error(message, errors=[issue.zod() for issue in issues])
        else:
            await self._line.send_error(message)

    # Checking

    def _check(self, frame: Any) -> list[Issue]:
        if isinstance(frame, dict) and "context_id" in frame:
            for field in _NOT_IN_CONTEXTS:
                if field in frame:
                    return [custom(field, f"{field} cannot be combined with context_id")]
        schema = self._state.specs.waves.validator(self._edition.schema)
        return issues_of(schema.iter_errors(frame)) or self._check_meaning(frame)

    def _check_meaning(self, frame: Mapping[str, Any]) -> list[Issue]:
        body = self._buffers.completed(frame)
        if "voice_id" not in body:
            return [_missing("voice_id")] if frame.get("text") else []
        needs_text = not _MAY_BE_EMPTY & frame.keys() and self._buffers.is_empty(frame)
        if needs_text and not frame["text"]:
            return [custom("text", "Text must not be empty")]
        return check_meaning(self._state, body)

    # Waiting

    def _say(self, segments: Iterable[Segment]) -> None:
        for segment in segments:
            self._speaker.say(segment)
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._buffers.deadline is not None:
            when = self._buffers.deadline * self._settings.time_scale
            self._alarm = self._loop.call_at(when, self._release, self._buffers.deadline)

    def _release(self, deadline: float) -> None:
        # The deadline counts as reached, although a loop may call a little early.
        self._say(self._buffers.expired(deadline))

    def _now(self) -> float:
        """Return the time before it is scaled, which buffers reckon in."""
        return self._loop.time() / self._settings.time_scale


def _missing(field: str) -> Issue:
    return Issue(
        "invalid_type", (field,), "Required", {"expected": "string", "received": "undefined"}
    )


def _told(issue: Issue) -> str:
    return issue.message if issue.code == "custom" else issue.text()
