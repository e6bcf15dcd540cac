"""Time cut into hours or days, and what falls into them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, Self

from attrs import frozen

from .issues import custom
from .operations import RefusedError
from .replies import waves_issues
from .times import asked_time, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.responses import Response

    from .operations import Inputs
    from .state import State

_MOST = 10_000
_USUAL = {"hour": 24, "day": 30}
_LATEST = 250_000_000_000.0  # in the year 9892; later dates cannot all be written
_INSTANT = 0.001  # seconds; times are shown to the millisecond


class TooManyStepsError(ValueError):
    """A period of more steps than a reply may have; the text says how many it has."""


@frozen
class Steps:
    """Hours or days of UTC, one after the other.

    Attributes:
        first: When the first one begins, in Unix seconds.
        width: How long each is, in seconds.
        count: How many there are.
        start: When the period begins that they are cut from, in Unix seconds.
        end: When it ends; both ends belong to it.
    """

    widths: ClassVar[Mapping[str, int]] = {"hour": 3600, "day": 86400}

    first: float
    width: int
    count: int
    start: float
    end: float

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
        return cls(first * width, width, count, start, end)

    def starts(self) -> list[float]:
        """Return when each step begins, in Unix seconds."""
        return [self.first + index * self.width for index in range(self.count)]

    def sums(self, amounts: Iterable[tuple[float, float]]) -> list[float]:
        """Return what falls into each step, of moments in the period and their amounts."""
        sums = [0.0] * self.count
        for moment, amount in amounts:
            index = math.floor((moment - self.first) / self.width)
            if self.start <= shown_time(moment) <= self.end:
                sums[index] += amount
        return sums

    def clipped(self, spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return what of each span lies in the period."""
        return [
            (max(start, self.start), max(start, min(end, self.end)))
            for start, end in spans
            if shown_time(start) <= self.end and end >= self.start
        ]


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


def steps_of(state: State, inputs: Inputs) -> Steps:
    """Return the period that a query asks for: by default a day by hours, or 30 days by days."""
    width = inputs.query["granularity"] or "hour"
    end = _moment(inputs, "to", state.clock())
    start = _moment(inputs, "from", end - _USUAL[width] * Steps.widths[width])
    try:
        return Steps.between(start, end, width)
    except TooManyStepsError as error:
        raise RefusedError(waves_issues([custom("from", str(error))])) from None


def _moment(inputs: Inputs, name: str, default: float) -> float:
    moment = asked_time(inputs.query, name, default, _no_time, earliest=0, latest=_LATEST)
    if name == "to" and len(inputs.query[name] or "") == len("2027-01-15"):
        return moment + Steps.widths["day"] - _INSTANT  # a day is meant to its end
    return moment


def _no_time(name: str) -> Response:
    return waves_issues([custom(name, "Invalid datetime")])
