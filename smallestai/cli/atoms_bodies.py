"""What was typed, as the arguments of a method."""

from __future__ import annotations

import json
import sys
from enum import Enum
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

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
            raise typer.BadParameter("is needed", param_hint=option_of(field))
    return found


def _from_body(operation: Operation, whole: str) -> dict[str, Any]:
    body = _json(whole, "--json-body")
    if not isinstance(body, dict):
        raise typer.BadParameter("must be a JSON object", param_hint="--json-body")
    names = {field.wire: field.name for field in operation.fields if field.place == "body"}
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
    return _json(value, option_of(field)) if field.kind == "json" else value


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
