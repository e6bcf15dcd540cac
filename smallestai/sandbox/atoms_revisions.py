"""Published states of a branch: reading, comparing and restoring them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import USER
from .atoms_branches import ONE
from .atoms_drafts import publication, require_still
from .atoms_history import (
    BRANCHES,
    base_of,
    conflict,
    draft_of,
    find_draft,
    find_version,
    published,
    require_branch,
    require_open,
    require_revision,
    restored,
    versioned,
)
from .atoms_history_views import edits, present
from .atoms_sections import difference, resolved
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = f"{ONE}/revisions"
_DEFAULT_LIMIT = 20


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of revisions."""
    handlers = {
        f"GET {PATH}": _list,
        f"GET {PATH}/{{revisionId}}": _get,
        f"GET {PATH}/{{revisionId}}/history": _history,
        f"POST {PATH}/{{revisionId}}/restore": _restore,
        "GET /atoms/v1/agent/{id}/diff": _diff,
    }
    return [operation(state, target, versioned(each)) for target, each in handlers.items()]


def _list(state: State, inputs: Inputs, agent: Document) -> Response:
    found = published(state, require_branch(state, inputs, agent))
    skip, limit = inputs.query["skip"] or 0, inputs.query["limit"] or _DEFAULT_LIMIT
    shown = [present(agent, revision) for revision in found[skip : skip + limit]]
    return atoms_ok({"revisions": shown, "total": len(found)})


def _get(state: State, inputs: Inputs, agent: Document) -> Response:
    revision = require_revision(state, inputs, require_branch(state, inputs, agent))
    config = revision.body["config"]
    return atoms_ok({"revision": present(agent, revision), "resolvedConfig": resolved(config)})


def _history(state: State, inputs: Inputs, agent: Document) -> Response:
    revision = require_revision(state, inputs, require_branch(state, inputs, agent))
    trail = [
        {"revision": edit["revision"], "changedSections": edit["changedSections"]}
        for edit in edits(agent, revision)
    ]
    shown = present(agent, revision)
    return atoms_ok({"revision": shown, "publishedBy": USER, "trail": trail})


def _restore(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    old = require_revision(state, inputs, branch)
    draft = draft_of(state, branch)
    require_still(draft)
    if draft is not None:
        return conflict("draft_open", "The branch has an open draft; publish or discard it first")
    return publication(state, agent, branch, restored(state, agent, branch, old))


def _diff(state: State, inputs: Inputs, agent: Document) -> Response:
    first, second = (_config(state, agent, inputs.query[name]) for name in ("a", "b"))
    return atoms_ok(difference(first, second))


def _config(state: State, agent: Document, reference: str) -> dict[str, Any]:
    """Return the settings that a reference means: a revision's, a draft's, or a branch's head."""
    found = find_version(state, agent, reference) or find_draft(state, agent, reference)
    branch = state.store.get(BRANCHES, reference)
    if found is None and branch is not None and branch.body["agent"] == agent.id:
        found = base_of(state, branch)
    if found is None:
        raise RefusedError(atoms_error(404, f"No state of this agent is called '{reference}'"))
    config: dict[str, Any] = found.body["config"]
    return config
