"""Calls: placing one, and the records that calls leave."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from .atoms_calls_board import host_of
from .atoms_calls_lines import place
from .atoms_conversations_recordings import recording_url
from .atoms_events_story import told
from .atoms_filters import chosen
from .atoms_progress import ended, outcome, progress, transcript
from .atoms_records import AGENTS, CALLS, present_agent, require_agent
from .operations import Inputs, operation, page_of
from .replies import atoms_error, atoms_ok, timestamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

_DEFAULT_LIMIT = 5


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of calls."""
    return [
        operation(state, "POST /atoms/v1/conversation/outbound", _start),
        operation(state, "POST /atoms/v1/conversation/search", _search),
        operation(state, "GET /atoms/v1/conversation", _list),
        operation(state, "GET /atoms/v1/conversation/{id}", _get),
    ]


def _start(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    agent = require_agent(state, body["agentId"])
    if agent.body["archivedAt"] is not None:
        return atoms_error(400, "Agent is archived")
    if not body["phoneNumber"].strip():
        return atoms_error(400, "phoneNumber: Required")
    call = place(
        state,
        agent,
        to=body["phoneNumber"],
        variables=body.get("variables"),
        versionId=body.get("versionId", agent.body["activeVersionId"]),
        isTest=inputs.headers.get("x-test-call") == "true",
        host=host_of(inputs.headers),
    )
    return atoms_ok({"conversationId": call.body["callId"]})


def _list(state: State, inputs: Inputs) -> Response:
    calls = state.store.list(CALLS)
    named = inputs.query["campaignIds"]  # which an entry of the log does not show
    wanted = [
        call for call in calls if named is None or call.body.get("campaignId") in named.split(",")
    ]
    found = chosen(_logs(wanted, calls, state.clock()), inputs.query)
    page, limit = inputs.query["page"] or 1, inputs.query["limit"] or _DEFAULT_LIMIT
    pages = -(-len(found) // limit)
    pagination = {
        "total": len(found),
        "page": page,
        "limit": limit,
        "hasMore": page < pages,
        "totalPages": pages,
    }
    logs = page_of(found, page, limit)
    return atoms_ok({"logs": logs, "pagination": pagination, "dispositionMetricsConfig": []})


def _search(state: State, inputs: Inputs) -> Response:
    wanted = inputs.body["callIds"]
    calls, attempts = (
        state.store.list(CALLS, where={name: wanted}) for name in ("callId", "retryCallId")
    )
    logs = _logs(calls, attempts, state.clock())
    return atoms_ok({"logs": logs, "total": len(logs), "requestedCount": len(wanted)})


def _get(state: State, inputs: Inputs) -> Response:
    key = inputs.path["id"]
    call = state.store.find(CALLS, "callId", key) or state.store.get(CALLS, key)
    if call is None:
        return atoms_error(404, "Conversation not found")
    attempts = state.store.list(CALLS, where={"retryCallId": call.body["callId"]})
    (log,) = _logs([call], attempts, state.clock())
    return atoms_ok({**log, **_details(state, call)})


def _logs(
    calls: Sequence[Document], attempts: Sequence[Document], now: float
) -> list[dict[str, Any]]:
    """Return calls as listings show them; the attempts have among them all that repeat one."""
    retries = Counter(each.body.get("retryCallId") for each in attempts)
    return [_log(each, retries[each.body["callId"]], now) for each in calls]


def _log(call: Document, retries: int, now: float) -> dict[str, Any]:
    names = ("callId", "agentId", "from", "to", "type", "versionId", "isTest")
    course, known = progress(call, now), outcome(call, now)
    metrics = known.get("postCallAnalytics", {}).get("dispositionMetrics", ())
    return {
        "_id": call.id,
        **{name: call.body[name] for name in names},
        "status": course.status,
        "duration": course.talked,
        "recordingUrl": recording_url(call, now),
        "versionNumber": 1,
        "retryCount": retries,
        "retryCallId": call.body.get("retryCallId"),
        "dispositionMetrics": {
            each["identifier"]: each["value"] for each in metrics if each["value"] is not None
        },
        "agentDispositionConfig": _columns(call),
        "createdAt": timestamp(call.created),
        "updatedAt": timestamp(min(now, ended(call))),
        **known,
    }


def _columns(call: Document) -> list[dict[str, str]]:
    """Return the metrics of a call's agent as columns of a table."""
    return [
        {"identifier": metric["identifier"], "type": metric["dispositionMetricType"]}
        for metric in call.body.get("metrics", {}).get("dispositionMetrics", ())
    ]


def _details(state: State, call: Document) -> dict[str, Any]:
    """Return what only the reply for a single call shows."""
    agent = state.store.get(AGENTS, call.body["agentId"])
    if agent is None:
        raise LookupError(f"call {call.id} has lost its agent")
    return {
        "agent": present_agent(state, agent),
        "transcript": transcript(call, progress(call, state.clock()).turns),
        "variables": call.body["variables"],
        "events": told(call, state.clock()),
        "voiceConfigUsed": agent.body["synthesizer"]["voiceConfig"],
        "slmModelUsed": agent.body["slmModel"],
    }
