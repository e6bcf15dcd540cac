"""Compare a draft.

Deprecated. Returns where a draft differs from a version. The comparison of revisions replaces it.
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
    from ...models.draft_diff_response import DraftDiffResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(id: str, draft_id: str, *, compare_to: str | Unset = UNSET) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/agent/{id}/drafts/{draft_id}/diff", id=id, draft_id=draft_id),
        params={"compareTo": compare_to},
    )


def _parse(response: httpx.Response) -> DraftDiffResponse:
    return model(lambda: models.DraftDiffResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
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
) -> Response[DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, draft_id: str, *, client: AuthenticatedClient, compare_to: str | Unset = UNSET
) -> Response[DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Compare a draft."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, compare_to=compare_to)
        ),
    )


async def asyncio_detailed(
    id: str, draft_id: str, *, client: AuthenticatedClient, compare_to: str | Unset = UNSET
) -> Response[DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Compare a draft."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, compare_to=compare_to)
        ),
    )


def sync(
    id: str, draft_id: str, *, client: AuthenticatedClient, compare_to: str | Unset = UNSET
) -> DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Compare a draft."""
    return sync_detailed(id=id, draft_id=draft_id, client=client, compare_to=compare_to).parsed


async def asyncio(
    id: str, draft_id: str, *, client: AuthenticatedClient, compare_to: str | Unset = UNSET
) -> DraftDiffResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Compare a draft."""
    return (
        await asyncio_detailed(id=id, draft_id=draft_id, client=client, compare_to=compare_to)
    ).parsed
