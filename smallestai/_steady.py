"""Awaiting what must not be left half done: a cancellation waits for the next real wait.

A coroutine is suspended for two reasons: it waits for something, or it only lets others go first.
httpcore does the latter in the midst of its own bookkeeping (it takes a lock, it closes a socket),
and a cancellation there costs a place in its pool for good. So that is where none is let in: it
comes where the coroutine next waits for something, or at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

T = TypeVar("T")


class Steady(Generic[T]):
    """Awaited in place of something else, once, by a task of asyncio.

    Args:
        work: What is to be awaited.
        undo: What to await where the work was done all the same, before the cancellation is raised.
    """

    def __init__(
        self, work: Awaitable[T], undo: Callable[[T], Awaitable[object]] | None = None
    ) -> None:
        self._work = work
        self._undo = undo

    def __await__(self) -> Generator[Any, None, T]:
        steps: Any = self._work.__await__()
        held: BaseException | None = None
        thrown: BaseException | None = None
        while True:
            try:
                awaited = steps.send(None) if thrown is None else steps.throw(thrown)
            except StopIteration as end:
                if held is not None:
                    if self._undo is not None:
                        yield from Steady(self._undo(end.value)).__await__()
                    raise held from None
                result: T = end.value
                return result
            if awaited is not None and held is not None:
                held = None
                awaited.cancel()  # and the task hands that on when it is resumed
            thrown = None
            try:
                yield awaited
            except BaseException as error:
                if awaited is None:
                    held = error
                else:
                    thrown = error
