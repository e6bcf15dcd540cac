"""Get calls at one time, by minute.

Returns how many calls ran at one time in each minute of a day.
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
    from ...models.concurrency_timeseries_response import ConcurrencyTimeseriesResponse
    from ...models.error_response import ErrorResponse
    from ...models.get_analytics_concurrency_include_agents import (
        GetAnalyticsConcurrencyIncludeAgents,
    )
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    *,
    date: datetime.date,
    agent_id: str | Unset = UNSET,
    include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/analytics/concurrency",
        params={"date": date, "agentId": agent_id, "includeAgents": include_agents},
    )


def _parse(response: httpx.Response) -> ConcurrencyTimeseriesResponse:
    return model(lambda: models.ConcurrencyTimeseriesResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    date: datetime.date,
    agent_id: str | Unset = UNSET,
    include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
) -> Response[ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse]:
    """Get calls at one time, by minute."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(date=date, agent_id=agent_id, include_agents=include_agents)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    date: datetime.date,
    agent_id: str | Unset = UNSET,
    include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
) -> Response[ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse]:
    """Get calls at one time, by minute."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(date=date, agent_id=agent_id, include_agents=include_agents)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    date: datetime.date,
    agent_id: str | Unset = UNSET,
    include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
) -> ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse | None:
    """Get calls at one time, by minute."""
    return sync_detailed(
        client=client, date=date, agent_id=agent_id, include_agents=include_agents
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    date: datetime.date,
    agent_id: str | Unset = UNSET,
    include_agents: GetAnalyticsConcurrencyIncludeAgents | Unset = UNSET,
) -> ConcurrencyTimeseriesResponse | ErrorResponse | RateLimitResponse | None:
    """Get calls at one time, by minute."""
    return (
        await asyncio_detailed(
            client=client, date=date, agent_id=agent_id, include_agents=include_agents
        )
    ).parsed
