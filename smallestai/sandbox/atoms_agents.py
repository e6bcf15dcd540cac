"""Agents: creating, listing, changing, copying and archiving them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION
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
    workflow_of,
)
from .operations import Inputs, operation, page_of
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
        "DELETE /atoms/v1/agent/{id}/archive": _archive,
        "GET /atoms/v1/agent/{id}/call-logs": _call_logs,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _create(state: State, inputs: Inputs) -> Response:
    return atoms_ok(create_agent(state, inputs.body).id, 201)


def _create_with_ai(state: State, inputs: Inputs) -> Response:
    body = inputs.body
    answers = [f"{each['question']}\n{each['answer']}" for each in body.get("questions", ())]
    voice = {"model": body.get("voiceModel"), "voiceId": body.get("voiceId")}
    chosen = {name: value for name, value in voice.items() if value is not None}
    settings = {
        "name": body.get("name", "New agent"),
        "description": body.get("description", ""),
        "synthesizer": {"voiceConfig": chosen},
    }
    if "knowledgeBaseId" in body:
        settings["globalKnowledgeBaseId"] = body["knowledgeBaseId"]
    return atoms_success(create_agent(state, settings, prompt="\n\n".join(answers)).id, 201)


def _list(state: State, inputs: Inputs) -> Response:
    query = inputs.query
    descending = query["sortOrder"] != "asc"
    documents = state.store.list(AGENTS, newest_first=descending)
    agents = [present_agent(state, each) for each in documents if _matches(each, query)]
    field = query["sortField"] or "createdAt"
    agents.sort(key=lambda agent: _sort_key(agent[field]), reverse=descending)
    page = page_of(agents, query["page"], query["offset"] or 10)
    return atoms_ok({"agents": page, "total": len(agents)})


def _matches(agent: Document, query: Mapping[str, Any]) -> bool:
    return (
        (agent.body["archivedAt"] is not None) == bool(query["archived"])
        and (query["search"] or "").casefold() in agent.body["name"].casefold()
        and query["type"] in {None, agent.body["workflowType"]}
    )


def _sort_key(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _get(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    version = inputs.query["versionId"]
    if inputs.query["draftId"] is not None:
        return atoms_missing("No draft found")
    if version not in {None, agent.body["activeVersionId"]}:
        return atoms_missing("No version found")
    source = "active" if version is None else "version"
    shown = {"_configSource": source, "_resolvedConfig": _resolved(state, agent)}
    return atoms_ok({**present_agent(state, agent), **shown})


def _resolved(state: State, agent: Document) -> dict[str, Any]:
    """Return the settings that a call of this agent would run with."""
    workflow, settings = workflow_of(state, agent).body, agent.body
    same = ("firstMessage", "globalPrompt", "allowInterruptions", "backgroundSound")
    return {
        "prompt": workflow["prompt"],
        "tools": workflow["tools"],
        "modelName": settings["slmModel"],
        "defaultLanguage": settings["language"]["default"],
        "supportedLanguages": settings["language"]["supported"],
        **{name: settings[name] for name in same},
    }


def _update(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    refused = sorted(inputs.body.keys() & CONFIG)
    if refused:
        return atoms_error(
            400, f"Config-level fields are changed through the agent's draft: {', '.join(refused)}"
        )
    changes = {name: value for name, value in inputs.body.items() if name in PRESENTATION}
    state.store.update(AGENTS, agent.id, changes)
    return atoms_ok("Agent updated")


def _duplicate(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"])
    if inputs.body["targetOrganizationId"] != ORGANIZATION:
        return atoms_error(403, "You have no access to the target organization")
    workflow = workflow_of(state, agent).body
    settings = {**agent.body, "name": f"{agent.body['name']} (copy)"}
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
    page, size = inputs.query["page"] or 1, inputs.query["offset"] or 10
    calls = state.store.list(CALLS, where={"agentId": agent.id}, newest_first=True)
    logs = [call_log(each, state.clock()) for each in page_of(calls, page, size)]
    data = {"callLogs": logs, "totalCount": len(calls), "page": page, "offset": size}
    return atoms_success(data)


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
