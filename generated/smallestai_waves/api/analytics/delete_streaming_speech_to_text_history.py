"""Delete the stored content of one speech-to-text request.

Repeating the call is harmless.
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
    from ...models.acknowledgement import Acknowledgement
    from ...models.waves_error import WavesError


def _get_kwargs(request_id: str) -> dict[str, Any]:
    return _request(
        "delete", _path("/waves/v1/analytics/asr/history/{request_id}", request_id=request_id)
    )


def _parse(response: httpx.Response) -> Acknowledgement:
    return model(lambda: models.Acknowledgement)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Acknowledgement | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 403, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Acknowledgement | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    request_id: str, *, client: AuthenticatedClient
) -> Response[Acknowledgement | WavesError]:
    """Delete the stored content of one speech-to-text request."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(request_id=request_id)),
    )


async def asyncio_detailed(
    request_id: str, *, client: AuthenticatedClient
) -> Response[Acknowledgement | WavesError]:
    """Delete the stored content of one speech-to-text request."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(request_id=request_id)
        ),
    )


def sync(request_id: str, *, client: AuthenticatedClient) -> Acknowledgement | WavesError | None:
    """Delete the stored content of one speech-to-text request."""
    return sync_detailed(request_id=request_id, client=client).parsed


async def asyncio(
    request_id: str, *, client: AuthenticatedClient
) -> Acknowledgement | WavesError | None:
    """Delete the stored content of one speech-to-text request."""
    return (await asyncio_detailed(request_id=request_id, client=client)).parsed
