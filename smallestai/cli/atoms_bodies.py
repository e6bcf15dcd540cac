"""What was typed, as the arguments of a method."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from enum import Enum
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from smallestai.cli import _output
from smallestai.cli._errors import UsageError
from smallestai.cli._input import argument
from smallestai.cli._table import printable
from smallestai.cli.atoms_options import option_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import ExitStack

    from smallestai.cli.atoms_operations import Field, Operation


def arguments_of(
    operation: Operation, given: Mapping[str, Any], whole: str | None, files: ExitStack
) -> dict[str, Any]:
    """Return a method's arguments.

    Args:
        operation: What is called.
        given: The options by the names of the arguments; None for one that was not given.
        whole: What ``--json-body`` was given.
        files: Closes what is opened here.

    Raises:
        typer.BadParameter: Something is missing, unknown, or no JSON.
    """
    fields = {field.name: field for field in operation.fields}
    found = _from_body(operation, whole) if whole is not None else {}
    for name, value in given.items():
        if value is not None and value != []:
            found[name] = _value(fields[name], value, files)
    for field in operation.fields:
        if field.is_required and field.name not in found:
            raise UsageError(f"{option_of(field)} is needed")
    return found


def check_people(arguments: Mapping[str, Any]) -> None:
    """Look at every row of a file of people to call, and say what is wrong with each.

    Raises:
        UsageError: There are rows that cannot be called.
    """
    from smallestai.atoms._contacts import ContactsError, check_contacts

    file = arguments["file"]
    columns = arguments["phone_number_column_name"], arguments.get("identifier_column_name")
    try:
        check_contacts(file.payload.read(), file.file_name, *columns)
    except ContactsError as error:
        for problem in error.problems:
            _output.note(printable(str(problem)))
        count = len({problem.row for problem in error.problems})
        rows = "a row" if count == 1 else f"{count} rows"
        message = f"{file.file_name}: {rows} of it cannot be used; nothing was sent"
        raise UsageError(message) from error
    file.payload.seek(0)


def _from_body(operation: Operation, whole: str) -> dict[str, Any]:
    body = _json(whole, "--json-body")
    if not isinstance(body, dict):
        raise typer.BadParameter("must be a JSON object", param_hint="--json-body")
    fields = [each for each in operation.fields if each.place == "body" and each.kind != "file"]
    names = {field.wire: field.name for field in fields}
    unknown = sorted(body.keys() - names)
    if unknown:
        known = ", ".join(sorted(names))
        raise typer.BadParameter(
            f"has no field {', '.join(unknown)}; there are {known}", param_hint="--json-body"
        )
    return {names[wire]: value for wire, value in body.items()}


def _value(field: Field, value: Any, files: ExitStack) -> Any:
    if field.is_list:
        return [_item(field, each, files) for each in value]
    return _item(field, value, files)


def _item(field: Field, value: Any, files: ExitStack) -> Any:
    if field.place == "path" and value in ("", ".", ".."):
        raise typer.BadParameter(f"{value!r} is no id", param_hint=option_of(field))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return _file(value, files)
    if isinstance(value, str):
        value = argument(value, option_of(field))
    if field.place == "body" and field.item.get("format") == "date-time":
        _check_moment(value, option_of(field))
    return _json(value, option_of(field)) if field.kind == "json" else value


def _check_moment(text: str, option: str) -> None:
    try:
        is_whole = datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        is_whole = False
    if not is_whole:
        message = f"{text!r} must be a date, a time and its zone, such as 2030-05-31T09:30:00Z"
        raise typer.BadParameter(message, param_hint=option)


def _file(path: Path, files: ExitStack) -> Any:
    from smallestai_atoms.types import File

    kind = guess_type(path.name)[0] or "application/octet-stream"
    return File(files.enter_context(path.open("rb")), path.name, kind)


def _json(text: str, option: str) -> Any:
    """Return what JSON says: given as it is, in a file (@name), or on standard input (-)."""
    try:
        if text.startswith("@"):
            text = Path(text[1:]).read_text(encoding="utf-8")
        elif text == "-" and sys.stdin is not None:
            text = sys.stdin.read()
        return json.loads(text)
    except OSError as error:
        raise typer.BadParameter(f"{text[1:]}: {error.strerror}", param_hint=option) from error
    except (ValueError, RecursionError) as error:
        raise typer.BadParameter(f"is no JSON: {error}", param_hint=option) from error
