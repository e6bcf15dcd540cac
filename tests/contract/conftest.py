"""A sandbox of its own, and clients of it whose every exchange is judged by the specifications."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.atoms_plan import LIMITS

from .contract import CONTRACTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Judged:
    """Clients of a sandbox; each exchange must keep the contract, or the call fails."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.seen: list[tuple[str, int]] = []
        """Operation and status of each exchange."""
        self.unnamed: set[str] = set()
        """Fields of replies that the specification does not name."""

    @contextmanager
    def client(self) -> Iterator[SmallestAI]:
        """Give a blocking client."""
        hooks = {"request": [_read], "response": [self.judge]}
        with httpx.Client(event_hooks=hooks, trust_env=False, verify=False) as http:
            with SmallestAI(
                "any-key", base_url=self.url, http_client=http, max_retries=0
            ) as client:
                yield client

    @asynccontextmanager
    async def async_client(self) -> AsyncIterator[AsyncSmallestAI]:
        """Give an asynchronous client for one event loop."""

        async def read(request: httpx.Request) -> None:
            await request.aread()

        async def judge(response: httpx.Response) -> None:
            if not _streams(response):
                await response.aread()
            self._judged(response)

        hooks = {"request": [read], "response": [judge]}
        async with httpx.AsyncClient(event_hooks=hooks, trust_env=False, verify=False) as http:
            async with AsyncSmallestAI(
                "any-key", base_url=self.url, http_client=http, max_retries=0
            ) as client:
                yield client

    def judge(self, response: httpx.Response) -> None:
        """Refuse an exchange that breaks a specification."""
        if not _streams(response):
            response.read()
        self._judged(response)

    def _judged(self, response: httpx.Response) -> None:
        service = "waves" if response.request.url.path.startswith("/waves/") else "atoms"
        name = CONTRACTS[service].check(response.request, response)
        self.seen.append((name, response.status_code))
        self.unnamed |= CONTRACTS[service].unnamed(name, response)


def _streams(response: httpx.Response) -> bool:
    return response.headers.get("content-type", "").startswith("text/event-stream")


def _read(request: httpx.Request) -> None:
    request.read()


@pytest.fixture(scope="package")
def contract_sandbox() -> Iterator[Sandbox]:
    """A sandbox whose things are ready at once and whose calls last until they are ended."""
    settings = Settings(
        processing_seconds=0.0,
        call_seconds=600.0,
        clone_limit=1000,
        plan_limits=dict.fromkeys(LIMITS, 100_000),
    )
    with Sandbox(settings=settings) as sandbox:
        yield sandbox


@pytest.fixture
def judged(contract_sandbox: Sandbox) -> Judged:
    """Clients of the sandbox that judge."""
    return Judged(contract_sandbox.url)


@pytest.fixture
def swift() -> Iterator[Judged]:
    """Clients of another sandbox: its calls end at once, its publications take long."""
    with Sandbox(settings=Settings(call_seconds=0.1, publish_seconds=600.0)) as sandbox:
        yield Judged(sandbox.url)
