"""List campaigns.

Returns one page of the organisation's campaigns.
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
    from ...models.campaign_list_response import CampaignListResponse
    from ...models.campaign_status import CampaignStatus
    from ...models.campaigns_list_sort_field import CampaignsListSortField
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.sort_order import SortOrder


def _get_kwargs(
    *,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    status: CampaignStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: CampaignsListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/campaign",
        params={
            "page": page,
            "offset": offset,
            "status": status,
            "search": search,
            "sortField": sort_field,
            "sortOrder": sort_order,
        },
    )


def _parse(response: httpx.Response) -> CampaignListResponse:
    return model(lambda: models.CampaignListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CampaignListResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[CampaignListResponse | ErrorResponse | RateLimitResponse]:
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
    offset: int | Unset = UNSET,
    status: CampaignStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: CampaignsListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
) -> Response[CampaignListResponse | ErrorResponse | RateLimitResponse]:
    """List campaigns."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                page=page,
                offset=offset,
                status=status,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    status: CampaignStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: CampaignsListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
) -> Response[CampaignListResponse | ErrorResponse | RateLimitResponse]:
    """List campaigns."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                page=page,
                offset=offset,
                status=status,
                search=search,
                sort_field=sort_field,
                sort_order=sort_order,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    status: CampaignStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: CampaignsListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
) -> CampaignListResponse | ErrorResponse | RateLimitResponse | None:
    """List campaigns."""
    return sync_detailed(
        client=client,
        page=page,
        offset=offset,
        status=status,
        search=search,
        sort_field=sort_field,
        sort_order=sort_order,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    page: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    status: CampaignStatus | Unset = UNSET,
    search: str | Unset = UNSET,
    sort_field: CampaignsListSortField | Unset = UNSET,
    sort_order: SortOrder | Unset = UNSET,
) -> CampaignListResponse | ErrorResponse | RateLimitResponse | None:
    """List campaigns."""
    return (
        await asyncio_detailed(
            client=client,
            page=page,
            offset=offset,
            status=status,
            search=search,
            sort_field=sort_field,
            sort_order=sort_order,
        )
    ).parsed
