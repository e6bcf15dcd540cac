"""List webhooks.

Returns the organisation's webhooks with their secrets; with webhookId, that one alone and not in a
list.
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
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.webhook_list_response import WebhookListResponse


def _get_kwargs(*, webhook_id: str | Unset = UNSET) -> dict[str, Any]:
    return _request("get", "/atoms/v1/webhook", params={"webhookId": webhook_id})


def _parse(response: httpx.Response) -> WebhookListResponse:
    return model(lambda: models.WebhookListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> WebhookListResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[WebhookListResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, webhook_id: str | Unset = UNSET
) -> Response[WebhookListResponse | ErrorResponse | RateLimitResponse]:
    """List webhooks."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(webhook_id=webhook_id)),
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, webhook_id: str | Unset = UNSET
) -> Response[WebhookListResponse | ErrorResponse | RateLimitResponse]:
    """List webhooks."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(webhook_id=webhook_id)
        ),
    )


def sync(
    *, client: AuthenticatedClient, webhook_id: str | Unset = UNSET
) -> WebhookListResponse | ErrorResponse | RateLimitResponse | None:
    """List webhooks."""
    return sync_detailed(client=client, webhook_id=webhook_id).parsed


async def asyncio(
    *, client: AuthenticatedClient, webhook_id: str | Unset = UNSET
) -> WebhookListResponse | ErrorResponse | RateLimitResponse | None:
    """List webhooks."""
    return (await asyncio_detailed(client=client, webhook_id=webhook_id)).parsed
