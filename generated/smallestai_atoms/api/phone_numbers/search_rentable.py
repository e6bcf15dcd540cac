"""Find numbers to rent.

Returns numbers of a country that can be rented at present.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.number_provider import NumberProvider
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.rentable_numbers_response import RentableNumbersResponse


def _get_kwargs(
    *, country_code: str, provider: NumberProvider, area_code: str | Unset = UNSET
) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/product/get-available-numbers",
        params={"countryCode": country_code, "provider": provider, "areaCode": area_code},
    )


def _parse(response: httpx.Response) -> RentableNumbersResponse:
    return model(lambda: models.RentableNumbersResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RentableNumbersResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[RentableNumbersResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    country_code: str,
    provider: NumberProvider,
    area_code: str | Unset = UNSET,
) -> Response[RentableNumbersResponse | ErrorResponse | RateLimitResponse]:
    """Find numbers to rent."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(country_code=country_code, provider=provider, area_code=area_code)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    country_code: str,
    provider: NumberProvider,
    area_code: str | Unset = UNSET,
) -> Response[RentableNumbersResponse | ErrorResponse | RateLimitResponse]:
    """Find numbers to rent."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(country_code=country_code, provider=provider, area_code=area_code)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    country_code: str,
    provider: NumberProvider,
    area_code: str | Unset = UNSET,
) -> RentableNumbersResponse | ErrorResponse | RateLimitResponse | None:
    """Find numbers to rent."""
    return sync_detailed(
        client=client, country_code=country_code, provider=provider, area_code=area_code
    ).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    country_code: str,
    provider: NumberProvider,
    area_code: str | Unset = UNSET,
) -> RentableNumbersResponse | ErrorResponse | RateLimitResponse | None:
    """Find numbers to rent."""
    return (
        await asyncio_detailed(
            client=client, country_code=country_code, provider=provider, area_code=area_code
        )
    ).parsed
