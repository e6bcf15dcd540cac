"""The faults of HTTP routes, each with the body that the service would send.

| Name | Reply |
|---|---|
| `bad_request` | 400, with a validation issue |
| `plan_gate` | 400, a feature that the plan does not include |
| `unauthorized` | 401 |
| `payment_required` | 402; of Atoms, which has none, 400 |
| `forbidden` | 403 |
| `organization_gate` | 403, a feature that cannot be bought |
| `not_found` | 404 |
| `conflict` | 409 |
| `retired_route` | of Atoms 409 with `Sunset`, of Waves 410 with a code |
| `gone` | 410 |
| `too_large` | 413; of the older transcription route, 400 |
| `frozen` | 423 |
| `rate_limited`, `concurrency` | 429; option `retry_after` in seconds |
| `server_error`, `upstream`, `unavailable` | 500, 502, 503; option `retry_after` |
| `html` | 502 and a page of a proxy; option `status` |
| `hang` | none, until the client goes; with the option `seconds`, the right one after them |
| `drop` | half of the body, or `after_bytes` of it, then the connection is cut |

A name that is not in this list is answered with 400.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse

from . import replies
from .chat_replies import refusal as chat_refusal
from .fault_names import REQUESTS
from .faults import PATH
from .faults_sockets import cut
from .synthesis import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from .faults import Fault
    from .state import State

_SUNSET = "Sat, 31 Oct 2026 00:00:00 GMT"
_PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n"

_STATUSES = {
    "bad_request": (400, "Invalid request"),
    "plan_gate": (400, "Upgrade your plan to use this feature"),
    "payment_required": (402, "Insufficient credits"),
    "forbidden": (403, "You do not have permission to do this"),
    "organization_gate": (403, "This feature is not available for your organization"),
    "not_found": (404, "Not found"),
    "conflict": (409, "The resource was changed in the meantime"),
    "gone": (410, "This is no longer available"),
    "too_large": (413, "File size exceeds maximum limit of 250MB."),
    "frozen": (423, "The configuration is frozen"),
    "rate_limited": (429, "Rate limit exceeded. Try again later."),
    "concurrency": (429, "Concurrency limit reached"),
    "server_error": (500, "Internal server error"),
    "upstream": (502, "Bad gateway"),
    "unavailable": (503, "Service temporarily unavailable"),
}


class FaultyReplies:
    """Acts out the faults of HTTP routes; sockets pass.

    Args:
        app: What answers when nothing is to go wrong.
        state: The server's state, which holds the faults.
    """

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app = app
        self._state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        fault = self._fault(scope) if scope["type"] == "http" else None
        if fault is None:
            await self._app(scope, receive, send)
        elif fault.name == "hang":
            await self._hang(fault, scope, receive, send)
        elif fault.name == "drop":
            await _drop(self._app, fault, scope, receive, send)
        else:
            await reply_of(fault, scope["path"])(scope, receive, send)

    def _fault(self, scope: Scope) -> Fault | None:
        if scope["path"] == PATH:  # else they could not be cleared
            return None
        query = Request(scope).query_params
        return self._state.faults.take_request(
            scope["method"], scope["path"], Headers(scope=scope), query
        )

    async def _hang(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        seconds = fault.options.get("seconds")
        if seconds is None:
            await _left(receive)
        else:
            await asyncio.sleep(seconds * self._state.settings.time_scale)
            await self._app(scope, receive, send)


def reply_of(fault: Fault, path: str) -> Response:
    """Return the reply of a fault to a request for a path."""
    if fault.name not in REQUESTS:
        known = ", ".join(REQUESTS)
        return replies.waves_error(400, f"There is no fault '{fault.name}'. Known: {known}")
    make = _atoms if path.startswith(("/atoms/", "/payment/")) else _waves
    reply = make(fault, path)
    if (seconds := fault.options.get("retry_after")) is not None:
        reply.headers["Retry-After"] = str(seconds)
    return reply


def _atoms(fault: Fault, path: str) -> Response:
    match fault.name:
        case "unauthorized":
            return replies.atoms_unauthorized()
        case "retired_route":
            message = "This route has moved; see the migration guide"
            kind = "versioning_v2_migration_required"
            return replies.route_retired(kind, message, sunset=_SUNSET)
        case "frozen":
            return replies.config_frozen("The configuration is frozen")
        case "rate_limited" | "concurrency":
            return replies.rate_limited(fault.options.get("retry_after", 1))
        case "html":
            return _page(fault)
        case "payment_required":
            return replies.atoms_error(400, "Insufficient credits")
    status, message = _STATUSES[fault.name]
    if path.startswith("/payment/"):
        return replies.billing_error(status, message)
    if path.startswith("/atoms/v1/account/"):
        return replies.account_error(status, message)
    return replies.atoms_error(status, message)


def _waves(fault: Fault, path: str) -> Response:
    match fault.name:
        case "unauthorized" if path.startswith("/waves/v1/chat/"):
            return chat_refusal(401, "unauthorized")
        case "unauthorized":
            return replies.waves_unauthorized()
        case "retired_route":
            return replies.model_retired("This route", "/waves/v1/tts")
        case "html":
            return _page(fault)
    status, message = _STATUSES[fault.name]
    for prefix, shape in _SHAPES.items():
        if path.startswith(prefix):
            return shape(status, message)
    if status == 400:
        return JSONResponse({"error": [_issue(message)]}, 400)
    return replies.waves_error(status, message)


def _page(fault: Fault) -> Response:
    return HTMLResponse(_PAGE.format("Bad Gateway"), fault.options.get("status", 502))


def _issue(message: str) -> dict[str, Any]:
    return {"code": "custom", "path": [], "message": message}


def _stt(status: int, message: str) -> Response:
    return replies.waves_error(status, message, request_id=new_id("req"))


def _old_stt(status: int, message: str) -> Response:
    if status == 413:
        return replies.waves_legacy_error(400, "Audio data too large", "Error handling audio data")
    return replies.waves_legacy_error(status, message)


def _dictionaries(status: int, message: str) -> Response:
    details = {"details": [_issue(message)]} if status == 400 else {}
    return replies.waves_error(status, message, **details)


_SHAPES: dict[str, Callable[[int, str], Response]] = {
    "/waves/v1/stt": _stt,
    "/waves/v1/pulse/": _old_stt,
    "/waves/v1/pronunciation-dicts": _dictionaries,
    "/waves/v1/chat/": chat_refusal,
    "/waves/v1/text-intelligence": chat_refusal,
}


async def _left(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _drop(app: ASGIApp, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
    cutter = _Cutter(fault.options.get("after_bytes"), scope, send)
    gone = asyncio.create_task(_left_after(cutter, receive))
    try:
        await app(scope, receive, cutter)
        await gone
    finally:
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone


async def _left_after(cutter: _Cutter, receive: Receive) -> None:
    await cutter.done.wait()
    await _left(receive)


class _Cutter:
    """Sends a reply up to a number of bytes, then cuts the connection; the rest goes nowhere."""

    def __init__(self, limit: int | None, scope: Scope, send: Send) -> None:
        self.done = asyncio.Event()
        self._limit = limit
        self._scope = scope
        self._send = send
        self._head: Message | None = None
        self._sent = 0

    async def __call__(self, message: Message) -> None:
        if self.done.is_set():
            return
        if message["type"] == "http.response.start":
            self._head = message  # held back: what follows tells how much half of it is
            return
        body = message.get("body", b"")
        if self._head is not None:
            await self._begin(self._head, body)
        room = (self._limit or 0) - self._sent
        part = body[:room]
        await self._send({"type": "http.response.body", "body": part, "more_body": True})
        self._sent += len(part)
        if len(body) >= room or not message.get("more_body"):
            cut(self._scope)
            self.done.set()

    async def _begin(self, head: Message, body: bytes) -> None:
        announced = Headers(raw=head["headers"]).get("content-length")
        size = len(body) if announced is None else int(announced)
        if self._limit is None:
            self._limit = size // 2
        elif announced is not None:
            self._limit = min(self._limit, max(size - 1, 0))
        self._head = None
        await self._send(head)
