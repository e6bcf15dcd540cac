"""Calls: placing one, and the records that calls leave."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from .atoms_calls_board import host_of
from .atoms_calls_lines import place
from .atoms_conversations_recordings import recording_url
from .atoms_events_story import told
from .atoms_filters import chosen, listed
from .atoms_history import REVISIONS, find_version
from .atoms_progress import ended, outcome, progress, transcript
from .atoms_records import AGENTS, CALLS, present_agent, require_agent, require_number
from .atoms_sections import adopted
from .operations import Inputs, RefusedError, operation, page_of
from .replies import atoms_error, atoms_ok, timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    more: dict[str, Any] = {}
    if "fromProductId" in body:
        more["from"] = require_number(state, body["fromProductId"])
    if "versionId" in body:
        more["versionId"] = body["versionId"]
        agent = _at_version(state, agent, body["versionId"])
    call = place(
        state,
        agent,
        to=body["phoneNumber"],
        variables=body.get("variables"),
        isTest=inputs.headers.get("x-test-call") == "true",
        host=host_of(inputs.headers),
        **more,
    )
    return atoms_ok({"conversationId": call.body["callId"]})


def _at_version(state: State, agent: Document, version_id: str) -> Document:
    """Return an agent with the settings of one of its versions."""
    version = find_version(state, agent, version_id)
    if version is None:
        raise RefusedError(atoms_error(400, "No version found"))
    return adopted(agent, version.body["config"])


def _list(state: State, inputs: Inputs) -> Response:
    calls = state.store.list(CALLS)
    named = inputs.query["campaignIds"]  # which an entry of the log does not show
    wanted = [
        call for call in calls if named is None or call.body.get("campaignId") in listed(named)
    ]
    found = chosen(_logs(state, wanted, calls), inputs.query)
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
    columns = {each["identifier"]: each for log in logs for each in log["agentDispositionConfig"]}
    return atoms_ok(
        {
            "logs": logs,
            "pagination": pagination,
            "dispositionMetricsConfig": list(columns.values()),
        }
    )


def _search(state: State, inputs: Inputs) -> Response:
    wanted = inputs.body["callIds"]
    calls, attempts = (
        state.store.list(CALLS, where={name: wanted}) for name in ("callId", "retryCallId")
    )
    logs = _logs(state, calls, attempts)
    return atoms_ok({"logs": logs, "total": len(logs), "requestedCount": len(wanted)})


def _get(state: State, inputs: Inputs) -> Response:
    key = inputs.path["id"]
    call = state.store.find(CALLS, "callId", key) or state.store.get(CALLS, key)
    if call is None:
        return atoms_error(404, "Conversation not found")
    attempts = state.store.list(CALLS, where={"retryCallId": call.body["callId"]})
    (log,) = _logs(state, [call], attempts)
    del log["retryAttemptNumber"]  # which only listings show
    return atoms_ok({**log, **_details(state, call)})


def _logs(
    state: State, calls: Sequence[Document], attempts: Sequence[Document]
) -> list[dict[str, Any]]:
    """Return calls as listings show them; the attempts have among them all that repeat one."""
    retries = Counter(each.body.get("retryCallId") for each in attempts)
    versions = _version_numbers(state, {each.body["versionId"] for each in calls})
    now = state.clock()
    return [
        {
            **_log(each, now),
            "versionNumber": versions[each.body["versionId"]],
            "retryCount": retries[each.body["callId"]],
        }
        for each in calls
    ]


def _version_numbers(state: State, version_ids: Iterable[str]) -> dict[str, int | None]:
    """Return the numbers of versions; a draft has none, and the first is kept only when used."""
    found = {each: state.store.get(REVISIONS, each) for each in version_ids}
    return {
        key: 1 if version is None else version.body["versionNumber"]
        for key, version in found.items()
    }


def _log(call: Document, now: float) -> dict[str, Any]:
    names = ("callId", "agentId", "from", "to", "type", "versionId", "isTest")
    course, known = progress(call, now), outcome(call, now)
    metrics = known.get("postCallAnalytics", {}).get("dispositionMetrics", ())
    return {
        "_id": call.id,
        **{name: call.body[name] for name in names},
        "status": course.status,
        "duration": course.talked,
        "recordingUrl": recording_url(call, now),
        "retryCallId": call.body.get("retryCallId"),
        "retryAttemptNumber": call.body.get("retryAttemptNumber"),
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
        "voiceConfigUsed": call.body["synthesizer"]["voiceConfig"],
        "slmModelUsed": call.body["model"],
    }
