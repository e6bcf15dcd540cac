"""List calls.

Returns one page of the calls of all agents. Filters that take several values take them joined by
commas.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.call_type import CallType
    from ...models.calls_list_sort_by import CallsListSortBy
    from ...models.calls_response import CallsResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.sort_order import SortOrder


def _get_kwargs(
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
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/conversation",
        params={
            "page": page,
            "limit": limit,
            "agentIds": agent_ids,
            "campaignIds": campaign_ids,
            "callTypes": call_types,
            "search": search,
            "statusFilter": status_filter,
            "disconnectReasonFilter": disconnect_reason_filter,
            "callAttemptFilter": call_attempt_filter,
            "durationFilter": duration_filter,
            "sortBy": sort_by,
            "sortOrder": sort_order,
            "dateFrom": date_from,
            "dateTo": date_to,
            "versionFilter": version_filter,
        },
    )


def _parse(response: httpx.Response) -> CallsResponse:
    return model(lambda: models.CallsResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CallsResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CallsResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
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
) -> Response[CallsResponse | ErrorResponse | RateLimitResponse]:
    """List calls."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
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
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
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
) -> Response[CallsResponse | ErrorResponse | RateLimitResponse]:
    """List calls."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
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
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
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
) -> CallsResponse | ErrorResponse | RateLimitResponse | None:
    """List calls."""
    return sync_detailed(
        client=client,
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
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
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
) -> CallsResponse | ErrorResponse | RateLimitResponse | None:
    """List calls."""
    return (
        await asyncio_detailed(
            client=client,
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
        )
    ).parsed
