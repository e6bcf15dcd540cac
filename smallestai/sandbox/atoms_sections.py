"""An agent's settings as its versions hold them: in sections, which can be compared."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from attrs import evolve

from .atoms_records import CONFIG, WORKFLOWS, workflow_of

if TYPE_CHECKING:
    from .state import State
    from .store import Document

Config = Mapping[str, Any]

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "workflow_prompt": ("prompt", "globalPrompt", "firstMessage", "enableStyleGuide"),
    "workflow_tools": ("tools", "preCallAPI", "globalKnowledgeBaseId", "defaultVariables"),
    "workflow_graph": ("nodes", "edges", "workflowType"),
    "llm": ("slmModel", "customLLMWebSocketUrl"),
    "voice": ("synthesizer", "pronunciationDicts", "speechFormatting"),
    "language": ("language", "timezone", "transcriberType"),
    "call_handling": (
        *("allowInterruptions", "interruptionBackoffTimer", "muteUserUntilFirstBotResponse"),
        *("waitForUserToSpeakFirst", "voiceMailDetectionConfig"),
    ),
    "detection": ("smartTurnConfig", "voiceDetectionConfig"),
    "analytics": ("postCallAnalyticsConfig", "callDispositionConfig"),
    "timeouts": ("llmIdleTimeoutConfig", "sessionTimeoutConfig"),
    "audio": ("backgroundSound", "denoisingConfig"),
    "privacy": ("redactionConfig",),
    "widget": ("widgetConfig",),
    "playbooks": (),
}
"""Which settings belong to which section."""

_WORKFLOW = ("prompt", "tools", "nodes", "edges")


def config_of(state: State, agent: Document) -> dict[str, Any]:
    """Return the settings that an agent takes calls with, those of its workflow among them."""
    workflow = workflow_of(state, agent).body
    settings = {name: value for name, value in agent.body.items() if name in CONFIG}
    return {**settings, **{name: workflow[name] for name in _WORKFLOW}}


def apply(state: State, agent: Document, config: Config, **more: Any) -> None:
    """Have an agent take calls with some settings from now on.

    Args:
        state: The server's state.
        agent: Whose settings to replace.
        config: All of its settings.
        **more: Other fields of the agent's record to set.
    """
    workflow = {name: config[name] for name in _WORKFLOW}
    kind = config["workflowType"]
    state.store.update(WORKFLOWS, agent.body["workflowId"], {"type": kind, **workflow})
    state.store.update("agents", agent.id, {**_settings(config), **more})


def adopted(agent: Document, config: Config) -> Document:
    """Return an agent's record as it would be if the agent took calls with some settings."""
    own = {name: value for name, value in agent.body.items() if name not in CONFIG}
    return evolve(agent, body={**own, **_settings(config)})


def _settings(config: Config) -> dict[str, Any]:
    """Return those settings that are not in the workflow's record."""
    return {name: value for name, value in config.items() if name not in _WORKFLOW}


def edited(config: Config, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings with the changes that a request asks for; what it does not name stays."""
    changes = {name: value for name, value in body.items() if name in CONFIG}
    prompt = changes.pop("singlePromptConfig", {})
    graph = body.get("workflowGraph", {})
    whole = {name: value for name, value in {**prompt, **graph}.items() if name in _WORKFLOW}
    return {
        **config,
        **{name: _laid(config.get(name), value) for name, value in changes.items()},
        **whole,
    }


def blocks(config: Config) -> dict[str, str]:
    """Return a fingerprint of each section; sections that are the same have the same."""
    return {name: _fingerprint(_section(config, name)) for name in SECTIONS}


def changed(old: Config, new: Config) -> list[str]:
    """Return the names of the sections that differ."""
    return [name for name in SECTIONS if _section(old, name) != _section(new, name)]


def difference(old: Config, new: Config) -> dict[str, Any]:
    """Return where two states differ, section by section and value by value."""
    differing = changed(old, new)
    diffs = [
        {"section": name, "changes": list(_changes(_section(old, name), _section(new, name)))}
        for name in differing
    ]
    same = [name for name in SECTIONS if name not in differing]
    return {"unchangedSections": same, "diffs": diffs}


def resolved(config: Config) -> dict[str, Any]:
    """Return settings under the names that a call gives them."""
    same = (
        *("prompt", "tools", "firstMessage", "globalPrompt", "allowInterruptions"),
        *("backgroundSound", "muteUserUntilFirstBotResponse", "callDispositionConfig"),
        *("denoisingConfig", "redactionConfig", "sessionTimeoutConfig"),
    )
    optional = (
        *("llmIdleTimeoutConfig", "postCallAnalyticsConfig", "preCallAPI", "smartTurnConfig"),
        *("transcriberType", "voiceDetectionConfig"),
    )
    return {
        **{name: config[name] for name in same},
        **{name: config[name] for name in optional if name in config},
        "modelName": config["slmModel"],
        "defaultLanguage": config["language"]["default"],
        "supportedLanguages": config["language"]["supported"],
        "languageSwitching": config["language"]["switching"],
        "workflowGraph": {"nodes": config["nodes"], "edges": config["edges"]},
    }


def _laid(old: Any, new: Any) -> Any:
    """Lay a new value over an old one, object by object."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return new
    return {**old, **{name: _laid(old.get(name), value) for name, value in new.items()}}


def _section(config: Config, name: str) -> dict[str, Any]:
    return {key: config[key] for key in SECTIONS[name] if key in config}


def _fingerprint(section: Mapping[str, Any]) -> str:
    return sha256(json.dumps(section, sort_keys=True).encode()).hexdigest()[:24]


def _changes(old: Any, new: Any, path: str = "") -> Iterator[dict[str, Any]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for name in sorted({*old, *new}):
            below = f"{path}.{name}" if path else name
            yield from _changes(old.get(name), new.get(name), below)
    elif old != new:
        yield {"path": path, "oldValue": old, "newValue": new}
