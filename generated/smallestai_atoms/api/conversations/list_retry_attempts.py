"""List the attempts of a call.

Returns the further attempts that a call led to.
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
    from ...models.retries_response import RetriesResponse


def _get_kwargs(call_id: str) -> dict[str, Any]:
    return _request("get", _path("/atoms/v1/conversation/{call_id}/retries", call_id=call_id))


def _parse(response: httpx.Response) -> RetriesResponse:
    return model(lambda: models.RetriesResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RetriesResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[RetriesResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    call_id: str, *, client: AuthenticatedClient
) -> Response[RetriesResponse | ErrorResponse | RateLimitResponse]:
    """List the attempts of a call."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(call_id=call_id))
    )


async def asyncio_detailed(
    call_id: str, *, client: AuthenticatedClient
) -> Response[RetriesResponse | ErrorResponse | RateLimitResponse]:
    """List the attempts of a call."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(call_id=call_id)),
    )


def sync(
    call_id: str, *, client: AuthenticatedClient
) -> RetriesResponse | ErrorResponse | RateLimitResponse | None:
    """List the attempts of a call."""
    return sync_detailed(call_id=call_id, client=client).parsed


async def asyncio(
    call_id: str, *, client: AuthenticatedClient
) -> RetriesResponse | ErrorResponse | RateLimitResponse | None:
    """List the attempts of a call."""
    return (await asyncio_detailed(call_id=call_id, client=client)).parsed
