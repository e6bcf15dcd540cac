"""The operations of a specification, with the methods of our client that call them."""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from openapi_python_client.strings import pascal_case, snake_case

from scripts.codegen import METHODS
from smallestai import SmallestAI

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Service:
    """One specification.

    Attributes:
        name: ``atoms`` or ``waves``.
        spec: The parsed document.
        client: Where its namespaces are on a client.
    """

    name: str
    spec: dict[str, Any]
    client: str

    @classmethod
    def load(cls, name: str, generated: Path) -> Service:
        """Read the document that the generated package ships."""
        text = (generated / f"smallestai_{name}" / "openapi.json").read_text(encoding="utf-8")
        return cls(name, json.loads(text), f"client.{name}" + (".api" if name == "waves" else ""))

    def operations(self) -> Iterator[Operation]:
        """Yield every operation, in the order of the document."""
        for path, item in self.spec["paths"].items():
            for method in METHODS:
                if method in item:
                    yield Operation(self, method.upper(), path, item[method])

    def namespace(self, name: str) -> type:
        """Return the class of a client's namespace: the generated one, or one with more in it."""
        if self.name == "atoms":
            return type(getattr(SmallestAI("docs").atoms, name))
        return self.generated(name)

    def generated(self, name: str) -> type:
        """Return the generated class of a namespace."""
        module = import_module(f"smallestai_{self.name}.api.{name}")
        return getattr(module, pascal_case(name))  # type: ignore[no-any-return]

    def resolved(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what stands behind a `$ref`."""
        while "$ref" in value:
            found: Any = self.spec
            for part in value["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            value = found
        return value


@dataclass(frozen=True)
class Argument:
    """One argument of a method.

    Attributes:
        name: Its name in Python.
        wire: Its name on the wire.
        place: ``path``, ``query``, ``header`` or ``body``.
        schema: What it may be.
        is_required: Whether it must be given.
        description: What it means.
    """

    name: str
    wire: str
    place: str
    schema: dict[str, Any]
    is_required: bool
    description: str


@dataclass(frozen=True)
class Operation:
    """One operation of a service."""

    service: Service
    method: str
    path: str
    data: dict[str, Any]

    @property
    def id(self) -> str:
        """Its `operationId`."""
        return str(self.data["operationId"])

    @property
    def tag(self) -> str:
        """The group it belongs to, as the document spells it."""
        return str(self.data["tags"][0])

    @property
    def namespace(self) -> str:
        """The group's name in Python."""
        return str(snake_case(self.tag))

    @property
    def name(self) -> str:
        """The method's name in its namespace."""
        return str(snake_case(self.id)).removeprefix(f"{self.namespace}_")

    @cached_property
    def function(self) -> Any:
        """The generated method, or None where the answer is a stream of events alone."""
        return getattr(self.service.generated(self.namespace), self.name, None)

    @property
    def method_of_client(self) -> Any:
        """The method as a client has it, which may take more than the generated one."""
        return getattr(self.service.namespace(self.namespace), self.name, None)

    @property
    def iterator(self) -> Any:
        """The generated method that goes through all pages, or None."""
        # `get` alone is one thing by its id, whose `list` has an `iter`.
        name = re.sub(r"_(list(?=_|$)|get(?=_))", "", f"_{self.name}", count=1)
        if name == f"_{self.name}":
            return None
        return getattr(self.service.generated(self.namespace), f"iter{name}", None)

    @property
    def body(self) -> dict[str, Any]:
        """The schemas of the request's body by media type; empty without one."""
        content = self.data.get("requestBody", {}).get("content", {})
        return {kind: one["schema"] for kind, one in content.items()}

    def arguments(self) -> list[Argument]:
        """Return the method's arguments, in its own order."""
        found = [*self._parameters(), *self._fields()]
        if self.method_of_client is None:
            return found
        order = list(inspect.signature(self.method_of_client).parameters)
        if self.function is None:  # ours, which takes what a stream of events needs
            found = [argument for argument in found if argument.name in order]
        return sorted(found, key=lambda argument: order.index(argument.name))

    def _parameters(self) -> Iterator[Argument]:
        item = self.service.spec["paths"][self.path]
        for listed in [*item.get("parameters", []), *self.data.get("parameters", [])]:
            one = self.service.resolved(listed)
            yield self._argument(one["name"], one["in"], one["schema"], one)

    def _fields(self) -> Iterator[Argument]:
        is_required = bool(self.data.get("requestBody", {}).get("required"))
        schemas = list(self.body.values())
        if schemas and (self.function is None or "body" in self._names):
            schema = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
            text = self.data["requestBody"].get("description", "The body.")
            yield Argument("body", "", "body", schema, is_required, text)
        elif schemas:
            whole = self.service.resolved(schemas[0])
            needed = whole.get("required", []) if is_required else []
            for wire, field in whole.get("properties", {}).items():
                yield self._argument(wire, "body", field, {**field, "required": wire in needed})

    def _argument(
        self, wire: str, place: str, schema: dict[str, Any], said: dict[str, Any]
    ) -> Argument:
        name = str(snake_case(wire)) or "wildcard"
        spellings = [f"{name}_body"] * (place == "body") + [f"{name}_", name]
        name = next((one for one in spellings if one in self._names), name)
        text = said.get("description") or self.service.resolved(schema).get("description", "")
        return Argument(name, wire, place, schema, bool(said.get("required")), text)

    @cached_property
    def _names(self) -> set[str]:
        return set(inspect.signature(self.function).parameters) if self.function else set()


def attributes_of(service: Service, name: str, schema: dict[str, Any]) -> dict[str, str]:
    """Return what the fields of a model are called in Python, by their names on the wire."""
    marks = {field: object() for field in schema.get("properties", {})}
    if not marks:
        return {}
    model = getattr(import_module(f"smallestai_{service.name}.models"), pascal_case(name))
    value = model.from_dict(marks)  # what is of another kind than promised is kept as it is
    slots = [slot for slot in model.__slots__ if hasattr(value, slot)]
    return {
        field: next(slot for slot in slots if getattr(value, slot) is mark)
        for field, mark in marks.items()
    }
