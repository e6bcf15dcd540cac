"""List the organisation's voice clones.

Instant and professional clones in one list.
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
    from ...models.voice_clone_list import VoiceCloneList
    from ...models.waves_error import WavesError


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/waves/v1/voice-cloning")


def _parse(response: httpx.Response) -> VoiceCloneList:
    return model(lambda: models.VoiceCloneList)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> VoiceCloneList | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 403, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[VoiceCloneList | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(*, client: AuthenticatedClient) -> Response[VoiceCloneList | WavesError]:
    """List the organisation's voice clones."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[VoiceCloneList | WavesError]:
    """List the organisation's voice clones."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(*, client: AuthenticatedClient) -> VoiceCloneList | WavesError | None:
    """List the organisation's voice clones."""
    return sync_detailed(client=client).parsed


async def asyncio(*, client: AuthenticatedClient) -> VoiceCloneList | WavesError | None:
    """List the organisation's voice clones."""
    return (await asyncio_detailed(client=client)).parsed
