"""The course of a call made in the sandbox, as a function of the time since it was placed.

A call waits for a free line (`in_queue`), rings for a tenth of the seconds its record says
(`pending`), then the two sides speak in turn (`in_progress`), and it ends (`completed`). A record
may say that nobody answers, or that the call was called off. Nothing runs meanwhile; every read
works out afresh how far the call has come. What was said on the agent socket is not worked out: its
record holds it, as `live`.

Seconds are those of the call. The clock runs faster where `Settings.time_scale` is below 1, which
the record keeps as `scale`.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_progress_analysis import analysis, latencies
from .replies import timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .store import Document

OVER = ("completed", "failed", "no_answer", "cancelled")
"""How a call may have ended."""

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
_UNANSWERED = {"no_answer": "no_answer", "failed": "failed", "busy": "failed"}


@frozen
class Turn:
    """Something said in a call; `start` and `end` in seconds since the call began to ring."""

    role: str
    content: str
    start: float
    end: float


@frozen
class Progress:
    """How far a call has come.

    Attributes:
        status: `in_queue`, `pending`, `in_progress`, or one of `OVER`.
        talked: Seconds since the call was answered, until now or until it ended.
        turns: What has been said so far.
    """

    status: str
    talked: float
    turns: Sequence[Turn]

    @property
    def is_over(self) -> bool:
        """Whether the call has ended."""
        return self.status in OVER


def progress(call: Document, now: float) -> Progress:
    """Return how far a call has come at a Unix time."""
    body = call.body
    if "live" in body:
        return _live(call, now)
    answered = ringing(call)
    stopped = min(now, body.get("cancelledAt", math.inf))
    elapsed = (stopped - starts(call)) / _scale(call)
    turns = [turn for turn in script(call) if turn.start <= elapsed]
    talked = round(min(max(elapsed, answered), length(call)) - answered, 3)
    if "cancelledAt" in body and now >= body["cancelledAt"]:
        status = "cancelled"
    elif elapsed >= length(call):
        status = _UNANSWERED.get(outcome_of(call), "completed")
    elif elapsed < 0 and starts(call) > call.created:
        status = "in_queue"
    else:
        status = "in_progress" if elapsed >= answered else "pending"
    return Progress(status, max(talked, 0.0), turns)


def starts(call: Document) -> float:
    """Return the Unix time at which a call has a line; infinity while nobody knows."""
    at = call.body.get("startsAt", call.created)
    return math.inf if at is None else float(at)


def moment(call: Document, seconds: float) -> float:
    """Return the Unix time of a second of a call."""
    return starts(call) + seconds * _scale(call)


def ringing(call: Document) -> float:
    """Return for how many seconds a call rings."""
    return float(call.body["seconds"]) * _RINGING


def length(call: Document) -> float:
    """Return for how many seconds a call rings and is spoken in."""
    return ringing(call) if outcome_of(call) != "completed" else float(call.body["seconds"])


def outcome_of(call: Document) -> str:
    """Return what becomes of a call: `completed`, `no_answer`, `busy` or `failed`."""
    return str(call.body.get("outcome", "completed"))


def ended(call: Document) -> float:
    """Return the Unix time at which a call ends, or ended; infinity while nobody knows."""
    if "live" in call.body:
        at = call.body["live"]["endedAt"]
        return math.inf if at is None else float(at)
    return float(min(moment(call, length(call)), call.body.get("cancelledAt", math.inf)))


def opening(first_message: str, variables: Mapping[str, Any]) -> str:
    """Return what the agent says first, each `{{name}}` replaced by the variable's value."""
    return filled(first_message, variables) or _OPENING


def filled(text: str, variables: Mapping[str, Any]) -> str:
    """Return a text, each `{{name}}` in it replaced by the variable's value, if it has one."""

    def value(match: re.Match[str]) -> str:
        return str(variables.get(match[1], match[0]))

    return re.sub(r"\{\{\s*(\w+)\s*\}\}", value, text)


def script(call: Document) -> Sequence[Turn]:
    """Return everything that is said in a call that takes its course."""
    if outcome_of(call) != "completed":
        return []
    said = (("agent", call.body["opening"]), *_TURNS)
    start = ringing(call)
    step = (length(call) - start) / len(said)
    return [
        Turn(role, content, start + index * step, start + (index + _SPEAKING) * step)
        for index, (role, content) in enumerate(said)
    ]


def transcript(call: Document, turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return turns as the service shows them."""
    return [
        {
            "role": turn.role,
            "content": turn.content,
            "timestamp": timestamp(moment(call, turn.start)),
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
    if not state.is_over:
        return {}
    if state.status != "completed":
        live = call.body.get("live", {}).get("reason")
        return {
            "disconnectionReason": call.body.get("cancelReason") or live or outcome_of(call),
            "callFailureReason": state.status,
            "callCost": 0,
            "postCallAnalytics": analysis(call.body, ()),
        }
    known = {
        "disconnectionReason": call.body.get("live", {}).get("reason", "user_hangup"),
        "callCost": round(state.talked / 60 * _COST_PER_MINUTE, 5),
        "postCallAnalytics": analysis(call.body, state.turns),
    }
    measured = latencies(state.turns, timestamp(ended(call)))
    return {**known, "turnLatencyMetrics": measured} if measured else known


def _live(call: Document, now: float) -> Progress:
    kept = call.body["live"]
    turns = [Turn(**turn) for turn in kept["turns"]]
    if kept["endedAt"] is None and now < starts(call):
        return Progress("in_queue", 0.0, turns)
    if kept["endedAt"] is None:
        seconds = (now - starts(call)) / _scale(call)
        return Progress("in_progress", round(max(seconds, 0.0), 3), turns)
    return Progress(kept["status"], kept["seconds"], turns)


def _scale(call: Document) -> float:
    return float(call.body.get("scale", 1.0))
