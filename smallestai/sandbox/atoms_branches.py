"""Branches of an agent: lines of versions, one of which takes the calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .atoms_account import USER
from .atoms_history import (
    BRANCHES,
    REVISIONS,
    activate,
    base_of,
    conflict,
    is_live,
    require_branch,
    require_open,
    versioned,
)
from .atoms_history_views import present_branch, summary
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/agent/{id}/branches"
ONE = f"{PATH}/{{branchId}}"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that make, show, rename, archive branches and make one live."""
    handlers = {
        f"GET {PATH}": _list,
        f"POST {PATH}": _create,
        f"GET {ONE}": _get,
        f"PATCH {ONE}": _rename,
        f"POST {ONE}/archive": _archive,
        f"POST {ONE}/live": _make_live,
    }
    return [operation(state, target, versioned(each)) for target, each in handlers.items()]


def _list(state: State, _: Inputs, agent: Document) -> Response:
    found = state.store.list(BRANCHES, where={"agent": agent.id})
    return atoms_ok({"branches": [summary(state, agent, branch) for branch in found]})


def _create(state: State, inputs: Inputs, agent: Document) -> Response:
    source = state.store.get(BRANCHES, inputs.body["sourceBranchId"])
    if source is None or source.body["agent"] != agent.id:
        return atoms_error(404, "Source branch not found")
    _require_free(state, agent, inputs.body["name"])
    branch = state.store.insert(
        BRANCHES,
        {
            "agent": agent.id,
            "name": inputs.body["name"],
            "isDefault": False,
            "sourceBranchId": source.id,
            "sourceRevisionId": base_of(state, source).id,
            "headRevisionId": None,
            "openDraftId": None,
            "status": "active",
            "createdBy": USER,
            "updatedBy": USER,
        },
    )
    return atoms_ok(present_branch(branch), 201)


def _require_free(state: State, agent: Document, name: str, own: str = "") -> None:
    taken = state.store.list(BRANCHES, where={"agent": agent.id, "name": name})
    if any(branch.id != own for branch in taken):
        text = f"The agent has a branch named '{name}' already"
        raise RefusedError(conflict("branch_name_taken", text))


def _get(state: State, inputs: Inputs, agent: Document) -> Response:
    return atoms_ok(summary(state, agent, require_branch(state, inputs, agent)))


def _rename(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    _require_free(state, agent, inputs.body["name"], branch.id)
    changes = {"name": inputs.body["name"], "updatedBy": USER}
    return atoms_ok(present_branch(state.store.update(BRANCHES, branch.id, changes) or branch))


def _archive(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    if branch.body["isDefault"]:
        return atoms_error(400, "The default branch cannot be archived")
    if is_live(agent, branch):
        return atoms_error(400, "The live branch cannot be archived")
    state.store.update(BRANCHES, branch.id, {"status": "archived", "updatedBy": USER})
    return atoms_ok({"archived": True})


def _make_live(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    head_id = branch.body["headRevisionId"]
    head = None if head_id is None else state.store.get(REVISIONS, head_id)
    if head is None:
        return conflict("branch_has_no_revision", "Nothing was published on this branch yet")
    if not is_live(agent, branch):
        activate(state, agent, head)
    current = state.store.get("agents", agent.id) or agent
    return atoms_ok(summary(state, current, branch))
