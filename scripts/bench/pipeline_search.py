"""The largest number that is still good, found by doubling and then by halving what is open."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from .processes import ContenderError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from .pipeline_sample import Sample, Watch

PROBE_SECONDS = 1.5
TRIALS = 3
PRECISION = 0.05
"""The search ends when the answer is known this closely."""


def largest(is_good: Callable[[int], bool], start: int, *, may_go_on: Callable[[], bool]) -> int:
    """Return the largest number found good; 0 if there is none.

    Args:
        is_good: Tries a number. What is good for one is taken to be good for all below.
        start: The first number that is tried, at least 1.
        may_go_on: Asked before every trial; the search ends early when it says no.
    """
    good, bad = 0, None
    number = start
    while may_go_on():
        if is_good(number):
            good = number
        else:
            bad = number
        if bad is not None and bad - good <= max(1, PRECISION * good):
            break
        number = good * 2 if bad is None else (good + bad) // 2
    return good


class Trials:
    """Numbers of streams put to the test.

    While they are sustained the same streams grow in number. After a failure all begin anew, in
    another process: those that are behind have much to hear before they keep the pace again.

    Args:
        watcher: Starts a process, as `Crowds` does.

    Attributes:
        sustained: What was measured of the numbers that were sustained.
    """

    def __init__(self, watcher: Callable[[], AbstractContextManager[Watch]]) -> None:
        self.sustained: dict[int, Sample] = {}
        self._watcher = watcher
        self._process = ExitStack()
        self._watch: Watch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.close()

    def is_good(self, streams: int) -> bool:
        """Return whether so many are sustained.

        What fails is tried again, unless it was plainly too much: other programs may have been in
        the way.
        """
        for _ in range(TRIALS):
            try:
                sample = self._try(streams)
            except ContenderError:
                return False
            if sample.is_sustained:
                self.sustained[streams] = sample
                return True
            if sample.is_overload:
                break
        return False

    def _try(self, streams: int) -> Sample:
        if self._watch is None:
            self._watch = self._process.enter_context(self._watcher())
        sample = None
        try:
            sample = self._watch(streams, PROBE_SECONDS)
        finally:
            if sample is None or not sample.is_sustained:
                self._process.close()
                self._watch = None
        return sample
