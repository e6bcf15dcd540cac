"""Get how often each number is answered.

Returns, for each of the organisation's numbers, how many of its calls were answered.
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
    from ...models.error_response import ErrorResponse
    from ...models.pickup_rate_response import PickupRateResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    *,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    call_type: str | Unset = UNSET,
    date_from: datetime.datetime | Unset = UNSET,
    date_to: datetime.datetime | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/analytics/pickup-rate-by-number",
        params={
            "agentId": agent_id,
            "campaignId": campaign_id,
            "callType": call_type,
            "dateFrom": date_from,
            "dateTo": date_to,
        },
    )


def _parse(response: httpx.Response) -> PickupRateResponse:
    return model(lambda: models.PickupRateResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PickupRateResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[PickupRateResponse | ErrorResponse | RateLimitResponse]:
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
    campaign_id: str | Unset = UNSET,
    call_type: str | Unset = UNSET,
    date_from: datetime.datetime | Unset = UNSET,
    date_to: datetime.datetime | Unset = UNSET,
) -> Response[PickupRateResponse | ErrorResponse | RateLimitResponse]:
    """Get how often each number is answered."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    call_type: str | Unset = UNSET,
    date_from: datetime.datetime | Unset = UNSET,
    date_to: datetime.datetime | Unset = UNSET,
) -> Response[PickupRateResponse | ErrorResponse | RateLimitResponse]:
    """Get how often each number is answered."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id,
                campaign_id=campaign_id,
                call_type=call_type,
                date_from=date_from,
                date_to=date_to,
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    call_type: str | Unset = UNSET,
    date_from: datetime.datetime | Unset = UNSET,
    date_to: datetime.datetime | Unset = UNSET,
) -> PickupRateResponse | ErrorResponse | RateLimitResponse | None:
    """Get how often each number is answered."""
    return sync_detailed(
        client=client,
        agent_id=agent_id,
        campaign_id=campaign_id,
        call_type=call_type,
        date_from=date_from,
        date_to=date_to,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    call_type: str | Unset = UNSET,
    date_from: datetime.datetime | Unset = UNSET,
    date_to: datetime.datetime | Unset = UNSET,
) -> PickupRateResponse | ErrorResponse | RateLimitResponse | None:
    """Get how often each number is answered."""
    return (
        await asyncio_detailed(
            client=client,
            agent_id=agent_id,
            campaign_id=campaign_id,
            call_type=call_type,
            date_from=date_from,
            date_to=date_to,
        )
    ).parsed
