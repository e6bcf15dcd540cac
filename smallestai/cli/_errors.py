"""What went wrong, as one line and one exit status."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

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

_OPTIONS: Mapping[str, str] = {
    "text": "TEXT",
    "source": "FILE",
    "file": "FILE",
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
        text = f"{_OPTIONS[error.argument]} {error.value!r}: {error.remedy}"
    else:
        text = str(error) or type(error).__name__
    return " ".join(text.split())
