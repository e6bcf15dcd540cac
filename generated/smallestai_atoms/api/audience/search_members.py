"""Search an audience's members.

Finds people by a text in any column (query), or by the values of certain columns: each further
query parameter is the name of a column with the text to look for in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.member_search_response import MemberSearchResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.string_map import StringMap


def _get_kwargs(
    id: str,
    *,
    query: str | Unset = UNSET,
    wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        _path("/atoms/v1/audience/{id}/members/search", id=id),
        params={"query": query, "*": wildcard},
    )


def _parse(response: httpx.Response) -> MemberSearchResponse:
    return model(lambda: models.MemberSearchResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> MemberSearchResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[MemberSearchResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    query: str | Unset = UNSET,
    wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
) -> Response[MemberSearchResponse | ErrorResponse | RateLimitResponse]:
    """Search an audience's members."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, query=query, wildcard=wildcard)
        ),
    )


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    query: str | Unset = UNSET,
    wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
) -> Response[MemberSearchResponse | ErrorResponse | RateLimitResponse]:
    """Search an audience's members."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, query=query, wildcard=wildcard)
        ),
    )


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    query: str | Unset = UNSET,
    wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
) -> MemberSearchResponse | ErrorResponse | RateLimitResponse | None:
    """Search an audience's members."""
    return sync_detailed(id=id, client=client, query=query, wildcard=wildcard).parsed


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    query: str | Unset = UNSET,
    wildcard: str | StringMap | Mapping[str, Any] | Unset = UNSET,
) -> MemberSearchResponse | ErrorResponse | RateLimitResponse | None:
    """Search an audience's members."""
    return (await asyncio_detailed(id=id, client=client, query=query, wildcard=wildcard)).parsed
