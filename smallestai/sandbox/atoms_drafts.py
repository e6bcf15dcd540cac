"""The draft of a branch: the settings being worked on, until they are published or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import USER
from .atoms_branches import ONE
from .atoms_history import (
    BRANCHES,
    REVISIONS,
    commit,
    conflict,
    draft_of,
    open_draft,
    require_branch,
    require_open,
    versioned,
)
from .atoms_history_views import edits, present
from .atoms_sections import changed, difference, edited
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok, draft_conflict

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = f"{ONE}/draft"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of drafts."""
    handlers = {
        f"GET {PATH}": _get,
        f"PUT {PATH}": _edit,
        f"DELETE {PATH}": _discard,
        f"POST {PATH}/publish": _publish,
        f"POST {PATH}/publish/cancel": _cancel,
    }
    return [operation(state, target, versioned(each)) for target, each in handlers.items()]


def publication(state: State, agent: Document, branch: Document, draft: Document) -> Response:
    """Publish a draft: at once, or after a security check of `Settings.publish_seconds`."""
    seconds = state.settings.publish_seconds * state.settings.time_scale
    if not seconds:
        revision = commit(state, agent, branch, draft)
        current = state.store.get("agents", agent.id) or agent
        return atoms_ok({"state": "committed", "revision": present(current, revision)})
    now = state.clock()
    scan = {"from": now, "until": now + seconds}
    scanned = state.store.update(REVISIONS, draft.id, {"scan": scan}) or draft
    state.store.update(BRANCHES, branch.id, {"openDraftId": draft.body["draftId"]})
    return atoms_ok({"state": "scanning", "revision": present(agent, scanned)}, 202)


def require_still(draft: Document | None) -> None:
    """Refuse a change while a draft is being published."""
    if draft is not None and draft.body["scan"] is not None:
        text = "The draft is being published; cancel that or wait for it"
        raise RefusedError(conflict("publish_in_progress", text))


def _require_draft(state: State, branch: Document) -> Document:
    draft = draft_of(state, branch)
    if draft is None:
        raise RefusedError(atoms_error(404, "The branch has no open draft"))
    return draft


def _get(state: State, inputs: Inputs, agent: Document) -> Response:
    draft = _require_draft(state, require_branch(state, inputs, agent))
    history = edits(agent, draft)
    latest = present(agent, draft)
    return atoms_ok({"latest": latest, "editCount": len(history), "editHistory": history})


def _edit(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    existing = draft_of(state, branch)
    require_still(existing)
    _require_current(existing, inputs.body)
    draft = open_draft(state, agent, branch)
    number = draft.body["draftRevision"] + 1
    config = edited(draft.body["config"], inputs.body)
    sections = changed(draft.body["config"], config)
    edit = {"revision": number, "changedSections": sections, "at": state.clock()}
    changes: dict[str, Any] = {
        "config": config,
        "draftRevision": number,
        "edits": [*draft.body["edits"], edit],
    }
    state.store.update(BRANCHES, branch.id, {"updatedBy": USER})
    return atoms_ok(present(agent, state.store.update(REVISIONS, draft.id, changes) or draft))


def _require_current(draft: Document | None, body: Any) -> None:
    """Refuse an edit that is not based on the draft's last one, and say how the two differ."""
    latest = 0 if draft is None else draft.body["draftRevision"]
    expected = body.get("expectedRevision", latest)
    if expected == latest:
        return
    diffs: list[Any] = []
    if draft is not None:
        config = draft.body["config"]
        diffs = difference(config, edited(config, body))["diffs"]
    numbers = {"expectedRevision": expected, "latestRevision": latest}
    raise RefusedError(
        draft_conflict("The draft was changed in the meantime", {**numbers, "diffs": diffs})
    )


def _discard(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    draft = _require_draft(state, branch)
    if draft.body["scan"] is not None:
        return atoms_error(400, "The draft is being published; cancel that first")
    state.store.delete(REVISIONS, draft.id)
    state.store.update(BRANCHES, branch.id, {"openDraftId": None, "updatedBy": USER})
    return atoms_ok({"discarded": True})


def _publish(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    draft = _require_draft(state, branch)
    require_still(draft)
    label = {"label": inputs.body.get("label")}
    labelled = state.store.update(REVISIONS, draft.id, label) or draft
    return publication(state, agent, branch, labelled)


def _cancel(state: State, inputs: Inputs, agent: Document) -> Response:
    draft = _require_draft(state, require_branch(state, inputs, agent))
    if draft.body["scan"] is None:
        return atoms_error(400, "The draft is not being published")
    state.store.update(REVISIONS, draft.id, {"scan": None})
    return atoms_ok({"cancelled": True})
