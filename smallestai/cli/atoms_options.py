"""Arguments and options of commands, made from the fields of an operation."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smallestai.cli._options import ApiKey, AsJson, BaseUrl, Debug, Embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smallestai.cli.atoms_operations import Field, Operation

COMMON = {
    "as_json": (AsJson, False),
    "sandbox": (Embedded, False),
    "api_key": (ApiKey, None),
    "base_url": (BaseUrl, None),
    "_debug": (Debug, False),
}
"""What every command has besides: annotation and default."""

_JSON_BODY = Annotated[
    str | None,
    typer.Option(
        "--json-body",
        metavar="JSON",
        help="The whole body; options beside it win. @file reads a file, - standard input.",
    ),
]
_ALL = Annotated[bool, typer.Option("--all", help="All pages, not one.")]
_MAX = Annotated[int | None, typer.Option("--max", min=0, help="With --all: no more than so many.")]
_YES = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

_PLAIN: dict[str, type] = {"integer": int, "number": float, "boolean": bool, "file": Path}
_MORE = {"json": "JSON", "text": "TEXT"}


def signature_of(operation: Operation) -> inspect.Signature:
    """Return the signature that makes Typer offer what an operation takes."""
    made = [*map(_field, operation.fields), *_extras(operation)]
    made += [_parameter(name, *about) for name, about in COMMON.items()]
    return inspect.Signature(made)


def option_of(field: Field) -> str:
    """Return what a person types for a field: ``ID`` in a path, ``--name`` elsewhere."""
    name = field.name.rstrip("_")
    return name.upper() if field.place == "path" else f"--{name.replace('_', '-')}"


def _extras(operation: Operation) -> Iterator[inspect.Parameter]:
    if any(field.place == "body" for field in operation.fields):
        yield _parameter("json_body", _JSON_BODY, None)
    if operation.iterator:
        yield _parameter("every", _ALL, False)
        yield _parameter("most", _MAX, None)
    if operation.question:
        yield _parameter("yes", _YES, False)


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def _field(field: Field) -> inspect.Parameter:
    if field.place == "path":
        argument = typer.Argument(metavar=option_of(field), help=field.help, show_default=False)
        return _parameter(f"field_{field.name}", Annotated[str, argument], inspect.Parameter.empty)
    options: dict[str, Any] = {"help": _help(field), "show_default": False}
    if field.kind in ("integer", "number"):
        low, high = field.item.get("minimum"), field.item.get("maximum")
        options |= {"min": low, "max": high}
    if field.kind in _MORE:
        options["metavar"] = _MORE[field.kind]
    if field.kind == "file":
        options |= {"exists": True, "dir_okay": False}
    kind = _type(field)
    return _parameter(
        f"field_{field.name}",
        Annotated[(list[kind] if field.is_list else kind) | None, _option(field, options)],  # type: ignore[valid-type]
        None,
    )


def _option(field: Field, options: dict[str, Any]) -> Any:
    name = option_of(field)
    both = f"{name}/--no-{name.removeprefix('--')}"
    return typer.Option(both if field.kind == "boolean" else name, **options)


def _type(field: Field) -> Any:
    if field.kind == "choice":
        values = [value for value in field.item["enum"] if value]
        return StrEnum(_title(field.name), {f"v{at}": value for at, value in enumerate(values)})
    return _PLAIN.get(field.kind, str)


def _title(name: str) -> str:
    return "".join(part.title() for part in re.split("_+", name))


def _help(field: Field) -> str:
    more = [
        "Give it again for each." * field.is_list,
        "JSON, or @file." * (field.kind == "json"),
        "Needed." * field.is_required,
    ]
    return " ".join(filter(None, (field.help, *more)))
