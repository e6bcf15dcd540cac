"""Restore a revision.

Publishes the settings of an older revision as the new head of the branch. 200 (committed): done;
202 (scanning): once they have passed a security check.
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
    from ...models.freeze_response import FreezeResponse
    from ...models.publish_response import PublishResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str, branch_id: str, revision_id: str) -> dict[str, Any]:
    return _request(
        "post",
        _path(
            "/atoms/v1/agent/{id}/branches/{branch_id}/revisions/{revision_id}/restore",
            id=id,
            branch_id=branch_id,
            revision_id=revision_id,
        ),
    )


def _parse(response: httpx.Response) -> PublishResponse:
    return model(lambda: models.PublishResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 409, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 423:
        return model(lambda: models.FreezeResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> Response[PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    """Restore a revision."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id)
        ),
    )


async def asyncio_detailed(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> Response[PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    """Restore a revision."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, branch_id=branch_id, revision_id=revision_id)
        ),
    )


def sync(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
    """Restore a revision."""
    return sync_detailed(id=id, branch_id=branch_id, revision_id=revision_id, client=client).parsed


async def asyncio(
    id: str, branch_id: str, revision_id: str, *, client: AuthenticatedClient
) -> PublishResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
    """Restore a revision."""
    return (
        await asyncio_detailed(id=id, branch_id=branch_id, revision_id=revision_id, client=client)
    ).parsed
