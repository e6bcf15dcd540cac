"""List the voices of every model.

Adds descriptions and audio previews, and says less in the tags. An API key is optional.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.catalog_voice_list import CatalogVoiceList
    from ...models.waves_error import WavesError


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/waves/v1/voice/get-all-models")


def _parse(response: httpx.Response) -> CatalogVoiceList:
    return model(lambda: models.CatalogVoiceList)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CatalogVoiceList | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 401:
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CatalogVoiceList | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient | Client
) -> Response[CatalogVoiceList | WavesError]:
    """List the voices of every model."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient | Client
) -> Response[CatalogVoiceList | WavesError]:
    """List the voices of every model."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(*, client: AuthenticatedClient | Client) -> CatalogVoiceList | WavesError | None:
    """List the voices of every model."""
    return sync_detailed(client=client).parsed


async def asyncio(*, client: AuthenticatedClient | Client) -> CatalogVoiceList | WavesError | None:
    """List the voices of every model."""
    return (await asyncio_detailed(client=client)).parsed
