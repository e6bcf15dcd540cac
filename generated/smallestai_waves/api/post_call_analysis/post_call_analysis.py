"""Summarise a call and answer questions about it.

Without metrics only the summary is made.
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
    from ...models.call_analysis import CallAnalysis
    from ...models.call_analysis_request import CallAnalysisRequest
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError


def _get_kwargs(*, body: CallAnalysisRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/waves/v1/pca", kind="json", body=body, content_type=None)


def _parse(response: httpx.Response) -> CallAnalysis:
    return model(lambda: models.CallAnalysis)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CallAnalysis | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403, 429):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CallAnalysis | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: CallAnalysisRequest | Mapping[str, Any]
) -> Response[CallAnalysis | ValidationError | WavesError]:
    """Summarise a call and answer questions about it."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CallAnalysisRequest | Mapping[str, Any]
) -> Response[CallAnalysis | ValidationError | WavesError]:
    """Summarise a call and answer questions about it."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: CallAnalysisRequest | Mapping[str, Any]
) -> CallAnalysis | ValidationError | WavesError | None:
    """Summarise a call and answer questions about it."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: CallAnalysisRequest | Mapping[str, Any]
) -> CallAnalysis | ValidationError | WavesError | None:
    """Summarise a call and answer questions about it."""
    return (await asyncio_detailed(client=client, body=body)).parsed
