"""List an agent's call actions.

Returns one page of the call actions of one agent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.call_action_category import CallActionCategory
    from ...models.call_action_list_response import CallActionListResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    *,
    agent_id: str,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    category: CallActionCategory | Unset = UNSET,
    provider: str | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/call-actions",
        params={
            "agentId": agent_id,
            "page": page,
            "limit": limit,
            "category": category,
            "provider": provider,
        },
    )


def _parse(response: httpx.Response) -> CallActionListResponse:
    return model(lambda: models.CallActionListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CallActionListResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CallActionListResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    category: CallActionCategory | Unset = UNSET,
    provider: str | Unset = UNSET,
) -> Response[CallActionListResponse | ErrorResponse | RateLimitResponse]:
    """List an agent's call actions."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id, page=page, limit=limit, category=category, provider=provider
            )
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    category: CallActionCategory | Unset = UNSET,
    provider: str | Unset = UNSET,
) -> Response[CallActionListResponse | ErrorResponse | RateLimitResponse]:
    """List an agent's call actions."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                agent_id=agent_id, page=page, limit=limit, category=category, provider=provider
            )
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    agent_id: str,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    category: CallActionCategory | Unset = UNSET,
    provider: str | Unset = UNSET,
) -> CallActionListResponse | ErrorResponse | RateLimitResponse | None:
    """List an agent's call actions."""
    return sync_detailed(
        client=client,
        agent_id=agent_id,
        page=page,
        limit=limit,
        category=category,
        provider=provider,
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    agent_id: str,
    page: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    category: CallActionCategory | Unset = UNSET,
    provider: str | Unset = UNSET,
) -> CallActionListResponse | ErrorResponse | RateLimitResponse | None:
    """List an agent's call actions."""
    return (
        await asyncio_detailed(
            client=client,
            agent_id=agent_id,
            page=page,
            limit=limit,
            category=category,
            provider=provider,
        )
    ).parsed
