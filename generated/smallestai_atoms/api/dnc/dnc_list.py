"""List numbers that must not be called.

Returns one page of the numbers that agents do not dial, such as those whose owners asked for it in
a call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.blocked_number_list_response import BlockedNumberListResponse
    from ...models.dnc_list_sort_field import DncListSortField
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.sort_order import SortOrder


def _get_kwargs(
    *,
    agent_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: DncListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    page: str | Unset = UNSET,
    offset: str | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/dnc",
        params={
            "agentId": agent_id,
            "search": search,
            "sortField": sort_field,
            "sortOrder": sort_order,
            "page": page,
            "offset": offset,
        },
    )


def _parse(response: httpx.Response) -> BlockedNumberListResponse:
    return model(lambda: models.BlockedNumberListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BlockedNumberListResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[BlockedNumberListResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: DncListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    page: str | Unset = UNSET,
    offset: str | Unset = UNSET,
) -> Response[BlockedNumberListResponse | ErrorResponse | RateLimitResponse]:
    """List numbers that must not be called."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
                page=page,
                offset=offset,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: DncListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    page: str | Unset = UNSET,
    offset: str | Unset = UNSET,
) -> Response[BlockedNumberListResponse | ErrorResponse | RateLimitResponse]:
    """List numbers that must not be called."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
                page=page,
                offset=offset,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: DncListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    page: str | Unset = UNSET,
    offset: str | Unset = UNSET,
) -> BlockedNumberListResponse | ErrorResponse | RateLimitResponse | None:
    """List numbers that must not be called."""
    return sync_detailed(
        client=client,
        agent_id=agent_id,
        search=search,
        sort_field=sort_field,
        sort_order=sort_order,
        page=page,
        offset=offset,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: DncListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
    page: str | Unset = UNSET,
    offset: str | Unset = UNSET,
) -> BlockedNumberListResponse | ErrorResponse | RateLimitResponse | None:
    """List numbers that must not be called."""
    return (
        await asyncio_detailed(
            client=client,
            agent_id=agent_id,
            search=search,
            sort_field=sort_field,
            sort_order=sort_order,
            page=page,
            offset=offset,
        )
    ).parsed
