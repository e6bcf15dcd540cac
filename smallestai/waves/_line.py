"""Who may speak and who waits: what a gate decides, without waiting itself."""

from __future__ import annotations

from collections import OrderedDict
from enum import IntEnum
from typing import Protocol

from smallestai.errors import ArgumentError

# The limits page has 1 at a time for an account, the Pro model's card 10 on the standard plan, and
# the billing service none. The card's is taken: who has less is told so by the service, while who
# has more would never learn that 1 held them back.
DEFAULT_LIMIT = 10


# How many live ones a waiting batch may be overtaken by before one of it goes in.
MOST_OVERTAKINGS = 4


class Priority(IntEnum):
    """Whom a free place goes to first; among equals, it goes to whoever came first.

    No batch waits for ever: after `MOST_OVERTAKINGS` live ones it is the batch's turn.
    """

    LIVE = 0
    BATCH = 1


class Member(Protocol):
    """Whoever stands in a line."""

    priority: Priority

    def wake(self) -> None:
        """Learn that the wait is over; called once."""


class Line:
    """The members under way and those that wait. Calls must not overlap.

    Args:
        limit: How many may be under way at once; None for no limit.

    Raises:
        ArgumentError: The limit is neither a whole number above 0 nor None.
    """

    def __init__(self, limit: int | None = DEFAULT_LIMIT) -> None:
        self.limit = check_limit(limit)
        self.is_closed = False
        self.under_way: set[Member] = set()
        self._queues: dict[Priority, OrderedDict[Member, None]]
        self._queues = {priority: OrderedDict() for priority in Priority}
        self._overtakings = 0  # since a batch began to wait, or went in

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(map(len, self._queues.values()))

    def join(self, member: Member) -> None:
        """Let a member in, or have it wait."""
        self._queues[member.priority][member] = None
        self.admit()

    def drop(self, member: Member) -> None:
        """Let a member go, wherever it stands, and the next one in."""
        self.under_way.discard(member)
        self._queues[member.priority].pop(member, None)
        self.admit()

    def admit(self) -> None:
        """Let in whoever may; once closed, wake all who wait, to be sent away."""
        while any(self._queues.values()) and self._has_room():
            member, _ = self._next_queue().popitem(last=False)
            self.under_way.add(member)
            member.wake()

    def _next_queue(self) -> OrderedDict[Member, None]:
        """Return the queue whose turn it is, where somebody waits."""
        live, batch = self._queues[Priority.LIVE], self._queues[Priority.BATCH]
        overtakes = bool(live) and bool(batch) and self._overtakings < MOST_OVERTAKINGS
        self._overtakings = self._overtakings + 1 if overtakes else 0
        return live if overtakes or not batch else batch

    def _has_room(self) -> bool:
        return self.is_closed or self.limit is None or len(self.under_way) < self.limit


def check_limit(limit: int | None) -> int | None:
    """Return a limit, or raise `ArgumentError`."""
    is_number = isinstance(limit, int) and not isinstance(limit, bool)
    if limit is not None and not (is_number and limit > 0):
        remedy = "must be a whole number above 0, or None for no limit"
        raise ArgumentError("concurrency_limit", limit, remedy)
    return limit
