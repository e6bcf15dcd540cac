"""Create a webhook.

Has events of some agents sent to an address, and returns the id of the webhook. Each event is
posted once, as JSON, signed with the webhook's secret in X-Signature; one that is not taken within
30 seconds is not sent again.
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
    from ...models.create_webhook_request import CreateWebhookRequest
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.webhook_id_response import WebhookIdResponse


def _get_kwargs(*, body: CreateWebhookRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/atoms/v1/webhook", kind="json", body=body, content_type=None)


def _parse(response: httpx.Response) -> WebhookIdResponse:
    return model(lambda: models.WebhookIdResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> WebhookIdResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[WebhookIdResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateWebhookRequest | Mapping[str, Any]
) -> Response[WebhookIdResponse | ErrorResponse | RateLimitResponse]:
    """Create a webhook."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateWebhookRequest | Mapping[str, Any]
) -> Response[WebhookIdResponse | ErrorResponse | RateLimitResponse]:
    """Create a webhook."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: CreateWebhookRequest | Mapping[str, Any]
) -> WebhookIdResponse | ErrorResponse | RateLimitResponse | None:
    """Create a webhook."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: CreateWebhookRequest | Mapping[str, Any]
) -> WebhookIdResponse | ErrorResponse | RateLimitResponse | None:
    """Create a webhook."""
    return (await asyncio_detailed(client=client, body=body)).parsed
