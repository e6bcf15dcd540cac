"""Mint a short-lived access token from an API key.

The token can be used any number of times until it expires, in the region that minted it, and is
billed to the key that asked for it. It opens speech synthesis, transcription, Hydra and the voice
listings; other routes answer 403. A token cannot mint tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.token_grant import TokenGrant
    from ...models.token_request import TokenRequest
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError


def _get_kwargs(*, body: TokenRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/waves/v1/auth/token", kind="json", body=body, content_type=None)


def _parse(response: httpx.Response) -> TokenGrant:
    return model(lambda: models.TokenGrant)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TokenGrant | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[TokenGrant | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: TokenRequest | Mapping[str, Any]
) -> Response[TokenGrant | ValidationError | WavesError]:
    """Mint a short-lived access token from an API key."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: TokenRequest | Mapping[str, Any]
) -> Response[TokenGrant | ValidationError | WavesError]:
    """Mint a short-lived access token from an API key."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: TokenRequest | Mapping[str, Any]
) -> TokenGrant | ValidationError | WavesError | None:
    """Mint a short-lived access token from an API key."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: TokenRequest | Mapping[str, Any]
) -> TokenGrant | ValidationError | WavesError | None:
    """Mint a short-lived access token from an API key."""
    return (await asyncio_detailed(client=client, body=body)).parsed
