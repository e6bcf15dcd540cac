"""Campaigns: calls by one agent to everybody in an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_calls_board import host_of
from .atoms_campaign_course import attempts, pause, settle, start, status_of
from .atoms_campaign_exports import logs, results, results_table
from .atoms_pages import Page, containing, matching, ordered, page
from .atoms_records import (
    AGENTS,
    AUDIENCES,
    CAMPAIGNS,
    MEMBERS,
    require_agent,
    require_number,
)
from .atoms_resources import Resource, done, stamped
from .operations import Inputs, RefusedError, operation
from .replies import atoms_error, atoms_no_time, atoms_ok
from .store import new_id
from .times import read_time

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

PATH = "/atoms/v1/campaign"
ONE = f"{PATH}/{{id}}"

_HIDDEN = ("host", "phase", "startedAt", "events", "phoneNumberIds")


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of campaigns."""
    handlers = {
        f"GET {PATH}": _list,
        f"POST {PATH}": _create,
        f"GET {ONE}": _get,
        f"DELETE {ONE}": _CAMPAIGN.delete(done, check=_require_idle),
        f"POST {ONE}/start": _start,
        f"POST {ONE}/pause": _pause,
        f"GET {ONE}/export/by-audience-member": _results,
        f"GET {ONE}/logs/export": _logs,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


_CAMPAIGN = Resource(
    noun="Campaign",
    collection=CAMPAIGNS,
    fields={
        "name": ...,
        "description": "",
        "audienceId": ...,
        "agentId": ...,
        "phoneNumberIds": [],
        "scheduledAt": None,
        "maxRetries": 3,
        "retryDelay": 15,
    },
    feature="campaigns",
    limit="campaigns",
)


def _create(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    _CAMPAIGN.require_plan(state)
    _require_parts(state, body)
    made = _CAMPAIGN.insert(
        state,
        body,
        host=host_of(inputs.headers),  # as whoever asks reaches the server
        phase="scheduled" if body.get("scheduledAt") else "draft",
        startedAt=None,
        pausedAt=None,
        retryAttempts=0,
        cancelledCallsCount=0,
        events=[],
    )
    shown = {name: value for name, value in stamped(made).items() if name not in _HIDDEN}
    counts = {"participantsCount": _participants(state, made), "status": made.body["phase"]}
    return atoms_ok({**shown, **counts}, 201)


def _require_parts(state: State, body: Mapping[str, Any]) -> None:
    agent = require_agent(state, body["agentId"])
    if agent.body["archivedAt"] is not None:
        raise RefusedError(atoms_error(400, "Agent is archived"))
    if not body["name"].strip():
        raise RefusedError(atoms_error(400, "name: Required"))
    if body.get("scheduledAt") and read_time(body["scheduledAt"]) is None:
        raise RefusedError(atoms_no_time("scheduledAt"))
    if state.store.get(AUDIENCES, body["audienceId"]) is None:
        raise RefusedError(atoms_error(400, "Audience not found"))
    for number_id in body.get("phoneNumberIds", ()):
        require_number(state, number_id)


def _list(state: State, inputs: Inputs) -> Response:
    campaigns = [_present(state, each) for each in state.store.list(CAMPAIGNS)]
    found = matching(campaigns, inputs.query, {"status": "status"})
    found = ordered(containing(found, inputs.query["search"], "name"), inputs.query)
    listed: Page[dict[str, Any]] = page(found, inputs.query, "offset", 5)
    return atoms_ok(
        {
            "campaigns": listed.items,
            "pagination": listed.pagination(),
            "totalCampaignCount": len(campaigns),
        }
    )


def _present(state: State, campaign: Document) -> dict[str, Any]:
    """Return a campaign as listings show it."""
    campaign = settle(state, campaign)
    agent = state.store.get(AGENTS, campaign.body["agentId"])
    audience = state.store.get(AUDIENCES, campaign.body["audienceId"])
    hidden = (*_HIDDEN, "agentId", "audienceId")
    shown = {name: value for name, value in stamped(campaign).items() if name not in hidden}
    kind = None if agent is None else {"workflowType": agent.body["workflowType"]}
    return {
        **shown,
        "agent": None if agent is None else {**_named(agent), **(kind or {})},
        "audience": None if audience is None else _named(audience),
        "participantsCount": _participants(state, campaign),
        "retryAttempts": sum(max(len(one.calls) - 1, 0) for one in attempts(state, campaign)),
        "status": status_of(state, campaign),
    }


def _named(document: Document) -> dict[str, Any]:
    return {"_id": document.id, "name": document.body["name"]}


def _participants(state: State, campaign: Document) -> int:
    return state.store.count(MEMBERS, {"audienceId": campaign.body["audienceId"]})


def _get(state: State, inputs: Inputs) -> Response:
    campaign = settle(state, _CAMPAIGN.require(state, inputs.path["id"], 400))
    tried = attempts(state, campaign)
    return atoms_ok(
        {
            "campaign": _present(state, campaign),
            "events": campaign.body["events"],
            "metrics": {
                "total_participants": _participants(state, campaign),
                "contacts_called": sum(bool(one.calls) for one in tried),
                "contacts_connected": sum(
                    any(call.answered for call in one.calls) for one in tried
                ),
            },
        }
    )


def _start(state: State, inputs: Inputs) -> Response:
    campaign = _CAMPAIGN.require(state, inputs.path["id"])
    status = status_of(state, campaign)
    if status not in {"draft", "scheduled", "paused"}:
        return atoms_error(400, f"A campaign that is {status} cannot be started")
    if not _participants(state, campaign):
        return atoms_error(400, "The audience is empty")
    start(state, campaign, "user")
    task = new_id(state.clock())
    message = "Campaign resumed" if status == "paused" else "Campaign started"
    return atoms_ok({"message": message, "taskId": task, "campaignId": campaign.id}, 202)


def _pause(state: State, inputs: Inputs) -> Response:
    campaign = _CAMPAIGN.require(state, inputs.path["id"], 400)
    status = status_of(state, campaign)
    if status not in {"processing", "running"}:
        return atoms_error(400, f"A campaign that is {status} cannot be paused")
    pause(state, settle(state, campaign))
    return done()


def _require_idle(state: State, campaign: Document) -> None:
    if status_of(state, campaign) in {"processing", "running"}:
        raise RefusedError(atoms_error(400, "Pause the campaign before deleting it"))


def _results(state: State, inputs: Inputs) -> Response:
    campaign = settle(state, _CAMPAIGN.require(state, inputs.path["id"]))
    if inputs.query["format"] == "csv":
        return results_table(state, campaign)
    return results(state, campaign)


def _logs(state: State, inputs: Inputs) -> Response:
    return logs(state, settle(state, _CAMPAIGN.require(state, inputs.path["id"], 400)))
