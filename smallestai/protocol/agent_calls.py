"""The calls of a client's functions: which wait for a result, and until when.

Each function says how long the agent waits for it, 15 s unless it is said, and whether it waits at
all. A result that comes later is refused by the service, so it is not sent. Source: components
`ClientTool` and `AgentFunctionCall` in `openapi/atoms.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_MS = 15_000
SHORTEST_MS, LONGEST_MS = 1_000, 60_000  # the service holds other times to these
LARGEST_OUTPUT = 65_536  # bytes


class Calls:
    """The calls of one session.

    Args:
        tools: The functions as they are declared.
    """

    def __init__(self, tools: Sequence[dict[str, Any]]) -> None:
        self._limits: dict[str, float | None] = {}
        self._due: dict[str, float] = {}
        self.declare(tools)

    def declare(self, tools: Sequence[dict[str, Any]]) -> None:
        """Take other functions; the agent goes on waiting for those under way."""
        self._limits = {tool["name"]: _seconds(tool) for tool in tools}

    def called(self, call_id: str, name: str, now: float) -> None:
        """Take a call."""
        limit = self._limits.get(name, DEFAULT_MS / 1000)
        if limit is not None:
            self._due[call_id] = now + limit

    def answered(self, call_id: str, now: float) -> bool:
        """Take a result; whether anybody waits for it."""
        return self._due.pop(call_id, -1.0) >= now

    def late(self, call_id: str | None) -> None:
        """Take that the agent has stopped waiting: for one call, or the one that was due first."""
        name = call_id or min(self._due, key=self._due.__getitem__, default=None)
        if name is not None:
            self._due.pop(name, None)

    def forget(self) -> None:
        """Forget every call: the session they were made in is gone."""
        self._due.clear()


def _seconds(tool: dict[str, Any]) -> float | None:
    if tool.get("expectsResponse") is False:
        return None
    return float(min(max(tool.get("timeout_ms", DEFAULT_MS), SHORTEST_MS), LONGEST_MS) / 1000)
