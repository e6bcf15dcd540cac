"""How branches, revisions and drafts are shown; their records are those of atoms_history.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import USER
from .atoms_history import is_live, published
from .atoms_sections import blocks
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .state import State
    from .store import Document

_USER_NAME = "Sandbox User"


def present_branch(branch: Document) -> dict[str, Any]:
    """Return a branch as the service shows it."""
    return {
        "_id": branch.id,
        **branch.body,
        "createdAt": timestamp(branch.created),
        "updatedAt": timestamp(branch.updated),
    }


def summary(state: State, agent: Document, branch: Document) -> dict[str, Any]:
    """Return a branch with what it holds."""
    revisions = published(state, branch)
    return {
        "branch": present_branch(branch),
        "isLive": is_live(agent, branch),
        "hasOpenDraft": branch.body["openDraftId"] is not None,
        "revisionsCount": len(revisions),
        "headRevisionNumber": revisions[0].body["revisionNumber"] if revisions else None,
    }


def present(agent: Document, revision: Document) -> dict[str, Any]:
    """Return a revision or a draft as the service shows it, without its settings."""
    body = revision.body
    hidden = ("config", "edits", "scan")
    active = revision.id == agent.body["activeVersionId"]
    by_user = body["publishedAt"] is not None
    return {
        "_id": revision.id,
        **{name: value for name, value in body.items() if name not in hidden},
        "publishedAt": _moment(body["publishedAt"]),
        "publishedByName": _USER_NAME if by_user else None,
        "activatedAt": _moment(body["activatedAt"]),
        "activatedBy": None if body["activatedAt"] is None else USER,
        "isActive": active,
        "blocks": blocks(body["config"]),
        "workflowType": body["config"]["workflowType"],
        **_check(body["scan"]),
        "promptScore": None,
        "promptScoreStale": False,
        "createdBy": USER,
        "createdAt": timestamp(revision.created),
        "updatedAt": timestamp(revision.updated),
    }


def edits(agent: Document, revision: Document) -> list[dict[str, Any]]:
    """Return the edits of a draft, or of the draft that became a revision, newest first."""
    shown = present(agent, revision)
    return [
        {
            "revision": {
                **shown,
                "draftRevision": edit["revision"],
                "updatedAt": timestamp(edit["at"]),
            },
            "changedSections": edit["changedSections"],
            "editorName": _USER_NAME,
        }
        for edit in reversed(revision.body["edits"])
    ]


def _check(scan: Mapping[str, Any] | None) -> dict[str, Any]:
    if scan is None:
        return {"securityCheck": None, "pendingPublish": None}
    started = timestamp(scan["from"])
    return {
        "securityCheck": {
            "status": "running",
            "reason": None,
            "triggeredAt": started,
            "completedAt": None,
        },
        "pendingPublish": {"state": "active", "startedBy": USER, "startedAt": started},
    }


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else timestamp(seconds)
