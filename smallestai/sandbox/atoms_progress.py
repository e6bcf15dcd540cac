"""The course of a call made in the sandbox, as a function of the time since it was placed.

A call takes the seconds its record says: a tenth of them it rings (`pending`), then the two sides
speak in turn (`in_progress`), and it ends (`completed`). Nothing runs meanwhile; every read works
out afresh how far the call has come.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .store import Document

_RINGING = 0.1
# Of the time between the starts of two turns; the rest is the pause before the answer.
_SPEAKING = 0.7
_COST_PER_MINUTE = 0.07
_OPENING = "Hello, how can I help you today?"
_TURNS = (
    ("user", "Hi, I have a question about my order."),
    ("agent", "Of course. Could you tell me the order number?"),
    ("user", "It is A seven. When will it arrive?"),
    ("agent", "It is on its way and arrives tomorrow. Thank you for calling, goodbye."),
)


@frozen
class Turn:
    """Something said in a call; `start` and `end` in seconds since the call was placed."""

    role: str
    content: str
    start: float
    end: float


@frozen
class Progress:
    """How far a call has come.

    Attributes:
        status: `pending`, `in_progress` or `completed`.
        talked: Seconds since the call was answered, until now or until it ended.
        turns: What has been said so far.
    """

    status: str
    talked: float
    turns: Sequence[Turn]


def progress(call: Document, now: float) -> Progress:
    """Return how far a call has come at a Unix time."""
    seconds = call.body["seconds"]
    elapsed, answered = now - call.created, seconds * _RINGING
    talked = round(min(max(elapsed, answered), seconds) - answered, 3)
    if elapsed >= seconds:
        status = "completed"
    else:
        status = "in_progress" if elapsed >= answered else "pending"
    return Progress(status, talked, [turn for turn in _script(call) if turn.start <= elapsed])


def ended(call: Document) -> float:
    """Return the Unix time at which a call ends, or ended."""
    return call.created + float(call.body["seconds"])


def opening(first_message: str, variables: Mapping[str, Any]) -> str:
    """Return what the agent says first, each `{{name}}` replaced by the variable's value."""

    def value(match: re.Match[str]) -> str:
        return str(variables.get(match[1], match[0]))

    return re.sub(r"\{\{\s*(\w+)\s*\}\}", value, first_message) or _OPENING


def transcript(call: Document, turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return turns as the service shows them."""
    return [
        {
            "role": turn.role,
            "content": turn.content,
            "timestamp": timestamp(call.created + turn.start),
        }
        for turn in turns
    ]


def call_log(call: Document, now: float) -> dict[str, Any]:
    """Return the short form of a call that an agent's log lists."""
    state = progress(call, now)
    return {
        "callId": call.body["callId"],
        "callStatus": state.status,
        "callType": call.body["type"],
        "fromNumber": call.body["from"],
        "toNumber": call.body["to"],
        "createdAt": timestamp(call.created),
        "callDuration": state.talked,
    }


def outcome(call: Document, now: float) -> dict[str, Any]:
    """Return what is known only once a call has ended; nothing before."""
    state = progress(call, now)
    if state.status != "completed":
        return {}
    return {
        "disconnectionReason": "user_hangup",
        "callCost": round(state.talked / 60 * _COST_PER_MINUTE, 5),
        "postCallAnalytics": {
            "summary": "The caller asked when an order arrives and was told.",
            "dispositionMetrics": [],
        },
        "turnLatencyMetrics": _latencies(call, state.turns),
    }


def _script(call: Document) -> Sequence[Turn]:
    said = (("agent", call.body["opening"]), *_TURNS)
    start = call.body["seconds"] * _RINGING
    step = (call.body["seconds"] - start) / len(said)
    return [
        Turn(role, content, start + index * step, start + (index + _SPEAKING) * step)
        for index, (role, content) in enumerate(said)
    ]


def _latencies(call: Document, turns: Sequence[Turn]) -> dict[str, Any]:
    answers = [pair for pair in pairwise(turns) if pair[1].role == "agent"]
    latencies = [round(agent.start - user.end, 3) for user, agent in answers]
    return {
        "turns": len(latencies),
        "avgLatency": round(sum(latencies) / len(latencies), 3),
        "medianLatency": sorted(latencies)[len(latencies) // 2],
        "minLatency": min(latencies),
        "maxLatency": max(latencies),
        "latencies": latencies,
        "transitions": [
            {
                "turn": number,
                "user_end": round(user.end, 3),
                "bot_start": round(agent.start, 3),
                "latency": latencies[number - 1],
            }
            for number, (user, agent) in enumerate(answers, 1)
        ],
        "processedAt": timestamp(ended(call)),
    }
