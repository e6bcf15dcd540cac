"""What went wrong, as one line and one exit status."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import typer

from smallestai.errors import (
    APIConnectionError,
    ArgumentError,
    ConfigurationError,
    OutputError,
    SmallestError,
    StreamClosedError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class ExitStatus(IntEnum):
    """The exit statuses of the command."""

    DONE = 0
    SERVICE = 1
    USAGE = 2
    OUTPUT = 3
    CONNECTION = 4
    INTERRUPTED = 130


_STATUSES: tuple[tuple[type[SmallestError], ExitStatus], ...] = (
    (ConfigurationError, ExitStatus.USAGE),
    (ArgumentError, ExitStatus.USAGE),
    (OutputError, ExitStatus.OUTPUT),
    (APIConnectionError, ExitStatus.CONNECTION),
    (StreamClosedError, ExitStatus.CONNECTION),
)

# Typer has a click of its own or uses the installed one: this is its UsageError in either case.
UsageError: Any = typer.BadParameter.__mro__[1]

_OPTIONS: Mapping[str, str] = {
    "text": "TEXT",
    "source": "FILE",
    "file": "FILE",
    "path": "FILE",
    "messages": "PROMPT",
    "words": "WORD=SAID",
    "voice": "--voice",
    "voice_id": "--voice",
    "display_name": "--name",
    "diarize": "--diarize",
    "temperature": "--temperature",
    "max_tokens": "--max-tokens",
    "model": "--model",
    "language": "--language",
    "speed": "--speed",
    "sample_rate": "--sample-rate",
    "output_format": "--format",
    "transport": "--transport",
    "base_url": "--base-url",
    "api_key": "--api-key",
}


def status_of(error: SmallestError) -> ExitStatus:
    """Return the exit status that says which kind of failure this is."""
    for kind, status in _STATUSES:
        if isinstance(error, kind):
            return status
    return ExitStatus.SERVICE


def line_of(error: BaseException) -> str:
    """Return the failure as one line, with the command's own names for what was given."""
    if isinstance(error, ArgumentError) and error.argument in _OPTIONS:
        text = f"{_OPTIONS[error.argument]} {error.value!r}: {_typed(error.remedy)}"
    else:
        text = str(error) or type(error).__name__
    return " ".join(text.split())


def usage_line(error: Any) -> str:
    """Return what is wrong with the usage as one line: the option, the value where known, why."""
    found = re.match(r"Invalid value for '?(.+?)'?: (.*)", error.format_message(), re.DOTALL)
    text = f"{found[1]}{_given(error)}: {found[2]}" if found else error.format_message()
    return " ".join(text.replace(": Value error, ", ": ").split())


def _given(error: Any) -> str:
    """Return the value that a newer Typer, which checks by Pydantic, does not tell."""
    problems: Any = getattr(error.__cause__, "errors", list)()
    value = problems[0].get("input") if problems else None
    is_told = not isinstance(value, str | int | float) or str(value) in error.message
    return "" if is_told else f" {value!r}"


def _typed(remedy: str) -> str:
    """Return a remedy with what is typed here in place of Python's arguments."""
    remedy = remedy.replace(", or pass allow_private_urls=True", "")
    remedy = remedy.replace("pass encoding= and sample_rate=", "use --live and --sample-rate")
    return re.sub(r"\b(\w+)='(\w+)'", _option, remedy)


def _option(found: re.Match[str]) -> str:
    name, value = found.groups()
    return f"{_OPTIONS[name]} {value}" if name in _OPTIONS else found[0]
