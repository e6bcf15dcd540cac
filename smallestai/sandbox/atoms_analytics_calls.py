"""Which calls the figures of a request are about, and the sums that they share."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from .atoms_account import ORGANIZATION
from .atoms_figures import Figures, figures
from .operations import Inputs, RefusedError
from .replies import atoms_error, atoms_no_time
from .times import asked_time, shown_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from .state import State

K = TypeVar("K")

_DEFAULT_DAYS = 30
_MOST_DAYS = 366
_YEAR = 366 * 86400.0
_EARLIEST, _LATEST = _YEAR, 7000 * _YEAR  # in Unix seconds; dates can be made of these and near
_SHORT, _LONG = 30.0, 300.0
_INSTANT = 0.001  # the finest that a time is shown
_FILTERS = {"agentId": "agentId", "campaignId": "campaignId", "callType": "type"}


@frozen
class Period:
    """A stretch of time, in Unix seconds; both ends belong to it."""

    start: float
    end: float

    def dates(self) -> Iterator[date]:
        """Yield every day that it touches."""
        day, last = day_at(self.start), day_at(self.end)
        while day <= last:
            yield day
            day += timedelta(days=1)

    def before(self) -> Period:
        """Return the stretch of the same length that comes before it."""
        return Period(self.start - (self.end - self.start), self.start - _INSTANT)

    def holds(self, seconds: float) -> bool:
        """Return whether a Unix time, as replies show it, belongs to it."""
        return self.start <= shown_time(seconds) <= self.end

    def present(self) -> dict[str, str]:
        """Return it as the service shows it."""
        return {"from": day_at(self.start).isoformat(), "to": day_at(self.end).isoformat()}


def period_of(state: State, inputs: Inputs) -> Period:
    """Return what a request asks for; the last thirty days when it does not say."""
    end = _moment(inputs, "dateTo", state.clock())
    start = _moment(inputs, "dateFrom", end - _DEFAULT_DAYS * 86400)
    if start > end:
        raise RefusedError(atoms_error(400, "dateFrom must not be after dateTo"))
    if end - start > _MOST_DAYS * 86400:
        raise RefusedError(atoms_error(400, f"The range must be at most {_MOST_DAYS} days"))
    return Period(start, end)


def day_of(inputs: Inputs) -> Period:
    """Return the day that a request asks for."""
    try:
        day = date.fromisoformat(inputs.query["date"])
    except ValueError:
        raise RefusedError(atoms_error(400, "date: Invalid date")) from None
    start = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    return Period(start, start + 86400 - _INSTANT)


def calls_in(state: State, inputs: Inputs, period: Period) -> list[Figures]:
    """Return the calls of a period that pass the filters of a request, oldest first."""
    query = inputs.query
    where = {field: query[name] for name, field in _FILTERS.items() if query.get(name) is not None}
    found = figures(state, where)
    return [call for call in found if period.holds(call.call.created)]


def of_organization(period: Period, **more: Any) -> dict[str, Any]:
    """Return figures with whose they are and when they are from."""
    return {"orgId": ORGANIZATION, **more, "period": period.present()}


def grouped(calls: Sequence[Figures], key: Callable[[Figures], K]) -> Mapping[K, Sequence[Figures]]:
    """Return calls by what they have in common, in the order in which that first occurs."""
    groups: dict[K, list[Figures]] = {}
    for call in calls:
        groups.setdefault(key(call), []).append(call)
    return groups


def day_at(seconds: float) -> date:
    """Return the day of a Unix time, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).date()


def day(call: Figures) -> date:
    """Return the day on which a call was placed."""
    return day_at(call.call.created)


def answered(calls: Sequence[Figures]) -> int:
    """Return how many calls somebody took."""
    return sum(call.answered for call in calls)


def rate(part: float, whole: float) -> float:
    """Return a share in percent; 0 of nothing."""
    return round(100 * part / whole, 2) if whole else 0.0


def pickup(calls: Sequence[Figures]) -> dict[str, Any]:
    """Return how many calls there were, how many were taken, and their share."""
    taken = answered(calls)
    return {
        "totalCalls": len(calls),
        "answeredCalls": taken,
        "pickupRate": rate(taken, len(calls)),
    }


def milliseconds(call: Figures) -> int:
    """Return how long a call was spoken in."""
    return round(call.seconds * 1000)


def durations(calls: Sequence[Figures]) -> list[int]:
    """Return how long each call that was taken lasted, in milliseconds, shortest first."""
    return sorted(milliseconds(call) for call in calls if call.answered)


def mean(values: Sequence[float]) -> float:
    """Return the average; 0 of nothing."""
    return round(sum(values) / len(values), 2) if values else 0.0


def middle(values: Sequence[float]) -> float:
    """Return the median; 0 of nothing."""
    return round(median(values), 2) if values else 0.0


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many percent of sorted values do not exceed; 0 of nothing."""
    return values[max(-(-len(values) * percent // 100) - 1, 0)] if values else 0.0


def extremes(values: Sequence[float]) -> dict[str, float]:
    """Return the shares of short and of long calls, from their lengths in milliseconds."""
    short = sum(value < _SHORT * 1000 for value in values)
    long = sum(value > _LONG * 1000 for value in values)
    return {
        "shortCallsPercent": rate(short, len(values)),
        "longCallsPercent": rate(long, len(values)),
    }


def _moment(inputs: Inputs, name: str, default: float) -> float:
    return asked_time(
        inputs.query, name, default, atoms_no_time, earliest=_EARLIEST, latest=_LATEST
    )
