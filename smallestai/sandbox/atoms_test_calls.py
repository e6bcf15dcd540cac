"""Test calls: a call, or a room for one, with what a branch holds."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from .atoms_branches import ONE
from .atoms_calls_lines import place
from .atoms_history import base_of, draft_of, find_version, require_branch, require_open, versioned
from .atoms_sections import adopted
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

_HOST = "wss://rooms.sandbox.example"


def routes(state: State) -> list[BaseRoute]:
    """Return the route of test calls."""
    return [operation(state, f"POST {ONE}/test-call", versioned(_call))]


def _call(state: State, inputs: Inputs, agent: Document) -> Response:
    branch = require_branch(state, inputs, agent)
    require_open(branch)
    mode, to = inputs.body.get("mode", "webcall"), inputs.body.get("toPhone", "")
    if mode == "telephony" and not to.strip():
        return atoms_error(400, "toPhone: Required")
    revision = _revision(state, inputs, agent, branch)
    kind = "telephony_outbound" if mode == "telephony" else "webcall"
    target = to if mode == "telephony" else ""
    speaker = adopted(agent, revision.body["config"])
    call = place(state, speaker, to=target, kind=kind, isTest=True, versionId=revision.id)
    call_id = call.body["callId"]
    started = {"conversationId": call_id, "callId": call_id}
    if mode == "telephony":
        return atoms_ok(started)
    room = {"token": secrets.token_urlsafe(24), "roomName": f"room-{call_id}", "host": _HOST}
    return atoms_ok({**started, **room})


def _revision(state: State, inputs: Inputs, agent: Document, branch: Document) -> Document:
    """Return what to call with: an older revision, the draft, or the head."""
    wanted = inputs.body.get("revisionId")
    if wanted is not None:
        found = find_version(state, agent, wanted)
        if found is None or found.body["branch"] != branch.id:
            raise RefusedError(atoms_error(404, "Revision not found"))
        return found
    draft = draft_of(state, branch) if inputs.body.get("includeDraft") else None
    return draft or base_of(state, branch)
