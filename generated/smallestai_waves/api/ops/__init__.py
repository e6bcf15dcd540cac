"""The namespace `Ops` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.health_report import HealthReport
    from .. import AsyncSend, RequestOptions, Send


class Ops:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawOps:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawOps(self._send)

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


class RawOps:
    """The operations of `Ops`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Ops(raw(send))

    get_waves_health = RawMethod(Ops.get_waves_health)


class AsyncOps:
    """The awaitable twin of `Ops`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawOps:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawOps(self._send)

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


class AsyncRawOps:
    """The operations of `AsyncOps`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncOps(raw(send))

    get_waves_health = AsyncRawMethod(AsyncOps.get_waves_health)
