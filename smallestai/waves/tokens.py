"""Short-lived tokens in place of the API key. Blocking and async, side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from smallestai.errors import ArgumentError, RemoteProtocolError

if TYPE_CHECKING:
    from smallestai_waves import models
    from smallestai_waves.api import RequestOptions

    from smallestai._http import AsyncTransport, Transport

_SHORTEST, _LONGEST = 30, 900


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token that stands in for the API key, for a browser or a device that must not have it.

    Attributes:
        value: What is passed in place of a key. It is not shown when the token is printed.
        expires_at: When it ends.
    """

    value: str = field(repr=False)
    expires_at: datetime

    def __str__(self) -> str:
        return repr(self)

    @property
    def is_expired(self) -> bool:
        """Whether it has ended, by the clock of this machine."""
        return datetime.now(UTC) >= self.expires_at


class Tokens:
    """`client.waves.tokens`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def create(
        self, *, ttl: int = 300, request_options: RequestOptions | None = None
    ) -> AccessToken:
        """Mint a token from the client's API key.

        It can be used any number of times, in the region that minted it, and opens speech,
        transcription, Hydra and the voice listings; other routes refuse it. A token cannot mint
        tokens.

        Args:
            ttl: How long it lives, in whole seconds, 30 to 900.
            request_options: Timeout, headers and retries of this call.

        Raises:
            ArgumentError: The time is out of range; nothing was sent.
            APIError: The service refused the request.

        Source: operation `createAccessToken`.
        """
        from smallestai_waves.api.tokens import Tokens as Operations

        seconds = _checked(ttl)
        operations = Operations(self._transport.send)
        asked = datetime.now(UTC)
        granted = operations.create_access_token(
            ttl_seconds=seconds, request_options=request_options
        )
        return _token(granted, seconds, asked)


class AsyncTokens:
    """`client.waves.tokens` of `AsyncSmallestAI`: the same methods, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def create(
        self, *, ttl: int = 300, request_options: RequestOptions | None = None
    ) -> AccessToken:
        """Mint a token from the client's API key; see `Tokens.create`."""
        from smallestai_waves.api.tokens import AsyncTokens as Operations

        seconds = _checked(ttl)
        operations = Operations(self._transport.send)
        asked = datetime.now(UTC)
        granted = await operations.create_access_token(
            ttl_seconds=seconds, request_options=request_options
        )
        return _token(granted, seconds, asked)


def _checked(ttl: int) -> int:
    if isinstance(ttl, bool) or not isinstance(ttl, int) or not _SHORTEST <= ttl <= _LONGEST:
        raise ArgumentError("ttl", ttl, f"must be whole seconds from {_SHORTEST} to {_LONGEST}")
    return ttl


def _token(granted: models.TokenGrant, seconds: int, asked: datetime) -> AccessToken:
    """Return the token; where the service does not say when it ends, by the time asked for."""
    value = getattr(granted, "access_token", None)
    if not isinstance(value, str) or not value:
        raise RemoteProtocolError("the answer holds no token")
    ends, lives = granted.expires_at, granted.expires_in
    if not isinstance(ends, datetime):
        ends = asked + timedelta(
            seconds=lives if isinstance(lives, int) and lives <= _LONGEST else seconds
        )
    return AccessToken(value, ends if ends.tzinfo else ends.replace(tzinfo=UTC))
