"""Calls as figures: what analytics, bills and campaigns need to know of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from .atoms_progress import call_log, outcome
from .atoms_records import CALLS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .state import State
    from .store import Document

_ANSWERED = ("completed", "in_progress", "active", "processing")
_WAITING = ("pending", "in_queue")
_OVER = ("completed", "failed", "no_answer", "cancelled")


@frozen
class Figures:
    """What is known of one call at one time.

    Attributes:
        call: Its record.
        status: How far it is, or how it ended.
        seconds: How long the two sides have talked.
        cost: Its price in credits; 0 until it has ended.
        latency: The agent's average latency in seconds; 0 until the call has ended.
        reason: Who or what ended it; empty until then.
    """

    call: Document
    status: str
    seconds: float
    cost: float
    latency: float
    reason: str

    @property
    def answered(self) -> bool:
        """Whether somebody took the call."""
        return self.status in _ANSWERED

    @property
    def waiting(self) -> bool:
        """Whether it has not been taken yet, and may be."""
        return self.status in _WAITING

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.status in _OVER

    def of(self, name: str) -> Any:
        """Return a field of the record; None when it has none."""
        return self.call.body.get(name)


def figures(state: State, where: Mapping[str, Any] | None = None) -> Sequence[Figures]:
    """Return the figures of calls, in the order in which they were placed.

    Args:
        state: The server's state.
        where: Fields of the records and the values they must have.
    """
    now = state.clock()
    return [figures_of(call, now) for call in state.store.list(CALLS, where=where)]


def figures_of(call: Document, now: float) -> Figures:
    """Return the figures of one call at a Unix time."""
    log, end = call_log(call, now), outcome(call, now)
    return Figures(
        call,
        log["callStatus"],
        log["callDuration"],
        end.get("callCost") or 0,
        end.get("turnLatencyMetrics", {}).get("avgLatency", 0),
        end.get("disconnectionReason", ""),
    )
