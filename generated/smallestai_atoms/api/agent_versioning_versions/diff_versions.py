"""Compare two versions.

Deprecated. Returns where the settings of two versions differ. The comparison of revisions replaces
it.
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
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(id: str, *, version_a: str, version_b: str) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/agent/{id}/versions/diff", id=id),
        params={"versionA": version_a, "versionB": version_b},
    )


def _parse(response: httpx.Response) -> DiffResponse:
    return model(lambda: models.DiffResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 409:
        return model(lambda: models.RetiredRouteResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, version_a: str, version_b: str
) -> Response[DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Compare two versions."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, version_a=version_a, version_b=version_b)
        ),
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, version_a: str, version_b: str
) -> Response[DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Compare two versions."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, version_a=version_a, version_b=version_b)
        ),
    )


def sync(
    id: str, *, client: AuthenticatedClient, version_a: str, version_b: str
) -> DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Compare two versions."""
    return sync_detailed(id=id, client=client, version_a=version_a, version_b=version_b).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, version_a: str, version_b: str
) -> DiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Compare two versions."""
    return (
        await asyncio_detailed(id=id, client=client, version_a=version_a, version_b=version_b)
    ).parsed
