"""Compare two states of an agent.

Returns where the settings of two states of an agent differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.diff_response import DiffResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str, *, a: str, b: str) -> dict[str, Any]:
    return _request("get", _path("/atoms/v1/agent/{id}/diff", id=id), params={"a": a, "b": b})


def _parse(response: httpx.Response) -> DiffResponse:
    return model(lambda: models.DiffResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DiffResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[DiffResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, a: str, b: str
) -> Response[DiffResponse | ErrorResponse | RateLimitResponse]:
    """Compare two states of an agent."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, a=a, b=b))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, a: str, b: str
) -> Response[DiffResponse | ErrorResponse | RateLimitResponse]:
    """Compare two states of an agent."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, a=a, b=b)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, a: str, b: str
) -> DiffResponse | ErrorResponse | RateLimitResponse | None:
    """Compare two states of an agent."""
    return sync_detailed(id=id, client=client, a=a, b=b).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, a: str, b: str
) -> DiffResponse | ErrorResponse | RateLimitResponse | None:
    """Compare two states of an agent."""
    return (await asyncio_detailed(id=id, client=client, a=a, b=b)).parsed
