"""Calls at one time: how many the organisation may have, and which are set aside for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_plan import limits
from .atoms_records import AGENTS, require_agent
from .operations import Inputs, operation
from .replies import atoms_error, atoms_success

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

PATH = "/atoms/v1/concurrency"
_RESERVATIONS = "reservations"
_LINES = ("webcall", "outbound", "inbound", "chat")

_METRICS = (
    ("call_outcome", "How did the call end for the caller?", "STRING"),
    ("callback_requested", "Did the caller ask to be called back?", "BOOLEAN"),
    ("callback_time", "When does the caller want to be called back?", "DATETIME"),
    ("satisfaction", "How content was the caller, from 1 to 5?", "INTEGER"),
)


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of concurrency, and that of ready-made metrics."""
    handlers = {
        f"GET {PATH}": _get,
        f"PUT {PATH}/reservations": _reserve,
        "GET /atoms/v1/disposition-metric-templates": _metrics,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _reservations(state: State) -> dict[str, dict[str, int]]:
    """Return the lines set aside, by agent."""
    kept = state.store.list(_RESERVATIONS)
    return {each.id: {line: each.body[line] for line in _LINES} for each in kept}


def _total(reservations: dict[str, dict[str, int]]) -> int:
    return sum(sum(lines.values()) for lines in reservations.values())


def _get(state: State, _: Inputs) -> Response:
    reservations = _reservations(state)
    limit, total = limits(state)["concurrentCalls"], _total(reservations)
    return atoms_success(
        {
            "orgLimit": limit,
            "totalReserved": total,
            "unreservedPool": limit - total,
            "agents": [_shown(state, agent_id, lines) for agent_id, lines in reservations.items()],
        }
    )


def _shown(state: State, agent_id: str, lines: dict[str, int]) -> dict[str, Any]:
    agent = state.store.get(AGENTS, agent_id)
    body = {} if agent is None else agent.body
    named = {"agentName": body.get("name", ""), "avatarUrl": body.get("avatarUrl")}
    return {"agentId": agent_id, **named, **lines}


def _reserve(state: State, inputs: Inputs) -> Response:
    asked = {each["agentId"]: each for each in inputs.body["reservations"]}
    for agent_id in asked:
        require_agent(state, agent_id)
    lines = {key: {line: each[line] for line in _LINES} for key, each in asked.items()}
    limit = limits(state)["concurrentCalls"]
    if _total({**_reservations(state), **lines}) > limit:
        return atoms_error(400, f"More lines than the {limit} of the organization")
    for agent_id, each in lines.items():
        if state.store.update(_RESERVATIONS, agent_id, each) is None:
            state.store.insert(_RESERVATIONS, each, document_id=agent_id)
    return atoms_success({"updated": len(lines)})


def _metrics(_: State, __: Inputs) -> Response:
    names = ("identifier", "dispositionMetricPrompt", "dispositionMetricType")
    return atoms_success([dict(zip(names, metric, strict=True)) for metric in _METRICS])
