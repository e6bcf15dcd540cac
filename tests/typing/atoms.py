"""How the namespaces of Atoms are typed. Never run: type checkers read it."""

import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import assert_type

from smallestai_atoms.models import (
    Agent,
    AgentListResponse,
    BlockedNumber,
    Call,
    CallLog,
    Campaign,
    CreatedAudienceResponse,
    KnowledgeEntry,
    LedgerEntry,
    Revision,
)
from smallestai_atoms.types import RawResponse

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.atoms.audience import ContactsError, Problem
from smallestai.atoms.drafts import AgentDraft, AsyncAgentDraft


def lists(client: SmallestAI) -> None:
    assert_type(client.atoms.agents.iter_agents(search="desk", limit=5), Iterator[Agent])
    assert_type(client.atoms.calls.iter(page_size=100), Iterator[CallLog])
    assert_type(client.atoms.dnc.iter(agent_id="a"), Iterator[BlockedNumber])
    assert_type(client.atoms.billing.iter_ledger(), Iterator[LedgerEntry])
    assert_type(client.atoms.agent_versioning_revisions.iter("a", "b"), Iterator[Revision])
    for agent in client.atoms.agents.iter_agents():
        assert_type(agent, Agent)


def answers(client: SmallestAI) -> None:
    """What an answer may leave out is read without a test; what is wrong is still found."""
    created = client.atoms.agents.create_agent(name="Receptionist")
    call = client.atoms.calls.start_outbound_call(
        agent_id=created.data, phone_number="+15550100", variables={"name": "Ada"}
    )
    text(call.data.conversation_id)
    for agent in client.atoms.agents.list_agents().data.agents:
        text(agent.name)
        text(agent.language.default)
    page = client.atoms.agents.list_agents().data
    page.agentz  # type: ignore[union-attr]
    number(page.agents[0].name)  # type: ignore[arg-type]
    text(page.agents[0].avatar_url)  # type: ignore[arg-type]


def text(value: str) -> None: ...


def number(value: int) -> None: ...


def whole_answers(client: SmallestAI) -> None:
    raw = client.atoms.agents.with_raw_response.list_agents(page=2)
    assert_type(raw, RawResponse[AgentListResponse])
    assert_type(raw.parsed, AgentListResponse)
    assert_type(raw.request_id, str | None)
    assert_type(raw.body, bytes)


def helpers(client: SmallestAI) -> None:
    assert_type(client.atoms.calls.wait("CALL-1", timeout=9, cancel=threading.Event()), Call)
    assert_type(client.atoms.campaigns.wait("c"), Campaign)
    assert_type(client.atoms.campaigns.iter_campaign_logs("c"), Iterator[dict[str, str]])
    assert_type(client.atoms.campaigns.save_campaign_logs("c", "logs.csv"), Path)
    assert_type(client.atoms.conversations.save_recording("CALL-1", "call.wav"), Path)
    assert_type(client.atoms.knowledge_base.upload("k", "manual.pdf"), KnowledgeEntry | None)
    assert_type(client.atoms.knowledge_base.wait_items("k"), list[KnowledgeEntry])
    with client.atoms.agents.edit("a", label="formal") as draft:
        assert_type(draft, AgentDraft)
        draft.update(global_prompt="Speak formally.", language={"default": "hi"})
        assert_type(draft.diff(), str)
    try:
        made = client.atoms.audience.create_from_csv(
            "people.csv", name="Renewals", phone_number_column_name="phone"
        )
        assert_type(made, CreatedAudienceResponse)
    except ContactsError as error:
        assert_type(error.problems, tuple[Problem, ...])


async def asynchronous(client: AsyncSmallestAI) -> None:
    assert_type(client.atoms.agents.iter_agents(limit=5), AsyncIterator[Agent])
    raw = await client.atoms.agents.with_raw_response.list_agents()
    assert_type(raw, RawResponse[AgentListResponse])
    assert_type(await client.atoms.calls.wait("CALL-1"), Call)
    async with client.atoms.agents.edit("a") as draft:
        assert_type(draft, AsyncAgentDraft)
        draft.update(first_message="Hello.")
        await draft.save()


def refused(client: SmallestAI) -> None:
    client.atoms.agents.iter_agents(limit="5")  # type: ignore[arg-type]
    client.atoms.agents.iter_agents(page=2)  # type: ignore[call-arg]
    client.atoms.agents.with_raw_response.list_agents(pages=2)  # type: ignore[call-arg]
    with client.atoms.agents.edit("a") as draft:
        draft.update(global_promt="x")  # type: ignore[call-arg]
