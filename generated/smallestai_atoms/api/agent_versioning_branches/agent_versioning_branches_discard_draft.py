"""Discard a branch's draft.

Drops the settings that are being worked on; the branch's head stays as it is.
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
    from ...models.discarded_draft_response import DiscardedDraftResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str, branch_id: str) -> dict[str, Any]:
    return _request(
        "delete",
        _path("/atoms/v1/agent/{id}/branches/{branch_id}/draft", id=id, branch_id=branch_id),
    )


def _parse(response: httpx.Response) -> DiscardedDraftResponse:
    return model(lambda: models.DiscardedDraftResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DiscardedDraftResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[DiscardedDraftResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, branch_id: str, *, client: AuthenticatedClient
) -> Response[DiscardedDraftResponse | ErrorResponse | RateLimitResponse]:
    """Discard a branch's draft."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(id=id, branch_id=branch_id)),
    )


async def asyncio_detailed(
    id: str, branch_id: str, *, client: AuthenticatedClient
) -> Response[DiscardedDraftResponse | ErrorResponse | RateLimitResponse]:
    """Discard a branch's draft."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, branch_id=branch_id)
        ),
    )


def sync(
    id: str, branch_id: str, *, client: AuthenticatedClient
) -> DiscardedDraftResponse | ErrorResponse | RateLimitResponse | None:
    """Discard a branch's draft."""
    return sync_detailed(id=id, branch_id=branch_id, client=client).parsed


async def asyncio(
    id: str, branch_id: str, *, client: AuthenticatedClient
) -> DiscardedDraftResponse | ErrorResponse | RateLimitResponse | None:
    """Discard a branch's draft."""
    return (await asyncio_detailed(id=id, branch_id=branch_id, client=client)).parsed
