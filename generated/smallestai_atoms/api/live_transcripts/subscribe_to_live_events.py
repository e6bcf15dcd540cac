"""Follow a call.

Sends what happens in a running call, as it happens, until the call ends; the last event is
sse_close. Each event is one data line that holds a JSON object; there are no event names and no
ids, so nothing missed can be asked for again. A call that has ended is refused with a 400.
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
    from ...models.rate_limit_response import RateLimitResponse


def _get_kwargs(*, call_id: str, x_organization_id: str | Unset = UNSET) -> dict[str, Any]:
    return _request(
        "get",
        "/atoms/v1/events",
        params={"callId": call_id},
        headers={"X-Organization-Id": x_organization_id},
    )


def _parse(response: httpx.Response) -> str:
    return response.text


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> str | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 404, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[str | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, call_id: str, x_organization_id: str | Unset = UNSET
) -> Response[str | ErrorResponse | RateLimitResponse]:
    """Follow a call."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(call_id=call_id, x_organization_id=x_organization_id)
        ),
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, call_id: str, x_organization_id: str | Unset = UNSET
) -> Response[str | ErrorResponse | RateLimitResponse]:
    """Follow a call."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(call_id=call_id, x_organization_id=x_organization_id)
        ),
    )


def sync(
    *, client: AuthenticatedClient, call_id: str, x_organization_id: str | Unset = UNSET
) -> str | ErrorResponse | RateLimitResponse | None:
    """Follow a call."""
    return sync_detailed(client=client, call_id=call_id, x_organization_id=x_organization_id).parsed


async def asyncio(
    *, client: AuthenticatedClient, call_id: str, x_organization_id: str | Unset = UNSET
) -> str | ErrorResponse | RateLimitResponse | None:
    """Follow a call."""
    return (
        await asyncio_detailed(client=client, call_id=call_id, x_organization_id=x_organization_id)
    ).parsed
