"""Publish a draft.

Deprecated. Makes a draft a version. The drafts of branches replace it; the 409 says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.agent_version_response import AgentVersionResponse
    from ...models.error_response import ErrorResponse
    from ...models.publish_draft_request import PublishDraftRequest
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.retired_route_response import RetiredRouteResponse


def _get_kwargs(
    id: str, draft_id: str, *, body: PublishDraftRequest | Mapping[str, Any] | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "post",
        _path("/atoms/v1/agent/{id}/drafts/{draft_id}/publish", id=id, draft_id=draft_id),
        kind="json",
        body=body,
        content_type=None,
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
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: PublishDraftRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Publish a draft."""
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
    body: PublishDraftRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Publish a draft."""
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
    body: PublishDraftRequest | Mapping[str, Any] | Unset = UNSET,
) -> AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Publish a draft."""
    return sync_detailed(id=id, draft_id=draft_id, client=client, body=body).parsed


async def asyncio(
    id: str,
    draft_id: str,
    *,
    client: AuthenticatedClient,
    body: PublishDraftRequest | Mapping[str, Any] | Unset = UNSET,
) -> AgentVersionResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Publish a draft."""
    return (await asyncio_detailed(id=id, draft_id=draft_id, client=client, body=body)).parsed
