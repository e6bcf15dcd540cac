"""The clients: one key, one pool of connections, two namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from smallestai._base_client import BaseClient, with_sandbox
from smallestai._config import Config

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    import httpx

    from smallestai._config import Timeout
    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms import AsyncAtoms, Atoms
    from smallestai.waves import AsyncWaves, Waves


class SmallestAI(BaseClient):
    """The blocking client. Threads may share one.

        with SmallestAI() as client:
            audio = client.waves.tts.synthesize("Hello.", voice_id="meher")
            agent = client.atoms.agents.create_agent(name="Receptionist")

    Args:
        api_key: The key; without it, the variable ``SMALLEST_API_KEY`` counts.
        base_url: Another address, http or https; without it, ``SMALLEST_BASE_URL`` counts. A path
            is kept as a prefix. WebSockets follow: ws for http, wss for https.
        region: ``"us"`` or ``"india"`` instead of ``base_url``.
        timeout: Seconds, or a `Timeout`; without it, its defaults.
        max_retries: How often a request is sent again where that is safe, 0 to 20.
        headers: Sent with every request, besides the client's own.
        http_client: Connections of your own, for proxies or certificates; it is not closed.

    Raises:
        ConfigurationError: There is no key, or the key or address cannot be used.
        ArgumentError: Another argument cannot be used.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        region: str | None = None,
        timeout: Timeout | float | None = None,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.Client | None = None,
    ) -> None:
        config = Config.resolve(
            api_key=api_key,
            base_url=base_url,
            region=region,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
        )
        super().__init__(config, http_client)

    @classmethod
    def sandbox(cls, **options: Any) -> Self:
        """Return a client of a server of its own on this machine: no key, no network.

        Args:
            **options: Arguments of `smallestai.sandbox.Sandbox`.

        Raises:
            ConfigurationError: The packages of the extra ``sandbox`` are missing.
        """
        return with_sandbox(cls, options)

    @property
    def waves(self) -> Waves:
        """Speech: text to speech, voices."""
        from smallestai.waves import Waves

        return self._namespace(Waves)

    @property
    def atoms(self) -> Atoms:
        """Voice agents: one namespace per tag of the service, one method per operation."""
        from smallestai.atoms import Atoms

        return self._namespace(Atoms)

    def with_options(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other settings over the same connections.

            client.with_options(timeout=5, max_retries=0).waves.voices.list()

        What is not given stays; headers are added. Closing the new one leaves this one open.
        """
        return self._varied(
            {
                "api_key": api_key,
                "base_url": base_url,
                "timeout": timeout,
                "max_retries": max_retries,
                "headers": headers,
            }
        )

    def close(self) -> None:
        """Close the connections, from any thread; a second call does nothing."""
        transport, sandbox = self._taken()
        try:
            if transport is not None:
                transport.close()
        finally:
            if sandbox is not None:
                sandbox.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _make_transport(self) -> Transport:
        from smallestai._http import Transport

        return Transport(self._config, self._http_client)


class AsyncSmallestAI(BaseClient):
    """The asynchronous client: the names and arguments of `SmallestAI`, with ``await``.

        async with AsyncSmallestAI() as client:
            audio = await client.waves.tts.synthesize("Hello.", voice_id="meher")

    Tasks of one event loop may share one. ``http_client`` is an `httpx.AsyncClient`.
    """

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        region: str | None = None,
        timeout: Timeout | float | None = None,
        max_retries: int = 2,
        headers: Mapping[str, str] | None = None,
        http_client: httpx.AsyncClient | None = None,
    ) -> None:
        config = Config.resolve(
            api_key=api_key,
            base_url=base_url,
            region=region,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
        )
        super().__init__(config, http_client)

    @classmethod
    def sandbox(cls, **options: Any) -> Self:
        """Return a client of a server of its own on this machine; see `SmallestAI.sandbox`."""
        return with_sandbox(cls, options)

    @property
    def waves(self) -> AsyncWaves:
        """Speech: text to speech, voices."""
        from smallestai.waves import AsyncWaves

        return self._namespace(AsyncWaves)

    @property
    def atoms(self) -> AsyncAtoms:
        """Voice agents: one namespace per tag of the service, one method per operation."""
        from smallestai.atoms import AsyncAtoms

        return self._namespace(AsyncAtoms)

    def with_options(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: Timeout | float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Return a client with other settings; see `SmallestAI.with_options`."""
        return self._varied(
            {
                "api_key": api_key,
                "base_url": base_url,
                "timeout": timeout,
                "max_retries": max_retries,
                "headers": headers,
            }
        )

    async def close(self) -> None:
        """Close the connections; a second call does nothing."""
        import asyncio

        transport, sandbox = self._taken()
        try:
            if transport is not None:
                await transport.close()
        finally:
            if sandbox is not None:
                await asyncio.to_thread(sandbox.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _make_transport(self) -> AsyncTransport:
        from smallestai._http import AsyncTransport

        return AsyncTransport(self._config, self._http_client)
