"""The namespace `Billing` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    import datetime

    from ...models.balance_response import BalanceResponse
    from ...models.get_ledger_scope import GetLedgerScope
    from ...models.invoice_list_response import InvoiceListResponse
    from ...models.invoice_pdf_response import InvoicePdfResponse
    from ...models.ledger_response import LedgerResponse
    from ...models.transaction_kind import TransactionKind
    from ...models.usage_breakdown_response import UsageBreakdownResponse
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Billing:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncBilling:
    """The awaitable twin of `Billing`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
