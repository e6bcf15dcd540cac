"""The namespace `Webhooks` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...models.string_map import StringMap
    from ...models.subscription_list_response import SubscriptionListResponse
    from ...models.text_response import TextResponse
    from ...models.webhook import Webhook
    from ...models.webhook_event_type import WebhookEventType
    from ...models.webhook_id_response import WebhookIdResponse
    from ...models.webhook_list_response import WebhookListResponse
    from ...models.webhook_subscription import WebhookSubscription
    from ...models.webhook_trigger import WebhookTrigger
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Webhooks:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawWebhooks:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawWebhooks(self._send)

    def list(
        self, *, webhook_id: str | Unset = UNSET, request_options: RequestOptions | None = None
    ) -> WebhookListResponse:
        """List webhooks.

        Returns the organisation's webhooks with their secrets; with webhookId, that one alone and
        not in a list.

        Args:
            webhook_id: Id of the one webhook to return.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The webhooks, or the one.
        """
        from . import webhooks_list as _operation

        return self._send(
            _operation._get_kwargs(webhook_id=webhook_id), _operation._parse, request_options
        )

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[Webhook]:
        """List webhooks: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import webhooks_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def create(
        self,
        *,
        endpoint: str,
        description: str,
        events: Sequence[WebhookTrigger | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> WebhookIdResponse:
        """Create a webhook.

        Has events of some agents sent to an address, and returns the id of the webhook. Each event
        is posted once, as JSON, signed with the webhook's secret in X-Signature; one that is not
        taken within 30 seconds is not sent again.

        Args:
            endpoint: URL that takes the events with POST.
            description: What the webhook is for.
            events: The events to send.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new webhook.
        """
        from . import webhooks_create as _operation

        return self._send(
            _operation._get_kwargs(
                body={"endpoint": endpoint, "description": description, "events": events}
            ),
            _operation._parse,
            request_options,
        )

    def delete(self, id: str, *, request_options: RequestOptions | None = None) -> TextResponse:
        """Delete a webhook.

        Deletes a webhook. A 400 while agents are subscribed to it.

        Args:
            id: Id of the webhook.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The webhook is deleted.
        """
        from . import webhooks_delete as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update(
        self,
        id: str,
        *,
        endpoint: str | Unset = UNSET,
        description: str | Unset = UNSET,
        headers: StringMap | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Update a webhook.

        Changes where events go and with which headers.

        Args:
            id: Id of the webhook.
            endpoint: URL that takes the events with POST.
            description: What the webhook is for.
            headers: Headers to send with each event, at most 10 of at most 1024 characters.
                Some names are reserved.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import webhooks_update as _operation

        return self._send(
            _operation._get_kwargs(
                id=id, body={"endpoint": endpoint, "description": description, "headers": headers}
            ),
            _operation._parse,
            request_options,
        )

    def list_subscriptions(
        self, agent_id: str, *, request_options: RequestOptions | None = None
    ) -> SubscriptionListResponse:
        """List an agent's subscriptions.

        Returns which events of an agent go to which webhooks.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions.
        """
        from . import list_subscriptions as _operation

        return self._send(
            _operation._get_kwargs(agent_id=agent_id), _operation._parse, request_options
        )

    def iter_subscriptions(
        self,
        agent_id: str,
        *,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[WebhookSubscription]:
        """List an agent's subscriptions: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            agent_id: Id of the agent.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_subscriptions as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(agent_id=agent_id, **page),
                _operation._parse,
                request_options,
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def replace_subscriptions(
        self,
        agent_id: str,
        *,
        event_types: builtins.list[WebhookEventType],
        webhook_id: str,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Replace an agent's subscriptions.

        Has the events given sent to one webhook; all earlier subscriptions of the agent end.

        Args:
            agent_id: Id of the agent.
            event_types: The events to send.
            webhook_id: Id of the webhook.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions are stored.
        """
        from . import replace_subscriptions as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id, body={"eventTypes": event_types, "webhookId": webhook_id}
            ),
            _operation._parse,
            request_options,
        )

    def delete_subscriptions(
        self, agent_id: str, *, request_options: RequestOptions | None = None
    ) -> TextResponse:
        """Delete an agent's subscriptions.

        Ends all subscriptions of an agent.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions are deleted.
        """
        from . import delete_subscriptions as _operation

        return self._send(
            _operation._get_kwargs(agent_id=agent_id), _operation._parse, request_options
        )


class RawWebhooks:
    """The operations of `Webhooks`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Webhooks(raw(send))

    list = RawMethod(Webhooks.list)
    create = RawMethod(Webhooks.create)
    delete = RawMethod(Webhooks.delete)
    update = RawMethod(Webhooks.update)
    list_subscriptions = RawMethod(Webhooks.list_subscriptions)
    replace_subscriptions = RawMethod(Webhooks.replace_subscriptions)
    delete_subscriptions = RawMethod(Webhooks.delete_subscriptions)


class AsyncWebhooks:
    """The awaitable twin of `Webhooks`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawWebhooks:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawWebhooks(self._send)

    async def list(
        self, *, webhook_id: str | Unset = UNSET, request_options: RequestOptions | None = None
    ) -> WebhookListResponse:
        """List webhooks.

        Returns the organisation's webhooks with their secrets; with webhookId, that one alone and
        not in a list.

        Args:
            webhook_id: Id of the one webhook to return.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The webhooks, or the one.
        """
        from . import webhooks_list as _operation

        return await self._send(
            _operation._get_kwargs(webhook_id=webhook_id), _operation._parse, request_options
        )

    def iter(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[Webhook]:
        """List webhooks: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import webhooks_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def create(
        self,
        *,
        endpoint: str,
        description: str,
        events: Sequence[WebhookTrigger | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> WebhookIdResponse:
        """Create a webhook.

        Has events of some agents sent to an address, and returns the id of the webhook. Each event
        is posted once, as JSON, signed with the webhook's secret in X-Signature; one that is not
        taken within 30 seconds is not sent again.

        Args:
            endpoint: URL that takes the events with POST.
            description: What the webhook is for.
            events: The events to send.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new webhook.
        """
        from . import webhooks_create as _operation

        return await self._send(
            _operation._get_kwargs(
                body={"endpoint": endpoint, "description": description, "events": events}
            ),
            _operation._parse,
            request_options,
        )

    async def delete(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> TextResponse:
        """Delete a webhook.

        Deletes a webhook. A 400 while agents are subscribed to it.

        Args:
            id: Id of the webhook.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The webhook is deleted.
        """
        from . import webhooks_delete as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update(
        self,
        id: str,
        *,
        endpoint: str | Unset = UNSET,
        description: str | Unset = UNSET,
        headers: StringMap | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Update a webhook.

        Changes where events go and with which headers.

        Args:
            id: Id of the webhook.
            endpoint: URL that takes the events with POST.
            description: What the webhook is for.
            headers: Headers to send with each event, at most 10 of at most 1024 characters.
                Some names are reserved.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import webhooks_update as _operation

        return await self._send(
            _operation._get_kwargs(
                id=id, body={"endpoint": endpoint, "description": description, "headers": headers}
            ),
            _operation._parse,
            request_options,
        )

    async def list_subscriptions(
        self, agent_id: str, *, request_options: RequestOptions | None = None
    ) -> SubscriptionListResponse:
        """List an agent's subscriptions.

        Returns which events of an agent go to which webhooks.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions.
        """
        from . import list_subscriptions as _operation

        return await self._send(
            _operation._get_kwargs(agent_id=agent_id), _operation._parse, request_options
        )

    def iter_subscriptions(
        self,
        agent_id: str,
        *,
        limit: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[WebhookSubscription]:
        """List an agent's subscriptions: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            agent_id: Id of the agent.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_subscriptions as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(agent_id=agent_id, **page),
                _operation._parse,
                request_options,
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def replace_subscriptions(
        self,
        agent_id: str,
        *,
        event_types: builtins.list[WebhookEventType],
        webhook_id: str,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Replace an agent's subscriptions.

        Has the events given sent to one webhook; all earlier subscriptions of the agent end.

        Args:
            agent_id: Id of the agent.
            event_types: The events to send.
            webhook_id: Id of the webhook.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions are stored.
        """
        from . import replace_subscriptions as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id, body={"eventTypes": event_types, "webhookId": webhook_id}
            ),
            _operation._parse,
            request_options,
        )

    async def delete_subscriptions(
        self, agent_id: str, *, request_options: RequestOptions | None = None
    ) -> TextResponse:
        """Delete an agent's subscriptions.

        Ends all subscriptions of an agent.

        Args:
            agent_id: Id of the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscriptions are deleted.
        """
        from . import delete_subscriptions as _operation

        return await self._send(
            _operation._get_kwargs(agent_id=agent_id), _operation._parse, request_options
        )


class AsyncRawWebhooks:
    """The operations of `AsyncWebhooks`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncWebhooks(raw(send))

    list = AsyncRawMethod(AsyncWebhooks.list)
    create = AsyncRawMethod(AsyncWebhooks.create)
    delete = AsyncRawMethod(AsyncWebhooks.delete)
    update = AsyncRawMethod(AsyncWebhooks.update)
    list_subscriptions = AsyncRawMethod(AsyncWebhooks.list_subscriptions)
    replace_subscriptions = AsyncRawMethod(AsyncWebhooks.replace_subscriptions)
    delete_subscriptions = AsyncRawMethod(AsyncWebhooks.delete_subscriptions)
