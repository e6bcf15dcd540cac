"""Who may call what: API keys, short-lived tokens minted from them, and routes open to all."""

from __future__ import annotations

import re
import secrets
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from attrs import frozen
from starlette.responses import JSONResponse, Response

from .operations import Inputs, operation
from .replies import waves_error, waves_unauthorized

if TYPE_CHECKING:
    from starlette.routing import BaseRoute

    from .state import State

TOKENS = "access_tokens"
PREFIX = "wat_"
DEFAULT_TTL = 300

_VOICE_LISTS = r"/waves/v1/([^/]+/get_voices|voice/get-all-models)"
CALL_PREFIX = "wct_"
"""What tokens for one call of an agent begin with."""

_PUBLIC = re.compile(rf"{_VOICE_LISTS}|/waves/v1/health|/files/.+")
_OPEN_TO_CALLS = "/atoms/v1/agent/connect"
_OPEN_TO_TOKENS = re.compile(
    rf"/waves/v1/(tts|stt)(/|/live)?|/waves/v1/s2s|{_VOICE_LISTS}"
    r"|/waves/v1/lightning-v3\.1/(get_speech|stream|get_speech/stream)"
)


@frozen
class Principal:
    """Who sent a request: the holder of a key, of a token minted from one, or of one for a call."""

    kind: Literal["key", "token", "call"]

    def opens(self, path: str) -> bool:
        """Return whether a route may be called.

        A token opens speech and the voice lists only, one for a call its socket.
        """
        if self.kind == "call":
            return path == _OPEN_TO_CALLS
        return self.kind == "key" or _OPEN_TO_TOKENS.fullmatch(path) is not None


def is_public(path: str) -> bool:
    """Return whether a route needs no credential: voice lists, health, and signed addresses."""
    return _PUBLIC.fullmatch(path) is not None


def verify(state: State, credential: str) -> Principal | None:
    """Return who a credential belongs to, or None for an unknown key and a dead or unknown token.

    Args:
        state: The server's state. Without an `api_key` every key that is not empty is known.
        credential: What followed `Bearer`, or the value of `?token=` or `?api_key=`.
    """
    if credential.startswith(PREFIX):
        return Principal("token") if _is_live(state, credential) else None
    if credential.startswith(CALL_PREFIX):  # whether it is good is for the socket to say
        return Principal("call")
    if state.api_key is None:
        return Principal("key") if credential else None
    known = secrets.compare_digest(credential.encode(), state.api_key.encode())
    return Principal("key") if known else None


def refuse_token() -> JSONResponse:
    """Answer 403 to a token on a route that only a key opens."""
    return waves_error(403, "Access tokens cannot be used on this route")


def routes(state: State) -> list[BaseRoute]:
    """Return the route that mints tokens."""
    return [operation(state, "POST /waves/v1/auth/token", _mint)]


def _mint(state: State, inputs: Inputs) -> Response:
    key = inputs.headers.get("authorization", "").partition(" ")[2].strip()
    principal = verify(state, key)
    if principal is None:
        return waves_unauthorized()
    if principal.kind == "token":
        return refuse_token()
    ttl = inputs.body.get("ttl_seconds", DEFAULT_TTL)
    token, expires = f"{PREFIX}{secrets.token_urlsafe(32)}", int(state.clock()) + ttl
    record = {"key": _digest(key), "expires": expires}
    state.store.insert(TOKENS, record, document_id=_digest(token))
    return JSONResponse(_reply(token, ttl, expires))


def _reply(token: str, ttl: int, expires: int) -> dict[str, object]:
    return {
        "access_token": token,
        "token_type": "Bearer",
        "expires_in": ttl,
        "expires_at": datetime.fromtimestamp(expires, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _is_live(state: State, token: str) -> bool:
    """Return whether a token has time left and the key it came from is still the server's."""
    record = state.store.get(TOKENS, _digest(token))
    if record is None or state.clock() >= record.body["expires"]:
        return False
    return state.api_key is None or record.body["key"] == _digest(state.api_key)


def _digest(secret: str) -> str:
    """Return what the store keeps instead of a key or a token."""
    return sha256(secret.encode()).hexdigest()
