"""List agent templates.

Returns the ready-made agents that a new agent can start from.
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
    from ...models.agent_templates_response import AgentTemplatesResponse
    from ...models.error_response import ErrorResponse
    from ...models.list_agent_templates_region import ListAgentTemplatesRegion
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(*, region: ListAgentTemplatesRegion | Unset = UNSET) -> dict[str, Any]:
    return _request("get", "/atoms/v1/agent/template", params={"region": region})


def _parse(response: httpx.Response) -> AgentTemplatesResponse:
    return model(lambda: models.AgentTemplatesResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentTemplatesResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[AgentTemplatesResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, region: ListAgentTemplatesRegion | Unset = UNSET
) -> Response[AgentTemplatesResponse | ErrorResponse | RateLimitResponse]:
    """List agent templates."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(region=region))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, region: ListAgentTemplatesRegion | Unset = UNSET
) -> Response[AgentTemplatesResponse | ErrorResponse | RateLimitResponse]:
    """List agent templates."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(region=region)),
    )


def sync(
    *, client: AuthenticatedClient, region: ListAgentTemplatesRegion | Unset = UNSET
) -> AgentTemplatesResponse | ErrorResponse | RateLimitResponse | None:
    """List agent templates."""
    return sync_detailed(client=client, region=region).parsed


async def asyncio(
    *, client: AuthenticatedClient, region: ListAgentTemplatesRegion | Unset = UNSET
) -> AgentTemplatesResponse | ErrorResponse | RateLimitResponse | None:
    """List agent templates."""
    return (await asyncio_detailed(client=client, region=region)).parsed
