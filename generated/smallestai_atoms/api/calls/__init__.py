"""The namespace `Calls` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ...models.call_log import CallLog
    from ...models.call_response import CallResponse
    from ...models.call_type import CallType
    from ...models.call_variables import CallVariables
    from ...models.calls_list_sort_by import CallsListSortBy
    from ...models.calls_response import CallsResponse
    from ...models.found_calls_response import FoundCallsResponse
    from ...models.json import Json
    from ...models.sort_order import SortOrder
    from ...models.start_outbound_call_x_test_call import StartOutboundCallXTestCall
    from ...models.started_call_response import StartedCallResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Calls:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawCalls:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawCalls(self._send)

    def start_outbound_call(
        self,
        *,
        agent_id: str,
        phone_number: str,
        variables: CallVariables | Mapping[str, Any] | Unset = UNSET,
        from_product_id: str | Unset = UNSET,
        version_id: str | Unset = UNSET,
        operator_id: str | Unset = UNSET,
        operator_data: Json | Mapping[str, Any] | Unset = UNSET,
        x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> StartedCallResponse:
        """Start an outbound call.

        Has an agent call a phone number and returns at once with the call's id; the call waits in a
        queue when all lines are busy. Not safe to repeat after a timeout: the number may be dialled
        twice.

        Args:
            agent_id: Id of the agent that speaks.
            phone_number: The number to dial, in E.164 form such as +14155550123.
            variables: Values for the variables in the agent's prompt and messages.
            from_product_id: Id of the phone number (product) to call from.
            version_id: Id of the agent's version to use.
            operator_id: Id of the operator the call is placed for.
            operator_data: What the platform is to know about the operator.
            x_test_call: The text 'true' marks the call as a test.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the call.
        """
        from . import start_outbound_call as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "agentId": agent_id,
                    "phoneNumber": phone_number,
                    "variables": variables,
                    "fromProductId": from_product_id,
                    "versionId": version_id,
                    "operatorId": operator_id,
                    "operatorData": operator_data,
                },
                x_test_call=x_test_call,
            ),
            _operation._parse,
            request_options,
        )

    def list(
        self,
        *,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        agent_ids: str | Unset = UNSET,
        campaign_ids: str | Unset = UNSET,
        call_types: CallType | Unset = UNSET,
        search: str | Unset = UNSET,
        status_filter: str | Unset = UNSET,
        disconnect_reason_filter: str | Unset = UNSET,
        call_attempt_filter: str | Unset = UNSET,
        duration_filter: str | Unset = UNSET,
        sort_by: CallsListSortBy | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        version_filter: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallsResponse:
        """List calls.

        Returns one page of the calls of all agents. Filters that take several values take them
        joined by commas.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            limit: Calls per page, 1 to 500; 5 when left out.
            agent_ids: Only calls of these agents; ids joined by commas.
            campaign_ids: Only calls of these campaigns; ids joined by commas.
            call_types: Only calls of this kind.
            search: Text to look for in the call's id and in both phone numbers.
            status_filter: Only calls with these statuses, joined by commas, such as
                completed,failed.
            disconnect_reason_filter: Only calls that ended for these reasons, joined by commas,
                such as user_hangup,agent_hangup.
            call_attempt_filter: Which attempts, joined by commas; initial (first attempts),
                retry (later ones) or all.
            duration_filter: Only calls this long, joined by commas; 0-30 and 30-60 are seconds,
                1-5 and 5+ are minutes.
            sort_by: Field to sort by.
            sort_order: Direction of the sort.
            date_from: Only calls from this moment on, RFC 3339.
            date_to: Only calls up to this moment, RFC 3339.
            version_filter: Only calls that this version of an agent took.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import calls_list as _operation

        return self._send(
            _operation._get_kwargs(
                page=page,
                limit=limit,
                agent_ids=agent_ids,
                campaign_ids=campaign_ids,
                call_types=call_types,
                search=search,
                status_filter=status_filter,
                disconnect_reason_filter=disconnect_reason_filter,
                call_attempt_filter=call_attempt_filter,
                duration_filter=duration_filter,
                sort_by=sort_by,
                sort_order=sort_order,
                date_from=date_from,
                date_to=date_to,
                version_filter=version_filter,
            ),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        *,
        agent_ids: str | Unset = UNSET,
        campaign_ids: str | Unset = UNSET,
        call_types: CallType | Unset = UNSET,
        search: str | Unset = UNSET,
        status_filter: str | Unset = UNSET,
        disconnect_reason_filter: str | Unset = UNSET,
        call_attempt_filter: str | Unset = UNSET,
        duration_filter: str | Unset = UNSET,
        sort_by: CallsListSortBy | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        version_filter: str | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[CallLog]:
        """List calls: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_ids: Only calls of these agents; ids joined by commas.
            campaign_ids: Only calls of these campaigns; ids joined by commas.
            call_types: Only calls of this kind.
            search: Text to look for in the call's id and in both phone numbers.
            status_filter: Only calls with these statuses, joined by commas, such as
                completed,failed.
            disconnect_reason_filter: Only calls that ended for these reasons, joined by commas,
                such as user_hangup,agent_hangup.
            call_attempt_filter: Which attempts, joined by commas; initial (first attempts),
                retry (later ones) or all.
            duration_filter: Only calls this long, joined by commas; 0-30 and 30-60 are seconds,
                1-5 and 5+ are minutes.
            sort_by: Field to sort by.
            sort_order: Direction of the sort.
            date_from: Only calls from this moment on, RFC 3339.
            date_to: Only calls up to this moment, RFC 3339.
            version_filter: Only calls that this version of an agent took.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 500; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import calls_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_ids=agent_ids,
                    campaign_ids=campaign_ids,
                    call_types=call_types,
                    search=search,
                    status_filter=status_filter,
                    disconnect_reason_filter=disconnect_reason_filter,
                    call_attempt_filter=call_attempt_filter,
                    duration_filter=duration_filter,
                    sort_by=sort_by,
                    sort_order=sort_order,
                    date_from=date_from,
                    date_to=date_to,
                    version_filter=version_filter,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.logs",),
                key="call_id",
                number="page",
                size="limit",
                total="data.pagination.total",
                most=500,
            ),
            limit,
            page_size,
        )

    def search(
        self, *, call_ids: builtins.list[str], request_options: RequestOptions | None = None
    ) -> FoundCallsResponse:
        """Find calls by their ids.

        Returns the calls with the ids given, up to 100 at once. Ids without a call are left out of
        the answer.

        Args:
            call_ids: Ids of the calls, 1 to 100.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The calls found.
        """
        from . import calls_search as _operation

        return self._send(
            _operation._get_kwargs(body={"callIds": call_ids}), _operation._parse, request_options
        )

    def get(self, id: str, *, request_options: RequestOptions | None = None) -> CallResponse:
        """Get a call.

        Returns one call with its transcript, its events and its analysis.

        Args:
            id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import calls_get as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class RawCalls:
    """The operations of `Calls`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Calls(raw(send))

    start_outbound_call = RawMethod(Calls.start_outbound_call)
    list = RawMethod(Calls.list)
    search = RawMethod(Calls.search)
    get = RawMethod(Calls.get)


class AsyncCalls:
    """The awaitable twin of `Calls`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawCalls:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawCalls(self._send)

    async def start_outbound_call(
        self,
        *,
        agent_id: str,
        phone_number: str,
        variables: CallVariables | Mapping[str, Any] | Unset = UNSET,
        from_product_id: str | Unset = UNSET,
        version_id: str | Unset = UNSET,
        operator_id: str | Unset = UNSET,
        operator_data: Json | Mapping[str, Any] | Unset = UNSET,
        x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> StartedCallResponse:
        """Start an outbound call.

        Has an agent call a phone number and returns at once with the call's id; the call waits in a
        queue when all lines are busy. Not safe to repeat after a timeout: the number may be dialled
        twice.

        Args:
            agent_id: Id of the agent that speaks.
            phone_number: The number to dial, in E.164 form such as +14155550123.
            variables: Values for the variables in the agent's prompt and messages.
            from_product_id: Id of the phone number (product) to call from.
            version_id: Id of the agent's version to use.
            operator_id: Id of the operator the call is placed for.
            operator_data: What the platform is to know about the operator.
            x_test_call: The text 'true' marks the call as a test.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the call.
        """
        from . import start_outbound_call as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "agentId": agent_id,
                    "phoneNumber": phone_number,
                    "variables": variables,
                    "fromProductId": from_product_id,
                    "versionId": version_id,
                    "operatorId": operator_id,
                    "operatorData": operator_data,
                },
                x_test_call=x_test_call,
            ),
            _operation._parse,
            request_options,
        )

    async def list(
        self,
        *,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        agent_ids: str | Unset = UNSET,
        campaign_ids: str | Unset = UNSET,
        call_types: CallType | Unset = UNSET,
        search: str | Unset = UNSET,
        status_filter: str | Unset = UNSET,
        disconnect_reason_filter: str | Unset = UNSET,
        call_attempt_filter: str | Unset = UNSET,
        duration_filter: str | Unset = UNSET,
        sort_by: CallsListSortBy | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        version_filter: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> CallsResponse:
        """List calls.

        Returns one page of the calls of all agents. Filters that take several values take them
        joined by commas.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            limit: Calls per page, 1 to 500; 5 when left out.
            agent_ids: Only calls of these agents; ids joined by commas.
            campaign_ids: Only calls of these campaigns; ids joined by commas.
            call_types: Only calls of this kind.
            search: Text to look for in the call's id and in both phone numbers.
            status_filter: Only calls with these statuses, joined by commas, such as
                completed,failed.
            disconnect_reason_filter: Only calls that ended for these reasons, joined by commas,
                such as user_hangup,agent_hangup.
            call_attempt_filter: Which attempts, joined by commas; initial (first attempts),
                retry (later ones) or all.
            duration_filter: Only calls this long, joined by commas; 0-30 and 30-60 are seconds,
                1-5 and 5+ are minutes.
            sort_by: Field to sort by.
            sort_order: Direction of the sort.
            date_from: Only calls from this moment on, RFC 3339.
            date_to: Only calls up to this moment, RFC 3339.
            version_filter: Only calls that this version of an agent took.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import calls_list as _operation

        return await self._send(
            _operation._get_kwargs(
                page=page,
                limit=limit,
                agent_ids=agent_ids,
                campaign_ids=campaign_ids,
                call_types=call_types,
                search=search,
                status_filter=status_filter,
                disconnect_reason_filter=disconnect_reason_filter,
                call_attempt_filter=call_attempt_filter,
                duration_filter=duration_filter,
                sort_by=sort_by,
                sort_order=sort_order,
                date_from=date_from,
                date_to=date_to,
                version_filter=version_filter,
            ),
            _operation._parse,
            request_options,
        )

    def iter(
        self,
        *,
        agent_ids: str | Unset = UNSET,
        campaign_ids: str | Unset = UNSET,
        call_types: CallType | Unset = UNSET,
        search: str | Unset = UNSET,
        status_filter: str | Unset = UNSET,
        disconnect_reason_filter: str | Unset = UNSET,
        call_attempt_filter: str | Unset = UNSET,
        duration_filter: str | Unset = UNSET,
        sort_by: CallsListSortBy | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        date_from: datetime.datetime | Unset = UNSET,
        date_to: datetime.datetime | Unset = UNSET,
        version_filter: str | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[CallLog]:
        """List calls: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            agent_ids: Only calls of these agents; ids joined by commas.
            campaign_ids: Only calls of these campaigns; ids joined by commas.
            call_types: Only calls of this kind.
            search: Text to look for in the call's id and in both phone numbers.
            status_filter: Only calls with these statuses, joined by commas, such as
                completed,failed.
            disconnect_reason_filter: Only calls that ended for these reasons, joined by commas,
                such as user_hangup,agent_hangup.
            call_attempt_filter: Which attempts, joined by commas; initial (first attempts),
                retry (later ones) or all.
            duration_filter: Only calls this long, joined by commas; 0-30 and 30-60 are seconds,
                1-5 and 5+ are minutes.
            sort_by: Field to sort by.
            sort_order: Direction of the sort.
            date_from: Only calls from this moment on, RFC 3339.
            date_to: Only calls up to this moment, RFC 3339.
            version_filter: Only calls that this version of an agent took.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 500; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import calls_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    agent_ids=agent_ids,
                    campaign_ids=campaign_ids,
                    call_types=call_types,
                    search=search,
                    status_filter=status_filter,
                    disconnect_reason_filter=disconnect_reason_filter,
                    call_attempt_filter=call_attempt_filter,
                    duration_filter=duration_filter,
                    sort_by=sort_by,
                    sort_order=sort_order,
                    date_from=date_from,
                    date_to=date_to,
                    version_filter=version_filter,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.logs",),
                key="call_id",
                number="page",
                size="limit",
                total="data.pagination.total",
                most=500,
            ),
            limit,
            page_size,
        )

    async def search(
        self, *, call_ids: builtins.list[str], request_options: RequestOptions | None = None
    ) -> FoundCallsResponse:
        """Find calls by their ids.

        Returns the calls with the ids given, up to 100 at once. Ids without a call are left out of
        the answer.

        Args:
            call_ids: Ids of the calls, 1 to 100.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The calls found.
        """
        from . import calls_search as _operation

        return await self._send(
            _operation._get_kwargs(body={"callIds": call_ids}), _operation._parse, request_options
        )

    async def get(self, id: str, *, request_options: RequestOptions | None = None) -> CallResponse:
        """Get a call.

        Returns one call with its transcript, its events and its analysis.

        Args:
            id: Id of the call, such as CALL-1700000000000-a1b2c3.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import calls_get as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)


class AsyncRawCalls:
    """The operations of `AsyncCalls`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncCalls(raw(send))

    start_outbound_call = AsyncRawMethod(AsyncCalls.start_outbound_call)
    list = AsyncRawMethod(AsyncCalls.list)
    search = AsyncRawMethod(AsyncCalls.search)
    get = AsyncRawMethod(AsyncCalls.get)
