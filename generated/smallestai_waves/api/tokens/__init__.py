"""The namespace `Tokens` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ...models.token_grant import TokenGrant
    from ...types import Unset
    from .. import AsyncSend, RequestOptions, Send


class Tokens:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: Send) -> None:
        self._send = send

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


class AsyncTokens:
    """The awaitable twin of `Tokens`."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

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
