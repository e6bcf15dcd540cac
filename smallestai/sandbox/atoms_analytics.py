"""Analytics: what the calls of a stretch of time add up to, from the records of the calls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .atoms_account import ORGANIZATION
from .atoms_analytics_calls import (
    Period,
    answered,
    calls_in,
    day,
    durations,
    grouped,
    mean,
    middle,
    of_organization,
    period_of,
    pickup,
    rate,
)
from .atoms_analytics_measures import (
    MEASURES,
    hours,
    length_statistics,
    numbers,
    outcomes_by_day,
    volume,
)
from .operations import Inputs, operation
from .replies import atoms_success

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .atoms_analytics_measures import Measure
    from .atoms_figures import Figures
    from .state import State

    Calls = Sequence[Figures]

PATH = "/atoms/v1/analytics"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes whose figures are about a stretch of time."""
    measured = [
        operation(state, f"GET {PATH}/{name}", partial(_answer, measure))
        for name, measure in MEASURES.items()
    ]
    return [
        *measured,
        operation(state, f"GET {PATH}/call-counts-by-day", _counts_by_day),
        operation(state, f"GET {PATH}/summary", _summary),
        operation(state, f"GET {PATH}/dashboard", _dashboard),
        operation(state, f"GET {PATH}/agent-performance", _agents),
    ]


def _answer(measure: Measure, state: State, inputs: Inputs) -> Response:
    period = period_of(state, inputs)
    figures = measure(calls_in(state, inputs, period), period)
    return atoms_success(of_organization(period, **figures))


def _counts_by_day(state: State, inputs: Inputs) -> Response:
    period = period_of(state, inputs)
    by_day = grouped(calls_in(state, inputs, period), day)
    counts = [
        {"day": date.isoformat(), "count": len(by_day.get(date, ()))} for date in period.dates()
    ]
    return atoms_success({"orgId": ORGANIZATION, "callCountsByDay": counts})


def _totals(calls: Calls) -> dict[str, float]:
    lengths = durations(calls)
    return {
        "totalCalls": len(calls),
        "pickupRate": rate(answered(calls), len(calls)),
        "avgDurationMs": mean(lengths),
        "totalDurationMs": sum(lengths),
        "uniqueUsersReached": len({call.of("to") for call in calls if call.answered}),
        "totalCost": round(sum(call.cost for call in calls), 5),
    }


def _trend(current: float, previous: float) -> dict[str, float]:
    change = rate(current - previous, previous)
    return {"current": current, "previous": previous, "percentChange": change}


def _summarised(state: State, inputs: Inputs, period: Period) -> dict[str, Any]:
    earlier = period.before()
    calls = calls_in(state, inputs, period)
    now, then = _totals(calls), _totals(calls_in(state, inputs, earlier))
    trends = {name: _trend(now[name], then[name]) for name in now}
    return of_organization(
        period,
        **trends,
        medianDurationMs=middle(durations(calls)),
        previousPeriod=earlier.present(),
    )


def _summary(state: State, inputs: Inputs) -> Response:
    return atoms_success(_summarised(state, inputs, period_of(state, inputs)))


def _dashboard(state: State, inputs: Inputs) -> Response:
    period = period_of(state, inputs)
    calls = calls_in(state, inputs, period)
    parts: dict[str, Measure] = {
        "callVolumeTimeseries": volume,
        "callOutcomesTimeseries": outcomes_by_day,
        "pickupRateByNumber": numbers,
        "hourlyPerformance": hours,
        "durationStats": length_statistics,
    }
    shown = {
        name: of_organization(period, **measure(calls, period)) for name, measure in parts.items()
    }
    return atoms_success({"summary": _summarised(state, inputs, period), **shown})


def _agents(state: State, inputs: Inputs) -> Response:
    period = period_of(state, inputs)
    calls = calls_in(state, inputs, period)
    agents = [
        {
            "agentId": agent,
            **pickup(each),
            "avgDuration": mean(durations(each)),
            "totalCost": round(sum(call.cost for call in each), 5),
        }
        for agent, each in grouped(calls, lambda call: str(call.of("agentId"))).items()
    ]
    key = inputs.query["sortBy"] or "totalCalls"
    agents.sort(
        key=lambda each: each.get(key, each["totalCalls"]),
        reverse=inputs.query["sortOrder"] != "asc",
    )
    limit = inputs.query["limit"]
    kept = agents if limit is None or limit < 1 else agents[:limit]
    return atoms_success(of_organization(period, agents=kept))
