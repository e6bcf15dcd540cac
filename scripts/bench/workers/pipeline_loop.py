"""What the pipeline's workers share besides the crowd: tokens at the pace of a language model.

An order to do `clause` is to tell a text at that pace and take the time from the token that ends
the first clause to the first audio. Only the standard library is used here: the vendor's
interpreter runs this file too.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

PATH = "/waves/v1/tts/live"
RATE = 40  # tokens in a second


class Teller:
    """A source of tokens, at the pace of a language model, for either kind of loop.

    Args:
        tokens: What it tells.
        cut: Index of the token with which the first clause is known to be over.
        pieces: The same text as it is to be spoken, for who does not cut it himself.
    """

    def __init__(self, tokens: list[str], cut: int, pieces: list[str]) -> None:
        self.cut, self.pieces = cut, pieces
        self._tokens = tokens
        self._told: float | None = None

    def __iter__(self) -> Iterator[str]:
        for index, due in self._plan():
            time.sleep(max(0.0, due - time.perf_counter()))
            yield self._tell(index)

    async def __aiter__(self) -> AsyncIterator[str]:
        for index, due in self._plan():
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            yield self._tell(index)

    def elapsed(self) -> float:
        """Return the seconds since the first clause was over."""
        now = time.perf_counter()
        if self._told is None:
            raise RuntimeError("audio came before the clause was told")
        return now - self._told

    def _plan(self) -> Iterator[tuple[int, float]]:
        """Return tokens by their index, and when each is due."""
        begun = time.perf_counter()
        return ((index, begun + index / RATE) for index in range(len(self._tokens)))

    def _tell(self, index: int) -> str:
        if index == self.cut:
            self._told = time.perf_counter()
        return self._tokens[index]


def clauses(hearers: dict[str, Callable[[str, Teller], Any]]) -> Callable[[dict[str, Any]], Any]:
    """Return what does `clause`.

    Args:
        hearers: By the contender's name, what hears the first clause: a function, or one to be
            awaited, that returns `Teller.elapsed` when it holds the first audio.
    """

    async def heard(order: dict[str, Any]) -> dict[str, Any]:
        hear, seconds = hearers[order["contender"]], []
        for _ in range(order["repeat"] + 1):
            elapsed = hear(order["url"], Teller(order["tokens"], order["cut"], order["pieces"]))
            seconds.append(await elapsed if asyncio.iscoroutine(elapsed) else elapsed)
        return {"seconds": seconds[1:]}  # the first one loads modules

    return heard
