"""Apply again after a rejection.

Replaces the documents of a rejected application and sends it in again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.compliance_application_response import ComplianceApplicationResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.resubmit_application_request import ResubmitApplicationRequest


def _get_kwargs(id: str, *, body: ResubmitApplicationRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "patch",
        _path("/atoms/v1/compliance/applications/{id}", id=id),
        kind="files",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> ComplianceApplicationResponse:
    return model(lambda: models.ComplianceApplicationResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 404, 500, 502):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ComplianceApplicationResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: ResubmitApplicationRequest | Mapping[str, Any]
) -> Response[ComplianceApplicationResponse | ErrorResponse | RateLimitResponse]:
    """Apply again after a rejection."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(id=id, body=body))
    )


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: ResubmitApplicationRequest | Mapping[str, Any]
) -> Response[ComplianceApplicationResponse | ErrorResponse | RateLimitResponse]:
    """Apply again after a rejection."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(id=id, body=body)),
    )


def sync(
    id: str, *, client: AuthenticatedClient, body: ResubmitApplicationRequest | Mapping[str, Any]
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    """Apply again after a rejection."""
    return sync_detailed(id=id, client=client, body=body).parsed


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: ResubmitApplicationRequest | Mapping[str, Any]
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    """Apply again after a rejection."""
    return (await asyncio_detailed(id=id, client=client, body=body)).parsed
