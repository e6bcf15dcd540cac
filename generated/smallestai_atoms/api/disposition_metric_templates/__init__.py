"""The namespace `DispositionMetricTemplates` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...models.metric_template_list_response import MetricTemplateListResponse
    from .. import AsyncSend, RequestOptions, Send


class DispositionMetricTemplates:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncDispositionMetricTemplates:
    """The awaitable twin of `DispositionMetricTemplates`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
