"""A call of an operation through our client, with no more arguments than it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scripts.docs_schemas import sample

if TYPE_CHECKING:
    from scripts.docs_operations import Argument, Operation

WIDTH = 88


def call(one: Operation) -> str:
    """Return a call as Python, over as many lines as it needs."""
    given = [each for each in one.arguments() if each.is_required]
    if not any(each.place == "body" for each in given) and _asks_for_something(one):
        given += [each for each in one.arguments() if each.place == "body"][:1]
    arguments = [_spelt(one, each) for each in given]
    start = f"{_name(one)} = {one.service.client}.{one.namespace}.{one.name}("
    line = f"{start}{', '.join(arguments)})"
    if len(line) <= WIDTH or not arguments:
        return line
    return start + "\n" + "".join(f"    {each},\n" for each in arguments) + ")"


def _asks_for_something(one: Operation) -> bool:
    """Tell whether a call without any field of its body would be for nothing."""
    schemas = map(one.service.resolved, one.body.values())
    return one.method in ("PATCH", "PUT") or any(each.get("minProperties") for each in schemas)


def _spelt(one: Operation, argument: Argument) -> str:
    value = sample(one.service, argument.schema, argument.wire)
    return f"{argument.name}={_literal(value)}"


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_literal(k)}: {_literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return 'open("file", "rb")' if isinstance(value, bytes) else repr(value)


def _name(one: Operation) -> str:
    """Return a variable for the answer."""
    return "page" if one.iterator is not None else "answer"
