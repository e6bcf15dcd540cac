"""Agents: creating, listing, changing, copying and archiving them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION
from .atoms_history import find_draft, find_version, settled
from .atoms_pages import containing, matching, ordered, page
from .atoms_progress import call_log
from .atoms_records import (
    AGENTS,
    CALLS,
    CONFIG,
    PRESENTATION,
    WORKFLOWS,
    create_agent,
    present_agent,
    require_agent,
    take_numbers,
    workflow_of,
)
from .atoms_resources import done
from .atoms_sections import adopted, config_of, resolved
from .operations import Inputs, operation
from .replies import atoms_error, atoms_missing, atoms_ok, atoms_success

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of agents."""
    handlers = {
        "POST /atoms/v1/agent": _create,
        "GET /atoms/v1/agent": _list,
        "POST /atoms/v1/agent/with-ai": _create_with_ai,
        "GET /atoms/v1/agent/prompt-config": _prompt_config,
        "GET /atoms/v1/agent/{id}": _get,
        "PATCH /atoms/v1/agent/{id}": _update,
        "POST /atoms/v1/agent/{id}/duplicate": _duplicate,
        "DELETE /atoms/v1/agent/{id}": _delete,
        "DELETE /atoms/v1/agent/{id}/archive": _archive,
        "GET /atoms/v1/agent/{id}/call-logs": _call_logs,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _create(state: State, inputs: Inputs) -> Response:
    return atoms_ok(create_agent(state, inputs.body).id, 201)


def _create_with_ai(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    answers = [f"{each['question']}\n{each['answer']}" for each in body.get("questions", ())]
    prompt = "\n\n".join(filter(None, (body.get("description"), *answers)))
    voice = {"model": body.get("voiceModel"), "voiceId": body.get("voiceId")}
    chosen = {name: value for name, value in voice.items() if value is not None}
    settings = {
        "name": body.get("name", "New agent"),
        "description": body.get("description", ""),
        "synthesizer": {"voiceConfig": chosen},
    }
    if "knowledgeBaseId" in body:
        settings["globalKnowledgeBaseId"] = body["knowledgeBaseId"]
    return atoms_success(create_agent(state, settings, prompt=prompt).id, 201)


def _list(state: State, inputs: Inputs) -> Response:
    query = inputs.query
    archived = bool(query["archived"])
    agents = [
        present_agent(state, each)
        for each in state.store.list(AGENTS)
        if (each.body["archivedAt"] is not None) == archived
    ]
    found = containing(matching(agents, query, {"type": "workflowType"}), query["search"], "name")
    listed = page(ordered(found, query), query, "offset", 10)
    return atoms_ok({"agents": listed.items, "total": listed.total})


def _get(state: State, inputs: Inputs) -> Response:
    agent = settled(state, require_agent(state, inputs.path["id"]))
    draft_id, version_id = inputs.query["draftId"], inputs.query["versionId"]
    if draft_id is not None:
        return _at(state, agent, "draft", find_draft(state, agent, draft_id))
    if version_id is not None:
        return _at(state, agent, "version", find_version(state, agent, version_id))
    return atoms_ok(_with(state, agent, "active", config_of(state, agent)))


def _at(state: State, agent: Document, source: str, revision: Document | None) -> Response:
    """Answer with the agent as it would be in one of its versions."""
    if revision is None:
        return atoms_missing(f"No {source} found")
    config = revision.body["config"]
    shown = _with(state, adopted(agent, config), source, config)
    return atoms_ok({**shown, "versionId": revision.id})


def _with(state: State, agent: Document, source: str, config: Mapping[str, Any]) -> dict[str, Any]:
    workflow = {name: config[name] for name in ("prompt", "tools")}
    graph = {"nodes": config["nodes"], "edges": config["edges"]}
    return {
        **present_agent(state, agent),
        "_configSource": source,
        "_resolvedConfig": resolved(config),
        "_versionedWorkflow": {**workflow, "workflowGraph": graph},
    }


def _update(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    refused = sorted(inputs.body.keys() & CONFIG)
    if refused:
        return atoms_error(
            400, f"Config-level fields are changed through the agent's draft: {', '.join(refused)}"
        )
    changes = {name: value for name, value in inputs.body.items() if name in PRESENTATION}
    changed = state.store.update(AGENTS, agent.id, changes)
    take_numbers(state, changed or agent)
    return atoms_ok("Agent updated")


def _duplicate(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    if inputs.body["targetOrganizationId"] != ORGANIZATION:
        return atoms_error(403, "You have no access to the target organization")
    workflow = workflow_of(state, agent).body
    own = {"name": f"{agent.body['name']} (copy)", "telephonyProductId": []}
    settings = {**agent.body, **own}
    copy = create_agent(state, settings, prompt=workflow["prompt"], tools=workflow["tools"])
    state.store.update(WORKFLOWS, copy.body["workflowId"], workflow)
    return atoms_ok({"_id": copy.id}, 201)


def _archive(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    archived = str(inputs.query["on"]).lower() != "false"
    state.store.update(AGENTS, agent.id, {"archivedAt": state.clock() if archived else None})
    return atoms_ok({"message": "Agent archived" if archived else "Agent unarchived"})


def _call_logs(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    calls = state.store.list(CALLS, where={"agentId": agent.id}, newest_first=True)
    listed = page(calls, inputs.query, "offset", 10)
    data = {
        "callLogs": [call_log(each, state.clock()) for each in listed.items],
        "totalCount": listed.total,
        "page": listed.number,
        "offset": listed.size,
    }
    return atoms_success(data)


def _delete(state: State, inputs: Inputs) -> Response:
    """Archive the agent: the calls it had still show it."""
    agent = require_agent(state, inputs.path["id"])
    state.store.update(AGENTS, agent.id, {"archivedAt": state.clock()})
    return done()


def _prompt_config(_: State, __: Inputs) -> Response:
    questions = [
        {
            "text": "What should the agent do on a call?",
            "type": "text",
            "options": [],
            "examples": {
                "Reception": "Greets callers, finds out what they need, puts them through."
            },
        },
        {
            "text": "How should the agent speak?",
            "type": "choice",
            "options": ["Formal", "Friendly", "Brief"],
            "examples": {"Reception": "Friendly"},
        },
    ]
    labels = ["Reception"]
    return atoms_success(
        {"questions": questions, "exampleLabels": labels, "defaultLabel": labels[0]}
    )
