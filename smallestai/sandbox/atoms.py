"""The voice agents' half of the sandbox, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from . import (
    atoms_account,
    atoms_agents,
    atoms_analytics,
    atoms_analytics_logs,
    atoms_audiences,
    atoms_billing,
    atoms_branches,
    atoms_call_actions,
    atoms_calls,
    atoms_campaigns,
    atoms_compliance,
    atoms_concurrency,
    atoms_dnc,
    atoms_drafts,
    atoms_files,
    atoms_knowledge,
    atoms_numbers,
    atoms_registries,
    atoms_rest,
    atoms_revisions,
    atoms_scoring,
    atoms_templates,
    atoms_test_calls,
    atoms_versions,
    atoms_widget,
    atoms_workflows,
)

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from .state import State

_PARTS = (
    atoms_account,
    atoms_billing,
    atoms_templates,
    atoms_agents,
    atoms_widget,
    atoms_workflows,
    atoms_branches,
    atoms_drafts,
    atoms_revisions,
    atoms_test_calls,
    atoms_versions,
    atoms_scoring,
    atoms_calls,
    atoms_campaigns,
    atoms_audiences,
    atoms_dnc,
    atoms_knowledge,
    atoms_numbers,
    atoms_registries,
    atoms_compliance,
    atoms_call_actions,
    atoms_concurrency,
    atoms_analytics,
    atoms_analytics_logs,
    atoms_files,
)


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of all parts.

    A fixed path comes before one with an id in its place. What is answered from the specification
    alone comes last.
    """
    found = [route for part in _PARTS for route in part.routes(state)]
    return [*sorted(found, key=_parameters), *atoms_rest.routes(state)]


def _parameters(route: BaseRoute) -> int:
    return route.path.count("{") if isinstance(route, Route) else 0
