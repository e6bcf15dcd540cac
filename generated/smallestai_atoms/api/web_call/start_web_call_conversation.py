"""Start a web call in a room.

Opens a LiveKit room in which the agent speaks, and returns what is needed to join it.
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
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.web_session_request import WebSessionRequest
    from ...models.web_session_response import WebSessionResponse


def _get_kwargs(*, body: WebSessionRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post", "/atoms/v1/conversation/webcall", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> WebSessionResponse:
    return model(lambda: models.WebSessionResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> WebSessionResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[WebSessionResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: WebSessionRequest | Mapping[str, Any]
) -> Response[WebSessionResponse | ErrorResponse | RateLimitResponse]:
    """Start a web call in a room."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: WebSessionRequest | Mapping[str, Any]
) -> Response[WebSessionResponse | ErrorResponse | RateLimitResponse]:
    """Start a web call in a room."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: WebSessionRequest | Mapping[str, Any]
) -> WebSessionResponse | ErrorResponse | RateLimitResponse | None:
    """Start a web call in a room."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: WebSessionRequest | Mapping[str, Any]
) -> WebSessionResponse | ErrorResponse | RateLimitResponse | None:
    """Start a web call in a room."""
    return (await asyncio_detailed(client=client, body=body)).parsed
