"""Report whether the service and its stores are up.

Needs no API key.
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
    from ...models.health_report import HealthReport


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/waves/v1/health")


def _parse(response: httpx.Response) -> HealthReport:
    return model(lambda: models.HealthReport)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> HealthReport | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 503:
        return model(lambda: models.HealthReport)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[HealthReport]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[HealthReport]:
    """Report whether the service and its stores are up."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[HealthReport]:
    """Report whether the service and its stores are up."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(*, client: AuthenticatedClient | Client) -> HealthReport | None:
    """Report whether the service and its stores are up."""
    return sync_detailed(client=client).parsed


async def asyncio(*, client: AuthenticatedClient | Client) -> HealthReport | None:
    """Report whether the service and its stores are up."""
    return (await asyncio_detailed(client=client)).parsed
