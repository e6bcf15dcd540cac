"""What the generated namespaces send with: one request and its answer, or a list page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    import httpx
    from smallestai_atoms.api import Listing

    from smallestai._http import AsyncTransport, Transport
    from smallestai.atoms._pages import Pages


T = TypeVar("T")


class Sender:
    """Sends over a transport, blocking.

    Attributes:
        transport: Where the requests go.
    """

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def __call__(
        self, request: dict[str, Any], parse: Callable[[httpx.Response], T], options: Any, /
    ) -> T:
        """Send a request; see `Transport.send`."""
        return self.transport.send(request, parse, options)

    def pages(
        self,
        ask: Callable[[dict[str, Any]], Any],
        listing: Listing,
        limit: int | None,
        page_size: int | None,
        /,
    ) -> Iterator[Any]:
        """Check the numbers now, and give the entries of a list as they are asked for."""
        from smallestai.atoms._pages import Pages

        return _walk(ask, Pages(listing, limit, page_size))


class AsyncSender:
    """The same as `Sender`, to be awaited."""

    def __init__(self, transport: AsyncTransport) -> None:
        self.transport = transport

    async def __call__(
        self, request: dict[str, Any], parse: Callable[[httpx.Response], T], options: Any, /
    ) -> T:
        """Send a request; see `Transport.send`."""
        return await self.transport.send(request, parse, options)

    def pages(
        self,
        ask: Callable[[dict[str, Any]], Any],
        listing: Listing,
        limit: int | None,
        page_size: int | None,
        /,
    ) -> AsyncIterator[Any]:
        """Check the numbers now, and give the entries of a list as they are asked for."""
        from smallestai.atoms._pages import Pages

        return _async_walk(ask, Pages(listing, limit, page_size))


def _walk(ask: Callable[[dict[str, Any]], Any], pages: Pages) -> Iterator[Any]:
    while (wanted := pages.wanted()) is not None:
        yield from pages.receive(ask(wanted))


async def _async_walk(ask: Callable[[dict[str, Any]], Any], pages: Pages) -> AsyncIterator[Any]:
    while (wanted := pages.wanted()) is not None:
        for entry in pages.receive(await ask(wanted)):
            yield entry
