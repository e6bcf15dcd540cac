"""The namespace `Tokens` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET, AsyncRawMethod, RawMethod, raw

if TYPE_CHECKING:
    from ...models.token_grant import TokenGrant
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Tokens:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawTokens:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawTokens(self._send)

    def create_access_token(
        self, *, ttl_seconds: int | Unset = UNSET, request_options: RequestOptions | None = None
    ) -> TokenGrant:
        """Mint a short-lived access token from an API key.

        The token can be used any number of times until it expires, in the region that minted it,
        and is billed to the key that asked for it. It opens speech synthesis, transcription, Hydra
        and the voice listings; other routes answer 403. A token cannot mint tokens.

        Args:
            ttl_seconds: Life of the token in seconds, 30 to 900; 300 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The token and when it ends.
        """
        from . import create_access_token as _operation

        return self._send(
            _operation._get_kwargs(body={"ttl_seconds": ttl_seconds}),
            _operation._parse,
            request_options,
        )


class RawTokens:
    """The operations of `Tokens`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Tokens(raw(send))

    create_access_token = RawMethod(Tokens.create_access_token)


class AsyncTokens:
    """The awaitable twin of `Tokens`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawTokens:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawTokens(self._send)

    async def create_access_token(
        self, *, ttl_seconds: int | Unset = UNSET, request_options: RequestOptions | None = None
    ) -> TokenGrant:
        """Mint a short-lived access token from an API key.

        The token can be used any number of times until it expires, in the region that minted it,
        and is billed to the key that asked for it. It opens speech synthesis, transcription, Hydra
        and the voice listings; other routes answer 403. A token cannot mint tokens.

        Args:
            ttl_seconds: Life of the token in seconds, 30 to 900; 300 when absent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The token and when it ends.
        """
        from . import create_access_token as _operation

        return await self._send(
            _operation._get_kwargs(body={"ttl_seconds": ttl_seconds}),
            _operation._parse,
            request_options,
        )


class AsyncRawTokens:
    """The operations of `AsyncTokens`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncTokens(raw(send))

    create_access_token = AsyncRawMethod(AsyncTokens.create_access_token)
