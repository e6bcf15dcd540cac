"""Apply for numbers.

Sends the particulars and documents that a country asks for. They are examined afterwards; refresh
tells whether the application was accepted or rejected.
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
    from ...models.compliance_application_response import ComplianceApplicationResponse
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.submit_application_request import SubmitApplicationRequest


def _get_kwargs(*, body: SubmitApplicationRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post", "/atoms/v1/compliance/applications", kind="files", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> ComplianceApplicationResponse:
    return model(lambda: models.ComplianceApplicationResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 409, 500, 502):
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
    *, client: AuthenticatedClient, body: SubmitApplicationRequest | Mapping[str, Any]
) -> Response[ComplianceApplicationResponse | ErrorResponse | RateLimitResponse]:
    """Apply for numbers."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SubmitApplicationRequest | Mapping[str, Any]
) -> Response[ComplianceApplicationResponse | ErrorResponse | RateLimitResponse]:
    """Apply for numbers."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: SubmitApplicationRequest | Mapping[str, Any]
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    """Apply for numbers."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: SubmitApplicationRequest | Mapping[str, Any]
) -> ComplianceApplicationResponse | ErrorResponse | RateLimitResponse | None:
    """Apply for numbers."""
    return (await asyncio_detailed(client=client, body=body)).parsed
