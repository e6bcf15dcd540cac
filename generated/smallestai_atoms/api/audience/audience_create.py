"""Create an audience from a CSV file.

Reads people to call from a CSV file, one for each row; the first row names the columns.
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
    from ...models.create_audience_request import CreateAudienceRequest
    from ...models.created_audience_response import CreatedAudienceResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(*, body: CreateAudienceRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request("post", "/atoms/v1/audience", kind="files", body=body, content_type=None)


def _parse(response: httpx.Response) -> CreatedAudienceResponse:
    return model(lambda: models.CreatedAudienceResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreatedAudienceResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CreatedAudienceResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateAudienceRequest | Mapping[str, Any]
) -> Response[CreatedAudienceResponse | ErrorResponse | RateLimitResponse]:
    """Create an audience from a CSV file."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateAudienceRequest | Mapping[str, Any]
) -> Response[CreatedAudienceResponse | ErrorResponse | RateLimitResponse]:
    """Create an audience from a CSV file."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: CreateAudienceRequest | Mapping[str, Any]
) -> CreatedAudienceResponse | ErrorResponse | RateLimitResponse | None:
    """Create an audience from a CSV file."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: CreateAudienceRequest | Mapping[str, Any]
) -> CreatedAudienceResponse | ErrorResponse | RateLimitResponse | None:
    """Create an audience from a CSV file."""
    return (await asyncio_detailed(client=client, body=body)).parsed
