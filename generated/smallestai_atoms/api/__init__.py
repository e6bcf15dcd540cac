"""The operations: `Api` and `AsyncApi` hold one namespace per tag; the modules below hold one operation each."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypedDict, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    import httpx

    from .account import Account, AsyncAccount
    from .agent_templates import AgentTemplates, AsyncAgentTemplates
    from .agent_versioning_branches import AgentVersioningBranches, AsyncAgentVersioningBranches
    from .agent_versioning_drafts import AgentVersioningDrafts, AsyncAgentVersioningDrafts
    from .agent_versioning_revisions import AgentVersioningRevisions, AsyncAgentVersioningRevisions
    from .agent_versioning_versions import AgentVersioningVersions, AsyncAgentVersioningVersions
    from .agents import Agents, AsyncAgents
    from .analytics import Analytics, AsyncAnalytics
    from .audience import AsyncAudience, Audience
    from .billing import AsyncBilling, Billing
    from .call_actions import AsyncCallActions, CallActions
    from .calls import AsyncCalls, Calls
    from .campaigns import AsyncCampaigns, Campaigns
    from .compliance import AsyncCompliance, Compliance
    from .concurrency import AsyncConcurrency, Concurrency
    from .conversations import AsyncConversations, Conversations
    from .disposition_metric_templates import (
        AsyncDispositionMetricTemplates,
        DispositionMetricTemplates,
    )
    from .dnc import AsyncDnc, Dnc
    from .integrations import AsyncIntegrations, Integrations
    from .knowledge_base import AsyncKnowledgeBase, KnowledgeBase
    from .live_transcripts import AsyncLiveTranscripts, LiveTranscripts
    from .organization import AsyncOrganization, Organization
    from .phone_numbers import AsyncPhoneNumbers, PhoneNumbers
    from .prompt_scoring import AsyncPromptScoring, PromptScoring
    from .realtime import AsyncRealtime, Realtime
    from .user import AsyncUser, User
    from .web_call import AsyncWebCall, WebCall
    from .webhooks import AsyncWebhooks, Webhooks
    from .widget import AsyncWidget, Widget

T = TypeVar("T")


class RequestOptions(TypedDict, total=False):
    """Settings of one call.

    Attributes:
        timeout: Seconds to wait for an answer; None means the client's own setting.
        headers: Sent besides the client's.
        max_retries: How often the request may be sent again where that is safe.
    """

    timeout: float | None
    headers: Mapping[str, str]
    max_retries: int


class Send(Protocol):
    """Sends a request and returns what `parse` makes of the answer.

    `request` holds keyword arguments for `httpx.Client.request`. `parse` is for answers that mean success;
    the sender raises for the others.
    """

    def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class AsyncSend(Protocol):
    """The awaitable twin of `Send`."""

    async def __call__(
        self,
        request: dict[str, Any],
        parse: Callable[[httpx.Response], T],
        options: RequestOptions | None,
        /,
    ) -> T: ...


class Listing(NamedTuple):
    """How an operation cuts a list into pages. What it does not have is empty, or 0.

    Attributes:
        items: Where the entries are in the answer: names joined by dots.
        key: The field by which an entry is known again.
        number: The argument that counts pages, from 1.
        start: The argument that counts the entries before the page.
        size: The argument for the entries of a page.
        most: The largest size that is accepted.
        total: Where the answer tells how many entries there are on all pages together.
        text: Whether the numbers travel as text.
    """

    items: tuple[str, ...]
    key: str = ""
    number: str = ""
    start: str = ""
    size: str = ""
    most: int = 0
    total: str = ""
    text: bool = False


class PagingSend(Send, Protocol):
    """A `Send` that can go through lists as well."""

    def pages(
        self,
        ask: Callable[[dict[str, Any]], Any],
        listing: Listing,
        limit: int | None,
        page_size: int | None,
        /,
    ) -> Iterator[Any]:
        """Give the entries of all pages, at most `limit` of them.

        `ask` takes the arguments that pick a page and returns the answer.
        """


class AsyncPagingSend(AsyncSend, Protocol):
    """The awaitable twin of `PagingSend`."""

    def pages(
        self,
        ask: Callable[[dict[str, Any]], Any],
        listing: Listing,
        limit: int | None,
        page_size: int | None,
        /,
    ) -> AsyncIterator[Any]:
        """Give the entries of all pages; see `PagingSend.pages`."""


class Api:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @cached_property
    def account(self) -> Account:
        from .account import Account

        return Account(self._send)

    @cached_property
    def agent_templates(self) -> AgentTemplates:
        from .agent_templates import AgentTemplates

        return AgentTemplates(self._send)

    @cached_property
    def agent_versioning_branches(self) -> AgentVersioningBranches:
        from .agent_versioning_branches import AgentVersioningBranches

        return AgentVersioningBranches(self._send)

    @cached_property
    def agent_versioning_drafts(self) -> AgentVersioningDrafts:
        from .agent_versioning_drafts import AgentVersioningDrafts

        return AgentVersioningDrafts(self._send)

    @cached_property
    def agent_versioning_revisions(self) -> AgentVersioningRevisions:
        from .agent_versioning_revisions import AgentVersioningRevisions

        return AgentVersioningRevisions(self._send)

    @cached_property
    def agent_versioning_versions(self) -> AgentVersioningVersions:
        from .agent_versioning_versions import AgentVersioningVersions

        return AgentVersioningVersions(self._send)

    @cached_property
    def agents(self) -> Agents:
        from .agents import Agents

        return Agents(self._send)

    @cached_property
    def analytics(self) -> Analytics:
        from .analytics import Analytics

        return Analytics(self._send)

    @cached_property
    def audience(self) -> Audience:
        from .audience import Audience

        return Audience(self._send)

    @cached_property
    def billing(self) -> Billing:
        from .billing import Billing

        return Billing(self._send)

    @cached_property
    def call_actions(self) -> CallActions:
        from .call_actions import CallActions

        return CallActions(self._send)

    @cached_property
    def calls(self) -> Calls:
        from .calls import Calls

        return Calls(self._send)

    @cached_property
    def campaigns(self) -> Campaigns:
        from .campaigns import Campaigns

        return Campaigns(self._send)

    @cached_property
    def compliance(self) -> Compliance:
        from .compliance import Compliance

        return Compliance(self._send)

    @cached_property
    def concurrency(self) -> Concurrency:
        from .concurrency import Concurrency

        return Concurrency(self._send)

    @cached_property
    def conversations(self) -> Conversations:
        from .conversations import Conversations

        return Conversations(self._send)

    @cached_property
    def disposition_metric_templates(self) -> DispositionMetricTemplates:
        from .disposition_metric_templates import DispositionMetricTemplates

        return DispositionMetricTemplates(self._send)

    @cached_property
    def dnc(self) -> Dnc:
        from .dnc import Dnc

        return Dnc(self._send)

    @cached_property
    def integrations(self) -> Integrations:
        from .integrations import Integrations

        return Integrations(self._send)

    @cached_property
    def knowledge_base(self) -> KnowledgeBase:
        from .knowledge_base import KnowledgeBase

        return KnowledgeBase(self._send)

    @cached_property
    def live_transcripts(self) -> LiveTranscripts:
        from .live_transcripts import LiveTranscripts

        return LiveTranscripts(self._send)

    @cached_property
    def organization(self) -> Organization:
        from .organization import Organization

        return Organization(self._send)

    @cached_property
    def phone_numbers(self) -> PhoneNumbers:
        from .phone_numbers import PhoneNumbers

        return PhoneNumbers(self._send)

    @cached_property
    def prompt_scoring(self) -> PromptScoring:
        from .prompt_scoring import PromptScoring

        return PromptScoring(self._send)

    @cached_property
    def realtime(self) -> Realtime:
        from .realtime import Realtime

        return Realtime(self._send)

    @cached_property
    def user(self) -> User:
        from .user import User

        return User(self._send)

    @cached_property
    def web_call(self) -> WebCall:
        from .web_call import WebCall

        return WebCall(self._send)

    @cached_property
    def webhooks(self) -> Webhooks:
        from .webhooks import Webhooks

        return Webhooks(self._send)

    @cached_property
    def widget(self) -> Widget:
        from .widget import Widget

        return Widget(self._send)


class AsyncApi:
    """Every operation, by tag. A namespace loads on first use."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @cached_property
    def account(self) -> AsyncAccount:
        from .account import AsyncAccount

        return AsyncAccount(self._send)

    @cached_property
    def agent_templates(self) -> AsyncAgentTemplates:
        from .agent_templates import AsyncAgentTemplates

        return AsyncAgentTemplates(self._send)

    @cached_property
    def agent_versioning_branches(self) -> AsyncAgentVersioningBranches:
        from .agent_versioning_branches import AsyncAgentVersioningBranches

        return AsyncAgentVersioningBranches(self._send)

    @cached_property
    def agent_versioning_drafts(self) -> AsyncAgentVersioningDrafts:
        from .agent_versioning_drafts import AsyncAgentVersioningDrafts

        return AsyncAgentVersioningDrafts(self._send)

    @cached_property
    def agent_versioning_revisions(self) -> AsyncAgentVersioningRevisions:
        from .agent_versioning_revisions import AsyncAgentVersioningRevisions

        return AsyncAgentVersioningRevisions(self._send)

    @cached_property
    def agent_versioning_versions(self) -> AsyncAgentVersioningVersions:
        from .agent_versioning_versions import AsyncAgentVersioningVersions

        return AsyncAgentVersioningVersions(self._send)

    @cached_property
    def agents(self) -> AsyncAgents:
        from .agents import AsyncAgents

        return AsyncAgents(self._send)

    @cached_property
    def analytics(self) -> AsyncAnalytics:
        from .analytics import AsyncAnalytics

        return AsyncAnalytics(self._send)

    @cached_property
    def audience(self) -> AsyncAudience:
        from .audience import AsyncAudience

        return AsyncAudience(self._send)

    @cached_property
    def billing(self) -> AsyncBilling:
        from .billing import AsyncBilling

        return AsyncBilling(self._send)

    @cached_property
    def call_actions(self) -> AsyncCallActions:
        from .call_actions import AsyncCallActions

        return AsyncCallActions(self._send)

    @cached_property
    def calls(self) -> AsyncCalls:
        from .calls import AsyncCalls

        return AsyncCalls(self._send)

    @cached_property
    def campaigns(self) -> AsyncCampaigns:
        from .campaigns import AsyncCampaigns

        return AsyncCampaigns(self._send)

    @cached_property
    def compliance(self) -> AsyncCompliance:
        from .compliance import AsyncCompliance

        return AsyncCompliance(self._send)

    @cached_property
    def concurrency(self) -> AsyncConcurrency:
        from .concurrency import AsyncConcurrency

        return AsyncConcurrency(self._send)

    @cached_property
    def conversations(self) -> AsyncConversations:
        from .conversations import AsyncConversations

        return AsyncConversations(self._send)

    @cached_property
    def disposition_metric_templates(self) -> AsyncDispositionMetricTemplates:
        from .disposition_metric_templates import AsyncDispositionMetricTemplates

        return AsyncDispositionMetricTemplates(self._send)

    @cached_property
    def dnc(self) -> AsyncDnc:
        from .dnc import AsyncDnc

        return AsyncDnc(self._send)

    @cached_property
    def integrations(self) -> AsyncIntegrations:
        from .integrations import AsyncIntegrations

        return AsyncIntegrations(self._send)

    @cached_property
    def knowledge_base(self) -> AsyncKnowledgeBase:
        from .knowledge_base import AsyncKnowledgeBase

        return AsyncKnowledgeBase(self._send)

    @cached_property
    def live_transcripts(self) -> AsyncLiveTranscripts:
        from .live_transcripts import AsyncLiveTranscripts

        return AsyncLiveTranscripts(self._send)

    @cached_property
    def organization(self) -> AsyncOrganization:
        from .organization import AsyncOrganization

        return AsyncOrganization(self._send)

    @cached_property
    def phone_numbers(self) -> AsyncPhoneNumbers:
        from .phone_numbers import AsyncPhoneNumbers

        return AsyncPhoneNumbers(self._send)

    @cached_property
    def prompt_scoring(self) -> AsyncPromptScoring:
        from .prompt_scoring import AsyncPromptScoring

        return AsyncPromptScoring(self._send)

    @cached_property
    def realtime(self) -> AsyncRealtime:
        from .realtime import AsyncRealtime

        return AsyncRealtime(self._send)

    @cached_property
    def user(self) -> AsyncUser:
        from .user import AsyncUser

        return AsyncUser(self._send)

    @cached_property
    def web_call(self) -> AsyncWebCall:
        from .web_call import AsyncWebCall

        return AsyncWebCall(self._send)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        from .webhooks import AsyncWebhooks

        return AsyncWebhooks(self._send)

    @cached_property
    def widget(self) -> AsyncWidget:
        from .widget import AsyncWidget

        return AsyncWidget(self._send)
