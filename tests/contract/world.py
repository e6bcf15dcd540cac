"""Things of Atoms that operations need, each made through our client when it is first asked for."""

from __future__ import annotations

import io
from functools import cached_property
from itertools import count
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from smallestai_atoms.types import File

if TYPE_CHECKING:
    from smallestai import SmallestAI

NUMBER = "+12025550111"
NUMBERS = (f"+1202{5_550_200 + at}" for at in count())
COUNTRIES = (f"{a}{b}" for a in ascii_uppercase for b in ascii_uppercase)
PDF = b"%PDF-1.4 a deed"


class World:
    """One of each kind, for one test.

    Args:
        client: A client of the sandbox.
    """

    def __init__(self, client: SmallestAI) -> None:
        self.atoms = client.atoms

    @cached_property
    def agent(self) -> str:
        """Return an agent."""
        return str(self.atoms.agents.create_agent(name="Desk").data)

    @cached_property
    def workflow(self) -> str:
        """Return the agent's workflow."""
        return str(self.atoms.agents.get_agent(id=self.agent).data.workflow_id)

    @cached_property
    def _branch(self) -> Any:
        branches = self.atoms.agent_versioning_branches.list(id=self.agent).to_dict()
        return branches["data"]["branches"][0]["branch"]

    @property
    def branch(self) -> str:
        """Return the agent's first branch."""
        return str(self._branch["_id"])

    @property
    def revision(self) -> str:
        """Return the head of that branch."""
        return str(self._branch["headRevisionId"])

    @cached_property
    def trial(self) -> str:
        """Return a second branch."""
        made = self.atoms.agent_versioning_branches.create_branch(
            id=self.agent, source_branch_id=self.branch, name="trial"
        )
        return str(made.data.id)

    def draft(self) -> None:
        """Have the branch keep a draft."""
        self.atoms.agent_versioning_branches.update_draft(
            id=self.agent, branch_id=self.branch, first_message="Hello!"
        )

    @cached_property
    def call(self) -> str:
        """Return a call."""
        started = self.atoms.calls.start_outbound_call(agent_id=self.agent, phone_number=NUMBER)
        return str(started.data.conversation_id)

    @cached_property
    def audience(self) -> str:
        """Return an audience of one."""
        made = self.atoms.audience.create(
            name="Customers", phone_number_column_name="phone", file=people()
        )
        return str(made.data.id)

    @cached_property
    def member(self) -> str:
        """Return who is in it."""
        found = self.atoms.audience.list_members(id=self.audience).to_dict()
        return str(found["data"]["members"][0]["_id"])

    @cached_property
    def campaign(self) -> str:
        """Return a campaign."""
        made = self.atoms.campaigns.create(
            name="Spring", audience_id=self.audience, agent_id=self.agent
        )
        return str(made.data.id)

    @cached_property
    def base(self) -> str:
        """Return a knowledge base."""
        return str(self.atoms.knowledge_base.create(name="Prices").data)

    @cached_property
    def item(self) -> str:
        """Return a file in it."""
        self.atoms.knowledge_base.upload_media(id=self.base, media=deed())
        return str(self.atoms.knowledge_base.list_items(id=self.base).data[0].id)

    @cached_property
    def page(self) -> str:
        """Return a page in it."""
        self.atoms.knowledge_base.scrape_urls(id=self.base, urls=["https://example.com/a"])
        return str(self.atoms.knowledge_base.list_scraped_urls(id=self.base).data[0].id)

    @cached_property
    def action(self) -> str:
        """Return a call action."""
        made = self.atoms.call_actions.create_call_action(
            agent_id=self.agent, category="trigger", provider="web", config={}
        )
        return str(made.data.id)

    @cached_property
    def number(self) -> str:
        """Return a number that is rented."""
        wanted = next(NUMBERS)
        self.atoms.phone_numbers.rent(phone_number=wanted, provider="plivo")
        rented = self.atoms.phone_numbers.list().to_dict()["data"]
        return str(next(one["_id"] for one in rented if wanted in str(one)))

    @cached_property
    def application(self) -> str:
        """Return an application for numbers."""
        made = self.atoms.compliance.submit(**application())
        return str(made.data.id)

    @cached_property
    def template(self) -> str:
        """Return a ready-made agent."""
        found = self.atoms.agent_templates.list_agent_templates().to_dict()
        return str(found["data"][0]["_id"])

    @cached_property
    def organization(self) -> str:
        """Return the organisation."""
        return str(self.atoms.user.get_user().data.organization_id)

    @cached_property
    def webhook(self) -> str:
        """Return a webhook."""
        made = self.atoms.webhooks.create(
            endpoint="http://127.0.0.1:9/hook", description="d", events=[]
        )
        return str(made.data)


def people() -> File:
    """Return a table of one person."""
    return File(io.BytesIO(f"phone,name\n{NUMBER},Ada\n".encode()), "people.csv", "text/csv")


def deed() -> File:
    """Return a document."""
    return File(io.BytesIO(PDF), "deed.pdf", "application/pdf")


def application() -> dict[str, Any]:
    """Return an application for numbers."""
    subject = {"country_iso": next(COUNTRIES), "number_type": "local", "user_type": "individual"}
    return {**subject, "end_user": "{}", "documents": "[]", "files": [deed()]}
