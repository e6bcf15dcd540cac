"""Bodies that are read as they come."""

from __future__ import annotations

from contextlib import suppress
from socket import SHUT_RDWR
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import httpx

    from smallestai._pools import AsyncPool, Pool


class ByteStream:
    """The body of a success, piece by piece as it comes; it can be read once.

    Attributes:
        status: The HTTP status.
        headers: The headers, names in lower case.
    """

    def __init__(self, response: httpx.Response, pool: Pool) -> None:
        self.status = response.status_code
        self.headers: dict[str, str] = dict(response.headers)
        self._response = response
        self._pool = pool

    def __iter__(self) -> Iterator[bytes]:
        with self._pool.faults(self._response.request):
            yield from self._response.iter_bytes()

    def read(self) -> bytes:
        """Return the whole body."""
        with self._pool.faults(self._response.request):
            return self._response.read()

    def abort(self) -> None:
        """Wake a thread that waits for the next piece: it sees the connection break off."""
        network = self._response.extensions.get("network_stream")
        if network is not None and not self._response.is_closed:
            with suppress(OSError):
                network.get_extra_info("socket").shutdown(SHUT_RDWR)


class AsyncByteStream:
    """The same as `ByteStream`, to be awaited and iterated with ``async for``."""

    def __init__(self, response: httpx.Response, pool: AsyncPool) -> None:
        self.status = response.status_code
        self.headers: dict[str, str] = dict(response.headers)
        self._response = response
        self._pool = pool

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._pool.faults(self._response.request):
            async for piece in self._response.aiter_bytes():
                yield piece

    async def read(self) -> bytes:
        """Return the whole body."""
        with self._pool.faults(self._response.request):
            return await self._response.aread()
