"""An ASGI application that takes deliveries of webhooks (ASGI 3.0, no framework)."""

from __future__ import annotations

import asyncio
import inspect
import logging
from typing import TYPE_CHECKING, Any

from smallestai.errors import ArgumentError, RemoteProtocolError
from smallestai.webhooks_events import parse
from smallestai.webhooks_signature import HEADER, SignatureError, sign, verify

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from smallestai.webhooks_events import WebhookEvent

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]

log = logging.getLogger("smallestai.webhooks")

_NAME = HEADER.lower().encode()


class _OversizeError(Exception):
    """The body is larger than what is taken."""


class WebhookApp:
    """Takes deliveries at any path, checks them, and hands the events on.

        app = WebhookApp(secret, on_event)      # uvicorn module:app
        router.mount("/atoms", WebhookApp(secret, on_event))

    It answers 200 once ``on_event`` has returned, and 500 where that raised; the service waits for
    30 seconds and does not send a delivery again, so work that takes long belongs elsewhere. Other
    answers: 405 to anything but POST, 401 where the signature does not fit, 413 to what is too
    large, 400 to what is no event.

    Args:
        secret: The webhook's secret.
        on_event: Gets each event. It may be async; one that is not runs in a thread.
        max_bytes: How large a delivery may be.

    Raises:
        ArgumentError: An argument cannot be used.
    """

    def __init__(
        self,
        secret: str | bytes,
        on_event: Callable[[WebhookEvent], Any],
        *,
        max_bytes: int = 10_000_000,
    ) -> None:
        sign(b"", secret)  # is there one
        if not callable(on_event):
            raise ArgumentError("on_event", on_event, "must be a function of one event")
        if max_bytes < 1:
            raise ArgumentError("max_bytes", max_bytes, "must be a number of bytes from 1")
        self._secret = secret
        self._on_event = on_event
        self._max_bytes = max_bytes

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI has it."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "http":
            status = await self._status(scope, receive)
            if status is not None:
                await _answer(send, status)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _status(self, scope: Message, receive: Receive) -> int | None:
        """Take a delivery; return the status of the answer, or None where nobody waits for it."""
        if scope["method"] != "POST":
            return 405
        headers: dict[bytes, bytes] = dict(scope["headers"])
        try:
            body = await self._body(headers, receive)
            if body is None:
                return None
            verify(body, headers.get(_NAME, b"").decode("latin-1"), self._secret)
            event = parse(body)
        except _OversizeError:
            return 413
        except SignatureError as error:
            log.warning("refused: %s", error)
            return 401
        except RemoteProtocolError as error:
            log.warning("refused: %s", error)
            return 400
        try:
            await self._hand_on(event)
        except Exception:
            log.exception("the handler of %s %s failed", type(event).__name__, event.id)
            return 500
        return 200

    async def _body(self, headers: dict[bytes, bytes], receive: Receive) -> bytes | None:
        length = headers.get(b"content-length", b"")
        if length.isdigit() and int(length) > self._max_bytes:
            raise _OversizeError
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            body += message.get("body", b"")
            if len(body) > self._max_bytes:
                raise _OversizeError
            if not message.get("more_body"):
                return bytes(body)

    async def _hand_on(self, event: WebhookEvent) -> None:
        handler = self._on_event
        if inspect.iscoroutinefunction(handler):
            await handler(event)
            return
        result = await asyncio.to_thread(handler, event)
        if inspect.isawaitable(result):  # of an object that is called, or a partial
            await result


async def _live(receive: Receive, send: Send) -> None:
    """Say yes to the beginning and the end of the server."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _answer(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0")]
    if status == 405:
        headers.append((b"allow", b"POST"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
