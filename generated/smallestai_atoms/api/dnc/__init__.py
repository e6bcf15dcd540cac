"""The namespace `Dnc` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.blocked_number import BlockedNumber
    from ...models.blocked_number_list_response import BlockedNumberListResponse
    from ...models.dnc_list_sort_field import DncListSortField
    from ...models.sort_order import SortOrder
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Dnc:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawDnc:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawDnc(self._send)

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

    def iter(
        self,
        *,
        agent_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: DncListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[BlockedNumber]:
        """List numbers that must not be called: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Only numbers this agent does not dial.
            search: Text to look for in the numbers.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import dnc_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id,
                    search=search,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.entries",),
                key="id",
                number="page",
                size="offset",
                total="data.pagination.total",
                text=True,
            ),
            limit,
            page_size,
        )


class RawDnc:
    """The operations of `Dnc`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Dnc(raw(send))

    list = RawMethod(Dnc.list)


class AsyncDnc:
    """The awaitable twin of `Dnc`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawDnc:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawDnc(self._send)

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

    def iter(
        self,
        *,
        agent_id: str | Unset = UNSET,
        search: str | Unset = UNSET,
        sort_field: DncListSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[BlockedNumber]:
        """List numbers that must not be called: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_id: Only numbers this agent does not dial.
            search: Text to look for in the numbers.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import dnc_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_id=agent_id,
                    search=search,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.entries",),
                key="id",
                number="page",
                size="offset",
                total="data.pagination.total",
                text=True,
            ),
            limit,
            page_size,
        )


class AsyncRawDnc:
    """The operations of `AsyncDnc`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncDnc(raw(send))

    list = AsyncRawMethod(AsyncDnc.list)
