"""Make a version live.

Deprecated. Has the agent take calls with this version. Making a branch live replaces it; the 409
says so.
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
    from ...models.agent_version_response import AgentVersionResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(id: str, version_id: str) -> dict[str, Any]:
    return _request(
        "patch",
        _path("/atoms/v1/agent/{id}/versions/{version_id}/activate", id=id, version_id=version_id),
    )


def _parse(response: httpx.Response) -> AgentVersionResponse:
    return model(lambda: models.AgentVersionResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
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
) -> Response[AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, version_id: str, *, client: AuthenticatedClient
) -> Response[AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Make a version live."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(id=id, version_id=version_id)),
    )


async def asyncio_detailed(
    id: str, version_id: str, *, client: AuthenticatedClient
) -> Response[AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Make a version live."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, version_id=version_id)
        ),
    )


def sync(
    id: str, version_id: str, *, client: AuthenticatedClient
) -> AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Make a version live."""
    return sync_detailed(id=id, version_id=version_id, client=client).parsed


async def asyncio(
    id: str, version_id: str, *, client: AuthenticatedClient
) -> AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Make a version live."""
    return (await asyncio_detailed(id=id, version_id=version_id, client=client)).parsed
