"""Stream speech as server-sent events on the older Lightning 3.1 route.

Deprecated. Superseded by `POST /waves/v1/tts/live`. The events have the same shapes.
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
    from ...models.lightning_request import LightningRequest
    from ...models.retired_model_error import RetiredModelError
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError


def _get_kwargs(*, body: LightningRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post", "/waves/v1/lightning-v3.1/stream", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> str:
    return response.text


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> str | ValidationError | WavesError | RetiredModelError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403, 429, 500):
        return model(lambda: models.WavesError)(response.json())
    if response.status_code == 410:
        return model(lambda: models.RetiredModelError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[str | ValidationError | WavesError | RetiredModelError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: LightningRequest | Mapping[str, Any]
) -> Response[str | ValidationError | WavesError | RetiredModelError]:
    """Stream speech as server-sent events on the older Lightning 3.1 route."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: LightningRequest | Mapping[str, Any]
) -> Response[str | ValidationError | WavesError | RetiredModelError]:
    """Stream speech as server-sent events on the older Lightning 3.1 route."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: LightningRequest | Mapping[str, Any]
) -> str | ValidationError | WavesError | RetiredModelError | None:
    """Stream speech as server-sent events on the older Lightning 3.1 route."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: LightningRequest | Mapping[str, Any]
) -> str | ValidationError | WavesError | RetiredModelError | None:
    """Stream speech as server-sent events on the older Lightning 3.1 route."""
    return (await asyncio_detailed(client=client, body=body)).parsed
