"""The namespace `Dnc` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.blocked_number_list_response import BlockedNumberListResponse
    from ...models.dnc_list_sort_field import DncListSortField
    from ...models.sort_order import SortOrder
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Dnc:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def list(
        self,
        *,
        agent_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: DncListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        page: str | Unset = UNSET,
        offset: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> BlockedNumberListResponse:
        """List numbers that must not be called.

        Returns one page of the numbers that agents do not dial, such as those whose owners asked
        for it in a call.

        Args:
            agent_id: Only numbers this agent does not dial.
            search: Text to look for in the numbers.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            page: Number of the page as text, counted from 1; '1' when left out.
            offset: Numbers per page as text (a page size, in spite of the name); '50' when left
                out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of numbers.
        """
        from . import dnc_list as _operation

        return self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
                page=page,
                offset=offset,
            ),
            _operation._parse,
            request_options,
        )


class AsyncDnc:
    """The awaitable twin of `Dnc`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def list(
        self,
        *,
        agent_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: DncListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        page: str | Unset = UNSET,
        offset: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> BlockedNumberListResponse:
        """List numbers that must not be called.

        Returns one page of the numbers that agents do not dial, such as those whose owners asked
        for it in a call.

        Args:
            agent_id: Only numbers this agent does not dial.
            search: Text to look for in the numbers.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            page: Number of the page as text, counted from 1; '1' when left out.
            offset: Numbers per page as text (a page size, in spite of the name); '50' when left
                out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of numbers.
        """
        from . import dnc_list as _operation

        return await self._send(
            _operation._get_kwargs(
                agent_id=agent_id,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
                page=page,
                offset=offset,
            ),
            _operation._parse,
            request_options,
        )
