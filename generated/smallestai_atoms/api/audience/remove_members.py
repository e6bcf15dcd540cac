"""Remove members from an audience.

Removes people from an audience, by the ids of their entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.remove_members_request import RemoveMembersRequest
    from ...models.removed_members_response import RemovedMembersResponse


def _get_kwargs(id: str, *, body: RemoveMembersRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "delete",
        _path("/atoms/v1/audience/{id}/members", id=id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> RemovedMembersResponse:
    return model(lambda: models.RemovedMembersResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RemovedMembersResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[RemovedMembersResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: RemoveMembersRequest | Mapping[str, Any]
) -> Response[RemovedMembersResponse | ErrorResponse | RateLimitResponse]:
    """Remove members from an audience."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, body=body))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: RemoveMembersRequest | Mapping[str, Any]
) -> Response[RemovedMembersResponse | ErrorResponse | RateLimitResponse]:
    """Remove members from an audience."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, body=body)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, body: RemoveMembersRequest | Mapping[str, Any]
) -> RemovedMembersResponse | ErrorResponse | RateLimitResponse | None:
    """Remove members from an audience."""
    return sync_detailed(id=id, client=client, body=body).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: RemoveMembersRequest | Mapping[str, Any]
) -> RemovedMembersResponse | ErrorResponse | RateLimitResponse | None:
    """Remove members from an audience."""
    return (await asyncio_detailed(id=id, client=client, body=body)).parsed
