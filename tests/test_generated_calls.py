"""Every operation of the generated packages, called against what its specification says."""

from __future__ import annotations

import asyncio
import email
import importlib
import inspect
import json
import re
from email.policy import HTTP
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx
import pytest
from jsonschema import Draft202012Validator
from openapi_python_client.strings import snake_case
from test_generated import METHODS, SPECS, Operation, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

HOST = "https://service.test"
CSV = b"a,b\r\n1,2\r\n"
TEXTS = {
    "date-time": "2026-10-02T09:00:00Z",
    "date": "2026-10-02",
    "uri": "https://example.com/a",
    "email": "user@example.com",
    r"^[a-f\d]{24}$": "0123456789abcdef01234567",
    r"^[a-fA-F0-9]{24}$": "0123456789ABCDEF01234567",
    r"^CALL-\d{13}-[a-fA-F0-9]{6}$": "CALL-1700000000000-a1b2c3",
    r"^[a-z0-9_]+$": "booked",
}
"""A text for each format and each pattern of the specifications."""


def sample(spec: dict[str, Any], schema: dict[str, Any], whole: bool, depth: int = 0) -> Any:
    """Return a value that a schema allows: with all it may hold (whole), or with what it must."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return sample(spec, spec["components"]["schemas"][name], whole and depth < 8, depth + 1)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return sample(spec, schema[word][0], whole, depth)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[-1])
    kind = schema.get("type", "null")
    match kind if isinstance(kind, str) else kind[0]:
        case "object":
            return sample_object(spec, schema, whole, depth)
        case "array":
            count = max(schema.get("minItems", 0), int(whole))
            return [sample(spec, schema["items"], whole, depth)] * count
        case "string":
            if schema.get("format") == "binary":
                return b"\x00bytes"
            text = TEXTS.get(schema.get("format", schema.get("pattern", "")), "text")
            return text.ljust(schema.get("minLength", 0), ".")[: schema.get("maxLength")]
        case "integer" | "number":
            return schema.get("minimum", schema.get("maximum", 1))
        case "boolean":
            return True
    return None


def sample_object(spec: dict[str, Any], schema: dict[str, Any], whole: bool, depth: int) -> Any:
    """Return an object with all its properties, or with the required ones."""
    properties = schema.get("properties", {})
    names = list(properties if whole else schema.get("required", []))
    names = names or list(properties)[: schema.get("minProperties", 0)]
    names = names[: schema.get("maxProperties")]
    return {name: sample(spec, properties[name], whole, depth) for name in names}


def body_of(one: Operation, whole: bool) -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Yield media type, schema and a value for each kind of body that an operation takes."""
    body = one.data.get("requestBody", {})
    if body.get("required") or whole:
        for kind, content in body.get("content", {}).items():
            yield kind, content["schema"], sample(SPECS[one.package], content["schema"], whole)


def arguments(function: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values under the names that a function's arguments have in Python."""
    names = inspect.signature(function).parameters
    found = {}
    for wire, value in values.items():
        name = snake_case(wire) or "wildcard"
        (found_name,) = [one for one in (f"{name}_body", f"{name}_", name) if one in names][:1]
        found[found_name] = value
    return found


def queried(value: Any) -> str:
    """Return how a value is written into a query or a header."""
    return value if isinstance(value, str) else json.dumps(value)


def answers(one: Operation) -> Iterator[tuple[int, str, Any]]:
    """Yield status, media type and content of each successful answer but streams of events."""
    for status, answer in one.data["responses"].items():
        for kind, content in answer.get("content", {"": {}}).items() if status < "3" else ():
            if kind == "application/json":
                yield int(status), kind, sample(SPECS[one.package], content["schema"], whole=True)
            elif kind != "text/event-stream":
                yield int(status), kind, CSV if kind else b""


def call(one: Operation, given: dict[str, Any], reply: httpx.Response) -> list[tuple[Any, Any]]:
    """Call an operation from both worlds; return each time what was sent and what came back."""
    sent: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)

    def send(request: dict[str, Any], parse: Callable[[httpx.Response], Any], _: Any) -> Any:
        with httpx.Client(base_url=HOST, transport=httpx.MockTransport(serve)) as http:
            return parse(http.request(**request))

    async def asend(request: dict[str, Any], parse: Callable[[httpx.Response], Any], _: Any) -> Any:
        transport = httpx.MockTransport(serve)
        async with httpx.AsyncClient(base_url=HOST, transport=transport) as http:
            return parse(await http.request(**request))

    api = importlib.import_module(f"{one.package}.api")
    blocking = getattr(getattr(api.Api(send), one.tag), one.method_name)(**given)
    method = getattr(getattr(api.AsyncApi(asend), one.tag), one.method_name)
    return list(zip(sent, [blocking, asyncio.run(method(**given))], strict=False))


def check_answer(one: Operation, status: int, kind: str, wire: Any, value: Any) -> None:
    """An answer is what the specification promises, and nothing of it is lost."""
    if kind == "application/json":
        schema = one.data["responses"][str(status)]["content"][kind]["schema"]
        name = schema.get("$ref", "").rpartition("/")[2]
        assert not name or type(value).__name__ in (name, f"{name}Model")
        read = value if isinstance(value, list) else [value]
        assert not any(item.additional_properties for item in read)
        found = [item.to_dict() for item in read]
        assert stamps(found) == stamps(wire if value is read else [wire])
    elif kind.startswith("text/"):
        assert value == CSV.decode()
    else:
        assert (value.payload.read() == CSV) if kind else value is None


def stamps(value: Any) -> Any:
    """Return JSON in which the zeros of a fraction of a second are not told."""
    return json.loads(re.sub(r"(T\d\d:\d\d:\d\d)\.0+Z", r"\1Z", json.dumps(value)))


def check_body(one: Operation, kind: str, schema: Any, wire: Any, request: httpx.Request) -> None:
    """A body arrives as it was given, and the specification allows it."""
    content = request.headers.get("content-type", "")
    assert content.startswith(kind)
    if not kind:
        assert request.content == b""
    elif kind == "application/json":
        assert json.loads(request.content) == wire
        spec = {**schema, "components": SPECS[one.package]["components"]}
        Draft202012Validator(spec).validate(json.loads(request.content))
    elif kind == "multipart/form-data":
        head = f"Content-Type: {content}\r\n\r\n".encode()
        form = email.message_from_bytes(head + request.content, policy=HTTP)
        found = [
            (part.get_param("name", header="content-disposition"), part.get_payload(decode=True))
            for part in form.iter_parts()
        ]
        flat = [(name, x) for name, v in wire.items() for x in (v if isinstance(v, list) else [v])]
        assert sorted(found) == sorted(
            (name, x if isinstance(x, bytes) else queried(x).encode()) for name, x in flat
        )
        files = [part for part in form.iter_parts() if part.get_filename() is not None]
        assert len(files) == sum(isinstance(x, bytes) for _, x in flat)
    else:
        assert request.content == wire


def check_places(one: Operation, values: dict[str, Any], request: httpx.Request) -> None:
    """Verb, path, query and headers are those of the operation, each value in its place."""
    assert request.method == one.method.upper()
    assert request.url.path == re.sub(r"\{(\w+)\}", lambda name: values[name[1]], one.path)
    sent: dict[str, list[tuple[str, str]]] = {"path": [], "query": [], "header": []}
    for place in places(one):
        if place["name"] in values:
            sent[place["in"]].append((place["name"], queried(values[place["name"]])))
    query = parse_qsl(request.url.query.decode(), keep_blank_values=True)
    assert sorted(query) == sorted(sent["query"])
    assert all(request.headers[name] == value for name, value in sent["header"])


@pytest.mark.parametrize("whole", [False, True], ids=["least", "most"])
@pytest.mark.parametrize("one", METHODS, ids=str)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_an_operation_can_be_called(one: Operation, whole: bool) -> None:
    """With all arguments, or only those it needs, it sends and returns what the spec says."""
    function = one.function()
    wanted = [place for place in places(one) if whole or place.get("required")]
    spec = SPECS[one.package]
    values = {place["name"]: sample(spec, place["schema"], whole) for place in wanted}
    for kind, schema, body in [*body_of(one, whole)] or [("", {}, {})]:
        named = kind and "body" not in inspect.signature(function).parameters
        given = arguments(function, values | (body if named else {}))
        for status, media, content in answers(one):
            raw = json.dumps(content).encode() if media == "application/json" else content
            headers = {"content-type": media} if media else {}
            reply = httpx.Response(status, headers=headers, content=raw)
            results = call(one, given if named or not kind else given | {"body": body}, reply)
            assert len(results) == 2
            for request, value in results:
                check_places(one, values, request)
                check_answer(one, status, media, content, value)
                check_body(one, kind, schema, body, request)


def operation(name: str) -> Operation:
    """Return an operation by its id."""
    (found,) = (one for one in METHODS if one.data["operationId"] == name)
    return found


def test_further_query_parameters() -> None:
    """Columns of an audience are parameters of their own, by whatever name."""
    given = {"id": "1", "wildcard": {"name": "Ada", "city, state": "A&B"}}
    for request, _ in call(operation("searchMembers"), given, httpx.Response(200, json={})):
        assert dict(request.url.params) == {"name": "Ada", "city, state": "A&B"}


def test_json_or_csv() -> None:
    """An export that can be JSON or CSV is read as what the answer says it is."""
    one = operation("exportCampaignResultsByAudienceMember")
    table = httpx.Response(200, content=CSV, headers={"content-type": "text/csv; charset=utf-8"})
    for request, value in call(one, {"id": "1", "format_": "csv"}, table):
        assert request.url.query == b"format=csv"
        assert value == CSV.decode()
    for _, value in call(one, {"id": "1"}, httpx.Response(200, json={"totalAudienceMembers": 2})):
        assert value.total_audience_members == 2


def test_several_files(tmp_path: Path) -> None:
    """Files of every accepted form go into one form, in order and by their names."""
    from smallestai_atoms.types import File

    path = tmp_path / "deed.txt"
    path.write_bytes(b"three")
    with path.open("rb") as opened:
        files = (b"one", File(BytesIO(b"two"), "passport.pdf", "application/pdf"), opened)
        given = {"id": "1", "documents": "[]", "files": files}
        one = operation("complianceResubmit")
        ((request, _), *_) = call(one, given, httpx.Response(200, json={}))
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    form = email.message_from_bytes(head + request.content, policy=HTTP)
    parts = [part for part in form.iter_parts() if part.get_filename()]
    assert [part.get_filename() for part in parts] == ["files", "passport.pdf", "deed.txt"]
    assert parts[1].get_content_type() == "application/pdf"
    assert [part.get_payload(decode=True) for part in parts] == [b"one", b"two", b"three"]
