"""The widget that shows an agent on web pages: its look, its behaviour, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_files import safe_name, upload_url
from .atoms_history import record
from .atoms_records import AGENTS, require_agent
from .operations import Inputs, operation
from .replies import atoms_error, atoms_success
from .store import new_id

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

_DEFAULTS: dict[str, Any] = {
    "position": "bottom-right",
    "size": "full",
    "borderRadius": 12,
    "mode": "chat",
    "theme": "light",
    "baseColor": "#ffffff",
    "accentColor": "#2d9d9f",
    "agentBubbleColor": "#f3f4f6",
    "textOnAccentColor": "#FFFFFF",
    "secondaryTextColor": "#6b7280",
    "primaryTextColor": "#111827",
    "title": "",
    "startButtonText": "Start",
    "endButtonText": "End",
    "ctaName": "Talk to Atoms",
    "widgetName": "Atoms",
    "avatarUrl": None,
    "chatPlaceholder": "Type your message...",
    "voiceShowTranscript": False,
    "consentRequired": False,
    "consentTitle": "Privacy Agreement",
    "allowlist": [],
}
_MOST_BYTES = 5 * 1024 * 1024


def routes(state: State) -> list[BaseRoute]:
    """Return the routes of widgets; all are deprecated, and work."""
    handlers = {
        "GET /atoms/v1/agent/{id}/widget-config": _get,
        "PATCH /atoms/v1/agent/{id}/widget-config": _update,
        "POST /atoms/v1/agent/{id}/avatar/presigned-url": _avatar,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _get(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"], 404)
    own = agent.body.get("widgetConfig") or {}
    return atoms_success({**_DEFAULTS, "assistantId": agent.id, **own})


def _update(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"], 404)
    own = {**(agent.body.get("widgetConfig") or {}), **inputs.body.get("widgetConfig", {})}
    record(state, state.store.update(AGENTS, agent.id, {"widgetConfig": own}) or agent)
    return atoms_success({**_DEFAULTS, "assistantId": agent.id, **own})


def _avatar(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.path["id"], 404)
    kind, size = inputs.body["contentType"], inputs.body["fileSize"]
    if not kind.startswith("image/"):
        return atoms_error(400, "contentType: only pictures can be sent")
    if not 0 < size <= _MOST_BYTES:
        return atoms_error(400, f"fileSize: must be 1 to {_MOST_BYTES} bytes")
    name = safe_name(inputs.body["fileName"])
    key = f"avatars/{agent.id}/{new_id(state.clock())}-{name}"
    url = upload_url(state, inputs, key, kind)
    return atoms_success({"presignedUrl": url, "cdnUrl": url, "key": key})
