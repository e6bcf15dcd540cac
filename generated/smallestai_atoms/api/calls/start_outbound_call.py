"""Start an outbound call.

Has an agent call a phone number and returns at once with the call's id; the call waits in a queue
when all lines are busy. Not safe to repeat after a timeout: the number may be dialled twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.start_outbound_call_request import StartOutboundCallRequest
    from ...models.start_outbound_call_x_test_call import StartOutboundCallXTestCall
    from ...models.started_call_response import StartedCallResponse


def _get_kwargs(
    *,
    body: StartOutboundCallRequest | Mapping[str, Any],
    x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "post",
        "/atoms/v1/conversation/outbound",
        headers={"x-test-call": x_test_call},
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> StartedCallResponse:
    return model(lambda: models.StartedCallResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> StartedCallResponse | ErrorResponse | RateLimitResponse | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 500):
        return model(lambda: models.ErrorResponse)(response.json())
    if response.status_code == 429:
        return model(lambda: models.RateLimitResponse)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[StartedCallResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: StartOutboundCallRequest | Mapping[str, Any],
    x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
) -> Response[StartedCallResponse | ErrorResponse | RateLimitResponse]:
    """Start an outbound call."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(body=body, x_test_call=x_test_call)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: StartOutboundCallRequest | Mapping[str, Any],
    x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
) -> Response[StartedCallResponse | ErrorResponse | RateLimitResponse]:
    """Start an outbound call."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(body=body, x_test_call=x_test_call)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    body: StartOutboundCallRequest | Mapping[str, Any],
    x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
) -> StartedCallResponse | ErrorResponse | RateLimitResponse | None:
    """Start an outbound call."""
    return sync_detailed(client=client, body=body, x_test_call=x_test_call).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: StartOutboundCallRequest | Mapping[str, Any],
    x_test_call: StartOutboundCallXTestCall | Unset = UNSET,
) -> StartedCallResponse | ErrorResponse | RateLimitResponse | None:
    """Start an outbound call."""
    return (await asyncio_detailed(client=client, body=body, x_test_call=x_test_call)).parsed
