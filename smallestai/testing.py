"""Fixtures for pytest, there as soon as the package is installed: a sandbox, and clients of it.

    def test_greeting(smallestai_client):
        audio = smallestai_client.waves.tts.synthesize("Hello.", voice_id="meher")
        assert audio.duration > 0.2

They need the extra: `pip install 'smallestai[sandbox]'`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai import AsyncSmallestAI, SmallestAI
    from smallestai.sandbox import Sandbox, Settings

_ANY_KEY = "any-key"


@pytest.fixture(scope="session")
def smallestai_sandbox_settings() -> Settings | None:
    """The settings of `smallestai_sandbox`; override it in a conftest.py to have others."""
    return None


@pytest.fixture(scope="session")
def smallestai_sandbox(smallestai_sandbox_settings: Settings | None) -> Iterator[Sandbox]:
    """A sandbox for all tests of the run; its address is `smallestai_sandbox.url`."""
    try:
        from smallestai.sandbox import Sandbox
    except ModuleNotFoundError as error:
        pytest.fail(f"{error.name} is missing: pip install 'smallestai[sandbox]'", pytrace=False)
    with Sandbox(settings=smallestai_sandbox_settings) as sandbox:
        yield sandbox


@pytest.fixture
def smallestai_client(smallestai_sandbox: Sandbox) -> Iterator[SmallestAI]:
    """A blocking client of the sandbox, closed after the test."""
    from smallestai import SmallestAI

    with SmallestAI(_key(smallestai_sandbox), base_url=smallestai_sandbox.url) as client:
        yield client


@pytest.fixture
def async_smallestai_client(smallestai_sandbox: Sandbox) -> AsyncSmallestAI:
    """An asynchronous client of the sandbox, for any event loop, or one after the other.

    It keeps no idle connections, so a test may leave it open: with pytest-asyncio, with anyio,
    or with `asyncio.run`.
    """
    from smallestai import AsyncSmallestAI
    from smallestai.sandbox.connections import unpooled

    return AsyncSmallestAI(
        _key(smallestai_sandbox), base_url=smallestai_sandbox.url, http_client=unpooled()
    )


def _key(sandbox: Sandbox) -> str:
    return sandbox.api_key or _ANY_KEY
