"""Agents as the sandbox keeps them: settings, the workflow of each, and how they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION, USER
from .atoms_plan import require_room
from .operations import RefusedError
from .replies import atoms_error, atoms_missing, timestamp
from .store import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .state import State
    from .store import Document

AGENTS = "agents"
WORKFLOWS = "workflows"
CALLS = "calls"
NUMBERS = "numbers"
AUDIENCES = "audiences"
MEMBERS = "audience_members"
CAMPAIGNS = "campaigns"

_OBJECT_ID = re.compile(r"[0-9a-fA-F]{24}")

_DEFAULTS: Mapping[str, Any] = {
    "description": "",
    "backgroundSound": "",
    "language": {
        "default": "en",
        "supported": ["en"],
        "switching": {
            "isEnabled": False,
            "minWordsForDetection": 2,
            "strongSignalThreshold": 0.7,
            "weakSignalThreshold": 0.3,
            "minConsecutiveForWeakThresholdSwitch": 2,
        },
    },
    "synthesizer": {
        "voiceConfig": {"model": "waves_lightning_v3_1", "voiceId": "nyah", "gender": "female"},
        "speed": 1.2,
        "consistency": 0.5,
        "similarity": 0,
        "enhancement": 1,
        "sampleRate": 16000,
    },
    "slmModel": "electron",
    "defaultVariables": {},
    "globalPrompt": "",
    "workflowType": "single_prompt",
    "firstMessage": "",
    "muteUserUntilFirstBotResponse": False,
    "allowInterruptions": True,
    "waitForUserToSpeakFirst": False,
    "voiceMailDetectionConfig": {"enabled": False},
    "denoisingConfig": {"isEnabled": False},
    "redactionConfig": {"isEnabled": False},
    "pronunciationDicts": [],
    "sessionTimeoutConfig": {"timeoutTimeInSecs": 1800},
    "timezone": {"label": "(GMT+0:00) UTC", "offset": 0},
    "callDispositionConfig": "",
    "allowInboundCall": True,
    "enableStyleGuide": True,
    "visibleToEveryone": False,
}
PRESENTATION = frozenset(
    {
        "name",
        "description",
        "avatarUrl",
        "telephonyProductId",
        "allowInboundCall",
        "visibleToEveryone",
    }
)
"""The fields that an agent has itself; all others belong to its versions."""

CONFIG = (
    _DEFAULTS.keys()
    | {
        "customLLMWebSocketUrl",
        "globalKnowledgeBaseId",
        "interruptionBackoffTimer",
        "llmIdleTimeoutConfig",
        "postCallAnalyticsConfig",
        "preCallAPI",
        "singlePromptConfig",
        "smartTurnConfig",
        "speechFormatting",
        "transcriberType",
        "voiceDetectionConfig",
        "widgetConfig",
    }
) - PRESENTATION
"""The fields that belong to an agent's versions."""

_SETTABLE = (PRESENTATION | CONFIG) - {"singlePromptConfig"}  # its workflow holds that


def create_agent(
    state: State, settings: Mapping[str, Any], *, prompt: str = "", tools: Any = ()
) -> Document:
    """Keep a new agent and its workflow; settings left out have the service's defaults.

    What is no setting of an agent is ignored.

    Raises:
        RefusedError: The plan has no room for another agent.
    """
    require_room(state, "agents", state.store.count(AGENTS))
    given = {name: value for name, value in settings.items() if name in _SETTABLE}
    agent = _merge(_DEFAULTS, given)
    contents = {"prompt": prompt, "tools": list(tools), "nodes": [], "edges": []}
    workflow = state.store.insert(WORKFLOWS, {"type": agent["workflowType"], **contents})
    made = state.store.insert(
        AGENTS,
        {
            **agent,
            "organization": ORGANIZATION,
            "createdBy": USER,
            "workflowId": workflow.id,
            "activeVersionId": new_id(state.clock()),
            "archivedAt": None,
        },
    )
    take_numbers(state, made)
    return made


def take_numbers(state: State, agent: Document) -> None:
    """Take the numbers that an agent was given from all others: one agent answers a number."""
    given = set(agent.body.get("telephonyProductId", ()))
    for other in state.store.list(AGENTS) if given else ():
        held = other.body.get("telephonyProductId", [])
        left = [each for each in held if each not in given]
        if other.id != agent.id and left != held:
            state.store.update(AGENTS, other.id, {"telephonyProductId": left})


def numbers_of(state: State, agent: Document) -> list[str]:
    """Return the phone numbers that an agent answers, and calls from."""
    held = (state.store.get(NUMBERS, each) for each in agent.body.get("telephonyProductId", ()))
    return [each.body["attributes"]["phoneNumber"] for each in held if each is not None]


def require_number(state: State, number_id: str) -> str:
    """Return the phone number with an id; refuse the request when there is none."""
    found = state.store.get(NUMBERS, number_id)
    if found is None:
        raise RefusedError(atoms_error(400, f"Phone number not found: {number_id}"))
    number: str = found.body["attributes"]["phoneNumber"]
    return number


def require_agent(state: State, agent_id: str, status: int = 400) -> Document:
    """Return an agent; refuse the request when the id is no id or nobody's.

    Most routes say so with a 400 that has no `status` in its body, the newer ones with a 404.
    """
    found = state.store.get(AGENTS, agent_id) if _OBJECT_ID.fullmatch(agent_id) else None
    if found is not None:
        return found
    if status != 400:
        raise RefusedError(atoms_error(status, "No agent found"))
    known = _OBJECT_ID.fullmatch(agent_id)
    raise RefusedError(atoms_missing() if known else atoms_missing("Invalid agent id"))


def workflow_of(state: State, agent: Document) -> Document:
    """Return the workflow that was made with an agent."""
    workflow = state.store.get(WORKFLOWS, agent.body["workflowId"])
    if workflow is None:
        raise LookupError(f"agent {agent.id} has lost its workflow")
    return workflow


def present_agent(state: State, agent: Document) -> dict[str, Any]:
    """Return an agent as the service shows it."""
    archived_at = agent.body["archivedAt"]
    shown = {name: value for name, value in agent.body.items() if name != "archivedAt"}
    return {
        "_id": agent.id,
        **shown,
        "archived": archived_at is not None,
        **({} if archived_at is None else {"archivedAt": timestamp(archived_at)}),
        "phoneNumber": numbers_of(state, agent),
        "totalCalls": state.store.count(CALLS, {"agentId": agent.id}),
        "createdAt": timestamp(agent.created),
        "updatedAt": timestamp(agent.updated),
    }


def _merge(defaults: Mapping[str, Any], settings: Mapping[str, Any]) -> dict[str, Any]:
    """Lay settings over defaults, object by object."""
    merged = {**defaults, **settings}
    for name, value in settings.items():
        if isinstance(value, dict) and isinstance(defaults.get(name), dict):
            merged[name] = _merge(defaults[name], value)
    return merged
