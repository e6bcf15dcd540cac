"""Archive an agent, or bring it back.

Takes an agent out of use without deleting it; with on=false, puts it back into use.
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
    from ...models.archive_agent_on import ArchiveAgentOn
    from ...models.archive_response import ArchiveResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str, *, on: ArchiveAgentOn | Unset = UNSET) -> dict[str, Any]:
    return _request("delete", _path("/atoms/v1/agent/{id}/archive", id=id), params={"on": on})


def _parse(response: httpx.Response) -> ArchiveResponse:
    return model(lambda: models.ArchiveResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ArchiveResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 409, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ArchiveResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, on: ArchiveAgentOn | Unset = UNSET
) -> Response[ArchiveResponse | ErrorResponse | RateLimitResponse]:
    """Archive an agent, or bring it back."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, on=on))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, on: ArchiveAgentOn | Unset = UNSET
) -> Response[ArchiveResponse | ErrorResponse | RateLimitResponse]:
    """Archive an agent, or bring it back."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, on=on)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, on: ArchiveAgentOn | Unset = UNSET
) -> ArchiveResponse | ErrorResponse | RateLimitResponse | None:
    """Archive an agent, or bring it back."""
    return sync_detailed(id=id, client=client, on=on).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, on: ArchiveAgentOn | Unset = UNSET
) -> ArchiveResponse | ErrorResponse | RateLimitResponse | None:
    """Archive an agent, or bring it back."""
    return (await asyncio_detailed(id=id, client=client, on=on)).parsed
