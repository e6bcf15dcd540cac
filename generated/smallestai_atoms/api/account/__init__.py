"""The namespace `Account` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.account import Account as AccountModel
    from ...models.organization_name_response import OrganizationNameResponse
    from .. import AsyncSend, RequestOptions, Send


class Account:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAccount:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAccount(self._send)

    def get_account_details(self, *, request_options: RequestOptions | None = None) -> AccountModel:
        """Get the account.

        Returns the person behind the API key and the organisations that person belongs to.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The account.
        """
        from . import get_account_details as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def update_organization_name(
        self, *, name: str, request_options: RequestOptions | None = None
    ) -> OrganizationNameResponse:
        """Rename the organisation.

        Gives the organisation another name.

        Args:
            name: Name of the organisation, at least one character.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new name.
        """
        from . import update_organization_name as _operation

        return self._send(
            _operation._get_kwargs(body={"name": name}), _operation._parse, request_options
        )


class RawAccount:
    """The operations of `Account`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Account(raw(send))

    get_account_details = RawMethod(Account.get_account_details)
    update_organization_name = RawMethod(Account.update_organization_name)


class AsyncAccount:
    """The awaitable twin of `Account`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAccount:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAccount(self._send)

    async def get_account_details(
        self, *, request_options: RequestOptions | None = None
    ) -> AccountModel:
        """Get the account.

        Returns the person behind the API key and the organisations that person belongs to.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The account.
        """
        from . import get_account_details as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def update_organization_name(
        self, *, name: str, request_options: RequestOptions | None = None
    ) -> OrganizationNameResponse:
        """Rename the organisation.

        Gives the organisation another name.

        Args:
            name: Name of the organisation, at least one character.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new name.
        """
        from . import update_organization_name as _operation

        return await self._send(
            _operation._get_kwargs(body={"name": name}), _operation._parse, request_options
        )


class AsyncRawAccount:
    """The operations of `AsyncAccount`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAccount(raw(send))

    get_account_details = AsyncRawMethod(AsyncAccount.get_account_details)
    update_organization_name = AsyncRawMethod(AsyncAccount.update_organization_name)
