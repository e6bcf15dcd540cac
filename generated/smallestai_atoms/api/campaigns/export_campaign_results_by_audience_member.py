"""Export a campaign's results.

Returns, for everyone in the audience, the first call, the further attempts and the outcome. With
format=csv the answer is a table in CSV.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.campaign_results import CampaignResults
    from ...models.error_response import ErrorResponse
    from ...models.export_campaign_results_by_audience_member_format import (
        ExportCampaignResultsByAudienceMemberFormat,
    )
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    id: str, *, format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/campaign/{id}/export/by-audience-member", id=id),
        params={"format": format_},
    )


def _parse(response: httpx.Response) -> CampaignResults | str:
    return (
        response.text
        if response.headers.get("content-type", "").startswith("text/csv")
        else model(lambda: models.CampaignResults)(response.json())
    )


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CampaignResults | str | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CampaignResults | str | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
) -> Response[CampaignResults | str | ErrorResponse | RateLimitResponse]:
    """Export a campaign's results."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(id=id, format_=format_)),
    )


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
) -> Response[CampaignResults | str | ErrorResponse | RateLimitResponse]:
    """Export a campaign's results."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, format_=format_)
        ),
    )


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
) -> CampaignResults | str | ErrorResponse | RateLimitResponse | None:
    """Export a campaign's results."""
    return sync_detailed(id=id, client=client, format_=format_).parsed


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    format_: ExportCampaignResultsByAudienceMemberFormat | Unset = UNSET,
) -> CampaignResults | str | ErrorResponse | RateLimitResponse | None:
    """Export a campaign's results."""
    return (await asyncio_detailed(id=id, client=client, format_=format_)).parsed
