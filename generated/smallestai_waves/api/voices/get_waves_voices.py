"""List the voices of one model.

A pool holds only its own voices; the standard and the pro pool share none. No API key is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.validation_error import ValidationError
    from ...models.voice_list import VoiceList
    from ...models.voice_pool import VoicePool
    from ...models.waves_error import WavesError


def _get_kwargs(model: VoicePool) -> dict[str, Any]:
    return _request("get", _path("/waves/v1/{model}/get_voices", model=model))


def _parse(response: httpx.Response) -> VoiceList:
    return model(lambda: models.VoiceList)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> VoiceList | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[VoiceList | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    model: VoicePool, *, client: AuthenticatedClient | Client
) -> Response[VoiceList | ValidationError | WavesError]:
    """List the voices of one model."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(model=model))
    )


async def asyncio_detailed(
    model: VoicePool, *, client: AuthenticatedClient | Client
) -> Response[VoiceList | ValidationError | WavesError]:
    """List the voices of one model."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(model=model)),
    )


def sync(
    model: VoicePool, *, client: AuthenticatedClient | Client
) -> VoiceList | ValidationError | WavesError | None:
    """List the voices of one model."""
    return sync_detailed(model=model, client=client).parsed


async def asyncio(
    model: VoicePool, *, client: AuthenticatedClient | Client
) -> VoiceList | ValidationError | WavesError | None:
    """List the voices of one model."""
    return (await asyncio_detailed(model=model, client=client)).parsed
