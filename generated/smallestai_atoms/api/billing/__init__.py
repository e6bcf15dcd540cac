"""The namespace `Billing` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    import datetime
    from collections.abc import AsyncIterator, Iterator

    from ...models.balance_response import BalanceResponse
    from ...models.get_ledger_scope import GetLedgerScope
    from ...models.invoice_list_response import InvoiceListResponse
    from ...models.invoice_pdf_response import InvoicePdfResponse
    from ...models.json import Json
    from ...models.ledger_entry import LedgerEntry
    from ...models.ledger_response import LedgerResponse
    from ...models.transaction_kind import TransactionKind
    from ...models.usage_breakdown_response import UsageBreakdownResponse
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Billing:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawBilling:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawBilling(self._send)

    def get_balance(self, *, request_options: RequestOptions | None = None) -> BalanceResponse:
        """Get the credits left.

        Returns the credits left and the plan.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_balance as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def get_ledger(
        self,
        *,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        type_: TransactionKind | Unset = UNSET,
        scope: GetLedgerScope | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> LedgerResponse:
        """List movements of credits.

        Returns one page of credits bought and used, with their sums.

        Args:
            limit: Movements to return, 1 to 100; 50 when left out.
            offset: Movements to skip; 0 when left out.
            from_: Only movements from this moment on, RFC 3339.
            to: Only movements up to this moment, RFC 3339.
            type_: Only movements of this kind.
            scope: Only movements for this part of the platform.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of movements.
        """
        from . import get_ledger as _operation

        return self._send(
            _operation._get_kwargs(
                limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope
            ),
            _operation._parse,
            request_options,
        )

    def iter_ledger(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        type_: TransactionKind | Unset = UNSET,
        scope: GetLedgerScope | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[LedgerEntry]:
        """List movements of credits: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            from_: Only movements from this moment on, RFC 3339.
            to: Only movements up to this moment, RFC 3339.
            type_: Only movements of this kind.
            scope: Only movements for this part of the platform.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_ledger as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(from_=from_, to=to, type_=type_, scope=scope, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.transactions",),
                key="id",
                start="offset",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    def get_usage_breakdown(
        self, *, request_options: RequestOptions | None = None
    ) -> UsageBreakdownResponse:
        """Get credits by part of the platform.

        Returns the credits used on each part of the platform.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_usage_breakdown as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def list_invoices(
        self, *, request_options: RequestOptions | None = None
    ) -> InvoiceListResponse:
        """List invoices.

        Returns the organisation's invoices.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The invoices.
        """
        from . import list_invoices as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_invoices(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[Json]:
        """List invoices: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_invoices as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def get_invoice_pdf(
        self, invoice_id: str, *, request_options: RequestOptions | None = None
    ) -> InvoicePdfResponse:
        """Get the address of an invoice's PDF.

        Returns a URL that fetches the invoice as PDF.

        Args:
            invoice_id: Id of the invoice.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_invoice_pdf as _operation

        return self._send(
            _operation._get_kwargs(invoice_id=invoice_id), _operation._parse, request_options
        )


class RawBilling:
    """The operations of `Billing`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Billing(raw(send))

    get_balance = RawMethod(Billing.get_balance)
    get_ledger = RawMethod(Billing.get_ledger)
    get_usage_breakdown = RawMethod(Billing.get_usage_breakdown)
    list_invoices = RawMethod(Billing.list_invoices)
    get_invoice_pdf = RawMethod(Billing.get_invoice_pdf)


class AsyncBilling:
    """The awaitable twin of `Billing`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawBilling:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawBilling(self._send)

    async def get_balance(
        self, *, request_options: RequestOptions | None = None
    ) -> BalanceResponse:
        """Get the credits left.

        Returns the credits left and the plan.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_balance as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def get_ledger(
        self,
        *,
        limit: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        type_: TransactionKind | Unset = UNSET,
        scope: GetLedgerScope | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> LedgerResponse:
        """List movements of credits.

        Returns one page of credits bought and used, with their sums.

        Args:
            limit: Movements to return, 1 to 100; 50 when left out.
            offset: Movements to skip; 0 when left out.
            from_: Only movements from this moment on, RFC 3339.
            to: Only movements up to this moment, RFC 3339.
            type_: Only movements of this kind.
            scope: Only movements for this part of the platform.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of movements.
        """
        from . import get_ledger as _operation

        return await self._send(
            _operation._get_kwargs(
                limit=limit, offset=offset, from_=from_, to=to, type_=type_, scope=scope
            ),
            _operation._parse,
            request_options,
        )

    def iter_ledger(
        self,
        *,
        from_: datetime.datetime | Unset = UNSET,
        to: datetime.datetime | Unset = UNSET,
        type_: TransactionKind | Unset = UNSET,
        scope: GetLedgerScope | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[LedgerEntry]:
        """List movements of credits: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            from_: Only movements from this moment on, RFC 3339.
            to: Only movements up to this moment, RFC 3339.
            type_: Only movements of this kind.
            scope: Only movements for this part of the platform.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once, at most 100; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_ledger as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(from_=from_, to=to, type_=type_, scope=scope, **page),
                _operation._parse,
                request_options,
            ),
            Listing(
                ("data.transactions",),
                key="id",
                start="offset",
                size="limit",
                total="data.total",
                most=100,
            ),
            limit,
            page_size,
        )

    async def get_usage_breakdown(
        self, *, request_options: RequestOptions | None = None
    ) -> UsageBreakdownResponse:
        """Get credits by part of the platform.

        Returns the credits used on each part of the platform.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The credits.
        """
        from . import get_usage_breakdown as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def list_invoices(
        self, *, request_options: RequestOptions | None = None
    ) -> InvoiceListResponse:
        """List invoices.

        Returns the organisation's invoices.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The invoices.
        """
        from . import list_invoices as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_invoices(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[Json]:
        """List invoices: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_invoices as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def get_invoice_pdf(
        self, invoice_id: str, *, request_options: RequestOptions | None = None
    ) -> InvoicePdfResponse:
        """Get the address of an invoice's PDF.

        Returns a URL that fetches the invoice as PDF.

        Args:
            invoice_id: Id of the invoice.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The URL.
        """
        from . import get_invoice_pdf as _operation

        return await self._send(
            _operation._get_kwargs(invoice_id=invoice_id), _operation._parse, request_options
        )


class AsyncRawBilling:
    """The operations of `AsyncBilling`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncBilling(raw(send))

    get_balance = AsyncRawMethod(AsyncBilling.get_balance)
    get_ledger = AsyncRawMethod(AsyncBilling.get_ledger)
    get_usage_breakdown = AsyncRawMethod(AsyncBilling.get_usage_breakdown)
    list_invoices = AsyncRawMethod(AsyncBilling.list_invoices)
    get_invoice_pdf = AsyncRawMethod(AsyncBilling.get_invoice_pdf)
