"""What can be asked of a call besides its record: its recording, its retries, its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .atoms_calls_board import host_of
from .atoms_calls_lines import assign, tell_change
from .atoms_conversations_recordings import presigned, recording_url
from .atoms_conversations_recordings import routes as recordings
from .atoms_progress import call_log, progress
from .atoms_records import CALLS
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

URL_SECONDS = 300
"""For how long the address of a recording is good."""

_CALL_ID = re.compile(r"CALL-\d{13}-[a-fA-F0-9]{6}")
_QUEUED = ("in_queue", "pending")
_PREFIX = "/atoms/v1/conversation"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes about a call, and the one that its recording is fetched from."""
    return [
        operation(state, f"GET {_PREFIX}/{{callId}}/recording/download-url", _recording),
        operation(state, f"GET {_PREFIX}/{{callId}}/retries", _retries),
        operation(state, f"POST {_PREFIX}/cancel", _cancel),
        operation(state, f"POST {_PREFIX}/{{callId}}/cancel", _cancel_queued),
        *recordings(state),
    ]


def _recording(state: State, inputs: Inputs) -> Response:
    call_id = inputs.path["callId"]
    if not _CALL_ID.fullmatch(call_id):
        return atoms_error(400, "callId: Invalid")
    call = _require(state, call_id)
    if recording_url(call, state.clock()) is None:
        return atoms_error(404, "Recording not found")
    call.body["host"] = host_of(inputs.headers)  # as whoever asks reaches the server
    until = state.clock() + URL_SECONDS
    return atoms_ok({"presignedUrl": presigned(call, until)})


def _retries(state: State, inputs: Inputs) -> Response:
    call = _require(state, inputs.path["callId"])
    attempts = state.store.list(CALLS, where={"retryCallId": call.body["callId"]})
    return atoms_ok({"retries": [call_log(each, state.clock()) for each in attempts]})


def _cancel(state: State, inputs: Inputs) -> Response:
    call = _require(state, inputs.body["callId"])
    if progress(call, state.clock()).is_over:
        return atoms_error(400, "The call has ended already")
    return _call_off(state, call, inputs.body.get("reason", "cancelled"))


def _cancel_queued(state: State, inputs: Inputs) -> Response:
    call = _require(state, inputs.path["callId"])
    if progress(call, state.clock()).status not in _QUEUED:
        return atoms_error(400, "The call is not in the queue")
    return _call_off(state, call, "cancelled")


def _call_off(state: State, call: Document, reason: str) -> Response:
    now = state.clock()
    before = progress(call, now).status
    changes = {"cancelledAt": now, "cancelReason": reason}
    state.store.update(CALLS, call.id, changes)
    tell_change(state, call)
    assign(state)
    outcome = {"callId": call.body["callId"], "status": "cancelled", "previousStatus": before}
    return atoms_ok(outcome)


def _require(state: State, call_id: str) -> Document:
    call = state.store.find(CALLS, "callId", call_id)
    if call is None:
        raise RefusedError(atoms_error(404, "Conversation not found"))
    return call
