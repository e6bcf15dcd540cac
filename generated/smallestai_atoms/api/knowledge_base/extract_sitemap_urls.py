"""List the pages of a website.

Returns the addresses that the site's map names, to choose from for scrape_urls. A 422 when nothing
can be read there.
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
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.sitemap_request import SitemapRequest
    from ...models.sitemap_response import SitemapResponse


def _get_kwargs(*, body: SitemapRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post",
        "/atoms/v1/knowledgebase/get-sitemap-urls",
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> SitemapResponse:
    return model(lambda: models.SitemapResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> SitemapResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 422, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[SitemapResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: SitemapRequest | Mapping[str, Any]
) -> Response[SitemapResponse | ErrorResponse | RateLimitResponse]:
    """List the pages of a website."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SitemapRequest | Mapping[str, Any]
) -> Response[SitemapResponse | ErrorResponse | RateLimitResponse]:
    """List the pages of a website."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: SitemapRequest | Mapping[str, Any]
) -> SitemapResponse | ErrorResponse | RateLimitResponse | None:
    """List the pages of a website."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: SitemapRequest | Mapping[str, Any]
) -> SitemapResponse | ErrorResponse | RateLimitResponse | None:
    """List the pages of a website."""
    return (await asyncio_detailed(client=client, body=body)).parsed
