"""Make an instant clone of a voice from a short recording.

The recording lasts 5 to 15 seconds and has at most 5 MB. The clone speaks on the model it was made
for. Clones can be deleted on the dashboard only.
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
    from ...models.validation_error import ValidationError
    from ...models.voice_clone_error import VoiceCloneError
    from ...models.voice_clone_request import VoiceCloneRequest
    from ...models.voice_clone_result import VoiceCloneResult
    from ...models.waves_error import WavesError


def _get_kwargs(*, body: VoiceCloneRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/waves/v1/voice-cloning", kind="files", body=body, content_type=None)


def _parse(response: httpx.Response) -> VoiceCloneResult:
    return model(lambda: models.VoiceCloneResult)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> VoiceCloneResult | ValidationError | WavesError | VoiceCloneError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403):
        return model(lambda: models.WavesError)(response.json())
    if response.status_code == 500:
        return model(lambda: models.VoiceCloneError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[VoiceCloneResult | ValidationError | WavesError | VoiceCloneError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: VoiceCloneRequest | Mapping[str, Any]
) -> Response[VoiceCloneResult | ValidationError | WavesError | VoiceCloneError]:
    """Make an instant clone of a voice from a short recording."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: VoiceCloneRequest | Mapping[str, Any]
) -> Response[VoiceCloneResult | ValidationError | WavesError | VoiceCloneError]:
    """Make an instant clone of a voice from a short recording."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: VoiceCloneRequest | Mapping[str, Any]
) -> VoiceCloneResult | ValidationError | WavesError | VoiceCloneError | None:
    """Make an instant clone of a voice from a short recording."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: VoiceCloneRequest | Mapping[str, Any]
) -> VoiceCloneResult | ValidationError | WavesError | VoiceCloneError | None:
    """Make an instant clone of a voice from a short recording."""
    return (await asyncio_detailed(client=client, body=body)).parsed
