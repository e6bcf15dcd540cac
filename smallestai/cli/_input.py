"""What people give as text: as an argument, or on standard input."""

from __future__ import annotations

import codecs
import os
import sys

import typer

_STDIN = "standard input"


def text_of(given: str | None, name: str, what: str) -> str:
    """Return a text that is an argument, or that is piped in where there is none or ``-``.

    Args:
        given: The argument.
        name: Its name, for the error.
        what: What it is, for the error, such as ``a question``.

    Raises:
        typer.BadParameter: Nothing is given, or what is given is no text.
    """
    if given not in (None, "-"):
        return argument(str(given), name)
    if sys.stdin is None or (given is None and sys.stdin.isatty()):
        raise typer.BadParameter(f"give {what}, or pipe one in", param_hint=name)
    try:
        return sys.stdin.buffer.read().decode(encoding()).strip()
    except UnicodeDecodeError as error:
        raise no_text(error) from error


def argument(text: str, name: str) -> str:
    """Return an argument as it was typed, also in the C locale, which knows ASCII alone.

    Raises:
        typer.BadParameter: It is no text.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(text).decode()
        except UnicodeError as error:
            raise typer.BadParameter("is not utf-8 text", param_hint=name) from error
    return text


def encoding() -> str:
    """Return how standard input is encoded; in the C locale it is UTF-8 rather than ASCII."""
    name = codecs.lookup(sys.stdin.encoding).name
    return "utf-8" if name == "ascii" else name


def no_text(error: UnicodeDecodeError) -> typer.BadParameter:
    """Return what to say of standard input that cannot be decoded."""
    return typer.BadParameter(f"is not {error.encoding} text", param_hint=_STDIN)
