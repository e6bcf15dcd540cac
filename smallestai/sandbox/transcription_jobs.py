"""Transcripts that go to a webhook: delivered when they are made, again while it fails."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import httpx
from starlette.concurrency import run_in_threadpool

from . import analytics

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping

    from .state import State

ATTEMPTS = 10

_TIMEOUT = 30.0
_FIRST, _LONGEST = 1.0, 30.0  # seconds between attempts


class Jobs:
    """What goes on after its request was answered."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done; it is cancelled when the server stops."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def deliver(state: State, query: Mapping[str, str], payload: Mapping[str, Any]) -> None:
    """Send a transcript to the webhook of a request, up to ten times while it answers 5xx.

    Args:
        state: The server's state.
        query: The query of the request: where and how the transcript is sent, what goes along.
        payload: The transcript and its `request_id`.
    """
    method = query.get("webhook_method", "POST")
    content = _extra(query.get("webhook_extra", "")) | dict(payload)
    wait = _FIRST
    async with httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False) as client:
        for attempt in range(1, ATTEMPTS + 1):
            started = time.monotonic()
            status, error = await _attempt(client, method, query["webhook_url"], content)
            facts = {
                "request_id": payload["request_id"],
                "webhook_url": query["webhook_url"],
                "method": method,
                "event_type": "asr.completed",
                "status": "success" if 200 <= (status or 0) < 300 else "failed",
                "attempt": attempt,
                "response_status_code": status,
                "duration_ms": round(1000 * (time.monotonic() - started)),
                "error": error,
            }
            known = {name: value for name, value in facts.items() if value is not None}
            await run_in_threadpool(analytics.record, state, "webhook", known)
            if status is not None and status < 500:
                return
            await asyncio.sleep(wait * state.settings.time_scale)
            wait = min(2 * wait, _LONGEST)


async def _attempt(
    client: httpx.AsyncClient, method: str, url: str, content: dict[str, Any]
) -> tuple[int | None, str | None]:
    """Return the status of one delivery, or why there was none."""
    # A GET has no body, so what is told there stands in the query, as far as it is text.
    told = {name: value for name, value in content.items() if isinstance(value, str)}
    part: dict[str, Any] = {"params": told} if method == "GET" else {"json": content}
    try:
        reply = await client.request(method, url, **part)
    except httpx.HTTPError as error:
        return None, str(error)
    return reply.status_code, None


def _extra(pairs: str) -> dict[str, str]:
    """Return the pairs of `name:value,name:value`."""
    split = (pair.partition(":") for pair in pairs.split(",") if pair)
    return {name: value for name, _, value in split}
