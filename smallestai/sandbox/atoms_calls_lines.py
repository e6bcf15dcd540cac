"""Lines: placing calls, of which only so many may be under way at a time; the others wait."""

from __future__ import annotations

import heapq
import math
from functools import partial
from typing import TYPE_CHECKING, Any

from .atoms_calls_board import board_of, on_loop
from .atoms_calls_course import accompany
from .atoms_plan import limits
from .atoms_progress import ended, length, opening, starts
from .atoms_records import CALLS, numbers_of
from .store import new_call_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .state import State
    from .store import Document

CALLER = "+12025550100"
"""The number that calls come from when an agent has none."""

RESERVED = frozenset(
    {
        "call_id",
        "conversation_type",
        "agent_number",
        "user_number",
        "current_date",
        "current_time",
        "current_day",
        "agent_gender",
        "default_language",
        "supported_languages",
        "timezone",
    }
)
"""Variables that the service sets itself; values given for them are dropped."""


def place(
    state: State,
    agent: Document,
    *,
    to: str,
    kind: str = "telephony_outbound",
    variables: Mapping[str, Any] | None = None,
    **more: Any,
) -> Document:
    """Place a call that takes its course, and return its record.

    Args:
        state: The server's state.
        agent: Who speaks.
        to: The number called; empty for a call over the web.
        kind: `telephony_outbound` or `webcall`.
        variables: Values of variables besides the agent's own.
        **more: Other fields of the record, such as `campaignId`, or `host`, how the server is
            reached.
    """
    call = state.store.insert(CALLS, record(state, agent, to, kind, variables or {}) | more)
    assign(state)
    call_id = call.body["callId"]
    on_loop(lambda: board_of(state).start(accompany(state, call_id)))
    return state.store.get(CALLS, call.id) or call


def record(
    state: State, agent: Document, to: str, kind: str, variables: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the record of a call that has no line yet."""
    own = {name: value for name, value in variables.items() if name not in RESERVED}
    values = {**agent.body["defaultVariables"], **own}
    caller = next(iter(numbers_of(state, agent)), CALLER)
    return {
        "callId": new_call_id(state.clock()),
        "agentId": agent.id,
        "from": caller if to else "",
        "to": to,
        "type": kind,
        "versionId": agent.body["activeVersionId"],
        "isTest": False,
        "variables": values,
        "opening": opening(agent.body["firstMessage"], values),
        "metrics": agent.body.get("postCallAnalyticsConfig", {}),
        "synthesizer": agent.body["synthesizer"],
        "model": agent.body["slmModel"],
        "outcome": state.settings.call_outcomes.get(to, "completed"),
        "seconds": state.settings.call_seconds,
        "scale": state.settings.time_scale,
        "startsAt": None,
    }


def assign(state: State) -> None:
    """Give the lines that are free, and those that will be, to the calls that wait, in order."""
    with board_of(state).lines:
        changed = _assigned(state)
    for call in changed:  # by the server's loop, which may be waiting for the lines itself
        tell_change(state, call)


def _assigned(state: State) -> list[Document]:
    """Give the lines away, and return the calls that begin at another time than they were to."""
    now = state.clock()
    calls = [call for call in state.store.list(CALLS) if ended(call) > now]
    busy = [ended(call) for call in calls if starts(call) <= now and not call.body.get("room")]
    spare = limits(state)["concurrentCalls"] - len(busy)
    # Calls that were placed regardless may be too many; the first of them to end free no line.
    free = [now] * spare + sorted(busy)[max(-spare, 0) :]
    return [call for call in calls if starts(call) > now and _given(state, call, free)]


def _given(state: State, call: Document, free: list[float]) -> bool:
    at = max(call.created, heapq.heappop(free)) if free else math.inf
    duration = math.inf if "live" in call.body else length(call) * call.body.get("scale", 1.0)
    heapq.heappush(free, at + duration)
    if at == starts(call):
        return False
    state.store.update(CALLS, call.id, {"startsAt": at if math.isfinite(at) else None})
    return True


def tell_change(state: State, call: Document) -> None:
    """Have those who follow a call read its record again."""
    on_loop(partial(board_of(state).publish, call.body["callId"], None))
