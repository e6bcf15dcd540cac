"""The same call in both worlds: on a blocking client, and on an event loop."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer

from smallestai import AsyncSmallestAI, SmallestAI

if TYPE_CHECKING:
    from collections.abc import Callable


def blocking(url: str, act: Callable[[Any], Any], **options: Any) -> Any:
    """Do it with a blocking client; an iterator is read to its end."""
    with SmallestAI("sk_x", base_url=url, **options) as client:
        result = act(client.waves)
        return list(result) if isinstance(result, Iterator) else result


def awaited(url: str, act: Callable[[Any], Any], **options: Any) -> Any:
    """Do it on an event loop."""

    async def play() -> Any:
        async with AsyncSmallestAI("sk_x", base_url=url, **options) as client:
            result = act(client.waves)
            if isinstance(result, AsyncIterator):
                return [each async for each in result]
            return await result if inspect.isawaitable(result) else result

    return asyncio.run(play())


both = pytest.mark.parametrize("world", [blocking, awaited], ids=["blocking", "async"])


def json_reply(body: object, status: str = "200 OK") -> bytes:
    """Return an HTTP reply in JSON."""
    return answer(json.dumps(body).encode(), "application/json", status=status)


def sent(request: bytes) -> Any:
    """Return the JSON body of a request."""
    return json.loads(request.partition(b"\r\n\r\n")[2])
