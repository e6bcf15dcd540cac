"""Rename the organisation.

Gives the organisation another name.
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
    from ...models.account_refusal import AccountRefusal
    from ...models.error_response import ErrorResponse
    from ...models.organization_name_response import OrganizationNameResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.rename_organization_request import RenameOrganizationRequest


def _get_kwargs(*, body: RenameOrganizationRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "put", "/atoms/v1/account/update-org-name", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> OrganizationNameResponse:
    return model(lambda: models.OrganizationNameResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.AccountRefusal)(response.json())
    if response.status_code in (401, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: RenameOrganizationRequest | Mapping[str, Any]
) -> Response[OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse]:
    """Rename the organisation."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: RenameOrganizationRequest | Mapping[str, Any]
) -> Response[OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse]:
    """Rename the organisation."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: RenameOrganizationRequest | Mapping[str, Any]
) -> OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse | None:
    """Rename the organisation."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: RenameOrganizationRequest | Mapping[str, Any]
) -> OrganizationNameResponse | AccountRefusal | ErrorResponse | RateLimitResponse | None:
    """Rename the organisation."""
    return (await asyncio_detailed(client=client, body=body)).parsed
