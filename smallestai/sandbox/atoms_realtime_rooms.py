"""Rooms: web calls and chats over LiveKit, of which the sandbox has only the form.

The reply is shaped as the service's; the room is on a host that cannot exist, and the token is
signed for nobody. The call stays `pending` for as long as calls last, then counts as not answered.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING, Any

from .atoms_calls_board import host_of
from .atoms_calls_lines import record
from .atoms_records import CALLS, require_agent
from .operations import Inputs, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

HOST = "wss://livekit.sandbox.invalid"
"""Where rooms are said to be; names that end in `.invalid` are never resolved (RFC 2606)."""

_TEN = 10  # a call that nobody answers rings for a tenth of its seconds


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that open rooms."""
    return [
        operation(state, "POST /atoms/v1/conversation/webcall", _open),
        operation(state, "POST /atoms/v1/conversation/chat", _open),
    ]


def _open(state: State, inputs: Inputs) -> Response:
    agent = require_agent(state, inputs.body["agentId"])
    if agent.body["archivedAt"] is not None:
        return atoms_error(400, "Agent is archived")
    body = record(state, agent, "", "webcall", {}) | {
        "room": True,
        "outcome": "no_answer",
        "seconds": state.settings.call_seconds * _TEN,
        "startsAt": state.clock(),
        "host": host_of(inputs.headers),
    }
    call = state.store.insert(CALLS, body)
    name = f"room-{call.body['callId']}"
    return atoms_ok(
        {
            "token": _token(name, state.clock()),
            "roomName": name,
            "host": HOST,
            "conversationId": call.id,
            "callId": call.body["callId"],
        }
    )


def _token(room: str, now: float) -> str:
    """Return a JSON Web Token as LiveKit takes them, signed with a secret that nobody keeps."""
    claims = {
        "iss": "sandbox",
        "sub": f"user-{secrets.token_hex(4)}",
        "exp": int(now) + 3600,
        "video": {"room": room, "roomJoin": True},
    }
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    signature = hmac.new(secrets.token_bytes(32), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{_encoded(signature)}"


def _part(content: dict[str, Any]) -> str:
    return _encoded(json.dumps(content, separators=(",", ":")).encode())


def _encoded(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
