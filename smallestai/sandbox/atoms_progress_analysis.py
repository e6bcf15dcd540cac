"""What is worked out of a call after it has ended: its summary, its metrics, its latencies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .atoms_progress import Turn

_SUMMARY = "The caller asked when an order arrives and was told."
_CONFIDENCE = 0.9
_VALUES: Mapping[str, Any] = {
    "STRING": "answered",
    "BOOLEAN": True,
    "INTEGER": 1,
    "DATETIME": "2026-01-01T00:00:00.000Z",
}
_MARKS: Mapping[str, Any] = {
    "NUMERIC_SCALE": 8,
    "PERCENTAGE_SCALE": 80,
    "PASS_FAIL": True,
    "DESCRIPTIVE_SCALE": "good",
}


def analysis(call: Mapping[str, Any], turns: Sequence[Turn]) -> dict[str, Any]:
    """Return the analysis of a call as its record shows it, the values of its metrics as texts."""
    return {
        "summary": summary(call, turns),
        "dispositionMetrics": [
            {
                "identifier": metric["identifier"],
                "value": _text(metric["value"]),
                "confidence": metric["confidence"],
            }
            for metric in dispositions(call, turns)
        ],
    }


def summary(call: Mapping[str, Any], turns: Sequence[Turn]) -> str:
    """Return a call in short."""
    if not turns:
        return "Nobody spoke."
    if "live" not in call:
        return _SUMMARY
    said = [turn.content for turn in turns if turn.role == "user"]
    return (
        f"The user spoke {len(said)} time(s), last: {said[-1]}" if said else "Only the agent spoke."
    )


def dispositions(call: Mapping[str, Any], turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return a typed value for each metric of the agent; null where nobody answered."""
    return [
        _metric(metric["identifier"], _value(metric), turns)
        | {
            "dispositionMetricPrompt": metric["dispositionMetricPrompt"],
            "dispositionMetricType": metric["dispositionMetricType"],
        }
        for metric in call.get("metrics", {}).get("dispositionMetrics", ())
    ]


def marks(call: Mapping[str, Any], turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return the marks for success, as `dispositions` returns the metrics."""
    return [
        _metric(mark["identifier"], _MARKS[mark["successMetricType"]], turns)
        for mark in call.get("metrics", {}).get("successMetrics", ())
    ]


def latencies(turns: Sequence[Turn], processed_at: str) -> dict[str, Any] | None:
    """Return how long the agent took to answer; None when it never had to."""
    answers = [
        (before, after)
        for before, after in pairwise(turns)
        if (before.role, after.role) == ("user", "agent")
    ]
    if not answers:
        return None
    waits = [round(agent.start - user.end, 3) for user, agent in answers]
    return {
        "turns": len(waits),
        "avgLatency": round(sum(waits) / len(waits), 3),
        "medianLatency": sorted(waits)[len(waits) // 2],
        "minLatency": min(waits),
        "maxLatency": max(waits),
        "latencies": waits,
        "transitions": [
            {
                "turn": number,
                "user_end": round(user.end, 3),
                "bot_start": round(agent.start, 3),
                "latency": wait,
            }
            for number, ((user, agent), wait) in enumerate(zip(answers, waits, strict=True), 1)
        ],
        "processedAt": processed_at,
    }


def _metric(identifier: str, value: Any, turns: Sequence[Turn]) -> dict[str, Any]:
    if not turns:
        reasoning = "The call was not answered."
        return {"identifier": identifier, "value": None, "confidence": None, "reasoning": reasoning}
    reasoning = "The sandbox gives every call the same value."
    return {
        "identifier": identifier,
        "value": value,
        "confidence": _CONFIDENCE,
        "reasoning": reasoning,
    }


def _value(metric: Mapping[str, Any]) -> Any:
    if metric["dispositionMetricType"] == "ENUM":
        return next(iter(metric.get("choices", ())), "none")
    return _VALUES[metric["dispositionMetricType"]]


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return str(value).lower()
