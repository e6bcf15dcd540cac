"""Get the address of an invoice's PDF.

Returns a URL that fetches the invoice as PDF.
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
    from ...models.billing_refusal import BillingRefusal
    from ...models.error_response import ErrorResponse
    from ...models.invoice_pdf_response import InvoicePdfResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(invoice_id: str) -> dict[str, Any]:
    return _request("get", _path("/payment/v1/invoices/{invoice_id}/pdf", invoice_id=invoice_id))


def _parse(response: httpx.Response) -> InvoicePdfResponse:
    return model(lambda: models.InvoicePdfResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 404:
        return model(lambda: models.BillingRefusal)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    invoice_id: str, *, client: AuthenticatedClient
) -> Response[InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse]:
    """Get the address of an invoice's PDF."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(invoice_id=invoice_id)),
    )


async def asyncio_detailed(
    invoice_id: str, *, client: AuthenticatedClient
) -> Response[InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse]:
    """Get the address of an invoice's PDF."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(invoice_id=invoice_id)
        ),
    )


def sync(
    invoice_id: str, *, client: AuthenticatedClient
) -> InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse | None:
    """Get the address of an invoice's PDF."""
    return sync_detailed(invoice_id=invoice_id, client=client).parsed


async def asyncio(
    invoice_id: str, *, client: AuthenticatedClient
) -> InvoicePdfResponse | ErrorResponse | BillingRefusal | RateLimitResponse | None:
    """Get the address of an invoice's PDF."""
    return (await asyncio_detailed(invoice_id=invoice_id, client=client)).parsed
