"""Speech over HTTP: the whole audio in one reply, or server-sent events."""

from __future__ import annotations

import base64
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from attrs import frozen
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from . import analytics
from .formats import encoder
from .issues import Issue
from .operations import read_json
from .replies import model_retired, waves_issues
from .synthesis import check_meaning, chunk_bytes, log, new_id, speak, speech_of
from .validation import check_request

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from starlette.requests import Request
    from starlette.routing import BaseRoute

    from .engine import Speech
    from .state import State

AUDIO = "audio/wav"
"""The content type of audio in any format: the service names this one always."""

_EVENTS = "text/event-stream"
_EVENT = b'event: audio\ndata: {"audio":"%s","done":false,"status":"206"}\n\n'
_END = b'data: {"status":"200","done":true}\n\n'
_OLD_RATE = 24000


@frozen
class _Order:
    """A checked request."""

    body: Mapping[str, Any]
    speech: Speech
    headers: Mapping[str, str]
    expires: bool


def routes(state: State) -> list[BaseRoute]:
    """Return the routes that speak over HTTP, the deprecated ones included."""
    old = "/waves/v1/lightning-v3.1"
    return [
        _Speaker(state, "/waves/v1/tts").route(_audio),
        _Speaker(state, "/waves/v1/tts/live").route(_events),
        _Speaker(state, f"{old}/get_speech", successor="/waves/v1/tts").route(_audio),
        _Speaker(state, f"{old}/stream", successor="/waves/v1/tts/live").route(_events),
    ]


class _Speaker:
    """One of the routes, its requests checked against the specification."""

    def __init__(self, state: State, path: str, *, successor: str | None = None) -> None:
        self._state = state
        self._path = path
        self._successor = successor

    def route(self, answer: Any) -> Route:
        async def endpoint(request: Request) -> Response:
            if self._successor is not None and not self._state.settings.lightning_v31_live:
                return model_retired("lightning-v3.1", self._successor)
            order = await self._order(request)
            if isinstance(order, list):
                return waves_issues(order)
            reply: Response = await answer(self._state, order)
            return reply

        return Route(self._path, endpoint, methods=["POST"])

    async def _order(self, request: Request) -> _Order | list[Issue]:
        try:
            body = read_json(await request.body())
        except ValueError:
            return [Issue("custom", (), "Invalid JSON")]
        if isinstance(body, dict) and isinstance(body.get("text"), str):
            body["text"] = body["text"].strip()  # lengths count without the space around
        schema = "TtsRequest" if self._successor is None else "LightningRequest"
        body = self._state.specs.waves.declared(f"/components/schemas/{schema}", body)
        issues = await run_in_threadpool(self._check, body)
        if issues:
            return issues
        if body.pop("add_wav_header", False):
            body["output_format"] = "wav"
        rate = {} if self._successor is None else {"sample_rate": _OLD_RATE}
        speech = speech_of(self._state, body, **rate)
        expires = analytics.expires(self._state, request.headers)
        return _Order(body, speech, self._headers(request, body), expires)

    def _check(self, body: Any) -> list[Issue]:
        spec = self._state.specs.waves
        issues = check_request(spec, spec.at("POST", self._path).id, body=body)
        return issues or check_meaning(self._state, body)

    def _headers(self, request: Request, body: Mapping[str, Any]) -> dict[str, str]:
        headers = {"X-Session-Id": new_id("session")}
        for field, header in (
            ("session_id", "X-External-Session-Id"),
            ("request_id", "X-External-Request-Id"),
        ):
            if field in body:
                headers[header] = body[field]
        if request.headers.get("x-expire-content") == "true":
            headers["x-content-expiry"] = self._state.settings.content_expiry
        return headers


async def _audio(state: State, order: _Order) -> Response:
    """Answer audio, sent as it is made; a WAV file, whose header counts it, when all is made."""
    output_format = order.body.get("output_format", "pcm")
    return await _stream(_encoded(state, order, output_format), AUDIO, order.headers)


async def _events(state: State, order: _Order) -> Response:
    """Answer events of PCM; the format asked for makes no difference."""
    return await _stream(_sse(state, order), _EVENTS, order.headers)


async def _stream(
    content: AsyncGenerator[bytes], media_type: str, headers: Mapping[str, str]
) -> Response:
    # The first bytes are made before the status is sent, so that a failure to speak is a 500.
    first = await anext(content, b"")

    async def rest() -> AsyncGenerator[bytes]:
        async with aclosing(content):
            yield first
            async for part in content:
                yield part

    return StreamingResponse(rest(), media_type=media_type, headers=headers)


async def _encoded(state: State, order: _Order, output_format: str) -> AsyncGenerator[bytes]:
    started, speech = time.monotonic(), order.speech
    coder = encoder(output_format, speech.sample_rate)
    async with aclosing(speak(state, speech, chunk_bytes(state, speech))) as sound:
        async for item in sound:
            if isinstance(item, bytes) and (part := coder.feed(item)):
                yield part
    await _log(state, order, started)
    yield coder.finish()


async def _sse(state: State, order: _Order) -> AsyncGenerator[bytes]:
    started = time.monotonic()
    async with aclosing(speak(state, order.speech, state.settings.sse_chunk_bytes)) as sound:
        async for item in sound:
            if isinstance(item, bytes):
                yield _EVENT % base64.b64encode(item)
    await _log(state, order, started)
    yield _END


async def _log(state: State, order: _Order, started: float) -> None:
    body, speech, expires = order.body, order.speech, order.expires
    await log(state, body, speech, request_type="rest", started=started, expires=expires)
