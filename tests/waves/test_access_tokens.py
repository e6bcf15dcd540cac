"""Short-lived tokens in place of the key."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from servers import answer, http_server

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.errors import ArgumentError, PermissionDeniedError
from smallestai.waves.tokens import AccessToken

KEY = "sk_test_0123456789"
VALUE = "wat_0123456789"


def create(url: str, **options: Any) -> AccessToken:
    """Mint a token in the blocking world."""
    with SmallestAI(KEY, base_url=url, max_retries=0) as client:
        return client.waves.tokens.create(**options)


def create_async(url: str, **options: Any) -> AccessToken:
    """Mint a token in the async world."""

    async def run() -> AccessToken:
        async with AsyncSmallestAI(KEY, base_url=url, max_retries=0) as client:
            return await client.waves.tokens.create(**options)

    return asyncio.run(run())


both = pytest.mark.parametrize("mint", [create, create_async], ids=["blocking", "async"])


def granted(**fields: Any) -> bytes:
    """Return the service's answer."""
    body = {"access_token": VALUE, "token_type": "Bearer", **fields}
    return answer(json.dumps(body).encode(), "application/json", status="201 Created")


@both
def test_a_token_says_when_it_ends_and_not_what_it_is(mint: Any) -> None:
    """The value is there to be passed on, and in nothing that is printed."""
    reply = granted(expires_in=60, expires_at="2026-11-21T12:00:00Z")
    with http_server(reply) as (url, requests):
        token = mint(url, ttl=60)
    assert token.value == VALUE
    assert token.expires_at == datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert VALUE not in f"{token} {token!r}"
    assert requests[0].startswith(b"POST /waves/v1/auth/token ")
    assert json.loads(requests[0].partition(b"\r\n\r\n")[2]) == {"ttl_seconds": 60}


@both
@pytest.mark.parametrize(("fields", "lives"), [({"expires_in": 45}, 45), ({}, 90)])
def test_without_an_end_it_is_reckoned(mint: Any, fields: dict[str, int], lives: int) -> None:
    """From what the service says, or else from what was asked for."""
    began = datetime.now(UTC)
    with http_server(granted(**fields)) as (url, _):
        token = mint(url, ttl=90)
    assert (
        timedelta(0) <= token.expires_at - began - timedelta(seconds=lives) < timedelta(seconds=9)
    )
    assert not token.is_expired
    assert AccessToken(VALUE, began).is_expired


@both
@pytest.mark.parametrize("ttl", [29, 901, 60.0, True, "60"])
def test_times_out_of_range_are_not_sent(mint: Any, ttl: Any) -> None:
    """The service takes whole seconds from 30 to 900."""
    with pytest.raises(ArgumentError, match="30 to 900"):
        mint("http://127.0.0.1:9", ttl=ttl)


@both
def test_a_token_cannot_mint_tokens(mint: Any) -> None:
    """The service refuses it, and says so."""
    refusal = answer(b'{"error":"a token"}', "application/json", status="403 Forbidden")
    with http_server(refusal) as (url, _):
        with pytest.raises(PermissionDeniedError):
            mint(url)
