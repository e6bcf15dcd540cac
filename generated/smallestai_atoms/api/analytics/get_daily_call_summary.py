"""Get the summary of a day.

Returns the calls of one day by their outcome.
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
    from ...models.daily_call_summary_response import DailyCallSummaryResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(*, date: datetime.date, agent_id: str | Unset = UNSET) -> dict[str, Any]:
    return _request(
        "get", "/atoms/v1/analytics/daily-call-summary", params={"date": date, "agentId": agent_id}
    )


def _parse(response: httpx.Response) -> DailyCallSummaryResponse:
    return model(lambda: models.DailyCallSummaryResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DailyCallSummaryResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[DailyCallSummaryResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, date: datetime.date, agent_id: str | Unset = UNSET
) -> Response[DailyCallSummaryResponse | ErrorResponse | RateLimitResponse]:
    """Get the summary of a day."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(date=date, agent_id=agent_id)),
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, date: datetime.date, agent_id: str | Unset = UNSET
) -> Response[DailyCallSummaryResponse | ErrorResponse | RateLimitResponse]:
    """Get the summary of a day."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(date=date, agent_id=agent_id)
        ),
    )


def sync(
    *, client: AuthenticatedClient, date: datetime.date, agent_id: str | Unset = UNSET
) -> DailyCallSummaryResponse | ErrorResponse | RateLimitResponse | None:
    """Get the summary of a day."""
    return sync_detailed(client=client, date=date, agent_id=agent_id).parsed


async def asyncio(
    *, client: AuthenticatedClient, date: datetime.date, agent_id: str | Unset = UNSET
) -> DailyCallSummaryResponse | ErrorResponse | RateLimitResponse | None:
    """Get the summary of a day."""
    return (await asyncio_detailed(client=client, date=date, agent_id=agent_id)).parsed
