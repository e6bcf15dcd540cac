"""Which calls a listing shows, and in which order."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .replies import atoms_no_time
from .times import asked_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_DURATIONS = {
    "0-30": (0, 30),
    "30-60": (30, 60),
    "1-5": (60, 300),
    "5+": (300, float("inf")),
}
"""What `durationFilter` may name, in seconds."""

_EQUAL = {
    "agentIds": "agentId",
    "callTypes": "type",
    "statusFilter": "status",
    "disconnectReasonFilter": "disconnectionReason",
    "versionFilter": "versionId",
}
"""Filters that list, joined by commas, the values that a field of the call may have."""


def chosen(calls: Sequence[dict[str, Any]], query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the calls that pass every filter of a query, newest first unless it says otherwise.

    Args:
        calls: Calls as they are shown, oldest first.
        query: The parameters of `GET /conversation`; None for one that was left out.
    """
    since = asked_time(query, "dateFrom", -math.inf, atoms_no_time)
    until = asked_time(query, "dateTo", math.inf, atoms_no_time)
    descending = query["sortOrder"] != "asc"
    passed = [call for call in calls if _passes(call, query) and since <= _created(call) <= until]
    ordered = reversed(passed) if descending else passed
    return sorted(ordered, key=_ORDERS[query["sortBy"] or "createdAt"], reverse=descending)


def listed(text: str) -> set[str]:
    """Return the values that a parameter joins by commas."""
    return {value.strip() for value in text.split(",")}


def _passes(call: Mapping[str, Any], query: Mapping[str, Any]) -> bool:
    return (
        all(
            query[name] is None or call.get(field) in listed(query[name])
            for name, field in _EQUAL.items()
        )
        and _mentions(call, query["search"])
        and _lasts(call, query["durationFilter"])
        and _is_attempt(call, query["callAttemptFilter"])
    )


def _mentions(call: Mapping[str, Any], text: str | None) -> bool:
    wanted = (text or "").casefold()
    return any(wanted in call[name].casefold() for name in ("callId", "from", "to"))


def _lasts(call: Mapping[str, Any], wanted: str | None) -> bool:
    if wanted is None:
        return True
    spans = [_DURATIONS[name] for name in listed(wanted) if name in _DURATIONS]
    return any(low <= call["duration"] < high for low, high in spans)


def _is_attempt(call: Mapping[str, Any], wanted: str | None) -> bool:
    attempt = "retry" if call["retryCallId"] else "initial"
    return wanted is None or bool({attempt, "all"} & listed(wanted))


def _created(call: Mapping[str, Any]) -> float:
    return datetime.fromisoformat(call["createdAt"]).timestamp()


_ORDERS: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "createdAt": lambda call: call["createdAt"],
    "updatedAt": lambda call: call["updatedAt"],
    "callDuration": lambda call: call["duration"],
    "avgLatency": lambda call: call.get("turnLatencyMetrics", {}).get("avgLatency", 0),
}
