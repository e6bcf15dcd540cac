"""Sessions with an agent, and what happens in its calls, against the sandbox."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.atoms import _realtime_link
from smallestai.errors import BadRequestError, StreamClosedError
from smallestai.protocol.agent_events import (
    AudioDelta,
    StartedTalking,
    StoppedTalking,
    ToolFinished,
    Transcript,
)
from smallestai.protocol.live_events import UnknownEvent
from smallestai.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

SOCKET = "GET /atoms/v1/agent/connect"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as server:
        yield server


@pytest.fixture
def client(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallestAI]:
    monkeypatch.setattr(_realtime_link, "PAUSES", (0.01, 0.01))
    with SmallestAI("any-key", base_url=sandbox.url, timeout=10) as api:
        yield api


@pytest.fixture
def agent(client: SmallestAI) -> str:
    return str(client.atoms.agents.create_agent(name="Reception").data)


def find_order(number: str) -> dict[str, str]:
    """Find an order by its number."""
    return {"state": "sent", "number": number}


def test_a_web_call(client: SmallestAI, agent: str) -> None:
    """What is said is understood, and answered with sound."""
    question = client.waves.tts.synthesize("Where is my parcel?", sample_rate=24_000)
    with client.atoms.realtime.connect(agent, output_audio_format="pcm_16000") as session:
        assert session.output_rate == 16_000
        session.send_audio(question.data, question.sample_rate)
        session.send_audio(bytes(2 * 24_000))
        heard, audio, talking = None, b"", False
        for event in session:
            if isinstance(event, Transcript) and event.role == "user":
                heard, audio = event.text, b""
            elif isinstance(event, AudioDelta):
                audio += event.data
            elif isinstance(event, StartedTalking | StoppedTalking):
                talking = isinstance(event, StartedTalking)
            if heard and audio and not talking:
                break
    assert heard == "Where is my parcel?"
    assert len(audio) > 16_000


def test_async_chat_with_a_function(sandbox: Sandbox, agent: str) -> None:
    """The agent calls it, is told, and goes on; closing is agreed on."""

    async def talk() -> list[Any]:
        async with AsyncSmallestAI("any-key", base_url=sandbox.url) as api:
            tools = [find_order]
            async with api.atoms.realtime.connect(agent, mode="chat", tools=tools) as session:
                await session.send_text("Find order with the number A7, please.")
                seen = []
                async for event in session:
                    seen.append(event)
                    if isinstance(event, ToolFinished):
                        await session.close()
                return seen

    events = asyncio.run(talk())
    finished = events[-1]
    assert isinstance(finished, ToolFinished)
    assert finished.sent
    assert not finished.failed
    assert "session.updated" in [event.type for event in events]


def test_what_happens_in_a_call(client: SmallestAI, agent: str) -> None:
    """It can be followed while it runs, and no longer."""
    with client.atoms.realtime.connect(agent, mode="chat") as session:
        call_id = session.call_id
        assert call_id is not None
        with client.atoms.live_events.stream(call_id) as stream:
            session.send_text("Hello!")
            session.close()
            events = list(stream)
    assert (events[0].type, events[-1].type) == ("sse_init", "sse_close")
    assert not any(isinstance(event, UnknownEvent) for event in events)
    with pytest.raises(BadRequestError):
        list(client.atoms.live_events.stream(call_id))


@pytest.mark.parametrize("fault", ["draining", "internal_error", "worker_not_ready"])
def test_faults_that_pass(sandbox: Sandbox, client: SmallestAI, agent: str, fault: str) -> None:
    """The next try does better."""
    sandbox.fail(fault, SOCKET)
    with client.atoms.realtime.connect(agent, mode="chat") as session:
        events = iter(session)
        while not isinstance(next(events), Transcript):
            pass


@pytest.mark.parametrize(("fault", "code"), [("no_agent", "404"), ("no_credits", "400")])
def test_faults_that_stay(
    sandbox: Sandbox, client: SmallestAI, agent: str, fault: str, code: str
) -> None:
    """There is no other try."""
    sandbox.fail(fault, SOCKET)
    with pytest.raises(StreamClosedError) as caught:
        with client.atoms.realtime.connect(agent, mode="chat") as session:
            list(session)
    assert (caught.value.close_code, caught.value.code) == (4000, code)


def test_a_refused_query_says_why(sandbox: Sandbox, client: SmallestAI, agent: str) -> None:
    """In the words of the service."""
    sandbox.fail("bad_query", SOCKET, reason="Unsupported sample_rate 48000")
    with pytest.raises(BadRequestError, match="Unsupported sample_rate 48000"):
        client.atoms.realtime.connect(agent).open()
