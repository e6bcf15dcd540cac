"""Workflows: what drives an agent, a prompt or a graph. Both routes are deprecated, and work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from .atoms_history import record
from .atoms_records import AGENTS, WORKFLOWS, require_agent, workflow_of
from .operations import Inputs, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from .state import State

_CONTENTS = {
    "single_prompt": ("singlePromptConfig", ("prompt", "tools")),
    "workflow_graph": ("workflowGraph", ("nodes", "edges")),
}


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that read and replace a workflow."""
    return [
        operation(state, "GET /atoms/v1/agent/{id}/workflow", _get),
        operation(state, "PATCH /atoms/v1/workflow/{id}", _update),
    ]


def _get(state: State, inputs: Inputs) -> Response:
    workflow = workflow_of(state, require_agent(state, inputs.path["id"], 404)).body
    names = _CONTENTS[workflow["type"]][1]
    data = {name: workflow[name] for name in names}
    shown = {name: workflow[name] for name in ("prompt", "tools", "type")}
    return atoms_ok({**shown, "data": data})


def _update(state: State, inputs: Inputs) -> Response:
    workflow = state.store.get(WORKFLOWS, inputs.path["id"])
    if workflow is None:
        return atoms_error(404, "Workflow not found")
    kind = inputs.body["type"]
    source, names = _CONTENTS[kind]
    if source not in inputs.body:
        return atoms_error(400, f"{source}: Required")
    given = inputs.body[source]
    changes = {name: given.get(name, "" if name == "prompt" else []) for name in names}
    state.store.update(WORKFLOWS, workflow.id, {"type": kind, **changes})
    agent = state.store.find(AGENTS, "workflowId", workflow.id)
    if agent is not None:
        changed = state.store.update(AGENTS, agent.id, {"workflowType": kind})
        record(state, changed or agent)
    return Response(status_code=200)
