"""Chats against the sandbox: its model, its faults, and speech of what it writes."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from smallestai import (
    APIConnectionError,
    AsyncSmallestAI,
    BadRequestError,
    SmallestAI,
    _retry,
)
from smallestai.sandbox import Sandbox, Settings
from waves.worlds import both

ROUTE = "POST /waves/v1/chat/completions"
ASK = "Tell me of the lamp on the table."


@pytest.fixture(scope="module")
def sandbox() -> Any:
    """Run one for all of them."""
    with Sandbox(settings=Settings(complete_backoff_ms=0)) as running:
        yield running


def stock(article: str) -> int:
    """Tell how many pieces of an article are left."""
    return 4 if article else 0


@both
def test_whole_and_streamed(sandbox: Any, world: Any) -> None:
    """A stream amounts to the whole answer, and its tokens are counted."""
    whole = world(sandbox.url, lambda waves: waves.chat.create(ASK, seed=1))
    message = world(
        sandbox.url, lambda waves: waves.chat.create(ASK, seed=1, stream=True).message()
    )
    assert message.content == whole.text != ""
    assert whole.finish_reason == "stop"
    assert whole.usage.total_tokens > 0
    assert whole.request_id


def test_an_answer_is_spoken_while_it_is_written(sandbox: Any) -> None:
    """A stream is a source for `speak`, as it is."""
    with SmallestAI("sk_x", base_url=sandbox.url) as client:
        answer = client.waves.chat.create(ASK, stream=True)
        audio = client.waves.tts.speak(answer, voice_id="meher").read()
    assert audio.duration > 1
    assert answer.text
    assert answer.usage is not None


def test_the_same_on_a_loop(sandbox: Any) -> None:
    """Neither the stream nor the speech is awaited before it is read."""

    async def play() -> None:
        async with AsyncSmallestAI("sk_x", base_url=sandbox.url) as client:
            answer = client.waves.chat.create(ASK, stream=True)
            audio = await client.waves.tts.speak(answer, voice_id="meher").read()
            assert audio.duration > 1
            assert answer.usage is not None

    asyncio.run(play())


@both
def test_functions_are_called(sandbox: Any, world: Any) -> None:
    """The model calls the function, and says what it gave."""
    run = world(
        sandbox.url,
        lambda waves: waves.chat.run("How many lamps are in stock?", tools=[stock]),
    )
    assert "4" in run.text
    assert run.messages[2]["content"] == "4"


@both
def test_busy_and_broken(sandbox: Any, world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal that passes is not seen; an answer that is cut in two is, with its first half."""

    async def async_sleep(seconds: float) -> None:
        """Wait for nothing."""

    monkeypatch.setattr(_retry, "sleep", lambda seconds: None)
    monkeypatch.setattr(_retry, "async_sleep", async_sleep)
    for name in ("rate_limited", "concurrency", "upstream", "unavailable"):
        sandbox.fail(name, ROUTE, times=4)
        assert world(sandbox.url, lambda waves: waves.chat.create(ASK)).text
    sandbox.fail("drop", ROUTE)
    with pytest.raises(APIConnectionError) as caught:
        world(sandbox.url, lambda waves: waves.chat.create(ASK, stream=True).message())
    assert "received" in vars(caught.value)


@both
def test_what_the_service_refuses(sandbox: Any, world: Any) -> None:
    """A field that is checked there alone is refused there, with its place."""
    extra = {"temperature": 9}
    with pytest.raises(BadRequestError, match="temperature"):
        world(sandbox.url, lambda waves: waves.chat.create(ASK, extra_body=extra))
