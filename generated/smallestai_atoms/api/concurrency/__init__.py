"""The namespace `Concurrency` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.concurrency_response import ConcurrencyResponse
    from ...models.line_reservation import LineReservation
    from ...models.updated_reservations_response import UpdatedReservationsResponse
    from .. import AsyncSend, RequestOptions, Send


class Concurrency:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawConcurrency:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawConcurrency(self._send)

    def get_concurrency(
        self, *, request_options: RequestOptions | None = None
    ) -> ConcurrencyResponse:
        """Get the lines and who holds them.

        Returns how many calls the organisation may hold at one time and how many of them are set
        aside for which agent.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The lines.
        """
        from . import get_concurrency as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def update_concurrency_reservations(
        self,
        *,
        reservations: Sequence[LineReservation | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> UpdatedReservationsResponse:
        """Set lines aside.

        Sets lines aside for agents.

        Args:
            reservations: The lines of each agent, at least one agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many agents were changed.
        """
        from . import update_concurrency_reservations as _operation

        return self._send(
            _operation._get_kwargs(body={"reservations": reservations}),
            _operation._parse,
            request_options,
        )


class RawConcurrency:
    """The operations of `Concurrency`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Concurrency(raw(send))

    get_concurrency = RawMethod(Concurrency.get_concurrency)
    update_concurrency_reservations = RawMethod(Concurrency.update_concurrency_reservations)


class AsyncConcurrency:
    """The awaitable twin of `Concurrency`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawConcurrency:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawConcurrency(self._send)

    async def get_concurrency(
        self, *, request_options: RequestOptions | None = None
    ) -> ConcurrencyResponse:
        """Get the lines and who holds them.

        Returns how many calls the organisation may hold at one time and how many of them are set
        aside for which agent.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The lines.
        """
        from . import get_concurrency as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def update_concurrency_reservations(
        self,
        *,
        reservations: Sequence[LineReservation | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> UpdatedReservationsResponse:
        """Set lines aside.

        Sets lines aside for agents.

        Args:
            reservations: The lines of each agent, at least one agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            How many agents were changed.
        """
        from . import update_concurrency_reservations as _operation

        return await self._send(
            _operation._get_kwargs(body={"reservations": reservations}),
            _operation._parse,
            request_options,
        )


class AsyncRawConcurrency:
    """The operations of `AsyncConcurrency`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncConcurrency(raw(send))

    get_concurrency = AsyncRawMethod(AsyncConcurrency.get_concurrency)
    update_concurrency_reservations = AsyncRawMethod(
        AsyncConcurrency.update_concurrency_reservations
    )
