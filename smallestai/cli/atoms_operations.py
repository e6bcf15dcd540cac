"""The operations of Atoms as commands see them: read from the specification that is installed.

Nothing here is loaded before one of its groups is asked for.
"""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERBS = ("get", "post", "put", "patch", "delete")

_PLAIN = {"string": "text", "integer": "integer", "number": "number", "boolean": "boolean"}

ASKED = {
    "archiveAgent": "This archives an agent, which then takes no calls, or brings it back.",
    "startOutboundCall": "This dials a number.",
    "startOrResume": "This has the campaign dial its audience.",
    "phoneNumbersRent": "This rents a number, which costs credits.",
    "phoneNumbersRelease": "This gives a number up.",
    "conversationsCancel": "This calls a call off.",
    "cancelQueued": "This calls a call off.",
    "agentVersioningBranchesArchive": "This archives a branch.",
}
"""What is asked about before it is done, besides everything that is deleted."""


@dataclass(frozen=True)
class Field:
    """One argument of a method, as an option.

    Attributes:
        name: Its name in Python.
        wire: Its name on the wire.
        place: ``path``, ``query``, ``header`` or ``body``.
        schema: What it may be, with references followed.
        is_required: Whether the method insists on it.
        help: What it means.
    """

    name: str
    wire: str
    place: str
    schema: dict[str, Any]
    is_required: bool
    help: str

    @property
    def is_list(self) -> bool:
        """Tell whether there may be many of it."""
        return self.schema.get("type") == "array"

    @property
    def item(self) -> dict[str, Any]:
        """What one of it may be."""
        return _resolved(self.schema["items"]) if self.is_list else self.schema

    @property
    def kind(self) -> str:
        """``text``, ``choice``, ``integer``, ``number``, ``boolean``, ``file`` or ``json``."""
        kinds = _kinds(self.item) - {"null"}
        if "enum" in self.item and kinds == {"string"}:
            return "choice"
        if self.item.get("format") == "binary":
            return "file"
        return _PLAIN.get(next(iter(kinds)), "json") if len(kinds) == 1 else "json"


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes:
        namespace: The name of its namespace on `client.atoms`.
        verb: The HTTP method.
        path: The path, with placeholders.
        data: What the specification says of it.
    """

    namespace: str
    verb: str
    path: str
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """Its `operationId`."""
        return str(self.data["operationId"])

    @cached_property
    def method(self) -> str:
        """The name of its method."""
        return _snake(self.id).removeprefix(f"{self.namespace}_")

    @property
    def question(self) -> str | None:
        """What to say before it is done; None where nothing can be lost."""
        deletes = "This deletes, and cannot be undone." if self.verb == "delete" else None
        return ASKED.get(self.id, deletes)

    @property
    def iterator(self) -> str | None:
        """The name of the method that goes through all pages, if there is one."""
        # `get` alone is one thing by its id, whose `list` has an `iter`.
        name = "iter" + re.sub(r"_(list(?=_|$)|get(?=_))", "", f"_{self.method}", count=1)
        return name if hasattr(_class(self.namespace), name) else None

    @cached_property
    def fields(self) -> list[Field]:
        """Its arguments: those in the path first, then what is needed."""
        found = [*self._parameters(), *self._body()]
        return sorted(found, key=lambda field: (field.place != "path", not field.is_required))

    def _parameters(self) -> Iterator[Field]:
        listed = [*_spec()["paths"][self.path].get("parameters", [])]
        for one in map(_resolved, [*listed, *self.data.get("parameters", [])]):
            yield self._field(one["name"], one["in"], one["schema"], one)

    def _body(self) -> Iterator[Field]:
        body = self.data.get("requestBody", {})
        for content in body.get("content", {}).values():
            whole = _resolved(content["schema"])
            needed = whole.get("required", []) if body.get("required") else []
            for wire, schema in whole.get("properties", {}).items():
                said = {**schema, "required": wire in needed}
                yield self._field(wire, "body", schema, said)

    def _field(self, wire: str, place: str, schema: dict[str, Any], said: dict[str, Any]) -> Field:
        found = _resolved(schema)
        text = said.get("description") or found.get("description", "")
        name = self._python_name(wire, place)
        return Field(name, wire, place, found, bool(said.get("required")), " ".join(text.split()))

    def _python_name(self, wire: str, place: str) -> str:
        plain = _plain(wire)
        if not plain:
            return "wildcard"
        wanted = [f"{plain}body"] * (place == "body") + [plain]
        return next(self._names[name] for name in wanted if name in self._names)

    @cached_property
    def _names(self) -> dict[str, str]:
        parameters = inspect.signature(getattr(_class(self.namespace), self.method)).parameters
        return {_plain(name): name for name in parameters}


def operations(namespace: str) -> list[Operation]:
    """Return the operations of a namespace that have a method, in the specification's order."""
    found = [
        Operation(namespace, verb, path, item[verb])
        for path, item in _spec()["paths"].items()
        for verb in _VERBS
        if verb in item and _snake(item[verb]["tags"][0]) == namespace
    ]
    return [one for one in found if hasattr(_class(namespace), one.method)]


def method_of(namespace: str, name: str) -> Any:
    """Return a generated method, not bound."""
    return getattr(_class(namespace), name)


@cache
def _spec() -> dict[str, Any]:
    source = resources.files("smallestai_atoms").joinpath("openapi.json")
    spec: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return spec


@cache
def _class(namespace: str) -> Any:
    module = import_module(f"smallestai_atoms.api.{namespace}")
    return getattr(module, "".join(part.title() for part in namespace.split("_")))


def _resolved(value: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in value:
        found: Any = _spec()
        for part in value["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        value = found
    return value


def _kinds(schema: dict[str, Any]) -> set[str]:
    """Return the JSON types that a schema allows."""
    schema = _resolved(schema)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return {kind for one in schema[word] for kind in _kinds(one)}
    kind = schema.get("type", "any")
    return {kind} if isinstance(kind, str) else set(kind)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|\W+", "_", name).lower()


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
