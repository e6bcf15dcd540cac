"""The namespace `User` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.subscription_response import SubscriptionResponse
    from ...models.user_response import UserResponse
    from .. import AsyncSend, RequestOptions, Send


class User:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawUser:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawUser(self._send)

    def get_user(self, *, request_options: RequestOptions | None = None) -> UserResponse:
        """Get the user.

        Returns the account that the API key belongs to.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The user.
        """
        from . import get_user as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def get_subscription(
        self, *, request_options: RequestOptions | None = None
    ) -> SubscriptionResponse:
        """Get the subscription.

        Returns the organisation's plan, its credits and its limits.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscription.
        """
        from . import get_subscription as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)


class RawUser:
    """The operations of `User`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = User(raw(send))

    get_user = RawMethod(User.get_user)
    get_subscription = RawMethod(User.get_subscription)


class AsyncUser:
    """The awaitable twin of `User`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawUser:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawUser(self._send)

    async def get_user(self, *, request_options: RequestOptions | None = None) -> UserResponse:
        """Get the user.

        Returns the account that the API key belongs to.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The user.
        """
        from . import get_user as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def get_subscription(
        self, *, request_options: RequestOptions | None = None
    ) -> SubscriptionResponse:
        """Get the subscription.

        Returns the organisation's plan, its credits and its limits.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The subscription.
        """
        from . import get_subscription as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)


class AsyncRawUser:
    """The operations of `AsyncUser`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncUser(raw(send))

    get_user = AsyncRawMethod(AsyncUser.get_user)
    get_subscription = AsyncRawMethod(AsyncUser.get_subscription)
