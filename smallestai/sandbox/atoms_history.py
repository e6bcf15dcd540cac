"""The records behind an agent's versions: branches, and the states that each has had.

A revision holds all settings of an agent, see atoms_sections.py. Those of a branch that are
published are numbered; the last is its head. At most one is a draft, which counts its edits. The
branch whose head takes the calls is the live one: what is published there is live at once.

An agent's first branch and its first revision are made when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import RLock
from typing import TYPE_CHECKING, Any

from .atoms_account import USER
from .atoms_records import AGENTS, require_agent
from .atoms_sections import apply, changed, config_of
from .operations import RefusedError
from .replies import atoms_error
from .store import new_id

if TYPE_CHECKING:
    from starlette.responses import Response

    from .operations import Handler, Inputs
    from .state import State
    from .store import Document

BRANCHES = "branches"
REVISIONS = "revisions"

_LOCK = RLock()

Versioning = Callable[["State", "Inputs", "Document"], "Response"]


def versioned(handler: Versioning) -> Handler:
    """Return the handler of a versioning route: it gets the agent, and no other runs meanwhile."""

    def handle(state: State, inputs: Inputs) -> Response:
        with _LOCK:
            agent = settled(state, require_agent(state, inputs.path["id"], 404))
            return handler(state, inputs, agent)

    return handle


def settled(state: State, agent: Document) -> Document:
    """Publish what should have been published by now; return the agent as it is then."""
    with _LOCK:
        _found(state, agent)
        for branch in state.store.list(BRANCHES, where={"agent": agent.id}):
            _settle(state, branch)
        return require_agent(state, agent.id)


def find_version(state: State, agent: Document, version_id: str) -> Document | None:
    """Return a published revision of an agent, or None."""
    with _LOCK:
        _found(state, agent)
        return _of_agent(agent, state.store.get(REVISIONS, version_id), "published")


def find_draft(state: State, agent: Document, draft_id: str) -> Document | None:
    """Return an open draft of an agent, or None."""
    return _of_agent(agent, state.store.find(REVISIONS, "draftId", draft_id), "draft")


def record(state: State, agent: Document) -> None:
    """Make what an agent takes calls with the head of its live branch, if it is not."""
    with _LOCK:
        _found(state, agent)
        head = _require(state, REVISIONS, agent.body["activeVersionId"])
        config = config_of(state, agent)
        if changed(head.body["config"], config):
            branch = _require(state, BRANCHES, head.body["branch"])
            commit(state, agent, branch, _new(state, agent, branch, config, head))


def require_branch(state: State, inputs: Inputs, agent: Document) -> Document:
    """Return the branch that a request names; refuse it when the agent has none such."""
    branch = state.store.get(BRANCHES, inputs.path["branchId"])
    if branch is None or branch.body["agent"] != agent.id:
        raise RefusedError(atoms_error(404, "Branch not found"))
    return branch


def require_open(branch: Document) -> None:
    """Refuse a change to a branch that is archived."""
    if branch.body["status"] == "archived":
        raise RefusedError(conflict("branch_archived", "The branch is archived"))


def require_revision(state: State, inputs: Inputs, branch: Document) -> Document:
    """Return the published revision that a request names; refuse it when there is none such."""
    revision = state.store.get(REVISIONS, inputs.path["revisionId"])
    if (
        revision is None
        or revision.body["branch"] != branch.id
        or revision.body["status"] != "published"
    ):
        raise RefusedError(atoms_error(404, "Revision not found"))
    return revision


def conflict(kind: str, message: str) -> Response:
    """Answer 409 with the reason in `error_type`."""
    return atoms_error(409, message, error_type=kind)


def draft_of(state: State, branch: Document) -> Document | None:
    """Return the draft of a branch, or None."""
    found = state.store.list(REVISIONS, where={"branch": branch.id, "status": "draft"}, limit=1)
    return found[0] if found else None


def published(state: State, branch: Document) -> list[Document]:
    """Return the published revisions of a branch, newest first."""
    where = {"branch": branch.id, "status": "published"}
    found = state.store.list(REVISIONS, where=where)
    return sorted(found, key=lambda each: -each.body["revisionNumber"])


def base_of(state: State, branch: Document) -> Document:
    """Return the revision that a new draft of a branch starts from."""
    revision_id = branch.body["headRevisionId"] or branch.body["sourceRevisionId"]
    return _require(state, REVISIONS, revision_id)


def is_live(agent: Document, branch: Document) -> bool:
    """Return whether an agent takes calls with the head of a branch."""
    return bool(branch.body["headRevisionId"] == agent.body["activeVersionId"])


def open_draft(state: State, agent: Document, branch: Document) -> Document:
    """Return the draft of a branch, which is made if there is none."""
    draft = draft_of(state, branch)
    if draft is None:
        base = base_of(state, branch)
        draft = _new(state, agent, branch, base.body["config"], base)
        state.store.update(BRANCHES, branch.id, {"openDraftId": draft.body["draftId"]})
    return draft


def commit(state: State, agent: Document, branch: Document, draft: Document) -> Document:
    """Make a draft the head of its branch, and have the agent use it if the branch is live."""
    everything = {"agent": agent.id, "status": "published"}
    number = len(published(state, branch)) + 1
    live = is_live(agent, branch)
    revision = state.store.update(
        REVISIONS,
        draft.id,
        {
            "status": "published",
            "revisionNumber": number,
            "versionNumber": state.store.count(REVISIONS, everything) + 1,
            "publishedAt": state.clock(),
            "publishedBy": USER,
            "sourceDraftId": draft.body["draftId"],
            "draftId": None,
            "scan": None,
        },
    )
    head = {"headRevisionId": draft.id, "openDraftId": None, "updatedBy": USER}
    state.store.update(BRANCHES, branch.id, head)
    if live:
        activate(state, agent, draft)
    return revision or draft


def activate(state: State, agent: Document, revision: Document) -> None:
    """Have an agent take calls with a revision from now on."""
    apply(state, agent, revision.body["config"], activeVersionId=revision.id)
    state.store.update(REVISIONS, revision.id, {"activatedAt": state.clock()})


def restored(state: State, agent: Document, branch: Document, old: Document) -> Document:
    """Return a new draft with the settings of an older revision."""
    label = old.body["label"] or f"Revision {old.body['revisionNumber']}"
    draft = _new(state, agent, branch, old.body["config"], base_of(state, branch))
    marks = {"restoredFromRevisionId": old.id, "restoredFromLabel": label}
    return state.store.update(REVISIONS, draft.id, marks) or draft


def _new(
    state: State, agent: Document, branch: Document, config: Mapping[str, Any], base: Document
) -> Document:
    draft = {
        **_blank(agent, branch.id, config),
        "status": "draft",
        "draftId": new_id(state.clock()),
        "draftRevision": 0,
        "sourceVersionId": base.id,
        "parentVersion": base.id,
    }
    return state.store.insert(REVISIONS, draft)


def _blank(agent: Document, branch_id: str, config: Mapping[str, Any]) -> dict[str, Any]:
    absent = (
        *("revisionNumber", "versionNumber", "label", "description", "publishedBy"),
        *("publishedAt", "activatedAt", "draftId", "draftName", "draftRevision"),
        *("sourceVersionId", "parentVersion", "restoredFromRevisionId", "restoredFromLabel"),
        *("sourceDraftId", "scan"),
    )
    return {
        **dict.fromkeys(absent),
        "agent": agent.id,
        "branch": branch_id,
        "isPinned": False,
        "config": dict(config),
        "edits": [],
    }


def _found(state: State, agent: Document) -> None:
    """Make the first branch and the first revision of an agent, unless it has them."""
    revision_id = agent.body["activeVersionId"]
    if state.store.get(REVISIONS, revision_id) is not None:
        return
    branch = state.store.insert(
        BRANCHES,
        {
            "agent": agent.id,
            "name": "main",
            "isDefault": True,
            "sourceBranchId": None,
            "sourceRevisionId": None,
            "headRevisionId": revision_id,
            "openDraftId": None,
            "status": "active",
            "createdBy": USER,
            "updatedBy": USER,
        },
    )
    first = {
        **_blank(agent, branch.id, config_of(state, agent)),
        "status": "published",
        "revisionNumber": 1,
        "versionNumber": 1,
        "publishedBy": USER,
        "publishedAt": agent.created,
        "activatedAt": agent.created,
    }
    state.store.insert(REVISIONS, first, document_id=revision_id)


def _settle(state: State, branch: Document) -> None:
    """Publish a draft whose security check has ended by now."""
    draft = draft_of(state, branch)
    scan = None if draft is None else draft.body["scan"]
    if draft is not None and scan is not None and scan["until"] <= state.clock():
        agent = _require(state, AGENTS, branch.body["agent"])
        commit(state, agent, branch, draft)


def _require(state: State, collection: str, document_id: str) -> Document:
    found = state.store.get(collection, document_id)
    if found is None:
        raise LookupError(f"{collection} have lost {document_id}")
    return found


def _of_agent(agent: Document, revision: Document | None, status: str) -> Document | None:
    if revision is None:
        return None
    belongs = revision.body["agent"] == agent.id and revision.body["status"] == status
    return revision if belongs else None
