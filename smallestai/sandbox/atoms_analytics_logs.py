"""Analytics of single calls, of single days, and of credits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from . import atoms_ledger
from .atoms_account import ORGANIZATION
from .atoms_analytics_calls import (
    Period,
    answered,
    calls_in,
    day_at,
    day_of,
    grouped,
    mean,
    milliseconds,
    period_of,
    rate,
)
from .atoms_conversations_recordings import recording_url
from .atoms_figures import Figures, figures
from .atoms_pages import page
from .atoms_progress import ended, progress, starts, transcript
from .atoms_records import AGENTS, CALLS, CAMPAIGNS
from .operations import Inputs, operation
from .replies import atoms_error, atoms_success, timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State

PATH = "/atoms/v1/analytics"


def routes(state: State) -> list[BaseRoute]:
    """Return the routes whose figures are about calls one by one, a day, or credits."""
    handlers = {
        f"GET {PATH}/call-counts-log": _log,
        f"GET {PATH}/conversation-details/{{callId}}": _details,
        f"GET {PATH}/usage/timeseries": _usage,
        f"GET {PATH}/concurrency": _concurrency,
        f"GET {PATH}/call-start-distribution": _starts,
        f"GET {PATH}/daily-call-summary": _day,
    }
    return [operation(state, target, handler) for target, handler in handlers.items()]


def _log(state: State, inputs: Inputs) -> Response:
    calls = calls_in(state, inputs, period_of(state, inputs))
    listed = page(calls[::-1], inputs.query, "limit", 10)
    return atoms_success(
        {
            "calls": [_entry(state, call) for call in listed.items],
            "totalCalls": listed.total,
            "totalPages": listed.pages,
            "currentPage": listed.number,
            "limit": listed.size,
        }
    )


def _entry(state: State, call: Figures) -> dict[str, Any]:
    campaign_id = call.of("campaignId") or ""
    return {
        "orgId": ORGANIZATION,
        "callId": call.of("callId"),
        "agentId": call.of("agentId"),
        "agentName": _name(state, AGENTS, call.of("agentId")),
        "campaignId": campaign_id,
        "campaignName": _name(state, CAMPAIGNS, campaign_id),
        "callType": call.of("type"),
        "timestamp": timestamp(call.call.created),
        "callDurationMs": milliseconds(call),
        "callLatencyMs": round(call.latency * 1000),
        "costSpent": call.cost,
        "disconnectionReason": call.reason,
        "source": "campaign" if campaign_id else "api",
        "recordingUrl": recording_url(call.call, state.clock()) or "",
        "callStatus": call.status,
        "fromNumber": call.of("from") or "",
        "toNumber": call.of("to") or "",
    }


def _name(state: State, collection: str, document_id: str) -> str:
    found = state.store.get(collection, document_id)
    return "" if found is None else str(found.body["name"])


def _details(state: State, inputs: Inputs) -> Response:
    call = state.store.find(CALLS, "callId", inputs.path["callId"])
    if call is None:
        return atoms_error(404, "Conversation not found")
    course = progress(call, state.clock())
    agent = state.store.get(AGENTS, call.body["agentId"])
    turns = transcript(call, course.turns)
    return atoms_success(
        {
            "orgId": ORGANIZATION,
            "callId": call.body["callId"],
            "agentName": "" if agent is None else agent.body["name"],
            "workflowType": "" if agent is None else agent.body["workflowType"],
            "transcript": [
                {"role": turn["role"], "text": turn["content"], "timestamp": turn["timestamp"]}
                for turn in turns
            ],
            "events": [
                {"eventType": kind, "timestamp": timestamp(at)}
                for kind, at in (("call_start", starts(call)), ("call_end", ended(call)))
                if at <= state.clock()
            ],
            "fromNumber": call.body["from"],
            "toNumber": call.body["to"],
            "callDurationMs": round(course.talked * 1000),
        }
    )


def _usage(state: State, inputs: Inputs) -> Response:
    period = period_of(state, inputs)
    sums = dict.fromkeys(period.dates(), 0.0)
    for entry in atoms_ledger.entries(state):
        if entry["amount"] < 0 and period.holds(entry["at"]):
            sums[day_at(entry["at"])] -= entry["amount"]
    return atoms_success(
        {
            "dateRange": period.present(),
            "dayWiseCredits": [
                {"date": date.isoformat(), "credits": round(credits_, 5)}
                for date, credits_ in sums.items()
            ],
            "totalCredits": round(sum(sums.values()), 5),
        }
    )


def _concurrency(state: State, inputs: Inputs) -> Response:
    day = day_of(inputs)
    calls = [call for call in _running(state, inputs) if _touches(state, call, day)]
    counts = _by_minute(state, calls, day)
    data = {
        "date": inputs.query["date"],
        "dataPoints": [
            {"minute": _minute(day, index), "concurrentCalls": count}
            for index, count in sorted(counts.items())
        ],
        **_peaks(counts),
        "totalMinutes": len(counts),
    }
    if inputs.query["includeAgents"] == "true":
        groups = grouped(calls, lambda call: str(call.of("agentId")))
        data["byAgent"] = [
            {"agentId": agent, **_peaks(_by_minute(state, each, day)), "totalCalls": len(each)}
            for agent, each in groups.items()
        ]
    return atoms_success(data)


def _running(state: State, inputs: Inputs) -> Sequence[Figures]:
    agent_id = inputs.query["agentId"]
    return figures(state, None if agent_id is None else {"agentId": agent_id})


def _span(state: State, call: Figures) -> tuple[float, float]:
    """Return when a call began and when it ended, or now."""
    return starts(call.call), min(ended(call.call), state.clock())


def _touches(state: State, call: Figures, day: Period) -> bool:
    start, end = _span(state, call)
    return start <= min(day.end, state.clock()) and end >= day.start


def _by_minute(state: State, calls: Sequence[Figures], day: Period) -> dict[int, int]:
    counts: dict[int, int] = {}
    for call in calls:
        for index in _minutes(_span(state, call), day):
            counts[index] = counts.get(index, 0) + 1
    return counts


def _minutes(span: tuple[float, float], day: Period) -> Iterator[int]:
    first = max(span[0], day.start) - day.start
    last = min(span[1], day.end) - day.start
    yield from range(int(first // 60), int(last // 60) + 1)


def _peaks(counts: dict[int, int]) -> dict[str, float]:
    values = list(counts.values())
    return {"peakConcurrent": max(values, default=0), "avgConcurrent": mean(values)}


def _minute(day: Period, index: int) -> str:
    return datetime.fromtimestamp(day.start + index * 60, UTC).strftime("%H:%M")


def _starts(state: State, inputs: Inputs) -> Response:
    day = day_of(inputs)
    calls = calls_in(state, inputs, day)
    groups = grouped(calls, lambda call: int((call.call.created - day.start) // 60))
    points = [
        {"minute": _minute(day, index), "callCount": len(each)} for index, each in groups.items()
    ]
    date = inputs.query["date"]
    return atoms_success({"date": date, "dataPoints": points, "totalCalls": len(calls)})


def _day(state: State, inputs: Inputs) -> Response:
    calls = calls_in(state, inputs, day_of(inputs))
    taken = answered(calls)
    missed = sum(call.status in {"no_answer", "cancelled"} for call in calls)
    return atoms_success(
        {
            "date": inputs.query["date"],
            "totalCalls": len(calls),
            "answeredCalls": taken,
            "unansweredCalls": missed,
            "failedCalls": sum(call.status == "failed" for call in calls),
            "pickupRate": rate(taken, len(calls)),
            "inProgressCalls": sum(call.answered and not call.over for call in calls),
            "inQueueCalls": sum(call.waiting for call in calls),
            "totalDurationMs": sum(map(milliseconds, calls)),
        }
    )
