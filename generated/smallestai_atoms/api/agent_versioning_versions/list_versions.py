"""List an agent's versions.

Deprecated. Returns the versions of an agent. Revisions of branches replace them; the 409 says so.
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
    from ...models.agent_version_list_response import AgentVersionListResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(
    id: str,
    *,
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    is_pinned: bool | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/agent/{id}/versions", id=id),
        params={"limit": limit, "skip": skip, "isPinned": is_pinned},
    )


def _parse(response: httpx.Response) -> AgentVersionListResponse:
    return model(lambda: models.AgentVersionListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
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
) -> Response[AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
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
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    is_pinned: bool | Unset = UNSET,
) -> Response[AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """List an agent's versions."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, limit=limit, skip=skip, is_pinned=is_pinned)
        ),
    )


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    is_pinned: bool | Unset = UNSET,
) -> Response[AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """List an agent's versions."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, limit=limit, skip=skip, is_pinned=is_pinned)
        ),
    )


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    is_pinned: bool | Unset = UNSET,
) -> AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """List an agent's versions."""
    return sync_detailed(id=id, client=client, limit=limit, skip=skip, is_pinned=is_pinned).parsed


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    skip: int | Unset = UNSET,
    is_pinned: bool | Unset = UNSET,
) -> AgentVersionListResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """List an agent's versions."""
    return (
        await asyncio_detailed(id=id, client=client, limit=limit, skip=skip, is_pinned=is_pinned)
    ).parsed
