"""List webhook deliveries.

One entry for each attempt to deliver, in pages.
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
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError
    from ...models.webhook_log_page import WebhookLogPage


def _get_kwargs(*, page: int | Unset = UNSET, page_size: int | Unset = UNSET) -> dict[str, Any]:
    return _request(
        "get", "/waves/v1/analytics/webhooks/logs", params={"page": page, "pageSize": page_size}
    )


def _parse(response: httpx.Response) -> WebhookLogPage:
    return model(lambda: models.WebhookLogPage)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> WebhookLogPage | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[WebhookLogPage | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, page: int | Unset = UNSET, page_size: int | Unset = UNSET
) -> Response[WebhookLogPage | ValidationError | WavesError]:
    """List webhook deliveries."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(page=page, page_size=page_size)),
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, page: int | Unset = UNSET, page_size: int | Unset = UNSET
) -> Response[WebhookLogPage | ValidationError | WavesError]:
    """List webhook deliveries."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(page=page, page_size=page_size)
        ),
    )


def sync(
    *, client: AuthenticatedClient, page: int | Unset = UNSET, page_size: int | Unset = UNSET
) -> WebhookLogPage | ValidationError | WavesError | None:
    """List webhook deliveries."""
    return sync_detailed(client=client, page=page, page_size=page_size).parsed


async def asyncio(
    *, client: AuthenticatedClient, page: int | Unset = UNSET, page_size: int | Unset = UNSET
) -> WebhookLogPage | ValidationError | WavesError | None:
    """List webhook deliveries."""
    return (await asyncio_detailed(client=client, page=page, page_size=page_size)).parsed
