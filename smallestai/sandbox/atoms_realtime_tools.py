"""The tools of an agent: those that the client declares on the socket, and the agent's own.

A tool of the client is asked for with a `function_call`. Its result is waited for as long as the
tool says, unless the tool gives none. Of the agent's own tools, which its prompt has,
`end_call` and `transfer_call` end the call; every other says that all is well, and contacts nobody.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_BYTES = 65536
"""The size of the largest result, in bytes of UTF-8."""

_USUAL, _SHORTEST, _LONGEST = 15000, 1000, 60000  # milliseconds
_ENDINGS = ("end_call", "transfer_call")


class ToolError(Exception):
    """A declaration or a result that is refused.

    Args:
        code: The code of the error frame.
        message: What is wrong.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


@frozen
class ClientTool:
    """A tool of the client.

    Attributes:
        name: Its name.
        declared: What was said of it.
        seconds: How long its result is waited for.
        answers: Whether it has a result.
    """

    name: str
    declared: Mapping[str, Any]
    seconds: float
    answers: bool


class Tools:
    """The tools of one session.

    Args:
        own: The agent's own tools, as its workflow has them.
    """

    def __init__(self, own: Iterable[Mapping[str, Any]]) -> None:
        self._own = {each["name"]: each["type"] for each in own if each.get("enabled", True)}
        self._declared: dict[str, ClientTool] = {}
        self._waiting: dict[str, asyncio.Future[str]] = {}

    @property
    def names(self) -> list[str]:
        """The names of the client's tools, in the order declared."""
        return [*self._declared]

    def declare(self, tools: Any) -> None:
        """Put these tools in the place of all that the client has declared.

        Raises:
            ToolError: They are refused; those declared before stay.
        """
        if not isinstance(tools, list):
            raise ToolError("invalid_tools", "tools must be a list")
        declared: dict[str, ClientTool] = {}
        for each in tools:
            tool = _tool(each)
            if tool.name in self._own:
                raise ToolError("tool_name_conflict", f"The agent has a tool '{tool.name}' itself")
            if tool.name in declared:
                raise ToolError("tool_name_conflict", f"Two tools are named '{tool.name}'")
            declared[tool.name] = tool
        self._declared = declared

    def find(self, name: str) -> ClientTool | None:
        """Return a tool of the client."""
        return self._declared.get(name)

    def has_own(self, name: str) -> bool:
        """Return whether the agent itself has a tool; it can always end the call."""
        return name in self._own or name in _ENDINGS

    def ends_call(self, name: str) -> bool:
        """Return whether a tool of the agent ends the call."""
        return self._own.get(name, name) in _ENDINGS

    def schemas(self) -> list[dict[str, Any]]:
        """Return the client's tools as chat completions declare them."""
        return [
            {"type": "function", "function": dict(tool.declared)}
            for tool in self._declared.values()
        ]

    def expect(self, call_id: str) -> asyncio.Future[str]:
        """Return what the result of a call will be in; once cancelled, it takes none."""
        future = self._waiting[call_id] = asyncio.get_running_loop().create_future()
        return future

    def settle(self, call_id: str, output: str) -> None:
        """Take the result of a call.

        Raises:
            ToolError: Nobody waits for it, or it is too large; then the call goes on waiting.
        """
        future = self._waiting.get(call_id)
        if future is None or future.done():
            raise ToolError("unknown_call_id", f"No result is waited for under '{call_id}'")
        if len(output.encode()) > MOST_BYTES:
            raise ToolError("result_too_large", f"A result has at most {MOST_BYTES} bytes")
        future.set_result(output)


def _tool(declared: Any) -> ClientTool:
    if not isinstance(declared, dict) or not _is_name(declared.get("name")):
        raise ToolError("invalid_tools", "Every tool needs a name")
    name = declared["name"]
    if declared.get("type", "function") != "function":
        raise ToolError("invalid_tools", f"The type of '{name}' must be function")
    if not isinstance(declared.get("parameters", {}), dict):
        raise ToolError("invalid_tools", f"The parameters of '{name}' must be a JSON Schema")
    wait, answers = declared.get("timeout_ms", _USUAL), declared.get("expectsResponse", True)
    if isinstance(wait, bool) or not isinstance(wait, int | float):
        raise ToolError("invalid_tools", f"The timeout_ms of '{name}' must be a number")
    if not isinstance(answers, bool):
        raise ToolError("invalid_tools", f"The expectsResponse of '{name}' must be a boolean")
    seconds = min(max(wait, _SHORTEST), _LONGEST) / 1000
    return ClientTool(name, declared, seconds, answers)


def _is_name(name: Any) -> bool:
    return isinstance(name, str) and bool(name.strip())
