"""Calling the functions the other side asks for, and what it is told of them."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import threading
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from smallestai._logging import logger, redact
from smallestai._tools import text_of
from smallestai.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from smallestai._tools import Tool

T = TypeVar("T")


def bound(tool: Tool, arguments: str | None) -> dict[str, Any]:
    """Return the keyword arguments of a call from their JSON.

    Raises:
        ArgumentError: They are no JSON object, or do not fit the function.
    """
    try:
        return tool.bind(msgspec.json.decode(arguments or "{}"))
    except msgspec.DecodeError as error:
        raise ArgumentError("arguments", arguments, "must be JSON") from error


def called(tool: Tool, arguments: str | None, key: str) -> tuple[str, bool]:
    """Call a function and wait for it; an async one gets an event loop of its own.

    Returns:
        What the caller is told, and whether it failed.
    """
    assert tool.function is not None  # noqa: S101 - the caller has looked
    try:
        result = tool.function(**bound(tool, arguments))
        if inspect.isawaitable(result):
            result = asyncio.run(_awaited(result))
        return text_of(result), False
    except Exception as error:
        return excuse(tool, error, key), True


async def called_async(tool: Tool, arguments: str | None, key: str) -> tuple[str, bool]:
    """Call a function without keeping the event loop waiting; see `called`."""
    if not tool.is_async:
        return await in_thread(lambda: called(tool, arguments, key))
    assert tool.function is not None  # noqa: S101 - the caller has looked
    try:
        return text_of(await tool.function(**bound(tool, arguments))), False
    except Exception as error:
        return excuse(tool, error, key), True


def excuse(tool: Tool, error: Exception, key: str) -> str:
    """Return what the caller is told of an exception, and log the whole of it.

    The message of an exception may hold what no caller should hear, so it is told for arguments
    only: those are the caller's own, and it may do better.
    """
    text = "".join(traceback.format_exception(error))
    logger.warning("the function %s failed: %s", tool.name, redact(text, key))
    reason = error.message if isinstance(error, ArgumentError) else type(error).__name__
    return text_of({"error": f"{tool.name} failed: {redact(reason, key)}"})


def unknown(name: str | None) -> str:
    """Return what the caller is told of a function that there is not."""
    return text_of({"error": f"there is no function {name!r}"})


def start_thread(name: str, call: Callable[[], object]) -> threading.Thread:
    """Start a thread that does not keep the program alive, in the caller's context."""
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=(call,), name=name, daemon=True)
    thread.start()
    return thread


async def in_thread(call: Callable[[], T]) -> T:
    """Call a function in a thread of its own; one that never ends keeps nobody waiting."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        result = call()
        with suppress(RuntimeError):  # the loop has been closed
            loop.call_soon_threadsafe(_resolve, done, result)

    start_thread("smallestai-tool", run)
    return await done


def _resolve(done: asyncio.Future[T], result: T) -> None:
    if not done.done():  # or nobody waits any more
        done.set_result(result)


async def _awaited(result: Awaitable[Any]) -> Any:
    return await result
