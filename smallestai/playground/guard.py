"""Who is let in: pages of this server, in a browser of this machine, that know its token."""

from __future__ import annotations

from secrets import compare_digest
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Guard:
    """Refuses what does not come from the page.

    - **Another name in `Host`** (403): a site whose name was made to lead to this machine.
    - **Another `Origin`** (403): a page of another site; sockets must have one.
    - **Another token** (404): another user of this machine, or an address of an earlier run.

    Every answer forbids the browser to run or load anything from elsewhere, to keep it, and to
    tell other sites the address.

    Args:
        app: What is guarded.
        token: The first part of every path.
        port: The port it is served on.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._token = token.encode()
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}
        sockets = " ".join(f"ws://{host}" for host in sorted(self._hosts))
        self._headers = {
            "Content-Security-Policy": _POLICY.format(sockets=sockets),
            "Permissions-Policy": "microphone=(self)",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request or a socket, or refuse it."""
        status = self._refusal(scope)
        if status is None:
            await self._app(scope, receive, self._with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close"})  # before it is accepted: 403
        else:
            response = PlainTextResponse("not for you\n", status)
            await response(scope, receive, self._with_headers(send))

    def _refusal(self, scope: Scope) -> int | None:
        headers = Headers(scope=scope)
        hosts, origin = headers.getlist("host"), headers.get("origin")
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return 403
        if origin not in self._origins and (origin is not None or scope["type"] == "websocket"):
            return 403
        given = scope["path"].removeprefix("/").partition("/")[0].encode()
        return None if compare_digest(given, self._token) else 404

    def _with_headers(self, send: Send) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        return with_headers
