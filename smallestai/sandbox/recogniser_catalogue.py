"""All that was said, in prints, and where in it a piece of audio stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from .recogniser_prints import Prints

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from .memory import Utterance

BLOCK = 25
"""The prints that are looked for at a time."""

LONG, SHORT = 15, 8
"""How many of them are loud, in speech that goes on and in a short word."""

_PROBES = 6  # prints of a block that are compared everywhere
_PROBE_ERRORS = round(0.27 * 32 * _PROBES)
_ALIKE, _ALIKE_IF_SHORT = 0.20, 0.16
_MOST_PLACES = 64
_MOST_PROBED = 4096

GAP = Prints(np.zeros(BLOCK, np.uint32), np.zeros(BLOCK, np.bool_))
"""A quarter of a second of silence."""


@frozen
class Place:
    """A place in an utterance that a block fits.

    Attributes:
        utterance: The utterance.
        position: Which of its prints is the first of the block.
        error: The share of bits that differ.
    """

    utterance: Utterance
    position: int
    error: float


class Catalogue:
    """The prints of utterances, laid end to end with silence between them.

    Args:
        utterances: What can be found, the latest last.
    """

    def __init__(self, utterances: Sequence[Utterance]) -> None:
        self._utterances = list(utterances)
        rows, starts, at = [GAP], [], BLOCK
        self._sizes = []
        for utterance in self._utterances:
            prints = utterance.prints  # one that is being made goes on meanwhile
            starts.append(at)
            self._sizes.append(len(prints))
            rows += (prints, GAP)
            at += len(prints) + BLOCK
        self._starts = np.array(starts, np.int64)
        self._bits = np.concatenate([row.bits for row in rows])
        self._loud = np.concatenate([row.loud for row in rows])

    def holds(self, utterances: Sequence[Utterance]) -> bool:
        """Return whether these are all in it, as far as they are made."""
        return (
            len(utterances) == len(self._utterances)
            and all(map(_is, utterances, self._utterances))
            and [len(each.prints) for each in utterances] == self._sizes
        )

    def places(self, block: Prints) -> list[Place]:
        """Return where a block fits, the best place first and of equal ones the latest.

        Args:
            block: `BLOCK` prints.
        """
        loud = int(block.loud.sum())
        alike = _ALIKE if loud >= LONG else _ALIKE_IF_SHORT
        at = self._probed(block)
        if not len(at):
            return []
        window = at[:, None] + np.arange(BLOCK)
        wrong = np.bitwise_count(self._bits[window] ^ block.bits).astype(np.float32)
        counted = self._loud[window] | block.loud
        errors = (wrong * counted).sum(axis=1) / (32 * counted.sum(axis=1))
        fits = errors < alike
        return self._distinct(at[fits], errors[fits], int(np.median(np.flatnonzero(block.loud))))

    def _probed(self, block: Prints) -> npt.NDArray[np.int64]:
        """Return the places that agree with a few of a block's loud prints."""
        loud = np.flatnonzero(block.loud)
        probes = loud[np.linspace(0, len(loud) - 1, _PROBES).round().astype(int)]
        size = len(self._bits) - BLOCK + 1
        wrong = np.zeros(size, np.uint16)
        for probe in probes:
            wrong += np.bitwise_count(self._bits[probe : probe + size] ^ block.bits[probe])
        at = np.flatnonzero(wrong <= _PROBE_ERRORS)
        if len(at) > _MOST_PROBED:
            at = at[np.argsort(wrong[at], kind="stable")[:_MOST_PROBED]]
        return at

    def _distinct(
        self, at: npt.NDArray[np.int64], errors: npt.NDArray[np.float32], middle: int
    ) -> list[Place]:
        order = np.lexsort((-at, np.round(errors * 40)))
        taken: list[int] = []
        places = []
        for index in order:
            here = int(at[index])
            if all(abs(here - other) > BLOCK // 2 for other in taken):
                taken.append(here)
                # A block may begin in the silence before its utterance.
                owner = max(int(np.searchsorted(self._starts, here + middle, side="right")) - 1, 0)
                position = here - int(self._starts[owner])
                places.append(Place(self._utterances[owner], position, float(errors[index])))
            if len(places) == _MOST_PLACES:
                break
        return places


def _is(one: object, other: object) -> bool:
    return one is other
