"""Where things are written: results on standard output, words for people on standard error."""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from smallestai.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class ReaderGoneError(Exception):
    """Whoever read our standard output has gone; there is nobody left to tell."""


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person is at the other end; a stream that was closed before is None."""
    return stream is not None and stream.isatty()


def note(line: str) -> None:
    """Write one line for people, where there is somewhere to write it."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def write(data: bytes) -> None:
    """Write to standard output at once.

    Raises:
        ReaderGoneError: The pipe has no reader any more.
        OutputError: It cannot be written for another reason, such as a full disk.
    """
    if sys.stdout is None:
        raise OutputError("standard output", "it is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        _silence_exit()
        raise ReaderGoneError from error
    except OSError as error:
        raise OutputError("standard output", error.strerror or str(error)) from error


def _silence_exit() -> None:
    """Point standard output at nothing, so that the interpreter's last flush fails not as well."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def write_json(value: Any) -> None:
    """Write a value as one line of JSON."""
    try:
        data = json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # the name of a file need not be text: JSON has escapes for it
        data = json.dumps(value).encode()
    write(data + b"\n")


def write_table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows for a person on a terminal; into a pipe, as lines of tab-separated columns."""
    if not is_terminal(sys.stdout):
        lines = ["\t".join(names), *("\t".join(row) for row in rows)]
        write("".join(f"{line}\n" for line in lines).encode())
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*names, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*row)
    Console().print(table)


@contextmanager
def progress(text: str) -> Iterator[Callable[[float], None]]:
    """Show that something is going on, on a terminal only.

    Yields:
        What to call with the seconds of audio received so far.
    """
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(text) as status:
        yield lambda seconds: status.update(f"{text} {seconds:.1f} s")
