"""Delete a pronunciation dictionary.

The id travels in a JSON body, not in the path.
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
    from ...models.delete_pronunciation_dict_request import DeletePronunciationDictRequest
    from ...models.pronunciation_dict_deletion import PronunciationDictDeletion
    from ...models.validation_error import ValidationError


def _get_kwargs(*, body: DeletePronunciationDictRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "delete", "/waves/v1/pronunciation-dicts", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> PronunciationDictDeletion:
    return model(lambda: models.PronunciationDictDeletion)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PronunciationDictDeletion | ValidationError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 500):
        return model(lambda: models.ValidationError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PronunciationDictDeletion | ValidationError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: DeletePronunciationDictRequest | Mapping[str, Any]
) -> Response[PronunciationDictDeletion | ValidationError]:
    """Delete a pronunciation dictionary."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: DeletePronunciationDictRequest | Mapping[str, Any]
) -> Response[PronunciationDictDeletion | ValidationError]:
    """Delete a pronunciation dictionary."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: DeletePronunciationDictRequest | Mapping[str, Any]
) -> PronunciationDictDeletion | ValidationError | None:
    """Delete a pronunciation dictionary."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: DeletePronunciationDictRequest | Mapping[str, Any]
) -> PronunciationDictDeletion | ValidationError | None:
    """Delete a pronunciation dictionary."""
    return (await asyncio_detailed(client=client, body=body)).parsed
