"""Try a version in a call.

Deprecated. Places a call, or opens a room for one, with the version's settings. Branches have test
calls of their own.
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
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.retired_route_response import RetiredRouteResponse
    from ...models.test_call_request import TestCallRequest
    from ...models.test_call_response import TestCallResponse


def _get_kwargs(
    id: str, version_id: str, *, body: TestCallRequest | Mapping[str, Any] | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "post",
        _path("/atoms/v1/agent/{id}/versions/{version_id}/test-call", id=id, version_id=version_id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> TestCallResponse:
    return model(lambda: models.TestCallResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 409:
        return model(lambda: models.RetiredRouteResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    version_id: str,
    *,
    client: AuthenticatedClient,
    body: TestCallRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Try a version in a call."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(id=id, version_id=version_id, body=body)
        ),
    )


async def asyncio_detailed(
    id: str,
    version_id: str,
    *,
    client: AuthenticatedClient,
    body: TestCallRequest | Mapping[str, Any] | Unset = UNSET,
) -> Response[TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse]:
    """Try a version in a call."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(id=id, version_id=version_id, body=body)
        ),
    )


def sync(
    id: str,
    version_id: str,
    *,
    client: AuthenticatedClient,
    body: TestCallRequest | Mapping[str, Any] | Unset = UNSET,
) -> TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Try a version in a call."""
    return sync_detailed(id=id, version_id=version_id, client=client, body=body).parsed


async def asyncio(
    id: str,
    version_id: str,
    *,
    client: AuthenticatedClient,
    body: TestCallRequest | Mapping[str, Any] | Unset = UNSET,
) -> TestCallResponse | ErrorResponse | RetiredRouteResponse | RateLimitResponse | None:
    """Try a version in a call."""
    return (await asyncio_detailed(id=id, version_id=version_id, client=client, body=body)).parsed
