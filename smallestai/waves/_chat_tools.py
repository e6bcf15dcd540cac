"""Rounds of a chat in which the model calls Python functions. Blocking and async."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from smallestai._logging import logger
from smallestai._tools import text_of, tools_of
from smallestai.errors import ArgumentError, SmallestError
from smallestai.waves._chat_messages import wire_messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from smallestai._tools import Tool
    from smallestai.protocol.chat import ChatCompletion, ToolCall
    from smallestai.waves._chat_messages import Messages

_MOST_ROUNDS = 100


class ChatRun:
    """A chat in which functions were called; made by `Chat.run`.

    Attributes:
        messages: The whole conversation, calls, their results and the answer included: what to go
            on with.
        completions: The answers of the model, one for each round.
    """

    def __init__(
        self,
        messages: Messages,
        tools: Iterable[Any],
        max_rounds: int,
        settings: Mapping[str, Any],
        *,
        blocking: bool,
    ) -> None:
        self.messages: list[dict[str, Any]] = wire_messages(messages)
        self.completions: list[ChatCompletion] = []
        self._left = _rounds(max_rounds)
        self._tools = _callable(tools, blocking=blocking)
        self._settings = dict(settings)

    def __getstate__(self) -> dict[str, Any]:
        # An error that holds a run must reach another process: its functions may not.
        return {**vars(self), "_tools": {}, "_settings": {}}

    def __repr__(self) -> str:
        return f"<ChatRun of {len(self.completions)} rounds, {len(self.messages)} messages>"

    @property
    def completion(self) -> ChatCompletion:
        """The last answer."""
        return self.completions[-1]

    @property
    def text(self) -> str:
        """The text of the last answer."""
        return self.completion.text

    @property
    def goes_on(self) -> bool:
        """Whether the model is to be asked: at first, and when calls have been answered."""
        return self._left > 0 and not (self.completions and self.messages[-1]["role"] != "tool")

    def options(self) -> Any:
        """Return the options of the next round; in the last one nothing can be called any more."""
        self._left -= 1
        if self._left == 0:
            self._settings["tool_choice"] = "none"
        elif self.completions:
            self._settings.pop("tool_choice", None)  # a forced call is forced once
        return {**self._settings, "tools": list(self._tools.values())}

    def take(self, completion: ChatCompletion) -> list[ToolCall]:
        """Take an answer and return the calls that are to be carried out now."""
        self.completions.append(completion)
        self.messages.append(completion.message.to_dict())
        return list(completion.message.tool_calls or ()) if self._left else []

    def answer(self, calls: Sequence[ToolCall], results: Sequence[str]) -> None:
        """Take the results of the calls."""
        for call, result in zip(calls, results, strict=True):
            self.messages.append({"role": "tool", "tool_call_id": call.id, "content": result})

    @contextmanager
    def blamed(self) -> Iterator[None]:
        """Put what was done so far on an error that ends it."""
        try:
            yield
        except SmallestError as error:
            error.received = self
            raise

    def bound(self, call: ToolCall) -> tuple[Tool, Callable[[], Any]]:
        """Return the tool of a call, and the call itself, ready to be made.

        Raises:
            ArgumentError: There is no such tool, or its arguments do not fit.
            RemoteProtocolError: They are no JSON object.
        """
        tool = self._tools.get(call.name)
        if tool is None or tool.function is None:
            raise ArgumentError("tool", call.name, f"is none of {', '.join(self._tools)}")
        function, arguments = tool.function, tool.bind(call.arguments())
        return tool, lambda: function(**arguments)


def carry_out_all(run: ChatRun, calls: Sequence[ToolCall]) -> list[str]:
    """Carry out the calls of one round at once, each in a thread, and return their results."""
    if not calls:
        return []
    from concurrent.futures import ThreadPoolExecutor
    from contextvars import copy_context

    with ThreadPoolExecutor(len(calls), "smallestai-tool") as threads:
        under_way = [threads.submit(copy_context().run, _carry_out, run, call) for call in calls]
        return [each.result() for each in under_way]


async def async_carry_out_all(run: ChatRun, calls: Sequence[ToolCall]) -> list[str]:
    """Carry out the calls of one round at once and return their results."""
    from asyncio import gather

    return await gather(*(_async_carry_out(run, call) for call in calls))


def _carry_out(run: ChatRun, call: ToolCall) -> str:
    """Carry out a call; a fault of it is told to the model."""
    try:
        return text_of(run.bound(call)[1]())
    except Exception as error:
        return _fault(call, error)


async def _async_carry_out(run: ChatRun, call: ToolCall) -> str:
    """Carry out a call: on the loop where it can be awaited, else in a thread."""
    from asyncio import to_thread

    try:
        tool, made = run.bound(call)
        return text_of(await made() if tool.is_async else await to_thread(made))
    except Exception as error:
        return _fault(call, error)


def _fault(call: ToolCall, error: Exception) -> str:
    logger.info("the tool %s failed: %s", call.name, type(error).__name__)
    return text_of({"error": f"{type(error).__name__}: {error}"})


def _rounds(given: int) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or not 1 <= given <= _MOST_ROUNDS:
        raise ArgumentError("max_rounds", given, f"must be a whole number from 1 to {_MOST_ROUNDS}")
    return given


def _callable(given: Iterable[Any], *, blocking: bool) -> dict[str, Tool]:
    tools = tools_of(given)
    for tool in tools.values():
        if tool.function is None:
            remedy = "has no function to call: pass one, or use create and answer its calls"
            raise ArgumentError("tools", tool.name, remedy)
        if blocking and tool.is_async:
            raise ArgumentError("tools", tool.name, "is async: use AsyncSmallestAI")
    if not tools:
        raise ArgumentError("tools", "no tools", "must be given; without any, use create")
    return tools
