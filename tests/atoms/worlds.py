"""The same calls in both worlds, over a service that does just what a test says."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest

from smallestai import AsyncSmallestAI, SmallestAI

Handler = Callable[[httpx.Request], httpx.Response]


class Service:
    """Answers by method and path, and keeps what it was asked.

    An answer is JSON, a response, or a function of the request; a list of them is used up, its last
    one stays.
    """

    def __init__(self, routes: dict[str, Any]) -> None:
        self.routes = {
            name: list(value) if isinstance(value, list) else [value]
            for name, value in routes.items()
        }
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        request.read() if isinstance(request.stream, httpx.SyncByteStream) else None
        return self.answer(request)

    async def acall(self, request: httpx.Request) -> httpx.Response:
        """Answer a request of the other world."""
        await request.aread()
        return self.answer(request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Pick the answer."""
        self.requests.append(request)
        line = f"{request.method} {request.url.path}"
        if line not in self.routes:
            return httpx.Response(404, json={"status": False, "errors": [f"no {line}"]})
        left = self.routes[line]
        found = left.pop(0) if len(left) > 1 else left[0]
        found = found(request) if callable(found) else found
        if isinstance(found, httpx.Response):
            return httpx.Response(
                found.status_code, headers=found.headers, content=found.content, request=request
            )
        return httpx.Response(200, json=found, headers={"x-request-id": "req_1"})

    def lines(self) -> list[str]:
        """Return method and path of each request."""
        return [f"{request.method} {request.url.path}" for request in self.requests]

    def bodies(self, line: str) -> list[Any]:
        """Return the JSON bodies of the requests of a method and path."""
        wanted = [each for each in self.requests if f"{each.method} {each.url.path}" == line]
        return [json.loads(each.content or b"null") for each in wanted]


def blocking(service: Service, act: Callable[[Any], Any], **options: Any) -> Any:
    """Do it with a blocking client; an iterator is read to its end."""
    http = httpx.Client(transport=httpx.MockTransport(service))
    with http, SmallestAI("sk_x", base_url="http://api.test", http_client=http, **options) as one:
        result = act(one)
        return list(result) if isinstance(result, Iterator) else result


def awaited(service: Service, act: Callable[[Any], Any], **options: Any) -> Any:
    """Do it on an event loop."""

    async def play() -> Any:
        http = httpx.AsyncClient(transport=httpx.MockTransport(service.acall))
        client = AsyncSmallestAI("sk_x", base_url="http://api.test", http_client=http, **options)
        async with http, client as one:
            result = act(one)
            if isinstance(result, AsyncIterator):
                return [each async for each in result]
            return await result if inspect.isawaitable(result) else result

    return asyncio.run(play())


both = pytest.mark.parametrize("world", [blocking, awaited], ids=["blocking", "async"])


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let waits look again at once."""
    monkeypatch.setattr("smallestai.atoms._waiting._FIRST_PAUSE", 0.0)
    monkeypatch.setattr("smallestai.atoms._waiting._LONGEST_PAUSE", 0.0)
