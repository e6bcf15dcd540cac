"""The story of the README in one piece: an agent, its knowledge, its calls, who is told of them.

It is played in a sandbox where time runs fast, blocking and on an event loop: the same steps, each
over real sockets, and each step waits for what it needs, not for a while.
"""

from __future__ import annotations

import asyncio
import queue
from typing import TYPE_CHECKING, Any

import pytest
from servers import answer, read_request, tcp_server

from smallestai import AsyncSmallestAI, SmallestAI, webhooks
from smallestai.protocol import live_events
from smallestai.sandbox import Sandbox, Settings
from smallestai.webhooks import AnalyticsCompleted, PostConversation, PreConversation

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

CALLS = 250
NUMBER = "+14155550123"
KINDS: list[Any] = ["pre-conversation", "post-conversation", "analytics-completed"]
GREETING = "Good morning, what can I do for you?"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A platform where a call takes two seconds, and none waits for a line."""
    lines = {"concurrentCalls": 4 * CALLS}
    settings = Settings(time_scale=0.05, call_seconds=40, plan_limits=lines)
    with Sandbox(settings=settings) as sandbox:
        yield sandbox


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    """A file for the knowledge base."""
    path = tmp_path / "manual.txt"
    path.write_text("Parcels leave at six.\n" * 500)
    return path


class Receiver:
    """An endpoint of webhooks, and what it was sent."""

    def __init__(self) -> None:
        self.deliveries: queue.Queue[bytes] = queue.Queue()

    def __call__(self, connection: socket.socket) -> None:
        self.deliveries.put(read_request(connection))
        connection.sendall(answer(b"", "text/plain"))

    def event(self, secret: str) -> webhooks.WebhookEvent:
        """Return the next event, once its signature has been checked."""
        head, _, body = self.deliveries.get(timeout=20).partition(b"\r\n\r\n")
        lines = (line.partition(": ") for line in head.decode().split("\r\n")[1:])
        headers = {name: value for name, _, value in lines}
        with pytest.raises(webhooks.SignatureError):
            webhooks.unwrap(body + b" ", headers, secret)
        return webhooks.unwrap(body, headers, secret)


@pytest.fixture
def receiver() -> Receiver:
    """The endpoint's memory."""
    return Receiver()


@pytest.fixture
def address(receiver: Receiver) -> Iterator[str]:
    """Where it listens."""
    with tcp_server(receiver) as url:
        yield f"{url}/hook"


def check_events(seen: list[live_events.LiveEvent], call: Any) -> None:
    """Check that the call was followed to its end: what was seen is how its own list ends."""
    assert isinstance(seen[0], live_events.StreamOpened)
    assert any(isinstance(event, live_events.CallEnded) for event in seen)
    assert any(isinstance(event, live_events.UserTranscript) for event in seen)
    ids = [event.event_id for event in seen if event.event_id]
    kept = [event["event_id"] for event in call.events]
    assert ids == kept[-len(ids) :]
    said = [event.text for event in seen if isinstance(event, live_events.SpeechCompleted)]
    assert set(said) <= {turn.content for turn in call.transcript}


def check_told(receiver: Receiver, secret: str, call_id: str, said: list[Any]) -> None:
    """Check that the endpoint was told of the call's start, its end and its analysis, signed."""
    began, over, analysed = (receiver.event(secret) for _ in KINDS)
    assert isinstance(began, PreConversation)
    assert began.to_number == NUMBER
    assert isinstance(over, PostConversation)
    assert over.call.status == "completed"
    assert [turn.content for turn in over.transcript] == said
    assert isinstance(analysed, AnalyticsCompleted)
    assert analysed.analysis.summary
    assert {began.call_id, over.call_id, analysed.call_id} == {call_id}


def check_list(found: list[Any], placed: list[Any], first: str) -> None:
    """Check that every call that was placed is there, and none twice; some came in between."""
    ids = [each.call_id for each in found]
    assert len(set(ids)) == len(ids)
    assert {first, *placed[:CALLS]} <= set(ids) <= {first, *placed}


def test_a_story(sandbox: Sandbox, manual: Path, receiver: Receiver, address: str) -> None:
    """From an agent to the list of its calls, blocking."""
    with SmallestAI("any", base_url=sandbox.url) as client:
        atoms = client.atoms
        agent_id: Any = atoms.agents.create_agent(name="Desk", first_message=GREETING).data

        base: Any = atoms.knowledge_base.create(name="Manuals").data
        atoms.knowledge_base.upload(base, manual)
        (entry,) = atoms.knowledge_base.wait_items(base, timeout=20)
        assert entry.processing_status == "completed"
        with atoms.agents.edit(agent_id, label="knowledge") as draft:
            draft.update(global_knowledge_base_id=base)
        shown: Any = atoms.agents.get_agent(agent_id).data
        assert shown.global_knowledge_base_id == base

        events = [{"agentId": agent_id, "eventType": kind} for kind in KINDS]
        hook: Any = atoms.webhooks.create(endpoint=address, description="", events=events).data
        (secret,) = (each.decrypted_secret_key for each in atoms.webhooks.iter() if each.id == hook)

        started: Any = atoms.calls.start_outbound_call(agent_id=agent_id, phone_number=NUMBER).data
        call_id = started.conversation_id
        seen = list(atoms.live_events.stream(call_id))
        call: Any = atoms.calls.wait(call_id, timeout=20)
        check_events(seen, call)
        assert (call.status, call.transcript[0].content) == ("completed", GREETING)
        check_told(receiver, secret, call_id, [turn.content for turn in call.transcript])
        (log,) = atoms.calls.iter(search=call_id)
        assert (log.call_id, log.duration) == (call_id, call.duration)

        atoms.webhooks.delete_subscriptions(agent_id)
        place = {"agent_id": agent_id, "phone_number": NUMBER}
        placed = [_id(atoms.calls.start_outbound_call(**place)) for _ in range(CALLS)]
        walk = atoms.calls.iter(agent_ids=agent_id)
        found = [next(walk)]
        placed += [_id(atoms.calls.start_outbound_call(**place)) for _ in range(3)]
        check_list(found + list(walk), placed, call_id)


def test_the_same_story_on_an_event_loop(
    sandbox: Sandbox, manual: Path, receiver: Receiver, address: str
) -> None:
    """From an agent to the list of its calls, each step awaited."""
    asyncio.run(_story(sandbox, manual, receiver, address))


async def _story(sandbox: Sandbox, manual: Path, receiver: Receiver, address: str) -> None:
    async with AsyncSmallestAI("any", base_url=sandbox.url) as client:
        atoms = client.atoms
        created = await atoms.agents.create_agent(name="Desk", first_message=GREETING)
        agent_id: Any = created.data

        base: Any = (await atoms.knowledge_base.create(name="Manuals")).data
        await atoms.knowledge_base.upload(base, manual)
        (entry,) = await atoms.knowledge_base.wait_items(base, timeout=20)
        assert entry.processing_status == "completed"
        async with atoms.agents.edit(agent_id, label="knowledge") as draft:
            draft.update(global_knowledge_base_id=base)
        shown: Any = (await atoms.agents.get_agent(agent_id)).data
        assert shown.global_knowledge_base_id == base

        events = [{"agentId": agent_id, "eventType": kind} for kind in KINDS]
        made = await atoms.webhooks.create(endpoint=address, description="", events=events)
        known = [each async for each in atoms.webhooks.iter() if each.id == made.data]
        (secret,) = (str(each.decrypted_secret_key) for each in known)

        place = {"agent_id": agent_id, "phone_number": NUMBER}
        call_id = _id(await atoms.calls.start_outbound_call(**place))
        seen = [event async for event in atoms.live_events.stream(call_id)]
        call: Any = await atoms.calls.wait(call_id, timeout=20)
        check_events(seen, call)
        assert (call.status, call.transcript[0].content) == ("completed", GREETING)
        said = [turn.content for turn in call.transcript]
        await asyncio.to_thread(check_told, receiver, secret, call_id, said)
        (log,) = [each async for each in atoms.calls.iter(search=call_id)]
        assert (log.call_id, log.duration) == (call_id, call.duration)

        await atoms.webhooks.delete_subscriptions(agent_id)
        calls = (atoms.calls.start_outbound_call(**place) for _ in range(CALLS))
        placed = [_id(each) for each in await asyncio.gather(*calls)]
        walk = atoms.calls.iter(agent_ids=agent_id)
        found = [await anext(walk)]
        placed += [_id(await atoms.calls.start_outbound_call(**place)) for _ in range(3)]
        check_list(found + [each async for each in walk], placed, call_id)


def _id(started: Any) -> str:
    return str(started.data.conversation_id)
