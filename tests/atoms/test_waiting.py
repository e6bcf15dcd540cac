"""Waiting for what the service finishes later: calls, campaigns, knowledge."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx
import pytest

from atoms.worlds import Service, both, no_pauses
from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.errors import (
    APITimeoutError,
    ArgumentError,
    LocalProtocolError,
    NotFoundError,
)

__all__ = ["no_pauses"]

CALL = "CALL-1700000000000-a1b2c3"
LINE = f"GET /atoms/v1/conversation/{CALL}"
CAMPAIGN = "GET /atoms/v1/campaign/c1"
ITEMS = "GET /atoms/v1/knowledgebase/k1/items"
PAGES = "GET /atoms/v1/knowledgebase/k1/scraped-urls"


def call(status: Any) -> dict[str, Any]:
    return {"status": True, "data": {"callId": CALL, "status": status}}


@both
@pytest.mark.parametrize(
    "final", ["completed", "failed", "no_answer", "cancelled", "no-answer", "canceled"]
)
def test_a_call(world: Any, final: str, no_pauses: None) -> None:
    """A call is looked at until it has ended, in either spelling; nothing else is sent."""
    states = ["in_queue", "in_progress", None, "of_tomorrow", final]
    service = Service({LINE: [call(state) for state in states]})
    found = world(service, lambda client: client.atoms.calls.wait(CALL))
    assert found.status == final
    assert service.lines() == [LINE] * len(states)


@both
def test_a_campaign(world: Any, no_pauses: None) -> None:
    """A campaign is waited for while it runs, and while it is paused."""
    states = ["running", "paused", "running", "completed"]
    service = Service({CAMPAIGN: [{"data": {"campaign": {"status": each}}} for each in states]})
    found = world(service, lambda client: client.atoms.campaigns.wait("c1"))
    assert found.status == "completed"
    assert len(service.requests) == len(states)


@both
@pytest.mark.parametrize(
    ("line", "field", "method"),
    [(ITEMS, "processingStatus", "wait_items"), (PAGES, "status", "wait_scraped_urls")],
)
def test_knowledge(world: Any, line: str, field: str, method: str, no_pauses: None) -> None:
    """Entries are looked at until all have been read, or could not be."""
    rounds = [("pending", "completed"), ("processing", "completed"), ("failed", "completed")]
    service = Service({line: [{"data": [{field: each} for each in one]} for one in rounds]})
    found = world(service, lambda client: getattr(client.atoms.knowledge_base, method)("k1"))
    assert [each.to_dict()[field] for each in found] == ["failed", "completed"]


@both
def test_not_in_time(world: Any) -> None:
    """When the time is over, the error has the record as it stood last."""
    service = Service({LINE: call("in_progress")})
    with pytest.raises(APITimeoutError, match=CALL) as caught:
        world(service, lambda client: client.atoms.calls.wait(CALL, timeout=0.01))
    received: Any = vars(caught.value)["received"]
    assert received.status == "in_progress"
    assert caught.value.timeout == "total"


@both
def test_a_look_that_hangs_is_not_in_time_either(world: Any) -> None:
    """The time of a look is what is left; running out in it is the same error."""

    def hang(request: httpx.Request) -> Any:
        assert request.extensions["timeout"]["read"] <= 0.05
        raise httpx.ReadTimeout("late", request=request)

    service = Service({LINE: [call("in_progress"), hang]})
    with pytest.raises(APITimeoutError, match="was not done within") as caught:
        world(service, lambda client: client.atoms.calls.wait(CALL, timeout=0.05))
    assert vars(caught.value)["received"].status == "in_progress"


@both
def test_a_refusal_ends_it(world: Any) -> None:
    """An error of the service is raised, with the record as it stood last."""
    with pytest.raises(NotFoundError) as caught:
        world(Service({}), lambda client: client.atoms.calls.wait(CALL))
    assert vars(caught.value)["received"] is None


@both
def test_cancelled_by_an_event(world: Any) -> None:
    """An event that is set ends the waiting; the record is returned as it stands."""
    cancel = threading.Event()

    def begin(request: httpx.Request) -> Any:
        cancel.set()
        return call("in_progress")

    service = Service({LINE: begin})
    found = world(service, lambda client: client.atoms.calls.wait(CALL, cancel=cancel))
    assert found.status == "in_progress"
    assert len(service.requests) == 1


def test_an_event_ends_a_pause_of_a_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """On an event loop an event that is set during a pause ends the waiting there and then."""
    monkeypatch.setattr("smallestai.atoms._waiting._FIRST_PAUSE", 60.0)
    monkeypatch.setattr("smallestai.atoms._waiting._LONGEST_PAUSE", 60.0)

    async def play() -> Any:
        asked, cancel = asyncio.Event(), threading.Event()

        async def begin(request: httpx.Request) -> httpx.Response:
            asked.set()
            return httpx.Response(200, json=call("in_progress"))

        http = httpx.AsyncClient(transport=httpx.MockTransport(begin))
        async with http, AsyncSmallestAI("sk_x", http_client=http) as client:
            task = asyncio.create_task(client.atoms.calls.wait(CALL, cancel=cancel))
            await asked.wait()
            cancel.set()
            async with asyncio.timeout(20):
                return await task

    assert asyncio.run(play()).status == "in_progress"


def test_closing_the_client_ends_the_waiting_of_a_task(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that waits learns of it in its pause, not after it."""
    monkeypatch.setattr("smallestai.atoms._waiting._FIRST_PAUSE", 60.0)
    monkeypatch.setattr("smallestai.atoms._waiting._LONGEST_PAUSE", 60.0)

    async def play() -> None:
        asked = asyncio.Event()

        async def begin(request: httpx.Request) -> httpx.Response:
            asked.set()
            return httpx.Response(200, json=call("in_progress"))

        async with httpx.AsyncClient(transport=httpx.MockTransport(begin)) as http:
            client = AsyncSmallestAI("sk_x", http_client=http)
            task = asyncio.create_task(client.atoms.calls.wait(CALL))
            await asked.wait()
            await client.close()
            with pytest.raises(LocalProtocolError):
                async with asyncio.timeout(20):
                    await task

    asyncio.run(play())


@pytest.mark.parametrize("cancel", [None, threading.Event()], ids=["plain", "with an event"])
def test_closing_the_client_wakes_it(
    cancel: threading.Event | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread that waits is woken when another closes the client."""
    monkeypatch.setattr("smallestai.atoms._waiting._FIRST_PAUSE", 60.0)
    monkeypatch.setattr("smallestai.atoms._waiting._LONGEST_PAUSE", 60.0)
    asked = threading.Event()

    def begin(request: httpx.Request) -> httpx.Response:
        asked.set()
        return httpx.Response(200, json=call("in_progress"))

    client = SmallestAI("sk_x", http_client=httpx.Client(transport=httpx.MockTransport(begin)))
    errors: list[BaseException] = []

    def wait() -> None:
        try:
            client.atoms.calls.wait(CALL, timeout=60, cancel=cancel)
        except LocalProtocolError as error:
            errors.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    assert asked.wait(5)
    client.close()
    thread.join(5)
    assert not thread.is_alive()
    assert len(errors) == 1


def test_cancelling_the_task_ends_it() -> None:
    """A task that waits can be cancelled."""

    async def play() -> None:
        asked = asyncio.Event()

        async def begin(request: httpx.Request) -> httpx.Response:
            asked.set()
            return httpx.Response(200, json=call("in_progress"))

        http = httpx.AsyncClient(transport=httpx.MockTransport(begin))
        async with http, AsyncSmallestAI("sk_x", http_client=http) as client:
            task = asyncio.create_task(client.atoms.calls.wait(CALL, timeout=60))
            await asked.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(play())


@both
@pytest.mark.parametrize("timeout", [0, -1, "9", True])
def test_times_that_cannot_be(world: Any, timeout: Any) -> None:
    """A time that is none is told before anything is sent."""
    service = Service({LINE: call("completed")})
    with pytest.raises(ArgumentError):
        world(service, lambda client: client.atoms.calls.wait(CALL, timeout=timeout))
    assert service.requests == []


@both
def test_a_call_is_never_placed_twice(world: Any) -> None:
    """A call whose placing broke off is not placed again: whoever answers was rung already."""

    def break_off(request: httpx.Request) -> Any:
        raise httpx.ReadError("gone", request=request)

    service = Service({"POST /atoms/v1/conversation/outbound": break_off})
    with pytest.raises(Exception, match="carried out"):
        world(
            service,
            lambda client: client.atoms.calls.start_outbound_call(
                agent_id="a", phone_number="+14155550123"
            ),
        )
    assert len(service.requests) == 1
