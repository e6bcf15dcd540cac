"""The largest number that is still good, found by doubling and then by halving what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

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
