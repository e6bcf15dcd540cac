"""Stories in the sandbox, where time runs fast: what a user of agents does, over real sockets."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.errors import ConflictError, FrozenError
from smallestai.sandbox import Sandbox, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A platform of these tests alone."""
    with Sandbox(settings=Settings(time_scale=0.01)) as sandbox:
        yield sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[SmallestAI]:
    """A client of it."""
    with SmallestAI("any", base_url=sandbox.url) as client:
        yield client


def agent(client: SmallestAI, name: str = "Desk") -> str:
    created = client.atoms.agents.create_agent(name=name).data
    assert isinstance(created, str)
    return created


def test_every_agent_is_listed_once(client: SmallestAI) -> None:
    """A walk through several pages finds each agent, though others come meanwhile."""
    known = {agent(client, f"Walk {number}") for number in range(7)}
    walk = client.atoms.agents.iter_agents(search="Walk", page_size=3)
    first = next(walk).id
    late = agent(client, "Walk late")
    found = [first, *(each.id for each in walk)]
    assert len(set(found)) == len(found)
    assert known <= set(found) <= known | {late}


def test_an_agent_is_edited(client: SmallestAI) -> None:
    """After the block the agent takes calls with the new settings."""
    agent_id = agent(client)
    with client.atoms.agents.edit(agent_id, label="formal") as draft:
        draft.update(global_prompt="Speak formally.", first_message="Good day.")
        assert '+  "globalPrompt": "Speak formally."' in draft.diff()
    shown = client.atoms.agents.get_agent(agent_id).data
    resolved = getattr(shown, "resolved_config", None)
    assert getattr(resolved, "global_prompt", None) == "Speak formally."
    (summary,) = client.atoms.agent_versioning_branches.iter(agent_id)
    assert summary.is_live
    assert not summary.has_open_draft
    revisions = client.atoms.agent_versioning_revisions.iter(agent_id, draft.branch_id, limit=1)
    assert next(revisions).label == "formal"


def test_an_edit_that_comes_too_late(client: SmallestAI) -> None:
    """A draft that somebody else changed meanwhile is not published; the changes are kept."""
    agent_id = agent(client)
    with client.atoms.agents.edit(agent_id, publish=False) as draft:
        draft.update(first_message="One")
    with pytest.raises(ConflictError, match="Nothing was saved") as caught:
        _edit_too_late(client, agent_id)
    assert vars(caught.value)["unpublished"] == {"firstMessage": "Two"}


def _edit_too_late(client: SmallestAI, agent_id: str) -> None:
    with client.atoms.agents.edit(agent_id, resume=True) as draft:
        draft.update(first_message="Two")
        branches = client.atoms.agent_versioning_branches
        branches.update_draft(agent_id, draft.branch_id, first_message="Three")


def test_a_frozen_agent(client: SmallestAI, sandbox: Sandbox) -> None:
    """While the settings are frozen the edit says so."""
    agent_id = agent(client)
    sandbox.fail("frozen", "PUT /atoms/v1/agent/{id}/branches/{branchId}/draft")
    with pytest.raises(FrozenError), client.atoms.agents.edit(agent_id) as draft:
        draft.update(first_message="Hi")


def test_an_edit_that_is_checked_first() -> None:
    """Where a draft is checked before it is published, the block ends when it is the head."""
    settings = Settings(time_scale=0.01, publish_seconds=10)
    with SmallestAI.sandbox(settings=settings) as client:
        agent_id = agent(client)
        with client.atoms.agents.edit(agent_id, timeout=20) as draft:
            draft.update(first_message="Checked.")
        assert draft.is_published
        (summary,) = client.atoms.agent_versioning_branches.iter(agent_id)
        assert not summary.has_open_draft


def test_a_call_is_waited_for(client: SmallestAI) -> None:
    """A call that was started is there, completed, with what was said."""
    started = client.atoms.calls.start_outbound_call(
        agent_id=agent(client), phone_number="+14155550123"
    )
    call_id = getattr(started.data, "conversation_id", "")
    call = client.atoms.calls.wait(call_id, timeout=20)
    assert call.status == "completed"
    assert call.transcript
    logs = client.atoms.calls.iter(search=call_id)
    assert [log.call_id for log in logs] == [call_id]


def test_a_campaign(client: SmallestAI, tmp_path: Path) -> None:
    """People from a file are called, and the results come as rows and as a file."""
    people = tmp_path / "people.csv"
    people.write_text("name,phone\nAda,+14155550101\nBo,+14155550102\n")
    made = client.atoms.audience.create_from_csv(
        people, name="Renewals", phone_number_column_name="phone"
    )
    audience_id = getattr(made.data, "id", "")
    members = [each.to_dict()["data"] for each in client.atoms.audience.iter_members(audience_id)]
    assert {member["name"] for member in members} == {"Ada", "Bo"}
    created = client.atoms.campaigns.create(
        name="Renewals", agent_id=agent(client), audience_id=audience_id
    )
    campaign_id = getattr(created.data, "id", "")
    client.atoms.campaigns.start_or_resume(campaign_id)
    assert client.atoms.campaigns.wait(campaign_id, timeout=20).status == "completed"
    assert len(list(client.atoms.campaigns.iter_campaign_logs(campaign_id))) == 2
    results = client.atoms.campaigns.iter_campaign_results(campaign_id)
    assert {row["phoneNumber"] for row in results} == {"+14155550101", "+14155550102"}
    table = client.atoms.campaigns.save_campaign_logs(campaign_id, tmp_path / "logs.csv")
    assert table.read_text().count("\n") == 3


def test_knowledge(client: SmallestAI, tmp_path: Path) -> None:
    """A file that was sent in one request is read, and is in the list."""
    path = tmp_path / "manual.txt"
    path.write_text("How to begin.\n" * 9999)
    base = client.atoms.knowledge_base.create(name="Manuals").data
    assert isinstance(base, str)
    client.atoms.knowledge_base.upload_media(base, media=path)
    (entry,) = client.atoms.knowledge_base.wait_items(base, timeout=20)
    assert (entry.file_name, entry.processing_status) == ("manual.txt", "completed")


def test_the_same_on_an_event_loop(sandbox: Sandbox) -> None:
    """An agent is listed, edited and called on an event loop."""

    async def play() -> str:
        async with AsyncSmallestAI("any", base_url=sandbox.url) as client:
            created = await client.atoms.agents.create_agent(name="Loop")
            agent_id = created.data
            assert isinstance(agent_id, str)
            found = [each.id async for each in client.atoms.agents.iter_agents(search="Loop")]
            assert found == [agent_id]
            async with client.atoms.agents.edit(agent_id) as draft:
                draft.update(first_message="Hello from the loop.")
            started = await client.atoms.calls.start_outbound_call(
                agent_id=agent_id, phone_number="+14155550123"
            )
            call_id = getattr(started.data, "conversation_id", "")
            call = await client.atoms.calls.wait(call_id, timeout=20)
            return str(call.to_dict()["transcript"][0]["content"])

    assert asyncio.run(play()) == "Hello from the loop."


def test_presigned_files(client: SmallestAI, tmp_path: Path) -> None:
    """A file goes to the store and a recording comes from it, without the key."""
    path = tmp_path / "manual.txt"
    path.write_text("How to begin.\n" * 9999)
    base = client.atoms.knowledge_base.create(name="Store").data
    assert isinstance(base, str)
    entry = client.atoms.knowledge_base.upload(base, path)
    assert entry is not None
    assert entry.file_name == "manual.txt"
    started = client.atoms.calls.start_outbound_call(
        agent_id=agent(client), phone_number="+14155550123"
    )
    call_id = getattr(started.data, "conversation_id", "")
    client.atoms.calls.wait(call_id, timeout=20)
    saved = client.atoms.conversations.save_recording(call_id, tmp_path / "call.wav")
    assert saved.read_bytes()[:4] == b"RIFF"
