"""The namespace `Integrations` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...models.integration_response import IntegrationResponse
    from ...models.web_engage_account import WebEngageAccount
    from .. import AsyncSend, RequestOptions, Send


class Integrations:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawIntegrations:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawIntegrations(self._send)

    def modify_web_engage_integration(
        self,
        *,
        integration_sets: Sequence[WebEngageAccount | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> IntegrationResponse:
        """Set up WebEngage.

        Replaces the accounts with which the organisation is connected to WebEngage.

        Args:
            integration_sets: The accounts, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The connection is stored.
        """
        from . import modify_web_engage_integration as _operation

        return self._send(
            _operation._get_kwargs(body={"integrationSets": integration_sets}),
            _operation._parse,
            request_options,
        )

    def get_web_engage_details(
        self, *, request_options: RequestOptions | None = None
    ) -> IntegrationResponse:
        """Get the connection to WebEngage.

        Returns the accounts with which the organisation is connected to WebEngage.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The connection.
        """
        from . import get_web_engage_details as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)


class RawIntegrations:
    """The operations of `Integrations`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Integrations(raw(send))

    modify_web_engage_integration = RawMethod(Integrations.modify_web_engage_integration)
    get_web_engage_details = RawMethod(Integrations.get_web_engage_details)


class AsyncIntegrations:
    """The awaitable twin of `Integrations`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawIntegrations:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawIntegrations(self._send)

    async def modify_web_engage_integration(
        self,
        *,
        integration_sets: Sequence[WebEngageAccount | Mapping[str, Any]],
        request_options: RequestOptions | None = None,
    ) -> IntegrationResponse:
        """Set up WebEngage.

        Replaces the accounts with which the organisation is connected to WebEngage.

        Args:
            integration_sets: The accounts, at least one.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The connection is stored.
        """
        from . import modify_web_engage_integration as _operation

        return await self._send(
            _operation._get_kwargs(body={"integrationSets": integration_sets}),
            _operation._parse,
            request_options,
        )

    async def get_web_engage_details(
        self, *, request_options: RequestOptions | None = None
    ) -> IntegrationResponse:
        """Get the connection to WebEngage.

        Returns the accounts with which the organisation is connected to WebEngage.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The connection.
        """
        from . import get_web_engage_details as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)


class AsyncRawIntegrations:
    """The operations of `AsyncIntegrations`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncIntegrations(raw(send))

    modify_web_engage_integration = AsyncRawMethod(AsyncIntegrations.modify_web_engage_integration)
    get_web_engage_details = AsyncRawMethod(AsyncIntegrations.get_web_engage_details)
