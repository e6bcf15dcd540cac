"""The namespace `DispositionMetricTemplates` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ...models.metric_template import MetricTemplate
    from ...models.metric_template_list_response import MetricTemplateListResponse
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class DispositionMetricTemplates:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawDispositionMetricTemplates:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawDispositionMetricTemplates(self._send)

    def list_disposition_metric_templates(
        self, *, request_options: RequestOptions | None = None
    ) -> MetricTemplateListResponse:
        """List ready-made metrics.

        Returns metrics that an agent's post-call analytics can take over.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The metrics.
        """
        from . import list_disposition_metric_templates as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_disposition_metric_templates(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[MetricTemplate]:
        """List ready-made metrics: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_disposition_metric_templates as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )


class RawDispositionMetricTemplates:
    """The operations of `DispositionMetricTemplates`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = DispositionMetricTemplates(raw(send))

    list_disposition_metric_templates = RawMethod(
        DispositionMetricTemplates.list_disposition_metric_templates
    )


class AsyncDispositionMetricTemplates:
    """The awaitable twin of `DispositionMetricTemplates`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawDispositionMetricTemplates:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawDispositionMetricTemplates(self._send)

    async def list_disposition_metric_templates(
        self, *, request_options: RequestOptions | None = None
    ) -> MetricTemplateListResponse:
        """List ready-made metrics.

        Returns metrics that an agent's post-call analytics can take over.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The metrics.
        """
        from . import list_disposition_metric_templates as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def iter_disposition_metric_templates(
        self, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[MetricTemplate]:
        """List ready-made metrics: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_disposition_metric_templates as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(**page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )


class AsyncRawDispositionMetricTemplates:
    """The operations of `AsyncDispositionMetricTemplates`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncDispositionMetricTemplates(raw(send))

    list_disposition_metric_templates = AsyncRawMethod(
        AsyncDispositionMetricTemplates.list_disposition_metric_templates
    )
