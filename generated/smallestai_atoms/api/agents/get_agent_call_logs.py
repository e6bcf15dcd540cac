"""List an agent's calls.

Returns one page of the agent's calls, in brief.
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
    from ...models.agent_calls_response import AgentCallsResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    id: str, *, page: int | Unset = UNSET, offset: int | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/agent/{id}/call-logs", id=id),
        params={"page": page, "offset": offset},
    )


def _parse(response: httpx.Response) -> AgentCallsResponse:
    return model(lambda: models.AgentCallsResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AgentCallsResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[AgentCallsResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, page: int | Unset = UNSET, offset: int | Unset = UNSET
) -> Response[AgentCallsResponse | ErrorResponse | RateLimitResponse]:
    """List an agent's calls."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(id=id, page=page, offset=offset)),
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, page: int | Unset = UNSET, offset: int | Unset = UNSET
) -> Response[AgentCallsResponse | ErrorResponse | RateLimitResponse]:
    """List an agent's calls."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, page=page, offset=offset)
        ),
    )


def sync(
    id: str, *, client: AuthenticatedClient, page: int | Unset = UNSET, offset: int | Unset = UNSET
) -> AgentCallsResponse | ErrorResponse | RateLimitResponse | None:
    """List an agent's calls."""
    return sync_detailed(id=id, client=client, page=page, offset=offset).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, page: int | Unset = UNSET, offset: int | Unset = UNSET
) -> AgentCallsResponse | ErrorResponse | RateLimitResponse | None:
    """List an agent's calls."""
    return (await asyncio_detailed(id=id, client=client, page=page, offset=offset)).parsed
