"""Rename a draft.

Deprecated. Gives a draft another name. The drafts of branches replace it; the 409 says so.
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
    from ...models.rename_draft_request import RenameDraftRequest
    from ...models.renamed_draft_response import RenamedDraftResponse
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(
    id: str, draft_id: str, *, body: RenameDraftRequest | Mapping[str, Any]
) -> dict[str, Any]:
    return _request(
        "patch",
        _path("/atoms/v1/agent/{id}/drafts/{draft_id}", id=id, draft_id=draft_id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> RenamedDraftResponse:
    return model(lambda: models.RenamedDraftResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
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
) -> Response[RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: RenameDraftRequest | Mapping[str, Any],
) -> Response[RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Rename a draft."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, body=body)
        ),
    )


async def asyncio_detailed(
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: RenameDraftRequest | Mapping[str, Any],
) -> Response[RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Rename a draft."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, body=body)
        ),
    )


def sync(
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: RenameDraftRequest | Mapping[str, Any],
) -> RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Rename a draft."""
    return sync_detailed(id=id, draft_id=draft_id, client=client, body=body).parsed


async def asyncio(
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: RenameDraftRequest | Mapping[str, Any],
) -> RenamedDraftResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Rename a draft."""
    return (await asyncio_detailed(id=id, draft_id=draft_id, client=client, body=body)).parsed
