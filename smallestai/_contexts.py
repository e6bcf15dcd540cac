"""The ``with`` statement and the iteration of what holds a connection, blocking and async."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from types import TracebackType

T = TypeVar("T")


class Context:
    """Begins in a ``with`` statement and is closed at its end."""

    def _start(self) -> None:
        """Begin; what has begun begins no second time."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of everything. Does nothing the second time."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Iterated(Context, Generic[T]):
    """A context that is iterated, once."""

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        raise NotImplementedError


class AsyncContext:
    """Begins in an ``async with`` statement and is closed at its end."""

    async def _start(self) -> None:
        """Begin; what has begun begins no second time."""
        raise NotImplementedError

    async def close(self) -> None:
        """Let go of everything. Does nothing the second time."""
        raise NotImplementedError

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


class AsyncIterated(AsyncContext, Generic[T]):
    """A context that is iterated on an event loop, once."""

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        raise NotImplementedError
