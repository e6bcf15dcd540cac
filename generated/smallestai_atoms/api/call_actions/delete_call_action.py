"""Delete a call action.

Deletes a call action.
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
    from ...models.message_response import MessageResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(id: str) -> dict[str, Any]:
    return _request("delete", _path("/atoms/v1/call-actions/{id}", id=id))


def _parse(response: httpx.Response) -> MessageResponse:
    return model(lambda: models.MessageResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MessageResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[MessageResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient
) -> Response[MessageResponse | ErrorResponse | RateLimitResponse]:
    """Delete a call action."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient
) -> Response[MessageResponse | ErrorResponse | RateLimitResponse]:
    """Delete a call action."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs(id=id))
    )


def sync(
    id: str, *, client: AuthenticatedClient
) -> MessageResponse | ErrorResponse | RateLimitResponse | None:
    """Delete a call action."""
    return sync_detailed(id=id, client=client).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient
) -> MessageResponse | ErrorResponse | RateLimitResponse | None:
    """Delete a call action."""
    return (await asyncio_detailed(id=id, client=client)).parsed
