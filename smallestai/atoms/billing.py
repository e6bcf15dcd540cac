"""Billing: the operations, and saving an invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smallestai_atoms.api.billing import AsyncBilling as AsyncOperations
from smallestai_atoms.api.billing import Billing as Operations

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from smallestai_atoms.api import RequestOptions

    from smallestai.atoms._files import Progress
    from smallestai.atoms._sending import AsyncSender, Sender

__all__ = ["AsyncBilling", "Billing"]


class Billing(Operations):
    """`client.atoms.billing`."""

    def __init__(self, send: Sender) -> None:
        super().__init__(send)
        self._transport = send.transport

    def save_invoice(
        self,
        invoice_id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write an invoice to a PDF file, as it comes.

            client.atoms.billing.save_invoice(invoice_id, "invoice.pdf")

        It is written beside its place and renamed when it is whole.

        Args:
            invoice_id: Id of the invoice.
            path: The file; what is there is replaced.
            progress: Called with the bytes written so far and with how many there are.
            request_options: Timeout, headers and retries of each request.

        Returns:
            The path.

        Raises:
            OutputError: The file could not be written.
            APIError: There is no such invoice, or the service or its store refused it.
            APIConnectionError: It broke off; there is no file.

        Source: operation `getInvoicePdf`.
        """
        from smallestai.atoms._presigned import save

        answer = self.get_invoice_pdf(invoice_id, request_options=request_options)
        return save(self._transport, _url(answer), path, progress, request_options)


class AsyncBilling(AsyncOperations):
    """`client.atoms.billing` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, send: AsyncSender) -> None:
        super().__init__(send)
        self._transport = send.transport

    async def save_invoice(
        self,
        invoice_id: str,
        path: str | os.PathLike[str],
        *,
        progress: Progress | None = None,
        request_options: RequestOptions | None = None,
    ) -> Path:
        """Write an invoice to a PDF file; see `Billing.save_invoice`."""
        from smallestai.atoms._presigned import async_save

        answer = await self.get_invoice_pdf(invoice_id, request_options=request_options)
        return await async_save(self._transport, _url(answer), path, progress, request_options)


def _url(answer: Any) -> Any:
    return getattr(answer.data, "pdf_url", None)
