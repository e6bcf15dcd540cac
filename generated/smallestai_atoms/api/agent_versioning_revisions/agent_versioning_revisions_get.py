"""Get a revision.

Returns one published state of a branch with all its settings.
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
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.revision_config_response import RevisionConfigResponse


def _get_kwargs(id: str, branch_id: str, revision_id: str) -> dict[str, Any]:
    return _request(
        "get",
        _path(
            "/atoms/v1/agent/{id}/branches/{branch_id}/revisions/{revision_id}",
            id=id,
            branch_id=branch_id,
            revision_id=revision_id,
        ),
    )


def _parse(response: httpx.Response) -> RevisionConfigResponse:
    return model(lambda: models.RevisionConfigResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RevisionConfigResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[RevisionConfigResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> Response[RevisionConfigResponse | ErrorResponse | RateLimitResponse]:
    """Get a revision."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id)
        ),
    )


async def asyncio_detailed(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> Response[RevisionConfigResponse | ErrorResponse | RateLimitResponse]:
    """Get a revision."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id)
        ),
    )


def sync(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> RevisionConfigResponse | ErrorResponse | RateLimitResponse | None:
    """Get a revision."""
    return sync_detailed(id=id, branch_id=branch_id, revision_id=revision_id, client=client).parsed


async def asyncio(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> RevisionConfigResponse | ErrorResponse | RateLimitResponse | None:
    """Get a revision."""
    return (
        await asyncio_detailed(id=id, branch_id=branch_id, revision_id=revision_id, client=client)
    ).parsed
