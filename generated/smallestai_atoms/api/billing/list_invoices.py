"""List invoices.

Returns the organisation's invoices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.invoice_list_response import InvoiceListResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/payment/v1/invoices")


def _parse(response: httpx.Response) -> InvoiceListResponse:
    return model(lambda: models.InvoiceListResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InvoiceListResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[InvoiceListResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient
) -> Response[InvoiceListResponse | ErrorResponse | RateLimitResponse]:
    """List invoices."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient
) -> Response[InvoiceListResponse | ErrorResponse | RateLimitResponse]:
    """List invoices."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(
    *, client: AuthenticatedClient
) -> InvoiceListResponse | ErrorResponse | RateLimitResponse | None:
    """List invoices."""
    return sync_detailed(client=client).parsed


async def asyncio(
    *, client: AuthenticatedClient
) -> InvoiceListResponse | ErrorResponse | RateLimitResponse | None:
    """List invoices."""
    return (await asyncio_detailed(client=client)).parsed
