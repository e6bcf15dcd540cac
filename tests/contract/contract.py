"""What a specification promises of one request and its reply, checked with jsonschema alone.

Stricter than a client must be: fields that the specification does not name are found as well, see
`Contract.unnamed`. Nothing of the sandbox's own checks is used here.
"""

from __future__ import annotations

import email
import json
import re
from email.policy import HTTP
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from test_generated import SPECS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

JSON = "application/json"
VERBS = ("get", "post", "put", "patch", "delete")
UNNAMED = {
    *(
        f"callsGet.data.{field}"
        for field in (
            "agentDispositionConfig",
            "agentId",
            "createdAt",
            "disconnectionReason",
            "dispositionMetrics",
            "isTest",
            "retryCount",
            "updatedAt",
            "versionId",
            "versionNumber",
        )
    ),
    "callsList.data.logs.updatedAt",
    "callsSearch.data.logs.updatedAt",
    "campaignsCreate.data.cancelledCallsCount",
    "campaignsCreate.data.pausedAt",
    "createCallAction.data.createdBy",
    "getCallAction.data.createdBy",
    "updateCallAction.data.createdBy",
    "listScrapedUrls.data.knowledgeBaseId",
}
"""Fields that the sandbox sends and the specification does not name."""

_OPEN, _CLOSED = "urn:open", "urn:closed"
FORMATS = FormatChecker(("date", "ipv4"))


class Contract:
    """One specification, as a judge of exchanges.

    Args:
        document: The parsed OpenAPI 3.1 document.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        whole = DRAFT202012.create_resource(document)
        closed = DRAFT202012.create_resource(_closed(document))
        self._registry: Registry[Any] = (
            Registry().with_resource(_OPEN, whole).with_resource(_CLOSED, closed)
        )

    @cached_property
    def operations(self) -> dict[str, tuple[str, str, dict[str, Any]]]:
        """Method, path and data of each operation, by its id."""
        return {
            item[verb]["operationId"]: (verb.upper(), path, item[verb])
            for path, item in self.document["paths"].items()
            for verb in VERBS
            if verb in item
        }

    @cached_property
    def _routes(self) -> list[tuple[str, str, re.Pattern[str]]]:
        return [
            (name, method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)))
            for name, (method, path, _) in self.operations.items()
        ]

    def check(self, request: httpx.Request, response: httpx.Response) -> str:
        """Refuse an exchange that breaks the specification; return the operation's id."""
        name, path = self._found(request)
        faults = [*self._request_faults(name, path, request), *self._reply_faults(name, response)]
        assert not faults, f"{name} {response.status_code}: " + "; ".join(faults)
        return name

    def reply_faults(self, name: str, response: httpx.Response) -> list[str]:
        """Return what a reply has that the specification does not allow."""
        return list(self._reply_faults(name, response))

    def unnamed(self, name: str, response: httpx.Response) -> set[str]:
        """Return the fields of a reply, by the place they are in, that nobody told of."""
        replies = self.operations[name][2]["responses"]
        answer = self._resolved(replies.get(str(response.status_code), {}))
        schema = answer.get("content", {}).get(_kind(response), {}).get("schema", {})
        if _kind(response) != JSON:
            return set()
        found = set()
        for error in self._errors(schema, response.json(), _CLOSED):
            if error.validator == "additionalProperties":
                place = [str(part) for part in error.absolute_path if isinstance(part, str)]
                extra = error.instance.keys() - error.schema["properties"].keys()
                found |= {".".join([name, *place, field]) for field in extra}
        return found

    def _found(self, request: httpx.Request) -> tuple[str, dict[str, str]]:
        fitting = []
        for name, method, pattern in self._routes:
            found = pattern.fullmatch(request.url.path) if method == request.method else None
            if found:
                fitting.append((pattern.groups, name, found.groupdict()))
        assert fitting, f"{request.method} {request.url.path} is no operation"
        return min(fitting)[1:]

    def _request_faults(
        self, name: str, path: dict[str, str], request: httpx.Request
    ) -> Iterator[str]:
        given = {"path": path, "query": dict(request.url.params), "header": dict(request.headers)}
        declared = {(one["in"], one["name"]): one for one in self._parameters(name)}
        free = any(place == "query" and wire == "*" for place, wire in declared)
        for wire in given["query"]:
            if ("query", wire) not in declared and not free:
                yield f"query {wire} is not declared"
        for (place, wire), one in declared.items():
            value = given[place].get(wire.lower() if place == "header" else wire)
            if value is None and one.get("required"):
                yield f"{place} {wire} is missing"
            elif value is not None:
                where, schema = f"{place} {wire}", one["schema"]
                if [*self._faults(where, schema, _read(value))]:
                    yield from self._faults(where, schema, value)
        yield from self._body_faults(name, request)

    def _parameters(self, name: str) -> list[dict[str, Any]]:
        _, path, data = self.operations[name]
        listed = [*self.document["paths"][path].get("parameters", []), *data.get("parameters", [])]
        return [self._resolved(one) for one in listed]

    def _body_faults(self, name: str, request: httpx.Request) -> Iterator[str]:
        body = self._resolved(self.operations[name][2].get("requestBody", {}))
        kind = request.headers.get("content-type", "").partition(";")[0]
        if not request.content:
            if body.get("required"):
                yield "the body is missing"
        elif kind not in body.get("content", {}):
            yield f"a body of {kind} is not declared"
        else:
            schema = body["content"][kind]["schema"]
            values = {JSON: _json, "multipart/form-data": _form}
            if kind in values:
                yield from self._faults("body", schema, values[kind](request))

    def _reply_faults(self, name: str, response: httpx.Response) -> Iterator[str]:
        replies = self.operations[name][2]["responses"]
        status = str(response.status_code)
        if status not in replies:
            yield f"status {status} is not declared: {response.text[:200]}"
            return
        content = self._resolved(replies[status]).get("content", {})
        kind = _kind(response)
        if not content and not response.content:
            return
        if kind not in content:
            yield f"a reply of {kind or 'nothing'} is not declared"
        elif kind == JSON:
            yield from self._faults("reply", content[kind]["schema"], response.json())

    def _faults(self, where: str, schema: dict[str, Any], value: Any) -> Iterator[str]:
        for error in self._errors(schema, value, _OPEN):
            place = ".".join(map(str, (where, *error.absolute_path)))
            yield f"{place}: {error.message[:200]}"

    def _errors(self, schema: dict[str, Any], value: Any, document: str) -> Iterator[Any]:
        schema = json.loads(json.dumps(schema).replace('"#/', f'"{document}#/'))
        if document == _CLOSED:
            schema = _closed(schema)
        validator = Draft202012Validator(schema, registry=self._registry, format_checker=FORMATS)
        yield from map(_deepest, validator.iter_errors(value))

    def _resolved(self, value: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in value:
            found: Any = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            value = found
        return value


def _kind(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "").partition(";")[0])


def _closed(schema: Any) -> Any:
    """Return a copy in which objects with named properties hold nothing besides."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: _closed(each) for name, each in schema.items()}
    is_object = found.get("type") == "object" and isinstance(found.get("properties"), dict)
    return {"additionalProperties": False, **found} if is_object else found


def _deepest(error: Any) -> Any:
    """Return the fault inside a choice that lies deepest, which is the one that tells most."""
    inner = [_deepest(each) for each in error.context or ()]
    return max([error, *inner], key=lambda each: len(each.absolute_path))


def _read(value: str) -> Any:
    """Return a parameter as the number or the truth that it may stand for, else as its text."""
    try:
        read = json.loads(value)
    except ValueError:
        return value
    return read if isinstance(read, bool | int | float) else value


def _json(request: httpx.Request) -> Any:
    return json.loads(request.content)


def _form(request: httpx.Request) -> Any:
    """Return the fields of a form; those that come more than once, and files, as the schema has."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    fields: dict[str, Any] = {}
    for part in email.message_from_bytes(head + request.content, policy=HTTP).iter_parts():
        name = part.get_param("name", header="content-disposition")
        value = part.get_payload(decode=True).decode("latin-1")
        read = value if part.get_filename() else _read(value)
        fields[name] = [read] if name == "files" and name not in fields else read
    return fields


CONTRACTS = {
    package.removeprefix("smallestai_"): Contract(document) for package, document in SPECS.items()
}
"""The contracts of both services."""
