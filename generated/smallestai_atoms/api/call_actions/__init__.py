"""The namespace `CallActions` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ...models.call_action import CallAction
    from ...models.call_action_category import CallActionCategory
    from ...models.call_action_config import CallActionConfig
    from ...models.call_action_list_response import CallActionListResponse
    from ...models.call_action_response import CallActionResponse
    from ...models.create_call_action_request_action_type import CreateCallActionRequestActionType
    from ...models.message_response import MessageResponse
    from ...models.update_call_action_request_action_type import UpdateCallActionRequestActionType
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class CallActions:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawCallActions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawCallActions(self._send)

    def list_call_actions(
        self,
        *,
        agent_id: str,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionListResponse:
        """List an agent's call actions.

        Returns one page of the call actions of one agent.

        Args:
            agent_id: Id of the agent.
            page: Number of the page, counted from 1; 1 when left out.
            limit: Actions per page; 10 when left out.
            category: Only actions of this kind.
            provider: Only actions with this system.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of actions.
        """
        from . import list_call_actions as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id, page=page, limit=limit, category=category, provider=provider
            ),
            _operation._parse,
            request_options,
        )

    def iter_call_actions(
        self,
        *,
        agent_id: str,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[CallAction]:
        """List an agent's call actions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Id of the agent.
            category: Only actions of this kind.
            provider: Only actions with this system.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_call_actions as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id, category=category, provider=provider, **page
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.call_actions",),
                key="id",
                number="page",
                size="limit",
                total="data.total_count",
            ),
            limit,
            page_size,
        )

    def create_call_action(
        self,
        *,
        agent_id: str,
        category: CallActionCategory,
        provider: str,
        config: CallActionConfig | Mapping[str, Any],
        action_type: CreateCallActionRequestActionType | Unset = UNSET,
        object_: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionResponse:
        """Create a call action.

        Ties an agent's calls to another system: what happens there places calls, or what was said
        goes there afterwards.

        Args:
            agent_id: Id of the agent.
            category: Whether something elsewhere places calls (trigger) or calls lead to
                something elsewhere (post-call).
            provider: The other system.
            config: How an action works.
            action_type: What is done there, or what happens there.
            object_: The kind of record there.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new action.
        """
        from . import create_call_action as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "agentId": agent_id,
                    "category": category,
                    "provider": provider,
                    "config": config,
                    "action_type": action_type,
                    "object": object_,
                }
            ),
            _operation._parse,
            request_options,
        )

    def get_call_action(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> CallActionResponse:
        """Get a call action.

        Returns one call action.

        Args:
            id: Id of the action.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action.
        """
        from . import get_call_action as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update_call_action(
        self,
        id: str,
        *,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        action_type: UpdateCallActionRequestActionType | Unset = UNSET,
        object_: str | Unset = UNSET,
        config: CallActionConfig | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionResponse:
        """Update a call action.

        Replaces the fields given of a call action.

        Args:
            id: Id of the action.
            category: Whether something elsewhere places calls (trigger) or calls lead to
                something elsewhere (post-call).
            provider: The other system.
            action_type: What is done there, or what happens there.
            object_: The kind of record there.
            config: How an action works.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action.
        """
        from . import update_call_action as _operation

        return self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "category": category,
                    "provider": provider,
                    "action_type": action_type,
                    "object": object_,
                    "config": config,
                },
            ),
            _operation._parse,
            request_options,
        )

    def delete_call_action(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> MessageResponse:
        """Delete a call action.

        Deletes a call action.

        Args:
            id: Id of the action.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action is deleted.
        """
        from . import delete_call_action as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class RawCallActions:
    """The operations of `CallActions`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = CallActions(raw(send))

    list_call_actions = RawMethod(CallActions.list_call_actions)
    create_call_action = RawMethod(CallActions.create_call_action)
    get_call_action = RawMethod(CallActions.get_call_action)
    update_call_action = RawMethod(CallActions.update_call_action)
    delete_call_action = RawMethod(CallActions.delete_call_action)


class AsyncCallActions:
    """The awaitable twin of `CallActions`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawCallActions:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawCallActions(self._send)

    async def list_call_actions(
        self,
        *,
        agent_id: str,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionListResponse:
        """List an agent's call actions.

        Returns one page of the call actions of one agent.

        Args:
            agent_id: Id of the agent.
            page: Number of the page, counted from 1; 1 when left out.
            limit: Actions per page; 10 when left out.
            category: Only actions of this kind.
            provider: Only actions with this system.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of actions.
        """
        from . import list_call_actions as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id, page=page, limit=limit, category=category, provider=provider
            ),
            _operation._parse,
            request_options,
        )

    def iter_call_actions(
        self,
        *,
        agent_id: str,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[CallAction]:
        """List an agent's call actions: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Id of the agent.
            category: Only actions of this kind.
            provider: Only actions with this system.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_call_actions as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id, category=category, provider=provider, **page
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.call_actions",),
                key="id",
                number="page",
                size="limit",
                total="data.total_count",
            ),
            limit,
            page_size,
        )

    async def create_call_action(
        self,
        *,
        agent_id: str,
        category: CallActionCategory,
        provider: str,
        config: CallActionConfig | Mapping[str, Any],
        action_type: CreateCallActionRequestActionType | Unset = UNSET,
        object_: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionResponse:
        """Create a call action.

        Ties an agent's calls to another system: what happens there places calls, or what was said
        goes there afterwards.

        Args:
            agent_id: Id of the agent.
            category: Whether something elsewhere places calls (trigger) or calls lead to
                something elsewhere (post-call).
            provider: The other system.
            config: How an action works.
            action_type: What is done there, or what happens there.
            object_: The kind of record there.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new action.
        """
        from . import create_call_action as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "agentId": agent_id,
                    "category": category,
                    "provider": provider,
                    "config": config,
                    "action_type": action_type,
                    "object": object_,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def get_call_action(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> CallActionResponse:
        """Get a call action.

        Returns one call action.

        Args:
            id: Id of the action.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action.
        """
        from . import get_call_action as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update_call_action(
        self,
        id: str,
        *,
        category: CallActionCategory | Unset = UNSET,
        provider: str | Unset = UNSET,
        action_type: UpdateCallActionRequestActionType | Unset = UNSET,
        object_: str | Unset = UNSET,
        config: CallActionConfig | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallActionResponse:
        """Update a call action.

        Replaces the fields given of a call action.

        Args:
            id: Id of the action.
            category: Whether something elsewhere places calls (trigger) or calls lead to
                something elsewhere (post-call).
            provider: The other system.
            action_type: What is done there, or what happens there.
            object_: The kind of record there.
            config: How an action works.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action.
        """
        from . import update_call_action as _operation

        return await self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "category": category,
                    "provider": provider,
                    "action_type": action_type,
                    "object": object_,
                    "config": config,
                },
            ),
            _operation._parse,
            request_options,
        )

    async def delete_call_action(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> MessageResponse:
        """Delete a call action.

        Deletes a call action.

        Args:
            id: Id of the action.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The action is deleted.
        """
        from . import delete_call_action as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class AsyncRawCallActions:
    """The operations of `AsyncCallActions`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncCallActions(raw(send))

    list_call_actions = AsyncRawMethod(AsyncCallActions.list_call_actions)
    create_call_action = AsyncRawMethod(AsyncCallActions.create_call_action)
    get_call_action = AsyncRawMethod(AsyncCallActions.get_call_action)
    update_call_action = AsyncRawMethod(AsyncCallActions.update_call_action)
    delete_call_action = AsyncRawMethod(AsyncCallActions.delete_call_action)
