"""The voice agents' half of the sandbox: the account, agents, their templates, and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    atoms_account,
    atoms_agents,
    atoms_calls,
    atoms_templates,
    atoms_versions,
    atoms_workflows,
)

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from .state import State


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of all parts; a fixed path comes before one with an id in its place."""
    agents = (atoms_templates, atoms_agents, atoms_workflows, atoms_versions)
    return [route for part in (atoms_account, *agents, atoms_calls) for route in part.routes(state)]
