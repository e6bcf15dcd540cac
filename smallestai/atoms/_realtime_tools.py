"""Python functions as the client's functions of a session with an agent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from smallestai._tools import Function, Tool, tool_of
from smallestai.errors import ArgumentError
from smallestai.protocol.agent_calls import LONGEST_MS, SHORTEST_MS


@dataclass(frozen=True, slots=True)
class AgentTool:
    """A function that an agent may call, and for how long it waits for the result.

    Args:
        function: A function, sync or async; a declaration in JSON, whose calls
            `AgentSession.send_tool_output` answers; or a `Tool`.
        timeout: Seconds the agent waits, 1 to 60; None is the session's ``tool_timeout``.
        expects_response: Whether the agent waits at all.

    Raises:
        ArgumentError: The timeout is out of range.
    """

    function: Function | Mapping[str, Any] | Tool
    timeout: float | None = None
    expects_response: bool = True

    def __post_init__(self) -> None:
        if self.timeout is not None:
            check_seconds("timeout", self.timeout)


AnyTool = Function | Mapping[str, Any] | Tool | AgentTool


def tools_of(
    given: Iterable[AnyTool] | None, timeout: float
) -> tuple[dict[str, Tool], list[dict[str, Any]]]:
    """Return tools by their names, and how they are declared.

    Raises:
        ArgumentError: One cannot be described, or two have the same name.
    """
    if isinstance(given, Mapping | str | Tool | AgentTool) or callable(given):
        raise ArgumentError("tools", given, "must be a list of them")
    tools: dict[str, Tool] = {}
    declared: list[dict[str, Any]] = []
    for each in given or ():
        asked = each if isinstance(each, AgentTool) else _wrapped(each)
        tool = tool_of(asked.function)
        if tool.name in tools:
            raise ArgumentError("tools", tool.name, "is the name of two tools")
        tools[tool.name] = tool
        seconds = timeout if asked.timeout is None else asked.timeout
        declared.append(
            {
                **tool.hydra(),
                "timeout_ms": round(seconds * 1000),
                "expectsResponse": asked.expects_response,
            }
        )
    return tools, declared


def check_seconds(argument: str, seconds: float) -> None:
    """Raise `ArgumentError` unless an agent can wait for so many seconds."""
    is_number = isinstance(seconds, int | float) and not isinstance(seconds, bool)
    if not is_number or not SHORTEST_MS <= seconds * 1000 <= LONGEST_MS:
        remedy = f"must be seconds from {SHORTEST_MS // 1000} to {LONGEST_MS // 1000}"
        raise ArgumentError(argument, seconds, remedy)


def _wrapped(given: Function | Mapping[str, Any] | Tool) -> AgentTool:
    """Return a tool with what its declaration says, where it is one."""
    if not isinstance(given, Mapping):
        return AgentTool(given)
    waits = given.get("timeout_ms")
    return AgentTool(
        given,
        None if waits is None else waits / 1000,
        given.get("expectsResponse") is not False,
    )
