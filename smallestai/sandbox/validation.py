"""Requests checked against the OpenAPI documents that the clients are generated from.

A body or a parameter that breaks its schema becomes an `Issue`, which Waves sends as an object and
Atoms as a line of text (see replies.py). Fields that a schema does not name are no error: both
services ignore them.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from attrs import frozen
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .issues import Issue, issues_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Issue", "Operation", "Spec", "Specs", "check_request", "read_query"]

_METHODS = ("get", "post", "put", "patch", "delete")


@frozen
class Operation:
    """One operation of a document: where it is and what it declares."""

    id: str
    method: str
    path: str
    body: str | None  # JSON pointer to the schema of the JSON body
    parameters: tuple[tuple[str, Mapping[str, Any]], ...]  # each with the pointer to its schema


class Spec:
    """One OpenAPI 3.1 document, with one compiled validator for each schema asked for.

    Args:
        document: The parsed document. It must not change afterwards.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource("urn:spec", resource)
        self._validators: dict[str, Draft202012Validator] = {}
        self.operations = {operation.id: operation for operation in self._read()}

    @classmethod
    def load(cls, service: str) -> Spec:
        """Return the document of "waves" or "atoms" that its generated package ships."""
        source = resources.files(f"smallestai_{service}").joinpath("openapi.json")
        return cls(json.loads(source.read_text(encoding="utf-8")))

    def at(self, method: str, path: str) -> Operation:
        """Return the operation at a method and a full path, whatever its parameters are called."""
        return self._routes[method.upper(), _shape(path)]

    def validator(self, pointer: str) -> Draft202012Validator:
        """Return the validator of the schema at a JSON pointer."""
        if pointer not in self._validators:
            schema = {"$ref": f"urn:spec#{pointer}"}
            self._validators[pointer] = Draft202012Validator(schema, registry=self._registry)
        return self._validators[pointer]

    def resolve(self, pointer: str) -> tuple[str, Any]:
        """Follow `$ref` from a JSON pointer; return the pointer it leads to, and what is there."""
        found = self._registry.resolver("urn:spec").lookup(f"#{pointer}").contents
        while isinstance(found, dict) and "$ref" in found:
            pointer = found["$ref"].removeprefix("#")
            found = self._registry.resolver("urn:spec").lookup(f"#{pointer}").contents
        return pointer, found

    def declared(self, pointer: str, value: Any) -> Any:
        """Return an object with those fields that the schema at a JSON pointer names."""
        if not isinstance(value, dict):
            return value
        _, names = self.resolve(f"{pointer}/properties")
        return {name: each for name, each in value.items() if name in names}

    @cached_property
    def _routes(self) -> dict[tuple[str, str], Operation]:
        return {(each.method, _shape(each.path)): each for each in self.operations.values()}

    def _read(self) -> Iterator[Operation]:
        for path, item in self.document["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._read_operation(path, method, item)

    def _read_operation(self, path: str, method: str, item: Mapping[str, Any]) -> Operation:
        place = f"/paths/{_escape(path)}"
        declared = item[method]
        return Operation(
            id=declared["operationId"],
            method=method.upper(),
            path=self._prefix(item, declared) + path,
            body=self._body(f"{place}/{method}/requestBody") if "requestBody" in declared else None,
            parameters=(
                *self._parameters(place, item),
                *self._parameters(f"{place}/{method}", declared),
            ),
        )

    def _prefix(self, item: Mapping[str, Any], declared: Mapping[str, Any]) -> str:
        servers = declared.get("servers") or item.get("servers") or self.document.get("servers")
        return urlsplit(servers[0]["url"]).path.rstrip("/") if servers else ""

    def _body(self, pointer: str) -> str | None:
        pointer, body = self.resolve(pointer)
        if "application/json" not in body["content"]:
            return None
        return f"{pointer}/content/application~1json/schema"

    def _parameters(
        self, place: str, owner: Mapping[str, Any]
    ) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for index in range(len(owner.get("parameters", ()))):
            pointer, parameter = self.resolve(f"{place}/parameters/{index}")
            yield f"{pointer}/schema", parameter


class Specs:
    """The documents of both services, each read when first asked for."""

    @cached_property
    def waves(self) -> Spec:
        """The document of Waves."""
        return Spec.load("waves")

    @cached_property
    def atoms(self) -> Spec:
        """The document of Atoms."""
        return Spec.load("atoms")


def check_request(
    spec: Spec,
    operation_id: str,
    *,
    path: Mapping[str, str] | None = None,
    query: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    body: Any = None,
) -> list[Issue]:
    """Return what is wrong with a request, nothing when it is sound.

    Args:
        spec: The document that declares the operation.
        operation_id: Its `operationId`.
        path: Path parameters.
        query: Query parameters, read as the declared types; a repeated one is a list of strings.
        headers: Headers, names in any case. The services insist on none, so none is ever missing.
        body: The parsed JSON body. None (no body, or null) is checked as an empty object.
    """
    operation = spec.operations[operation_id]
    sources = {"path": path or {}, "query": query or {}, "header": _lower(headers or {})}
    issues: list[Issue] = []
    for pointer, parameter in operation.parameters:
        issues += _check_parameter(spec, pointer, parameter, sources.get(parameter["in"], {}))
    if operation.body is not None:
        issues += issues_of(
            spec.validator(operation.body).iter_errors({} if body is None else body)
        )
    return issues


def read_query(spec: Spec, operation_id: str, query: Mapping[str, Any]) -> dict[str, Any]:
    """Return the declared query parameters as their types; an absent one as its default or None."""
    values: dict[str, Any] = {}
    for pointer, parameter in spec.operations[operation_id].parameters:
        if parameter["in"] == "query":
            schema, name = spec.resolve(pointer)[1], parameter["name"]
            values[name] = _coerce(schema, query[name]) if name in query else schema.get("default")
    return values


def _check_parameter(
    spec: Spec, pointer: str, parameter: Mapping[str, Any], values: Mapping[str, Any]
) -> list[Issue]:
    name, place = parameter["name"], parameter["in"]
    key = name.lower() if place == "header" else name
    if key in values:
        value = _coerce(spec.resolve(pointer)[1], values[key])
        found = issues_of(spec.validator(pointer).iter_errors(value))
        return [Issue(each.code, (name, *each.path), each.message, each.details) for each in found]
    if parameter.get("required") and place == "query":
        details = {"expected": "string", "received": "undefined"}
        return [Issue("invalid_type", (name,), "Required", details)]
    return []


def _coerce(schema: Mapping[str, Any], value: Any) -> Any:
    """Read a string as the declared type; what cannot be read stays, for the schema to refuse."""
    kind = schema.get("type")
    if kind == "array":
        items = value if isinstance(value, list) else value.split(",")
        return [_coerce(schema.get("items", {}), item) for item in items]
    if not isinstance(value, str):
        return value
    match kind:
        case "boolean":
            return {"true": True, "false": False}.get(value, value)
        case "integer" | "number" if re.fullmatch(r"-?\d+(\.\d+)?", value):
            return float(value) if "." in value else int(value)
        case _:
            return value


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _shape(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def _escape(path: str) -> str:
    return path.replace("~", "~0").replace("/", "~1")
