"""Replace the entries of a pronunciation dictionary.

The given list becomes the whole content; entries left out are gone.
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
    from ...models.pronunciation_dict import PronunciationDict
    from ...models.update_pronunciation_dict_request import UpdatePronunciationDictRequest
    from ...models.validation_error import ValidationError


def _get_kwargs(*, body: UpdatePronunciationDictRequest | Mapping[str, Any]) -> dict[str, Any]:
    return _request(
        "put", "/waves/v1/pronunciation-dicts", kind="json", body=body, content_type=None
    )


def _parse(response: httpx.Response) -> PronunciationDict:
    return model(lambda: models.PronunciationDict)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> PronunciationDict | ValidationError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code in (400, 401, 403, 500):
        return model(lambda: models.ValidationError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[PronunciationDict | ValidationError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *, client: AuthenticatedClient, body: UpdatePronunciationDictRequest | Mapping[str, Any]
) -> Response[PronunciationDict | ValidationError]:
    """Replace the entries of a pronunciation dictionary."""
    return _build_response(
        client=client, response=client.get_httpx_client().request(**_get_kwargs(body=body))
    )


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: UpdatePronunciationDictRequest | Mapping[str, Any]
) -> Response[PronunciationDict | ValidationError]:
    """Replace the entries of a pronunciation dictionary."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(**_get_kwargs(body=body)),
    )


def sync(
    *, client: AuthenticatedClient, body: UpdatePronunciationDictRequest | Mapping[str, Any]
) -> PronunciationDict | ValidationError | None:
    """Replace the entries of a pronunciation dictionary."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio(
    *, client: AuthenticatedClient, body: UpdatePronunciationDictRequest | Mapping[str, Any]
) -> PronunciationDict | ValidationError | None:
    """Replace the entries of a pronunciation dictionary."""
    return (await asyncio_detailed(client=client, body=body)).parsed
