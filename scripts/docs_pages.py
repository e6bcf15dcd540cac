"""Markdown pages of operations and models."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

from scripts.docs_examples import call
from scripts.docs_helpers import Description, helpers
from scripts.docs_operations import attributes_of
from scripts.docs_schemas import code, limits, words
from smallestai._refusals import api_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scripts.docs_operations import Operation, Service

MODELS = "models/"
JSON = "application/json"
NOTE = "<!-- Made by scripts/docs.py from openapi/{}.yaml: change it there, then run make docs. -->"
TITLES = {
    "atoms": "Atoms: voice agents, operation by operation",
    "waves": "Waves: speech, operation by operation",
}
INTROS = {
    "atoms": "Every method below is on a client's namespace: `client.atoms.<group>.<method>`, and "
    "awaited on an `AsyncSmallestAI`. Each takes `request_options` besides, and has a twin under "
    "`with_raw_response` that returns status, headers and body too.",
    "waves": "Most programs want `client.waves.tts`, `client.waves.stt` and their like instead, "
    "which [Speaking](../speaking.md) and [Transcription](../transcription.md) tell of. Below is "
    "what the specification has, each method on `client.waves.api.<group>.<method>`.",
}


def pages(service: Service) -> dict[str, str]:
    """Return every page of a service: its text by its path."""
    groups: dict[str, list[Operation]] = {tag["name"]: [] for tag in service.spec["tags"]}
    for operation in service.operations():
        groups[operation.tag].append(operation)
    found = {"README.md": _index(service, groups)}
    for operations in groups.values():
        found[_file(operations[0])] = _group(service, operations)
    users = _users(groups)
    for name, schema in service.spec["components"]["schemas"].items():
        found[f"{MODELS}{name}.md"] = _model(service, name, schema, users.get(name, []))
    return {path: text.rstrip("\n") + "\n" for path, text in found.items()}


def _file(operation: Operation) -> str:
    return f"{operation.namespace}.md"


def _index(service: Service, groups: dict[str, list[Operation]]) -> str:
    schemas = service.spec["components"]["schemas"]
    said = _said(service)
    rows = [
        (f"[{tag}]({_file(operations[0])})", f"`{operations[0].namespace}`", prose(said[tag]))
        for tag, operations in groups.items()
    ]
    parts = [
        f"# {TITLES[service.name]}",
        NOTE.format(service.name),
        INTROS[service.name],
        "`client` is a `smallestai.SmallestAI()`. Refusals are exceptions: [Errors](../errors.md).",
        table(("Group", "Namespace", "What it holds"), rows),
        "## Models",
        "What goes in may be a model or a plain mapping; what comes out is a model.",
        ",\n".join(f"[{name}]({MODELS}{name}.md)" for name in schemas),
    ]
    return "\n\n".join(parts)


def _said(service: Service) -> dict[str, str]:
    return {tag["name"]: tag["description"] for tag in service.spec["tags"]}


def _group(service: Service, operations: list[Operation]) -> str:
    head = operations[0]
    more = _helpers(service, operations)
    rows = [(f"[{one.name}](#{one.name})", prose(one.data["summary"])) for one in operations]
    rows += [(f"[{name}](#{name})", prose(one.summary)) for name, (_, one) in more.items()]
    parts = [
        f"# {head.tag}",
        NOTE.format(service.name),
        prose(_said(service)[head.tag]),
        f"Namespace: `{service.client}.{head.namespace}`. [All groups](README.md)",
        table(("Method", "What it does"), rows),
        *(_operation(one) for one in operations),
        *(_helper(*each) for each in more.values()),
    ]
    return "\n\n".join(filter(None, parts))


def _helpers(service: Service, operations: list[Operation]) -> dict[str, tuple[Any, Description]]:
    """Return, by name, what the group's namespace has besides its operations."""
    taken = {one.name for one in operations}
    found = helpers(service, operations[0].namespace, taken)
    return {method.__name__: (method, Description(method)) for method in found}


def _helper(method: Any, said: Description) -> str:
    blocks = [_fence("python", text) if code else prose(text) for code, text in said.blocks]
    arguments = [(f"`{name}`", prose(text)) for name, text in said.arguments]
    errors = [(f"`{name}`", prose(text)) for name, text in said.errors]
    parts = [
        f"## {method.__name__}",
        prose(said.summary),
        _fence("python", _signature(method)),
        *blocks,
        table(("Argument", "Meaning"), arguments),
        f"Returns: {prose(said.returns)}" if said.returns else "",
        table(("Raises", "When"), errors),
    ]
    return "\n\n".join(filter(None, parts))


def _operation(one: Operation) -> str:
    old = "Deprecated." if one.data.get("deprecated") else ""
    parts = [
        f"## {one.name}",
        prose(f"{old} {one.data['summary']}"),
        prose(one.data.get("description", "")),
        f"`{one.method} {one.path}`, operation `{one.id}`",
        *_methods(one),
        _arguments(one),
        _replies(one),
        _errors(one),
    ]
    return "\n\n".join(filter(None, parts))


def _methods(one: Operation) -> list[str]:
    if one.function is None:
        says = "It answers with a stream of events"
        if one.method_of_client is None:
            return [f"{says}, which has no generated method."]
        return [f"{says}:", _fence("python", _signature(one.method_of_client))]
    parts = [_fence("python", _signature(one.method_of_client))]
    if one.iterator is not None:
        parts += ["Every entry, page after page:", _fence("python", _signature(one.iterator))]
    return [*parts, "Example:", _fence("python", call(one))]


def _signature(function: Any) -> str:
    signature = inspect.signature(function)
    lines = [f"    {one}," for one in _spelt(signature)]
    return f"def {function.__name__}(\n" + "\n".join(lines) + f"\n) -> {_answer(signature)}: ..."


def _spelt(signature: inspect.Signature) -> Iterable[str]:
    was_positional = True
    for one in signature.parameters.values():
        if one.kind is one.KEYWORD_ONLY and was_positional:
            was_positional = False
            yield "*"
        note = "" if one.annotation is one.empty else f": {one.annotation}"
        gap = " = " if note else "="
        yield one.name + note + ("" if one.default is one.empty else f"{gap}{one.default!r}")


def _answer(signature: inspect.Signature) -> str:
    return str(signature.return_annotation)


def _arguments(one: Operation) -> str:
    rows = [
        (
            f"`{each.name}`",
            "" if each.wire in (each.name, "") else f"`{each.wire}`",
            words(each.schema, MODELS),
            "; ".join(filter(None, ("required" * each.is_required, limits(each.schema)))),
            prose(each.description),
        )
        for each in one.arguments()
    ]
    return table(("Argument", "On the wire", "Type", "Limits", "Meaning"), rows)


def _replies(one: Operation) -> str:
    def row(status: str, reply: dict[str, Any]) -> tuple[str, str, str]:
        bodies = [
            words(content.get("schema", {}), MODELS) + (f", {kind}" if kind != JSON else "")
            for kind, content in reply.get("content", {}).items()
        ]
        return status, " or ".join(bodies) or "nothing", prose(reply["description"])

    return table(("Status", "Answer", "Meaning"), [row(*each) for each in _answers(one, "2")])


def _errors(one: Operation) -> str:
    rows = []
    for status, reply in _answers(one, "45"):
        kind = type(api_error(int(status), {}, b"")).__name__
        bodies = [words(content["schema"], MODELS) for content in reply.get("content", {}).values()]
        rows.append((status, f"`{kind}`", " or ".join(bodies), prose(reply["description"])))
    return table(("Status", "Raises", "Body", "Meaning"), rows)


def _answers(one: Operation, begin: str) -> list[tuple[str, dict[str, Any]]]:
    replies = one.data["responses"].items()
    return [
        (status, one.service.resolved(reply)) for status, reply in replies if status[0] in begin
    ]


def _model(service: Service, name: str, schema: dict[str, Any], users: list[Operation]) -> str:
    needed = schema.get("required", [])
    attributes = attributes_of(service, name, schema)
    rows = [
        (
            f"`{attributes[field]}`",
            "" if attributes[field] == field else f"`{field}`",
            words(each, ""),
            "; ".join(filter(None, ("required" * (field in needed), limits(each)))),
            prose(each.get("description") or service.resolved(each).get("description", "")),
        )
        for field, each in schema.get("properties", {}).items()
    ]
    seen = [f"[{one.tag}: {one.name}](../{_file(one)}#{one.name})" for one in users]
    wholes = [
        f"[{whole}]({whole}.md)"
        for whole, each in service.spec["components"]["schemas"].items()
        if whole != name and name in _named(each)
    ]
    parts = [
        f"# {name}",
        NOTE.format(service.name),
        prose(schema.get("description", "")),
        "" if "properties" in schema else f"It is {_shape(schema)}.",
        table(("Attribute", "On the wire", "Type", "Limits", "Meaning"), rows),
        *(_fence("json", json.dumps(one, indent=2)) for one in schema.get("examples", [])),
        f"Used by {', '.join(seen)}." if seen else "",
        f"Part of {', '.join(wholes)}." if wholes else "",
        "[All models](../README.md#models)",
    ]
    return "\n\n".join(filter(None, parts))


def _shape(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return f"one of {', '.join(map(code, schema['enum']))}"
    return words(schema, "")


def _users(groups: dict[str, list[Operation]]) -> dict[str, list[Operation]]:
    """Return, for each model, the operations that name it themselves."""
    found: dict[str, list[Operation]] = {}
    for operations in groups.values():
        for one in operations:
            replies = [each for _, each in _answers(one, "2")]
            listed = [one.body, replies, [each.schema for each in one.arguments()]]
            for name in dict.fromkeys(_named(listed)):
                found.setdefault(name, []).append(one)
    return found


def _named(value: Any) -> Iterable[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str) and "/schemas/" in value["$ref"]:
            yield value["$ref"].rpartition("/")[2]
        for each in value.values():
            yield from _named(each)
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)


def prose(text: str) -> str:
    """Return a description as one line of Markdown, its angle brackets to be seen."""
    parts = " ".join(text.split()).split("`")
    return "`".join(part if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("[", "\\[")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table, without the columns in which nothing is said; nothing without rows."""
    kept = [at for at, _ in enumerate(head) if any(row[at] for row in rows)]
    if not rows:
        return ""
    lines = [[head[at] for at in kept], ["---"] * len(kept)]
    lines += [[row[at].replace("|", "\\|") for at in kept] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _fence(language: str, text: str) -> str:
    # Tildes: tests/test_docs.py checks these blocks; those of tests/test_readme.py are also run.
    return f"~~~{language}\n{text}\n~~~"
