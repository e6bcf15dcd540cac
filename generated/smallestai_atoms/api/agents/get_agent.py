"""Get an agent.

Returns one agent with its settings. An unknown id is a 400, "No agent found".
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
    from ...models.agent_response import AgentResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    id: str, *, draft_id: str | Unset = UNSET, version_id: str | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/agent/{id}", id=id),
        params={"draftId": draft_id, "versionId": version_id},
    )


def _parse(response: httpx.Response) -> AgentResponse:
    return model(lambda: models.AgentResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[AgentResponse | ErrorResponse | RateLimitResponse]:
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
    draft_id: str | Unset = UNSET,
    version_id: str | Unset = UNSET,
) -> Response[AgentResponse | ErrorResponse | RateLimitResponse]:
    """Get an agent."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, version_id=version_id)
        ),
    )


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    draft_id: str | Unset = UNSET,
    version_id: str | Unset = UNSET,
) -> Response[AgentResponse | ErrorResponse | RateLimitResponse]:
    """Get an agent."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, draft_id=draft_id, version_id=version_id)
        ),
    )


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    draft_id: str | Unset = UNSET,
    version_id: str | Unset = UNSET,
) -> AgentResponse | ErrorResponse | RateLimitResponse | None:
    """Get an agent."""
    return sync_detailed(id=id, client=client, draft_id=draft_id, version_id=version_id).parsed


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    draft_id: str | Unset = UNSET,
    version_id: str | Unset = UNSET,
) -> AgentResponse | ErrorResponse | RateLimitResponse | None:
    """Get an agent."""
    return (
        await asyncio_detailed(id=id, client=client, draft_id=draft_id, version_id=version_id)
    ).parsed
