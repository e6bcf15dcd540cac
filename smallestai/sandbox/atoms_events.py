"""Live events: what happens in a call, as server-sent events, while it happens."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from starlette.responses import StreamingResponse

from . import atoms_webhooks
from .atoms_calls_board import board_of
from .atoms_events_story import events
from .atoms_progress import ended, progress
from .atoms_records import CALLS
from .operations import Inputs, operation
from .replies import atoms_error, timestamp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .atoms_calls_board import Follower
    from .state import State
    from .store import Document


def routes(state: State) -> list[BaseRoute]:
    """Return the route of live events, and those of webhooks."""
    return [operation(state, "GET /atoms/v1/events", _follow), *atoms_webhooks.routes(state)]


def _follow(state: State, inputs: Inputs) -> Response:
    call = state.store.find(CALLS, "callId", inputs.query["callId"])
    if call is None:
        return atoms_error(400, "Call not found")
    if progress(call, state.clock()).is_over:
        return atoms_error(400, "The call has ended; only active calls can be followed")
    return StreamingResponse(_stream(state, call), media_type="text/event-stream")


async def _stream(state: State, call: Document) -> AsyncIterator[bytes]:
    with board_of(state).follow(call.body["callId"]) as follower:
        yield _line(_edge(state, "sse_init"))
        make = _reported if "live" in call.body else _played
        async for event in make(state, call, follower):
            yield _line(event)
        yield _line(_edge(state, "sse_close"))


async def _reported(
    state: State, call: Document, follower: Follower
) -> AsyncIterator[dict[str, Any]]:
    """Yield the events of a call on the agent socket, up to its end."""
    event = None
    while event is not None or not progress(_read(state, call), state.clock()).is_over:
        event = await follower.next()
        if event is not None:
            yield event


async def _played(
    state: State, call: Document, follower: Follower
) -> AsyncIterator[dict[str, Any]]:
    """Yield the events of a call that takes its course, from now on, each when it is due."""
    since = state.clock()
    sent = {each["event_id"] for each in events(call) if each["timestamp"] < since}
    while True:
        call, now = _read(state, call), state.clock()
        left = [each for each in events(call) if each["event_id"] not in sent]
        due = left[0]["timestamp"] if left else ended(call)
        if due > now:
            await follower.next(due - now if math.isfinite(due) else None)
        elif left:
            sent.add(left[0]["event_id"])
            yield left[0]
        else:
            return


def _read(state: State, call: Document) -> Document:
    return state.store.get(CALLS, call.id) or call


def _edge(state: State, kind: str) -> dict[str, Any]:
    return {"event_type": kind, "event_time": timestamp(state.clock())}


def _line(event: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
