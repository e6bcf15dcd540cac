"""Update an agent's widget.

Deprecated. Changes look and behaviour of the agent's widget. The drafts of the agent's branches
replace it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.success_response import SuccessResponse
    from ...models.update_widget_request import UpdateWidgetRequest


def _get_kwargs(id: str, *, body: UpdateWidgetRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "patch",
        _path("/atoms/v1/agent/{id}/widget-config", id=id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> SuccessResponse:
    return model(lambda: models.SuccessResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> SuccessResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[SuccessResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateWidgetRequest | Mapping[str, Any]
) -> Response[SuccessResponse | ErrorResponse | RateLimitResponse]:
    """Update an agent's widget."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, body=body))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateWidgetRequest | Mapping[str, Any]
) -> Response[SuccessResponse | ErrorResponse | RateLimitResponse]:
    """Update an agent's widget."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, body=body)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, body: UpdateWidgetRequest | Mapping[str, Any]
) -> SuccessResponse | ErrorResponse | RateLimitResponse | None:
    """Update an agent's widget."""
    return sync_detailed(id=id, client=client, body=body).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: UpdateWidgetRequest | Mapping[str, Any]
) -> SuccessResponse | ErrorResponse | RateLimitResponse | None:
    """Update an agent's widget."""
    return (await asyncio_detailed(id=id, client=client, body=body)).parsed
