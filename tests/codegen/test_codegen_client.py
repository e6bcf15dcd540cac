"""The generated client by itself: the operations' functions over `Client`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

Sample = Callable[[str], Any]


def client_for(sample: Sample, answer: httpx.Response, **settings: Any) -> Any:
    transport = httpx.MockTransport(lambda request: answer)
    return sample("").AuthenticatedClient(
        "http://localhost", "secret", httpx_args={"transport": transport}, **settings
    )


def test_functions_send_and_read(sample: Sample, models: Any, wire: dict[str, Any]) -> None:
    """The blocking and the awaitable functions agree, and an error is its documented model."""
    get = sample(".api.things.get_thing")
    with client_for(sample, httpx.Response(200, json=wire)) as client:
        assert get.sync("t", client=client) == models.Thing.from_dict(wire)
    with client_for(sample, httpx.Response(503, json={"error": "down"})) as client:
        assert get.sync("t", client=client) == models.Fault(error="down")

    async def ask() -> Any:
        async with client_for(sample, httpx.Response(200, json=wire)) as client:
            return await get.asyncio_detailed("t", client=client)

    answer = asyncio.run(ask())
    assert (answer.status_code, answer.parsed) == (200, models.Thing.from_dict(wire))


def test_odd_statuses(sample: Sample) -> None:
    """A status that no registry knows is no error, unless it is asked for; then it is told."""
    delete = sample(".api.things.delete_thing")
    with client_for(sample, httpx.Response(620)) as client:
        answer = delete.sync_detailed("t", client=client)
    assert (answer.status_code, answer.parsed) == (620, None)
    strict = client_for(sample, httpx.Response(620), raise_on_unexpected_status=True)
    unexpected = sample(".errors").UnexpectedStatus
    with strict as client, pytest.raises(unexpected, match="620"):
        delete.sync_detailed("t", client=client)


def test_the_timeout_has_a_default(sample: Sample) -> None:
    """Without settings no wait is longer than a minute; None waits for ever."""
    client = sample("").Client("http://localhost")
    with client, client.with_timeout(None) as patient:
        assert client.get_httpx_client().timeout == httpx.Timeout(60, connect=10)
        assert patient.get_httpx_client().timeout == httpx.Timeout(None)


def test_the_key_is_sent_but_not_shown(sample: Sample) -> None:
    """The key is in the header, not in the repr; a derived client leaves the first as it was."""
    client = sample("").AuthenticatedClient("http://localhost", "secret", headers={"X-A": "1"})
    with client, client.with_headers({"X-B": "2"}) as other:
        for one in (client, other):
            assert one.get_httpx_client().headers["authorization"] == "Bearer secret"
            assert "secret" not in repr(one)
        assert other.get_httpx_client().headers["x-b"] == "2"
        assert "x-b" not in client.get_httpx_client().headers
