"""What calls add up to: each function takes calls, and the time they are from, to figures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from .atoms_analytics_calls import (
    Period,
    answered,
    day,
    durations,
    extremes,
    grouped,
    mean,
    middle,
    milliseconds,
    percentile,
    pickup,
    rate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .atoms_figures import Figures

    Calls = Sequence[Figures]
    Measure = Callable[[Calls, Period], dict[str, Any]]

_OUTCOMES = {"noAnswer": "no_answer", "failed": "failed", "cancelled": "cancelled"}


def volume(calls: Calls, period: Period) -> dict[str, Any]:
    """Return how many calls each day had, how they ended, and how long they lasted."""
    by_day = grouped(calls, day)
    points = []
    for date in period.dates():
        outcomes = _outcomes(by_day.get(date, ()))
        points.append(
            {
                "date": date.isoformat(),
                "totalCalls": outcomes["total"],
                "answeredCalls": outcomes["answered"],
                **{f"{name}Calls": outcomes[name] for name in _OUTCOMES},
                "totalDurationMs": sum(map(milliseconds, by_day.get(date, ()))),
            }
        )
    return {"dataPoints": points}


def _outcomes(calls: Calls) -> dict[str, int]:
    counts = {
        name: sum(call.status == status for call in calls) for name, status in _OUTCOMES.items()
    }
    return {"answered": answered(calls), **counts, "total": len(calls)}


def outcomes_by_day(calls: Calls, period: Period) -> dict[str, Any]:
    """Return how the calls of each day ended, and of all days together."""
    by_day = grouped(calls, day)
    points = [
        {"date": date.isoformat(), **_outcomes(by_day.get(date, ()))} for date in period.dates()
    ]
    return {"dataPoints": points, "totals": _outcomes(calls)}


def numbers(calls: Calls, _: Period) -> dict[str, Any]:
    """Return how often calls from each of the organisation's numbers were taken."""
    found = [
        {
            "phoneNumber": number,
            **pickup(each),
            "lastActiveDate": max(map(day, each)).isoformat(),
        }
        for number, each in _by_number(calls).items()
    ]
    return {"numbers": found}


def _number_trends(calls: Calls, _: Period) -> dict[str, Any]:
    trends = [
        {
            "phoneNumber": number,
            "dataPoints": [
                {"date": date.isoformat(), **pickup(some)}
                for date, some in grouped(each, day).items()
            ],
        }
        for number, each in _by_number(calls).items()
    ]
    return {"trends": trends}


def _by_number(calls: Calls) -> dict[str, Calls]:
    """Return calls by the organisation's own number; those over the web have none."""
    groups = grouped(calls, lambda call: str(call.of("from") or ""))
    return {number: each for number, each in groups.items() if number}


def hours(calls: Calls, _: Period) -> dict[str, Any]:
    """Return the calls of each hour of the day, in UTC."""
    by_hour = grouped(calls, lambda call: datetime.fromtimestamp(call.call.created, UTC).hour)
    return {"hours": [_hour(hour, by_hour.get(hour, ())) for hour in range(24)]}


def _hour(hour: int, calls: Calls) -> dict[str, Any]:
    lengths = durations(calls)
    return {
        "hour": hour,
        **pickup(calls),
        "totalDurationMs": sum(lengths),
        "avgDurationMs": mean(lengths),
    }


def length_statistics(calls: Calls, _: Period) -> dict[str, Any]:
    """Return how long the calls that were taken lasted."""
    lengths = durations(calls)
    return {
        "avgDurationMs": mean(lengths),
        "medianDurationMs": middle(lengths),
        "p90DurationMs": percentile(lengths, 90),
        "p95DurationMs": percentile(lengths, 95),
        **extremes(lengths),
        "totalCalls": len(calls),
        "totalDurationMs": sum(lengths),
    }


def _weeks(calls: Calls, _: Period) -> dict[str, Any]:
    by_week = grouped(calls, lambda call: day(call) - timedelta(days=day(call).weekday()))
    return {"weeks": [_week(start.isoformat(), each) for start, each in by_week.items()]}


def _week(start: str, calls: Calls) -> dict[str, Any]:
    lengths = durations(calls)
    return {
        "weekStart": start,
        **pickup(calls),
        "avgDuration": mean(lengths),
        "medianDuration": middle(lengths),
        "p90Duration": percentile(lengths, 90),
        **extremes(lengths),
    }


def _cohorts(calls: Calls, _: Period) -> dict[str, Any]:
    """Return what each further call to the same number has gained."""
    by_number = grouped(calls, lambda call: str(call.of("to") or call.of("callId")))
    most = max((len(each) for each in by_number.values()), default=0)
    cohorts, reached = [], 0
    for attempt in range(most):
        made = [each[attempt] for each in by_number.values() if len(each) > attempt]
        gained = sum(
            each[attempt].answered and not any(call.answered for call in each[:attempt])
            for each in by_number.values()
            if len(each) > attempt
        )
        reached += gained
        cohorts.append(
            {
                "attemptNumber": attempt + 1,
                **pickup(made),
                "cumulativeAnswered": reached,
                "cumulativeRate": rate(reached, len(by_number)),
                "marginalGain": rate(gained, len(by_number)),
            }
        )
    firsts = [
        next(index for index, call in enumerate(each, 1) if call.answered)
        for each in by_number.values()
        if any(call.answered for call in each)
    ]
    return {
        "cohorts": cohorts,
        "totalUniqueNumbers": len(by_number),
        "maxAttemptsSeen": most,
        "avgAttemptsToPickup": mean(firsts),
    }


MEASURES: dict[str, Measure] = {
    "call-volume-timeseries": volume,
    "pickup-rate-by-number": numbers,
    "phone-number-trends": _number_trends,
    "hourly-performance": hours,
    "call-outcomes-timeseries": outcomes_by_day,
    "duration-stats": length_statistics,
    "weekly-trends": _weeks,
    "attempt-cohort": _cohorts,
}
"""What the routes that only measure are called, and how they do it."""
