"""Create an agent.

Creates an agent from the settings given and returns its id. Everything but the name is optional. A
new agent takes about two seconds before it can be called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.agent_id_response import AgentIdResponse
    from ...models.create_agent_request import CreateAgentRequest
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(*, body: CreateAgentRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/atoms/v1/agent", kind="json", body=body, content_type=None)


def _parse(response: httpx.Response) -> AgentIdResponse:
    return model(lambda: models.AgentIdResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentIdResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[AgentIdResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateAgentRequest | Mapping[str, Any]
) -> Response[AgentIdResponse | ErrorResponse | RateLimitResponse]:
    """Create an agent."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateAgentRequest | Mapping[str, Any]
) -> Response[AgentIdResponse | ErrorResponse | RateLimitResponse]:
    """Create an agent."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: CreateAgentRequest | Mapping[str, Any]
) -> AgentIdResponse | ErrorResponse | RateLimitResponse | None:
    """Create an agent."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: CreateAgentRequest | Mapping[str, Any]
) -> AgentIdResponse | ErrorResponse | RateLimitResponse | None:
    """Create an agent."""
    return (await asyncio_detailed(client=client, body=body)).parsed
