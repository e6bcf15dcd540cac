"""What `client.atoms` offers: the namespaces, each loaded on first use, some with more in them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smallestai_atoms.api import Api, AsyncApi

from smallestai.atoms._sending import AsyncSender, Sender

if TYPE_CHECKING:
    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms.agents import Agents, AsyncAgents
    from smallestai.atoms.audience import AsyncAudience, Audience
    from smallestai.atoms.billing import AsyncBilling, Billing
    from smallestai.atoms.calls import AsyncCalls, Calls
    from smallestai.atoms.campaigns import AsyncCampaigns, Campaigns
    from smallestai.atoms.conversations import AsyncConversations, Conversations
    from smallestai.atoms.knowledge_base import AsyncKnowledgeBase, KnowledgeBase
    from smallestai.atoms.live_events import AsyncLiveEvents, LiveEvents
    from smallestai.atoms.live_transcripts import AsyncLiveTranscripts, LiveTranscripts
    from smallestai.atoms.realtime import AsyncRealtime, Realtime


class Atoms(Api):
    """Voice agents, their calls, and what belongs to them.

        client.atoms.agents.create_agent(name="Receptionist")
        for agent in client.atoms.agents.iter_agents():
            print(agent.name)

    One namespace for each tag of the specification. Every operation is a method that takes keyword
    arguments, returns the typed answer and raises `smallestai.APIError` for anything else; its last
    argument, ``request_options``, holds ``timeout``, ``headers`` and ``max_retries`` of the call.
    An operation that lists has an ``iter`` method beside it: ``list_x`` and ``get_x`` have
    ``iter_x``, and ``list`` has ``iter``. Under ``with_raw_response`` every operation returns
    status, headers and body as well.
    """

    def __init__(self, transport: Transport) -> None:
        self._sender = Sender(transport)
        super().__init__(self._sender)

    @cached_property
    def agents(self) -> Agents:
        """Agents."""
        from smallestai.atoms.agents import Agents

        return Agents(self._sender)

    @cached_property
    def audience(self) -> Audience:
        """Lists of people to call."""
        from smallestai.atoms.audience import Audience

        return Audience(self._sender)

    @cached_property
    def billing(self) -> Billing:
        """Credits and invoices."""
        from smallestai.atoms.billing import Billing

        return Billing(self._sender)

    @cached_property
    def calls(self) -> Calls:
        """Calls."""
        from smallestai.atoms.calls import Calls

        return Calls(self._sender)

    @cached_property
    def campaigns(self) -> Campaigns:
        """Campaigns."""
        from smallestai.atoms.campaigns import Campaigns

        return Campaigns(self._sender)

    @cached_property
    def conversations(self) -> Conversations:
        """Recordings, further attempts and cancelling of calls."""
        from smallestai.atoms.conversations import Conversations

        return Conversations(self._sender)

    @cached_property
    def knowledge_base(self) -> KnowledgeBase:
        """Knowledge bases."""
        from smallestai.atoms.knowledge_base import KnowledgeBase

        return KnowledgeBase(self._sender)

    @cached_property
    def live_events(self) -> LiveEvents:
        """What happens in a call, while it happens."""
        from smallestai.atoms.live_events import LiveEvents

        return LiveEvents(self._sender.transport)

    @cached_property
    def live_transcripts(self) -> LiveTranscripts:
        """The same, by the name of the operation."""
        from smallestai.atoms.live_transcripts import LiveTranscripts

        return LiveTranscripts(self._sender)

    @cached_property
    def realtime(self) -> Realtime:
        """Conversations with an agent over a socket."""
        from smallestai.atoms.realtime import Realtime

        return Realtime(self._sender.transport)


class AsyncAtoms(AsyncApi):
    """The same as `Atoms`, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._sender = AsyncSender(transport)
        super().__init__(self._sender)

    @cached_property
    def agents(self) -> AsyncAgents:
        """Agents."""
        from smallestai.atoms.agents import AsyncAgents

        return AsyncAgents(self._sender)

    @cached_property
    def audience(self) -> AsyncAudience:
        """Lists of people to call."""
        from smallestai.atoms.audience import AsyncAudience

        return AsyncAudience(self._sender)

    @cached_property
    def billing(self) -> AsyncBilling:
        """Credits and invoices."""
        from smallestai.atoms.billing import AsyncBilling

        return AsyncBilling(self._sender)

    @cached_property
    def calls(self) -> AsyncCalls:
        """Calls."""
        from smallestai.atoms.calls import AsyncCalls

        return AsyncCalls(self._sender)

    @cached_property
    def campaigns(self) -> AsyncCampaigns:
        """Campaigns."""
        from smallestai.atoms.campaigns import AsyncCampaigns

        return AsyncCampaigns(self._sender)

    @cached_property
    def conversations(self) -> AsyncConversations:
        """Recordings, further attempts and cancelling of calls."""
        from smallestai.atoms.conversations import AsyncConversations

        return AsyncConversations(self._sender)

    @cached_property
    def knowledge_base(self) -> AsyncKnowledgeBase:
        """Knowledge bases."""
        from smallestai.atoms.knowledge_base import AsyncKnowledgeBase

        return AsyncKnowledgeBase(self._sender)

    @cached_property
    def live_events(self) -> AsyncLiveEvents:
        """What happens in a call, while it happens."""
        from smallestai.atoms.live_events import AsyncLiveEvents

        return AsyncLiveEvents(self._sender.transport)

    @cached_property
    def live_transcripts(self) -> AsyncLiveTranscripts:
        """The same, by the name of the operation."""
        from smallestai.atoms.live_transcripts import AsyncLiveTranscripts

        return AsyncLiveTranscripts(self._sender)

    @cached_property
    def realtime(self) -> AsyncRealtime:
        """Conversations with an agent over a socket."""
        from smallestai.atoms.realtime import AsyncRealtime

        return AsyncRealtime(self._sender.transport)
