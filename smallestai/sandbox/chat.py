"""Chat completions by Electron: the protocol of the service around a small model of our own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from .chat_checks import Limits, issues_of_request, too_long
from .chat_model import answer
from .chat_replies import END, Completion, chunks, complete, encoded, event, refusal, whole
from .chat_script import Answer, ScriptError
from .chat_tokens import PrefixCache, prompt_tokens
from .issues import Issue
from .operations import read_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

    from starlette.routing import BaseRoute
    from starlette.types import Receive, Scope, Send

    from .state import State

PATH = "/waves/v1/chat/completions"

_INVALID_INPUT = "Invalid input data"
_EVENTS = "text/event-stream"
_JSON = "application/json"


def routes(state: State) -> list[BaseRoute]:
    """Return the route that completes chats, and the one that says it is there."""
    return [
        Route(PATH, _Completions(state), methods=["POST"]),
        Route("/waves/v1/chat/health", _health, methods=["GET"]),
    ]


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


class _Completions:
    """The route: an ASGI application, so that a request counts as one until its reply is sent."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._limits = Limits(state.settings, state.clock)
        self._cache = PrefixCache()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        full = self._limits.enter()
        if full is not None:
            await refusal(429, full)(scope, receive, send)
            return
        try:
            reply = await self._reply(Request(scope, receive))
            await reply(scope, receive, send)
        finally:
            self._limits.leave()

    async def _reply(self, request: Request) -> Response:
        try:
            body = read_json(await request.body())
        except ValueError:
            return _invalid([Issue("custom", (), "Invalid JSON")])
        spec = self._state.specs.waves
        issues = await run_in_threadpool(issues_of_request, spec, request.headers, body)
        if issues:
            return _invalid(issues)
        prompt, planned = await run_in_threadpool(self._think, body)
        if isinstance(planned, str):
            return refusal(400, planned)
        completion = complete(
            body,
            planned,
            now=self._state.clock(),
            prompt=len(prompt),
            cached=self._cache.read(prompt),
        )
        return await self._sent(body, completion)

    def _think(self, body: Mapping[str, Any]) -> tuple[Sequence[str], Answer | str]:
        """Return the prompt, and the answer to it or why there is none."""
        prompt = prompt_tokens(body["messages"], body.get("tools") or ())
        excess = too_long(body, len(prompt))
        if excess is not None:
            return prompt, excess
        try:
            return prompt, answer(body, self._state.settings.electron_script)
        except ScriptError as error:
            return prompt, f"The script cannot be read: {error}"

    async def _sent(self, body: Mapping[str, Any], completion: Completion) -> Response:
        if not body.get("stream"):
            await asyncio.sleep(self._pause * len(completion.pieces))
            return Response(encoded(whole(completion)), media_type=_JSON)
        options = body.get("stream_options") or {}
        events = self._events(completion, include_usage=options.get("include_usage", False))
        return StreamingResponse(events, media_type=_EVENTS)

    async def _events(self, completion: Completion, *, include_usage: bool) -> AsyncIterator[bytes]:
        loop, pause = asyncio.get_running_loop(), self._pause
        due = loop.time()
        for chunk in chunks(completion, include_usage=include_usage):
            yield event(chunk)
            # Even at full speed others get their turn, and a lost connection is noticed.
            due += pause
            await asyncio.sleep(due - loop.time())
        yield END

    @property
    def _pause(self) -> float:
        """The seconds that a token takes."""
        settings = self._state.settings
        if settings.electron_tokens_per_second is None:
            return 0.0
        return settings.time_scale / settings.electron_tokens_per_second


def _invalid(issues: Sequence[Issue]) -> Response:
    return refusal(400, _INVALID_INPUT, details=[issue.zod() for issue in issues])
