"""The application: every route, and what all of them share (keys, request ids, errors)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response
from starlette.routing import Match
from starlette.websockets import WebSocket

from . import (
    analysis,
    analytics,
    atoms,
    atoms_events,
    atoms_realtime,
    chat,
    clones,
    dictionaries,
    faults,
    health,
    hydra,
    legacy,
    live,
    speech,
    tokens,
    transcription,
    transcription_live,
    voices,
)
from .chat_replies import refusal
from .faults_http import FaultyReplies
from .replies import atoms_unauthorized, not_found, waves_no_key, waves_unauthorized
from .synthesis import new_id
from .tokens import PREFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from .state import State

MODULES = (
    legacy,  # before those that call its routes gone
    speech,
    live,
    voices,
    clones,
    dictionaries,
    transcription,
    transcription_live,
    hydra,
    chat,
    analysis,
    analytics,
    tokens,
    health,
    faults,
    atoms_realtime,
    atoms_events,
    atoms,
)


def create_app(state: State) -> Starlette:
    """Return the application of one server.

    Args:
        state: What its handlers share. Closing it is up to whoever made it.
    """
    routes = [route for module in MODULES for route in module.routes(state)]
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(_Identified),
            Middleware(_Guarded, state=state, routes=routes),
            Middleware(FaultyReplies, state=state),
        ],
        exception_handlers={Exception: _failed},
    )


class _Identified:
    """Gives every reply an `X-Request-Id`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def identify(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                MutableHeaders(scope=message).setdefault("X-Request-Id", new_id("req"))
            await send(message)

        await self._app(scope, receive, identify)


class _Guarded:
    """Lets through what a route serves: those that need no key, and others with a key for them."""

    def __init__(self, app: ASGIApp, state: State, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._state = state
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).send_denial_response(refusal)
        else:
            await refusal(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        if not self._is_served(scope):
            return not_found(scope.get("method", "GET"), scope["path"])
        if tokens.is_public(scope["path"]):
            return None
        credential = _credential(scope)
        principal = tokens.verify(self._state, credential) if credential else None
        if principal is not None and principal.opens(scope["path"]):
            return None
        if scope["path"].startswith("/waves/v1/chat/"):
            return _chat_refusal(credential, principal)
        if principal is not None:
            return tokens.refuse_token()
        if scope["path"].startswith(("/atoms/", "/payment/")):
            return atoms_unauthorized()
        return waves_unauthorized() if credential else waves_no_key()

    def _is_served(self, scope: Scope) -> bool:
        return any(route.matches(scope)[0] is Match.FULL for route in self._routes)


def _chat_refusal(credential: str, principal: tokens.Principal | None) -> Response:
    if principal is not None:
        return refusal(403, "Access tokens cannot be used on this route")
    return refusal(401, "unauthorized" if credential else "Unauthorized: No tokens provided")


def _credential(scope: Scope) -> str:
    """Return the key or the token of a request.

    It is in the `Authorization` header. A socket may have it in its query, since browsers cannot
    set headers there: `token` for either, `api_key` for a token only, except on the Hydra socket,
    where it may be a key as well.
    """
    connection = HTTPConnection(scope)
    scheme, _, credential = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credential.strip()
    if scope["type"] != "websocket":
        return ""
    key = connection.query_params.get("api_key", "")
    allowed = key.startswith(PREFIX) or scope["path"] == hydra.PATH
    return connection.query_params.get("token") or (key if allowed else "")


async def _failed(_: Request, __: Any) -> Response:
    # Starlette raises the exception again for the server to log; the client learns nothing of it.
    body = {"error": "Internal server error", "message": "Internal server error"}
    return JSONResponse(body, 500, {"X-Request-Id": new_id("req")})
