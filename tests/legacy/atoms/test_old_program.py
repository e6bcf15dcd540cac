"""A program of old against today's service, which the sandbox plays."""

from __future__ import annotations

import pytest

from smallestai import atoms

pytestmark = pytest.mark.filterwarnings("ignore:.*is kept for old programs:DeprecationWarning")


def test_an_agent_is_made_and_calls() -> None:
    """Old names of models and voices, and a voice within the language, become today's."""
    language = {
        "enabled": "hi",
        "switching": True,
        "synthesizer": {"speed": 1.0, "voiceConfig": {"model": "waves", "voiceId": "nyah"}},
    }
    with atoms.AtomsClient(atoms.Configuration()) as client:
        request = atoms.CreateAgentRequest(
            name="Desk",
            slm_model="electron-v1",
            language=atoms.CreateAgentRequestLanguage(**language),
        )
        agent_id = client.create_agent(request).data
        agent = client.get_agent_by_id(agent_id).data
        assert (agent.id, agent.name, agent.slm_model) == (agent_id, "Desk", "electron")
        assert (agent.language.default, agent.language.switching["isEnabled"]) == ("hi", True)
        assert (agent.synthesizer.speed, agent.synthesizer.voice_config.voice_id) == (1.0, "nyah")
        assert client.update_agent(agent_id, {"name": "Old front desk"}).status is True
        listed = client.get_agents(page=1, offset=5, search="Old front").data
        names = [each.name for each in listed.agents]
        assert (names, listed.total_count) == (["Old front desk"], 1)
        with pytest.raises(atoms.ApiException, match="draft") as caught:
            client.update_agent(agent_id, {"slm_model": "gpt-4.1"})
        assert caught.value.data.errors
        assert client.get_agent_workflow(agent_id).data["type"] == "single_prompt"
        call = {"agent_id": agent_id, "phone_number": "+14155550100"}
        call_id = client.start_outbound_call(call).data.conversation_id
        assert client.get_conversation_logs(call_id).data.call_id == call_id
        assert client.delete_agent(agent_id).status is True


def test_a_knowledge_base_is_filled() -> None:
    """With a file and a text; both are there, and go again."""
    with atoms.AtomsClient(atoms.Configuration()) as client:
        base_id = client.create_knowledge_base({"name": "Prices"}).data
        assert base_id in [each.id for each in client.get_knowledge_bases().data]
        assert client.get_knowledge_base_by_id(base_id).data.name == "Prices"
        client.upload_media_to_knowledge_base(base_id, ("prices.pdf", b"%PDF-1.4 Ten."))
        client.upload_text_to_knowledge_base(base_id, {"title": "Prices", "content": "Ten."})
        items = client.get_knowledge_base_items(base_id).data
        assert {(each.item_type, each.title) for each in items} == {
            ("file", None),
            ("text", "Prices"),
        }
        for item in items:
            assert client.delete_knowledge_base_item(base_id, item.id).status is True
        assert client.delete_knowledge_base(base_id).status is True


def test_who_one_is() -> None:
    """The user belongs to the organisation; there are no campaigns yet."""
    with atoms.AtomsClient(atoms.Configuration()) as client:
        user, organization = client.get_current_user().data, client.get_organization().data
        assert user.organization_id == organization.id
        assert user.user_email in [each.user_email for each in organization.members]
        assert isinstance(client.get_campaigns({"page": 1, "limit": 3}).data, list)
