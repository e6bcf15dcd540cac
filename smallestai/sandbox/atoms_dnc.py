"""Numbers that are not to be called: those that `Settings.do_not_call` names."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION, organization
from .atoms_pages import containing, ordered, page
from .atoms_records import AGENTS, require_agent
from .operations import Inputs, operation
from .replies import atoms_ok, timestamp

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

_DEFAULT_SIZE = 50


def routes(state: State) -> list[BaseRoute]:
    """Return the route that lists the numbers."""
    return [operation(state, "GET /atoms/v1/dnc", _list)]


def is_blocked(state: State, number: str) -> bool:
    """Return whether a number is not to be called."""
    return number in state.settings.do_not_call


def _list(state: State, inputs: Inputs) -> Response:
    query = inputs.query
    agent_id = query["agentId"]
    if agent_id is None:
        agents = [each.id for each in state.store.list(AGENTS)]
    else:
        agents = [require_agent(state, agent_id, 404).id]
    entries = [
        _entry(state, agent, number) for number in state.settings.do_not_call for agent in agents
    ]
    found = ordered(containing(entries, query["search"], "phoneNumber"), query)
    listed = page(found, query, "offset", _DEFAULT_SIZE)
    return atoms_ok({"entries": listed.items, "pagination": listed.pagination()})


def _entry(state: State, agent_id: str, number: str) -> dict[str, Any]:
    made = timestamp(organization(state).created)
    return {
        "id": sha256(f"{agent_id} {number}".encode()).hexdigest()[:24],
        "agentId": agent_id,
        "orgId": ORGANIZATION,
        "phoneNumber": number,
        "source": "manual",
        "detectedInCallId": None,
        "createdAt": made,
        "updatedAt": made,
    }
