"""Requests checked against a specification, and the issues that come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from records_app import SPECS

from smallestai.sandbox.validation import Spec, check_request, read_query

if TYPE_CHECKING:
    from smallestai.sandbox.issues import Issue

DOCUMENT = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://service.example/base/v1/"}],
    "paths": {
        "/things/{id}": {
            "parameters": [{"$ref": "#/components/parameters/Id"}],
            "get": {
                "operationId": "getThing",
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
                    {"name": "ratio", "in": "query", "schema": {"type": "number"}},
                    {"name": "all", "in": "query", "schema": {"type": "boolean"}},
                    {
                        "name": "ids",
                        "in": "query",
                        "schema": {"type": "array", "items": {"type": "integer"}},
                    },
                    {"name": "must", "in": "query", "required": True, "schema": {"type": "string"}},
                    {"name": "X-Mode", "in": "header", "schema": {"enum": ["a"]}},
                ],
            },
            "post": {
                "operationId": "postThing",
                "requestBody": {"$ref": "#/components/requestBodies/Thing"},
            },
        },
        "/upload": {
            "post": {
                "operationId": "upload",
                "requestBody": {"content": {"multipart/form-data": {"schema": {}}}},
            }
        },
    },
    "components": {
        "parameters": {
            "Id": {"name": "id", "in": "path", "required": True, "schema": {"pattern": "^t"}}
        },
        "requestBodies": {
            "Thing": {
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
            }
        },
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string", "minLength": 2, "maxLength": 4},
                    "kind": {"enum": ["a", "b"], "type": "string"},
                    "count": {"type": "integer", "minimum": 1, "maximum": 9},
                    "share": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
                    "code": {"type": "string", "pattern": "^[a-z]+$"},
                    "tags": {"type": "array", "minItems": 1, "maxItems": 2},
                    "note": {"type": ["string", "null"]},
                    "fixed": {"const": "yes"},
                    "either": {"anyOf": [{"type": "string"}, {"type": "number"}]},
                    "inner": {"type": "object", "required": ["x"]},
                    "list": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
                },
            },
            "Part": {"type": "object", "properties": {"size": {"type": "number"}}},
        },
    },
}


@pytest.fixture(scope="module")
def things() -> Spec:
    return Spec(DOCUMENT)


def issues(things: Spec, **body: Any) -> list[Issue]:
    return check_request(things, "postThing", path={"id": "t1"}, body={"name": "abc", **body})


def test_a_sound_request_has_no_issue(things: Spec) -> None:
    """A body that fits its schema passes, and so do fields that the schema does not name."""
    assert issues(things, kind="a", count=1, share=0.5, note=None, unknown=1) == []


def test_unnamed_fields_pass_even_where_the_schema_shuts_them_out(things: Spec) -> None:
    """The services ignore what they do not know, whatever `additionalProperties` says."""
    assert issues(things, what="ever") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            {"count": "1"},
            {
                "expected": "integer",
                "received": "string",
                "code": "invalid_type",
                "path": ["count"],
                "message": "Expected integer, received string",
            },
        ),
        (
            {"count": 1.5},
            {
                "expected": "integer",
                "received": "float",
                "code": "invalid_type",
                "path": ["count"],
                "message": "Expected integer, received float",
            },
        ),
        (
            {"kind": "c"},
            {
                "received": "c",
                "options": ["a", "b"],
                "code": "invalid_enum_value",
                "path": ["kind"],
                "message": "Invalid enum value. Expected 'a' | 'b', received 'c'",
            },
        ),
        (
            {"count": 10},
            {
                "maximum": 9,
                "type": "number",
                "inclusive": True,
                "exact": False,
                "code": "too_big",
                "path": ["count"],
                "message": "Number must be less than or equal to 9",
            },
        ),
        (
            {"share": 0},
            {
                "minimum": 0,
                "type": "number",
                "inclusive": False,
                "exact": False,
                "code": "too_small",
                "path": ["share"],
                "message": "Number must be greater than 0",
            },
        ),
        (
            {"name": "a"},
            {
                "minimum": 2,
                "type": "string",
                "inclusive": True,
                "exact": False,
                "code": "too_small",
                "path": ["name"],
                "message": "String must contain at least 2 character(s)",
            },
        ),
        (
            {"tags": [1, 2, 3]},
            {
                "maximum": 2,
                "type": "array",
                "inclusive": True,
                "exact": False,
                "code": "too_big",
                "path": ["tags"],
                "message": "Array must contain at most 2 element(s)",
            },
        ),
        (
            {"code": "A1"},
            {
                "validation": "regex",
                "code": "invalid_string",
                "path": ["code"],
                "message": "Invalid",
            },
        ),
        (
            {"fixed": "no"},
            {
                "expected": "yes",
                "received": "no",
                "code": "invalid_literal",
                "path": ["fixed"],
                "message": "Invalid literal value, expected 'yes'",
            },
        ),
        (
            {"either": []},
            {"code": "invalid_union", "path": ["either"], "message": "Invalid input"},
        ),
        (
            {"note": 3},
            {
                "expected": "string",
                "received": "number",
                "code": "invalid_type",
                "path": ["note"],
                "message": "Expected string, received number",
            },
        ),
        (
            {"list": [{}, {"size": "L"}]},
            {
                "expected": "number",
                "received": "string",
                "code": "invalid_type",
                "path": ["list", 1, "size"],
                "message": "Expected number, received string",
            },
        ),
        (
            {"inner": {}},
            {
                "expected": "string",
                "received": "undefined",
                "code": "invalid_type",
                "path": ["inner", "x"],
                "message": "Required",
            },
        ),
    ],
)
def test_each_fault_becomes_its_issue(
    things: Spec, body: dict[str, Any], expected: dict[str, Any]
) -> None:
    """A fault is told in the form of the checker that the services run."""
    assert [issue.zod() for issue in issues(things, **body)] == [expected]


def test_a_wrong_type_hides_other_faults_of_the_value(things: Spec) -> None:
    """A value of the wrong type is reported once, as such; faults elsewhere are still told."""
    found = issues(things, kind=7, count=0)
    assert {issue.path: issue.code for issue in found} == {
        ("kind",): "invalid_type",
        ("count",): "too_small",
    }


@pytest.mark.parametrize("body", [None, {}])
def test_no_body_is_an_empty_one(things: Spec, body: object) -> None:
    """A missing body names each required field as missing."""
    found = check_request(things, "postThing", path={"id": "t1"}, body=body)
    assert [issue.text() for issue in found] == ["name: Required"]


def test_a_body_that_is_no_object_is_refused(things: Spec) -> None:
    """A list where an object is due is an issue of the body as a whole."""
    found = check_request(things, "postThing", path={"id": "t1"}, body=[])
    assert [issue.text() for issue in found] == ["Expected object, received array"]


def test_bodies_of_other_types_are_left_alone(things: Spec) -> None:
    """A form is not checked as JSON."""
    assert check_request(things, "upload", body=None) == []


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ({"must": "x", "page": "2", "ratio": "0.5", "all": "true", "ids": "1,2"}, []),
        ({"must": "x", "ids": ["1", "2"]}, []),
        ({"must": "x", "page": "two"}, ["page: Expected integer, received string"]),
        ({"must": "x", "page": "1.5"}, ["page: Expected integer, received float"]),
        ({"must": "x", "all": "yes"}, ["all: Expected boolean, received string"]),
        ({"must": "x", "ids": "1,b"}, ["ids.1: Expected integer, received string"]),
        ({"must": "x", "page": ["1", "2"]}, ["page: Expected integer, received array"]),
        ({"must": "x", "other": "1"}, []),
        ({}, ["must: Required"]),
    ],
)
def test_query_strings_are_read_as_declared(
    things: Spec, query: dict[str, Any], texts: list[str]
) -> None:
    """A parameter is compared with its schema after it has been read as the declared type."""
    found = check_request(things, "getThing", path={"id": "t1"}, query=query)
    assert [issue.text() for issue in found] == texts


def test_path_and_headers_are_checked(things: Spec) -> None:
    """Parameters declared for the whole path count, and header names have no case."""
    found = check_request(
        things, "getThing", path={"id": "x"}, query={"must": "1"}, headers={"x-mode": "b"}
    )
    assert [issue.path for issue in found] == [("id",), ("X-Mode",)]


def test_read_query_gives_types_and_defaults(things: Spec) -> None:
    """Declared parameters come as their types; a default stands in for an absent one, else None."""
    query = {"ratio": "2", "all": "false", "ids": "3", "stray": "1"}
    assert read_query(things, "getThing", query) == {
        "page": 1,
        "ratio": 2,
        "all": False,
        "ids": [3],
        "must": None,
    }


def test_operations_are_found_by_method_and_path(things: Spec) -> None:
    """The path includes the server's, and the names of parameters do not matter."""
    assert things.at("post", "/base/v1/things/{thingId}").id == "postThing"
    with pytest.raises(KeyError):
        things.at("PUT", "/base/v1/things/{id}")


def test_a_validator_is_compiled_once(things: Spec) -> None:
    """Asking for the same schema again returns the same validator."""
    pointer = things.operations["postThing"].body
    assert things.validator(pointer) is things.validator(pointer)


@pytest.mark.parametrize("service", ["atoms", "waves"])
def test_the_services_documents_can_be_read(service: str) -> None:
    """Every operation of both documents, and every schema in its request, resolves."""
    document = getattr(SPECS, service)
    assert document.operations
    for operation in document.operations.values():
        check_request(document, operation.id, body={})
        for pointer, _ in operation.parameters:
            document.validator(pointer).is_valid("x")


def test_the_speech_request_of_the_service() -> None:
    """The documented refusal of an unknown output format comes out as the service words it."""
    body = {"text": "x", "voice_id": "magnus", "output_format": "ogg"}
    [issue] = check_request(SPECS.waves, "synthesizeSpeech", body=body)
    assert (issue.code, issue.path) == ("invalid_enum_value", ("output_format",))
    assert issue.details["received"] == "ogg"
    assert set(issue.details["options"]) == {"wav", "ulaw", "alaw", "pcm", "mp3"}
