"""The namespace `Ops` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...models.health_report import HealthReport
    from .. import AsyncSend, RequestOptions, Send


class Ops:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def get_waves_health(self, *, request_options: RequestOptions | None = None) -> HealthReport:
        """Report whether the service and its stores are up.

        Needs no API key.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            Everything is up.
        """
        from . import get_waves_health as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)


class AsyncOps:
    """The awaitable twin of `Ops`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    async def get_waves_health(
        self, *, request_options: RequestOptions | None = None
    ) -> HealthReport:
        """Report whether the service and its stores are up.

        Needs no API key.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            Everything is up.
        """
        from . import get_waves_health as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)
