"""List movements of credits.

Returns one page of credits bought and used, with their sums.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.billing_refusal import BillingRefusal
    from ...models.error_response import ErrorResponse
    from ...models.get_ledger_scope import GetLedgerScope
    from ...models.ledger_response import LedgerResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.transaction_kind import TransactionKind


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    type_: TransactionKind | Unset = UNSET,
    scope: GetLedgerScope | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/payment/v1/credits/ledger",
        params={
            "limit": limit,
            "offset": offset,
            "from": from_,
            "to": to,
            "type": type_,
            "scope": scope,
        },
    )


def _parse(response: httpx.Response) -> LedgerResponse:
    return model(lambda: models.LedgerResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.BillingRefusal)(response.json())
    if response.status_code in (401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    type_: TransactionKind | Unset = UNSET,
    scope: GetLedgerScope | Unset = UNSET,
) -> Response[LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse]:
    """List movements of credits."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    type_: TransactionKind | Unset = UNSET,
    scope: GetLedgerScope | Unset = UNSET,
) -> Response[LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse]:
    """List movements of credits."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    type_: TransactionKind | Unset = UNSET,
    scope: GetLedgerScope | Unset = UNSET,
) -> LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse | None:
    """List movements of credits."""
    return sync_detailed(
        client=client, limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int | Unset = UNSET,
    offset: int | Unset = UNSET,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    type_: TransactionKind | Unset = UNSET,
    scope: GetLedgerScope | Unset = UNSET,
) -> LedgerResponse | BillingRefusal | ErrorResponse | RateLimitResponse | None:
    """List movements of credits."""
    return (
        await asyncio_detailed(
            client=client, limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope
        )
    ).parsed
