"""What 4.3 put on the old client besides the operations: managers, and shortcuts to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from smallestai.atoms.audience_client import Audience
from smallestai.atoms.call import Call
from smallestai.atoms.campaign import Campaign
from smallestai.atoms.kb import KB
from smallestai.atoms.legacy.owner import Owner

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smallestai.atoms.api import AgentsApi, CampaignsApi, KnowledgeBaseApi
    from smallestai.atoms.models import CreateAgentFromTemplate200Response as CreatedAgent
    from smallestai.atoms.models import CreateCampaign201Response as CreatedCampaign
    from smallestai.atoms.models import CreateKnowledgeBase201Response as CreatedKnowledgeBase


class Flat(Owner):
    """Methods of `AtomsClient` that return the JSON of the answer, and those that begin with new.

    The former raise an `ApiException` that is an ``HTTPError`` of ``requests`` too. All use the
    settings of the client.
    """

    agents_api: AgentsApi
    campaigns_api: CampaignsApi
    knowledge_base_api: KnowledgeBaseApi

    @cached_property
    def call(self) -> Call:
        """Calls."""
        return Call.of(self.api_client)

    @cached_property
    def audience(self) -> Audience:
        """Lists of people to call."""
        return Audience.of(self.api_client)

    @cached_property
    def campaign(self) -> Campaign:
        """Campaigns."""
        return Campaign.of(self.api_client)

    @cached_property
    def kb(self) -> KB:
        """Knowledge bases."""
        return KB.of(self.api_client)

    def get_call(self, call_id: str) -> dict[str, Any]:
        """Return a call. See `Call.get_call`."""
        return self.call.get_call(call_id)

    def get_calls(
        self,
        agent_id: str | None = None,
        campaign_id: str | None = None,
        page: int = 1,
        limit: int = 10,
        status: str | None = None,
        call_type: str | None = None,
        search: str | None = None,
    ) -> dict[str, Any]:
        """Return a page of calls. See `Call.get_calls`."""
        return self.call.get_calls(agent_id, campaign_id, page, limit, status, call_type, search)

    def search_calls(self, call_ids: Sequence[str]) -> dict[str, Any]:
        """Return calls by their ids. See `Call.search_calls`."""
        return self.call.search_calls(call_ids)

    def get_post_call_config(self, agent_id: str) -> dict[str, Any]:
        """Return what an agent's calls are asked afterwards. See `Call.get_post_call_config`."""
        return self.call.get_post_call_config(agent_id)

    def set_post_call_config(
        self,
        agent_id: str,
        summary_prompt: str | None = None,
        disposition_metrics: Sequence[Mapping[str, Any]] | None = None,
    ) -> dict[str, Any]:
        """Set what an agent's calls are asked afterwards. See `Call.set_post_call_config`."""
        return self.call.set_post_call_config(agent_id, summary_prompt, disposition_metrics)

    def get_audiences(self) -> dict[str, Any]:
        """Return all audiences. See `Audience.list`."""
        return self.audience.list()

    def get_audience_by_id(self, audience_id: str) -> dict[str, Any]:
        """Return an audience. See `Audience.get`."""
        return self.audience.get(audience_id)

    def create_audience(
        self,
        name: str,
        phone_numbers: Sequence[str],
        phone_number_column_name: str = "phoneNumber",
        description: str = "",
        names: Sequence[tuple[str, str]] | None = None,
    ) -> dict[str, Any]:
        """Create an audience of phone numbers. See `Audience.create`, of another order."""
        column = phone_number_column_name
        return self.audience.create(name, phone_numbers, names, description, column)

    def delete_audience(self, audience_id: str) -> dict[str, Any]:
        """Delete an audience. See `Audience.delete`."""
        return self.audience.delete(audience_id)

    def get_audience_members(
        self, audience_id: str, page: int = 1, offset: int = 10
    ) -> dict[str, Any]:
        """Return a page of the people in an audience. See `Audience.get_members`."""
        return self.audience.get_members(audience_id, page, offset)

    def add_audience_members(
        self, audience_id: str, members: Sequence[Mapping[str, str]]
    ) -> dict[str, Any]:
        """Add people to an audience. Source: operation `addMembers`.

        Args:
            audience_id: The audience.
            members: The people, each with the columns of the audience.
        """
        return self.audience._add(audience_id, members)

    def get_phone_numbers(self) -> dict[str, Any]:
        """Return the rented numbers. Source: operation `phoneNumbersList`."""
        return self.campaign._send("GET", "/product/phone-numbers")

    def new_agent(
        self,
        name: str,
        prompt: str | None = None,
        description: str = "",
        kb_id: str | None = None,
        background_sound: str = "",
    ) -> CreatedAgent:
        """Create an agent; its id is the ``data`` of the answer. Source: operation `createAgent`.

        Args:
            name: Its name.
            prompt: What it is to do.
            description: What it is for.
            kb_id: The knowledge base that it may look into.
            background_sound: What is heard behind it.
        """
        given = {
            "name": name,
            "description": description,
            "backgroundSound": background_sound,
            "globalKnowledgeBaseId": kb_id,
            "globalPrompt": prompt,
        }
        body = {field: value for field, value in given.items() if value is not None}
        made: CreatedAgent = self.agents_api.create_agent(body)
        return made

    def new_campaign(
        self,
        name: str,
        agent_id: str,
        audience_id: str,
        phone_ids: Sequence[str],
        description: str = "",
        max_retries: int = 3,
        retry_delay: int = 15,
    ) -> CreatedCampaign:
        """Create a campaign; its id is ``["_id"]`` of the ``data``. See `Campaign.create`."""
        body = {
            "name": name,
            "agentId": agent_id,
            "audienceId": audience_id,
            "phoneNumberIds": phone_ids,
            "description": description,
            "maxRetries": max_retries,
            "retryDelay": retry_delay,
        }
        made: CreatedCampaign = self.campaigns_api.create_campaign(body)
        return made

    def new_kb(self, name: str, description: str = "") -> CreatedKnowledgeBase:
        """Create a knowledge base; its id is the ``data`` of the answer.

        Args:
            name: Its name.
            description: What it is about.

        Source: operation `knowledgeBaseCreate`.
        """
        body = {"name": name, "description": description}
        made: CreatedKnowledgeBase = self.knowledge_base_api.create_knowledge_base(body)
        return made
