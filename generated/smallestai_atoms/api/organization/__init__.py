"""The namespace `Organization` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.organization_response import OrganizationResponse
    from .. import AsyncSend, RequestOptions, Send


class Organization:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawOrganization:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawOrganization(self._send)

    def get_organization(
        self, *, request_options: RequestOptions | None = None
    ) -> OrganizationResponse:
        """Get the organisation.

        Deprecated. Returns the organisation, its members and its plan. Only clients of version 3
        knew this route; the account replaces it.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The organisation.
        """
        from . import get_organization as _operation

        warnings.warn("get_organization is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(_operation._get_kwargs(), _operation._parse, request_options)


class RawOrganization:
    """The operations of `Organization`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Organization(raw(send))

    get_organization = RawMethod(Organization.get_organization)


class AsyncOrganization:
    """The awaitable twin of `Organization`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawOrganization:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawOrganization(self._send)

    async def get_organization(
        self, *, request_options: RequestOptions | None = None
    ) -> OrganizationResponse:
        """Get the organisation.

        Deprecated. Returns the organisation, its members and its plan. Only clients of version 3
        knew this route; the account replaces it.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The organisation.
        """
        from . import get_organization as _operation

        warnings.warn("get_organization is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)


class AsyncRawOrganization:
    """The operations of `AsyncOrganization`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncOrganization(raw(send))

    get_organization = AsyncRawMethod(AsyncOrganization.get_organization)
