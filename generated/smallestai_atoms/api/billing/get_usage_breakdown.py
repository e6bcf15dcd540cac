"""Get credits by part of the platform.

Returns the credits used on each part of the platform.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.usage_breakdown_response import UsageBreakdownResponse


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/payment/v1/credits/usage/breakdown")


def _parse(response: httpx.Response) -> UsageBreakdownResponse:
    return model(lambda: models.UsageBreakdownResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> UsageBreakdownResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[UsageBreakdownResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient
) -> Response[UsageBreakdownResponse | ErrorResponse | RateLimitResponse]:
    """Get credits by part of the platform."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient
) -> Response[UsageBreakdownResponse | ErrorResponse | RateLimitResponse]:
    """Get credits by part of the platform."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(
    *, client: AuthenticatedClient
) -> UsageBreakdownResponse | ErrorResponse | RateLimitResponse | None:
    """Get credits by part of the platform."""
    return sync_detailed(client=client).parsed


async def asyncio(
    *, client: AuthenticatedClient
) -> UsageBreakdownResponse | ErrorResponse | RateLimitResponse | None:
    """Get credits by part of the platform."""
    return (await asyncio_detailed(client=client)).parsed
