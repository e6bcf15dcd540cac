"""A command for an operation: it reads options, asks where it must, calls, and shows the answer."""

from __future__ import annotations

import json
import sys
import warnings
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import typer

from smallestai.cli import _output, _table
from smallestai.cli._client import connect
from smallestai.cli.atoms_bodies import arguments_of, check_people
from smallestai.cli.atoms_operations import operations
from smallestai.cli.atoms_options import option_of, signature_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from smallestai import SmallestAI
    from smallestai.cli.atoms_operations import Operation

_PREFIX = "field_"


def commands_of(namespace: str, noun: str) -> dict[str, Callable[..., None]]:
    """Return the commands of a namespace by their names.

    Args:
        namespace: Its name on `client.atoms`.
        noun: What it is about, in the singular: left out of the names of commands.
    """
    return {_name(one.method, noun): _command(one) for one in operations(namespace)}


def _name(method: str, noun: str) -> str:
    """Return ``create`` for ``create_agent`` in ``agents``, ``get-workflow`` and so on."""
    verb, _, rest = method.partition("_")
    for plural in (f"{noun}s", f"{noun}es", noun):
        if rest == plural or rest.startswith(f"{plural}_"):
            rest = rest.removeprefix(plural).lstrip("_")
            break
    return "-".join(filter(None, (verb, rest.replace("_", "-"))))


def _command(operation: Operation) -> Callable[..., None]:
    def run(**given: Any) -> None:
        _run(operation, given)

    signature = signature_of(operation)
    run.__signature__ = signature  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    run.__doc__ = _help(operation)
    return run


def _help(operation: Operation) -> str:
    data = operation.data
    old = " (deprecated)" if data.get("deprecated") else ""
    summary = data["summary"].rstrip(".") + old + "."
    text = " ".join(data.get("description", "").split())
    return "\n\n".join(filter(None, (summary, text, f"Operation {operation.id}.")))


def _run(operation: Operation, given: dict[str, Any]) -> None:
    fields = {
        name.removeprefix(_PREFIX): value
        for name, value in given.items()
        if name.startswith(_PREFIX)
    }
    with ExitStack() as files:
        arguments = arguments_of(operation, fields, given.get("json_body"), files)
        if given.get("every"):
            arguments = _unpaged(operation, arguments)
        elif given.get("most") is not None:
            raise typer.BadParameter("goes with --all", param_hint="--max")
        if operation.id == "audienceCreate":
            check_people(arguments)
        _ask(operation, given)
        client = files.enter_context(connect(given["api_key"], given["base_url"], given["sandbox"]))
        with warnings.catch_warnings(), _output.progress("asking"):
            warnings.simplefilter("always", DeprecationWarning)
            answer = _call(client, operation, arguments, given)
    _show(answer, given["as_json"], is_listing=operation.iterator is not None)


def _call(
    client: SmallestAI, operation: Operation, arguments: dict[str, Any], given: dict[str, Any]
) -> Any:
    namespace = getattr(client.atoms, operation.namespace)
    if given.get("every") and operation.iterator:
        entries = getattr(namespace, operation.iterator)(**arguments, limit=given["most"])
        return [entry.to_dict() for entry in entries]
    answer = getattr(namespace.with_raw_response, operation.method)(**arguments)
    is_json = "json" in answer.headers.get("content-type", "")
    return json.loads(answer.body) if is_json else answer.body


def _show(answer: Any, as_json: bool, *, is_listing: bool) -> None:
    if isinstance(answer, bytes):
        _output.write(answer)
    elif as_json:
        _output.write_json(answer)
    else:
        _table.show(answer, is_listing=is_listing)


def _unpaged(operation: Operation, arguments: dict[str, Any]) -> dict[str, Any]:
    """Refuse what picks one page, where all are asked for."""
    from inspect import signature

    from smallestai.cli.atoms_operations import method_of

    taken = signature(method_of(operation.namespace, operation.iterator or "")).parameters
    for field in operation.fields:
        if field.name in arguments and (field.name not in taken or field.name == "limit"):
            raise typer.BadParameter("picks a page: not with --all", param_hint=option_of(field))
    return arguments


def _ask(operation: Operation, given: dict[str, Any]) -> None:
    """Ask before something is lost or somebody is called.

    Raises:
        typer.Abort: The answer was no.
        typer.BadParameter: There is nobody to ask.
    """
    if operation.question is None or given["yes"]:
        return
    if not (_output.is_terminal(sys.stdin) and _output.is_terminal(sys.stderr)):
        raise typer.BadParameter(
            f"{operation.question} Without a terminal to ask on, it must be given",
            param_hint="--yes",
        )
    typer.confirm(f"{operation.question} Go on?", abort=True, err=True)
