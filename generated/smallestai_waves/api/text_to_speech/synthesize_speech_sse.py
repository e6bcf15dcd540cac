"""Synthesise a text and stream the audio as server-sent events.

Each event carries JSON: first any number of TtsSseChunk, then one TtsSseEnd. The audio is
headerless 16-bit PCM at `sample_rate`, whatever `output_format` says. The same address, opened as a
WebSocket, is the live socket of streams.yaml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.expire_content import ExpireContent
    from ...models.tts_request import TtsRequest
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError


def _get_kwargs(
    *, body: TtsRequest | Mapping[str, Any], x_expire_content: ExpireContent | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "post",
        "/waves/v1/tts/live",
        headers={"x-expire-content": x_expire_content},
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> str:
    return response.text


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> str | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403, 429, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[str | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: TtsRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[str | ValidationError | WavesError]:
    """Synthesise a text and stream the audio as server-sent events."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(body=body, x_expire_content=x_expire_content)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: TtsRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> Response[str | ValidationError | WavesError]:
    """Synthesise a text and stream the audio as server-sent events."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(body=body, x_expire_content=x_expire_content)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: TtsRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> str | ValidationError | WavesError | None:
    """Synthesise a text and stream the audio as server-sent events."""
    return sync_detailed(client=client, body=body, x_expire_content=x_expire_content).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: TtsRequest | Mapping[str, Any],
    x_expire_content: ExpireContent | Unset = UNSET,
) -> str | ValidationError | WavesError | None:
    """Synthesise a text and stream the audio as server-sent events."""
    return (
        await asyncio_detailed(client=client, body=body, x_expire_content=x_expire_content)
    ).parsed
