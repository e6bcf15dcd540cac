"""Get a token for the agent socket.

Returns a token that opens one session on the agent socket, wss .../agent/connect, within 30
seconds. It fixes the agent, the mode, the variables and the format of the agent's audio. A 400
names an audio format the agent cannot use, or says that no credits are left.
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
    from ...models.register_call_request import RegisterCallRequest
    from ...models.registered_call_response import RegisteredCallResponse


def _get_kwargs(*, body: RegisterCallRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "post", "/atoms/v1/conversation/register-call", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> RegisteredCallResponse:
    return model(lambda: models.RegisteredCallResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> RegisteredCallResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[RegisteredCallResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: RegisterCallRequest | Mapping[str, Any]
) -> Response[RegisteredCallResponse | ErrorResponse | RateLimitResponse]:
    """Get a token for the agent socket."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: RegisterCallRequest | Mapping[str, Any]
) -> Response[RegisteredCallResponse | ErrorResponse | RateLimitResponse]:
    """Get a token for the agent socket."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: RegisterCallRequest | Mapping[str, Any]
) -> RegisteredCallResponse | ErrorResponse | RateLimitResponse | None:
    """Get a token for the agent socket."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: RegisterCallRequest | Mapping[str, Any]
) -> RegisteredCallResponse | ErrorResponse | RateLimitResponse | None:
    """Get a token for the agent socket."""
    return (await asyncio_detailed(client=client, body=body)).parsed
