"""Replace an agent's subscriptions.

Has the events given sent to one webhook; all earlier subscriptions of the agent end.
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
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.replace_subscriptions_request import ReplaceSubscriptionsRequest
    from ...models.text_response import TextResponse


def _get_kwargs(
    agent_id: str, *, body: ReplaceSubscriptionsRequest | Mapping[str, Any]
) -> dict[str, Any]:
    return _request(
        "post",
        _path("/atoms/v1/agent/{agent_id}/webhook-subscriptions", agent_id=agent_id),
        kind="json",
        body=body,
        content_type=None,
    )


def _parse(response: httpx.Response) -> TextResponse:
    return model(lambda: models.TextResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    body: ReplaceSubscriptionsRequest | Mapping[str, Any],
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Replace an agent's subscriptions."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(**_get_kwargs(agent_id=agent_id, body=body)),
    )


async def asyncio_detailed(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    body: ReplaceSubscriptionsRequest | Mapping[str, Any],
) -> Response[TextResponse | ErrorResponse | RateLimitResponse]:
    """Replace an agent's subscriptions."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(agent_id=agent_id, body=body)
        ),
    )


def sync(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    body: ReplaceSubscriptionsRequest | Mapping[str, Any],
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Replace an agent's subscriptions."""
    return sync_detailed(agent_id=agent_id, client=client, body=body).parsed


async def asyncio(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    body: ReplaceSubscriptionsRequest | Mapping[str, Any],
) -> TextResponse | ErrorResponse | RateLimitResponse | None:
    """Replace an agent's subscriptions."""
    return (await asyncio_detailed(agent_id=agent_id, client=client, body=body)).parsed
