"""Delete a file or text.

Removes a file or a text from a knowledge base.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, model
from ...types import path as _path
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.error_response import ErrorResponse
    from ...models.rate_limit_response import RateLimitResponse
    from ...models.status_response import StatusResponse


def _get_kwargs(knowledge_base_id: str, knowledge_base_item_id: str) -> dict[str, Any]:
    return _request(
        "delete",
        _path(
            "/atoms/v1/knowledgebase/{knowledge_base_id}/items/{knowledge_base_item_id}",
            knowledge_base_id=knowledge_base_id,
            knowledge_base_item_id=knowledge_base_item_id,
        ),
    )


def _parse(response: httpx.Response) -> StatusResponse:
    return model(lambda: models.StatusResponse)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> StatusResponse | ErrorResponse | RateLimitResponse | None:
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
) -> Response[StatusResponse | ErrorResponse | RateLimitResponse]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    knowledge_base_id: str, knowledge_base_item_id: str, *, client: AuthenticatedClient
) -> Response[StatusResponse | ErrorResponse | RateLimitResponse]:
    """Delete a file or text."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(
                knowledge_base_id=knowledge_base_id, knowledge_base_item_id=knowledge_base_item_id
            )
        ),
    )


async def asyncio_detailed(
    knowledge_base_id: str, knowledge_base_item_id: str, *, client: AuthenticatedClient
) -> Response[StatusResponse | ErrorResponse | RateLimitResponse]:
    """Delete a file or text."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(
                knowledge_base_id=knowledge_base_id, knowledge_base_item_id=knowledge_base_item_id
            )
        ),
    )


def sync(
    knowledge_base_id: str, knowledge_base_item_id: str, *, client: AuthenticatedClient
) -> StatusResponse | ErrorResponse | RateLimitResponse | None:
    """Delete a file or text."""
    return sync_detailed(
        knowledge_base_id=knowledge_base_id,
        knowledge_base_item_id=knowledge_base_item_id,
        client=client,
    ).parsed


async def asyncio(
    knowledge_base_id: str, knowledge_base_item_id: str, *, client: AuthenticatedClient
) -> StatusResponse | ErrorResponse | RateLimitResponse | None:
    """Delete a file or text."""
    return (
        await asyncio_detailed(
            knowledge_base_id=knowledge_base_id,
            knowledge_base_item_id=knowledge_base_item_id,
            client=client,
        )
    ).parsed
