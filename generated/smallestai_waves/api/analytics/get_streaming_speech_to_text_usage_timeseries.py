"""Count speech-to-text requests over time.

One count for each hour or day of the period.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ... import models
from ...errors import UnexpectedStatus
from ...types import UNSET, Response, Unset, model
from ...types import request as _request

if TYPE_CHECKING:
    import httpx

    from ...client import AuthenticatedClient, Client
    from ...models.count_timeseries import CountTimeseries
    from ...models.granularity import Granularity
    from ...models.validation_error import ValidationError
    from ...models.waves_error import WavesError


def _get_kwargs(
    *,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
) -> dict[str, Any]:
    return _request(
        "get",
        "/waves/v1/analytics/asr/usage/timeseries",
        params={"from": from_, "to": to, "granularity": granularity},
    )


def _parse(response: httpx.Response) -> CountTimeseries:
    return model(lambda: models.CountTimeseries)(response.json())


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CountTimeseries | ValidationError | WavesError | None:
    if response.is_success:
        return _parse(response)
    if response.status_code == 400:
        return model(lambda: models.ValidationError)(response.json())
    if response.status_code in (401, 403, 500):
        return model(lambda: models.WavesError)(response.json())
    if client.raise_on_unexpected_status:
        raise UnexpectedStatus(response.status_code, response.content)
    return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CountTimeseries | ValidationError | WavesError]:
    return Response(
        status_code=response.status_code,
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
) -> Response[CountTimeseries | ValidationError | WavesError]:
    """Count speech-to-text requests over time."""
    return _build_response(
        client=client,
        response=client.get_httpx_client().request(
            **_get_kwargs(from_=from_, to=to, granularity=granularity)
        ),
    )


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
) -> Response[CountTimeseries | ValidationError | WavesError]:
    """Count speech-to-text requests over time."""
    return _build_response(
        client=client,
        response=await client.get_async_httpx_client().request(
            **_get_kwargs(from_=from_, to=to, granularity=granularity)
        ),
    )


def sync(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
) -> CountTimeseries | ValidationError | WavesError | None:
    """Count speech-to-text requests over time."""
    return sync_detailed(client=client, from_=from_, to=to, granularity=granularity).parsed


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: datetime.datetime | Unset = UNSET,
    to: datetime.datetime | Unset = UNSET,
    granularity: Granularity | Unset = UNSET,
) -> CountTimeseries | ValidationError | WavesError | None:
    """Count speech-to-text requests over time."""
    return (
        await asyncio_detailed(client=client, from_=from_, to=to, granularity=granularity)
    ).parsed
