"""Time cut into hours or days, and what falls into them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Self

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MOST = 10_000


class TooManyStepsError(ValueError):
    """A period of more steps than a reply may have; the text says how many it has."""


@frozen
class Steps:
    """Hours or days of UTC, one after the other.

    Attributes:
        first: When the first one begins, in Unix seconds.
        width: How long each is, in seconds.
        count: How many there are.
    """

    widths: ClassVar[Mapping[str, int]] = {"hour": 3600, "day": 86400}

    first: float
    width: int
    count: int

    @classmethod
    def between(cls, start: float, end: float, granularity: str) -> Self:
        """Return the steps that a period touches; none if it ends before it begins.

        Raises:
            TooManyStepsError: There would be more than ten thousand.
        """
        width = cls.widths[granularity]
        first = math.floor(start / width)
        count = max(math.floor(end / width) - first + 1, 0)
        if count > _MOST:
            raise TooManyStepsError(f"The period has {count} steps; at most {_MOST} are allowed")
        return cls(first * width, width, count)

    def starts(self) -> list[float]:
        """Return when each step begins, in Unix seconds."""
        return [self.first + index * self.width for index in range(self.count)]

    def sums(self, amounts: Iterable[tuple[float, float]]) -> list[float]:
        """Return what falls into each step, of moments and their amounts."""
        sums = [0.0] * self.count
        for moment, amount in amounts:
            index = math.floor((moment - self.first) / self.width)
            if 0 <= index < self.count:
                sums[index] += amount
        return sums


def busiest(steps: Steps, spans: Sequence[tuple[float, float]]) -> list[int]:
    """Return the most spans of time that overlap in each step."""
    peaks = [0] * steps.count
    # Where one span ends just as another begins, both count.
    changes = sorted(
        [(start, 0, 1) for start, _ in spans] + [(end, 1, -1) for _, end in spans],
    )
    running, index = 0, 0
    for moment, _, change in changes:
        reached = math.floor((moment - steps.first) / steps.width)
        for each in range(index, min(reached + 1, steps.count)):
            peaks[each] = max(peaks[each], running)
        index = max(index, reached)
        running += change
        if 0 <= reached < steps.count:
            peaks[reached] = max(peaks[reached], running)
    return peaks
