"""List the pronunciation dictionaries.

Returns every dictionary with its entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import Response, list_of, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.pronunciation_dict import PronunciationDict
    from ...models.validation_error import ValidationError


def _get_kwargs() -> dict[str, Any]:
    return _request("get", "/waves/v1/pronunciation-dicts")


def _parse(response: httpx.Response) -> list[PronunciationDict]:
    return list_of(model(lambda: models.PronunciationDict))(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> list[PronunciationDict] | ValidationError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (401, 403, 500):
        return model(lambda: models.ValidationError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[list[PronunciationDict] | ValidationError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient
) -> Response[list[PronunciationDict] | ValidationError]:
    """List the pronunciation dictionaries."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs())
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient
) -> Response[list[PronunciationDict] | ValidationError]:
    """List the pronunciation dictionaries."""
    return _build_response(
        client=client, response=await client.get_async_httpx_client().request(**_get_kwargs())
    )


def sync(*, client: AuthenticatedClient) -> list[PronunciationDict] | ValidationError | None:
    """List the pronunciation dictionaries."""
    return sync_detailed(client=client).parsed


async def asyncio(
    *, client: AuthenticatedClient
) -> list[PronunciationDict] | ValidationError | None:
    """List the pronunciation dictionaries."""
    return (await asyncio_detailed(client=client)).parsed
