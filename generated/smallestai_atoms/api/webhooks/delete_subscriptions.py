"""Delete an agent's subscriptions.

Ends all subscriptions of an agent.
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
    from ...models.text_response import TextResponse


def _get_kwargs(agent_id: str) -> dict[str, Any]:
    return _request(
        "delete", _path("/atoms/v1/agent/{agent_id}/webhook-subscriptions", agent_id=agent_id)
    )


def _parse(response: httpx.Response) -> TextResponse:
    return model(lambda: models.TextResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    agent_id: str, *, client: AuthenticatedClient
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Delete an agent's subscriptions."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(agent_id=agent_id))
    )


async def asyncio_detailed(
    agent_id: str, *, client: AuthenticatedClient
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Delete an agent's subscriptions."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(agent_id=agent_id)),
    )


def sync(
    agent_id: str, *, client: AuthenticatedClient
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Delete an agent's subscriptions."""
    return sync_detailed(agent_id=agent_id, client=client).parsed


async def asyncio(
    agent_id: str, *, client: AuthenticatedClient
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Delete an agent's subscriptions."""
    return (await asyncio_detailed(agent_id=agent_id, client=client)).parsed
