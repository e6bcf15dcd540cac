"""Get how an application stands.

Returns the application for numbers of one kind in one country, how far it is, and which documents
it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.compliance_status_response import ComplianceStatusResponse
    from ...models.end_user_type import EndUserType
    from ...models.error_response import ErrorResponse
    from ...models.number_type import NumberType
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(
    *, country_iso: str, number_type: NumberType, user_type: EndUserType
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/compliance/status",
        params={"countryIso": country_iso, "numberType": number_type, "userType": user_type},
    )


def _parse(response: httpx.Response) -> ComplianceStatusResponse:
    return model(lambda: models.ComplianceStatusResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ComplianceStatusResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 500, 502):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ComplianceStatusResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country_iso: str,
    number_type: NumberType,
    user_type: EndUserType,
) -> Response[ComplianceStatusResponse | ErrorResponse | RateLimitResponse]:
    """Get how an application stands."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(country_iso=country_iso, number_type=number_type, user_type=user_type)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country_iso: str,
    number_type: NumberType,
    user_type: EndUserType,
) -> Response[ComplianceStatusResponse | ErrorResponse | RateLimitResponse]:
    """Get how an application stands."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(country_iso=country_iso, number_type=number_type, user_type=user_type)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    country_iso: str,
    number_type: NumberType,
    user_type: EndUserType,
) -> ComplianceStatusResponse | ErrorResponse | RateLimitResponse | None:
    """Get how an application stands."""
    return sync_detailed(
        client=client, country_iso=country_iso, number_type=number_type, user_type=user_type
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    country_iso: str,
    number_type: NumberType,
    user_type: EndUserType,
) -> ComplianceStatusResponse | ErrorResponse | RateLimitResponse | None:
    """Get how an application stands."""
    return (
        await asyncio_detailed(
            client=client, country_iso=country_iso, number_type=number_type, user_type=user_type
        )
    ).parsed
