"""Create a branch.

Starts a line of versions of its own from another branch. A 409 names its reason in error_type; a
423 while the agent is frozen.
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
    from ...models.branch_response import BranchResponse
    from ...models.create_branch_request import CreateBranchRequest
    from ...models.error_response import ErrorResponse
    from ...models.freeze_response import FreezeResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str, *, body: CreateBranchRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post",
        _path("/atoms/v1/agent/{id}/branches", id=id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> BranchResponse:
    return model(lambda: models.BranchResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
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
) -> Response[BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: CreateBranchRequest | Mapping[str, Any]
) -> Response[BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    """Create a branch."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, body=body))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: CreateBranchRequest | Mapping[str, Any]
) -> Response[BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse]:
    """Create a branch."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, body=body)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, body: CreateBranchRequest | Mapping[str, Any]
) -> BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
    """Create a branch."""
    return sync_detailed(id=id, client=client, body=body).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: CreateBranchRequest | Mapping[str, Any]
) -> BranchResponse | ErrorResponse | FreezeResponse | RateLimitResponse | None:
    """Create a branch."""
    return (await asyncio_detailed(id=id, client=client, body=body)).parsed
