"""Update a webhook.

Changes where events go and with which headers.
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
    from ...models.text_response import TextResponse
    from ...models.update_webhook_request import UpdateWebhookRequest


def _get_kwargs(id: str, *, body: UpdateWebhookRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "patch", _path("/atoms/v1/webhook/{id}", id=id), kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> TextResponse:
    return model(lambda: models.TextResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateWebhookRequest | Mapping[str, Any]
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Update a webhook."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, body=body))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateWebhookRequest | Mapping[str, Any]
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Update a webhook."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, body=body)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, body: UpdateWebhookRequest | Mapping[str, Any]
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Update a webhook."""
    return sync_detailed(id=id, client=client, body=body).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: UpdateWebhookRequest | Mapping[str, Any]
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Update a webhook."""
    return (await asyncio_detailed(id=id, client=client, body=body)).parsed
