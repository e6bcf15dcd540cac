"""Each rule of the spec linter finds the document that breaks it, and lets a clean one pass."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from scripts import check_spec

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Document = dict[str, Any]

CLEAN = """
openapi: 3.1.0
info: {title: Things, version: '1'}
paths:
  /things/{id}:
    parameters:
      - {$ref: '#/components/parameters/ThingId'}
    put:
      operationId: putThing
      tags: [Things]
      summary: Store a thing.
      security: [{BearerAuth: []}]
      parameters:
        - {name: dry, in: query, description: Whether to store nothing., schema: {type: boolean}}
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Thing'}
      responses:
        '200':
          description: The thing, or its changes as ThingEvent frames.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/StoredThing'}
            text/event-stream:
              schema: {type: string}
    get:
      operationId: getThing
      tags: [Things]
      description: Fetch a thing.
      security: []
      responses:
        '204': {description: Nothing.}
webhooks:
  thing-changed:
    post:
      operationId: thingChanged
      tags: [Things]
      summary: A thing has changed.
      security: []
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ThingNotice'}
      responses:
        '204': {description: Taken.}
components:
  securitySchemes:
    BearerAuth: {type: http, scheme: bearer, description: A key.}
  parameters:
    ThingId: {name: id, in: path, required: true, description: Id., schema: {type: string}}
  schemas:
    Thing:
      type: object
      description: A thing whose examples and properties hold words of JSON Schema.
      properties:
        default: {type: string}
        examples: {$ref: '#/components/schemas/Tag'}
        type: {anyOf: [{$ref: '#/components/schemas/Tag'}, {type: 'null'}]}
        names: {type: array, items: {type: string}}
      examples:
        - {schema: {type: object, default: 1}, default: x}
    StoredThing:
      type: object
      description: A thing as stored.
      properties:
        colour: {type: string, default: red}
    ThingEvent:
      type: object
      description: A change of a thing.
    ThingNotice:
      type: object
      description: A change of a thing, sent to whoever asked for it.
    Tag:
      type: string
      description: A word.
"""

STREAMS = """
asyncapi: 3.0.0
info: {title: Streams, version: '1'}
channels:
  things:
    address: /things/live
    description: Changes as they happen.
    messages:
      change:
        description: One change.
        payload: {$ref: './things.yaml#/components/schemas/Frame'}
operations:
  sendChange:
    action: send
    description: Tell of a change.
    channel: {$ref: '#/channels/things'}
    messages:
      - {$ref: '#/channels/things/messages/change'}
"""


def document(text: str = CLEAN) -> Document:
    """Return a fresh document to spoil."""
    loaded: Document = yaml.safe_load(text)
    return loaded


def put(spec: Document) -> Any:
    """Return the operation with a body."""
    return spec["paths"]["/things/{id}"]["put"]


def schemas(spec: Document) -> Any:
    """Return the schema components."""
    return spec["components"]["schemas"]


def thing(spec: Document) -> Any:
    """Return the properties of the component that the request carries."""
    return schemas(spec)["Thing"]["properties"]


def add_user(spec: Document, name: str, schema: Document) -> None:
    """Add a component that an answer uses."""
    schemas(spec)[name] = {"description": "Added.", **schema}
    schemas(spec)["StoredThing"]["properties"]["added"] = {"$ref": f"#/components/schemas/{name}"}


def test_clean_spec_has_no_faults() -> None:
    """A document that keeps every rule has no fault."""
    assert check_spec.faults(document()) == []


SPOILERS: list[tuple[str, Callable[[Document], Any], str]] = [
    ("operationId missing", lambda d: put(d).pop("operationId"), "no operationId"),
    ("operationId taken", lambda d: put(d).update(operationId="get_thing"), "no operationId"),
    ("no tag", lambda d: put(d).pop("tags"), "exactly one tag"),
    ("two tags", lambda d: put(d)["tags"].append("More"), "exactly one tag"),
    ("no security", lambda d: put(d).pop("security"), "no security"),
    ("parameter body", lambda d: put(d)["parameters"][0].update(name="body"), "named body"),
    (
        "parameter body by $ref at the path",
        lambda d: d["components"]["parameters"]["ThingId"].update(name="body"),
        "named body",
    ),
    (
        "inline request",
        lambda d: put(d)["requestBody"]["content"]["application/json"].update(
            schema={"type": "object"}
        ),
        "requestBody/content/application~1json/schema: is an inline object",
    ),
    (
        "inline answer",
        lambda d: put(d)["responses"]["200"]["content"]["application/json"].update(
            schema={"properties": {}}
        ),
        "is an inline object",
    ),
    ("inline property", lambda d: thing(d).update(a={"type": "object"}), "is an inline object"),
    (
        "inline element",
        lambda d: thing(d).update(a={"type": "array", "items": {"type": "object"}}),
        "properties/a/items: is an inline object",
    ),
    (
        "inline member",
        lambda d: thing(d)["type"]["anyOf"].append({"type": ["object", "null"]}),
        "anyOf/2: is an inline object",
    ),
    (
        "inline map value",
        lambda d: schemas(d)["Thing"].update(additionalProperties={"type": "object"}),
        "additionalProperties: is an inline object",
    ),
    (
        "object that may be null",
        lambda d: schemas(d)["Thing"].update(type=["object", "null"]),
        "may be null",
    ),
    ("array without items", lambda d: thing(d)["names"].pop("items"), "without items"),
    (
        "default in a body",
        lambda d: thing(d)["default"].update(default="x"),
        "properties/default: has a default",
    ),
    (
        "default in a component that the body refers to",
        lambda d: schemas(d)["Tag"].update(default="x"),
        "schemas/Tag: has a default",
    ),
    (
        "default in a parameter",
        lambda d: put(d)["parameters"][0]["schema"].update(default=False),
        "parameters/0/schema: has a default",
    ),
    (
        "default in a shared parameter",
        lambda d: d["components"]["parameters"]["ThingId"]["schema"].update(default="x"),
        "has a default",
    ),
    ("name …Body", lambda d: add_user(d, "PutThingBody", {"type": "object"}), "generator gives"),
    (
        "name …Response200",
        lambda d: add_user(d, "PutThingResponse200", {"type": "object"}),
        "generator gives",
    ),
    (
        "name …Response4XX",
        lambda d: add_user(d, "PutThingResponse4XX", {"type": "object"}),
        "generator gives",
    ),
    ("name …Item", lambda d: add_user(d, "ThingItem", {"type": "object"}), "generator gives"),
    ("name …Type0", lambda d: add_user(d, "ThingType0", {"type": "object"}), "generator gives"),
    (
        "name of its own property",
        lambda d: add_user(d, "Error", {"type": "object", "properties": {"error": {}}}),
        "one of its properties",
    ),
    ("name in two spellings", lambda d: add_user(d, "stored_thing", {}), "another spelling"),
    ("operation without words", lambda d: put(d).pop("summary"), "/put: has no description"),
    (
        "parameter without words",
        lambda d: put(d)["parameters"][0].pop("description"),
        "parameters/0: has no description",
    ),
    (
        "component without words",
        lambda d: schemas(d)["Tag"].update(description=""),
        "schemas/Tag: has no description",
    ),
    (
        "shared parameter without words",
        lambda d: d["components"]["parameters"]["ThingId"].pop("description"),
        "parameters/ThingId: has no description",
    ),
    ("dangling $ref", lambda d: schemas(d).pop("Tag"), "leads nowhere: #/components/schemas/Tag"),
    (
        "$ref into another file",
        lambda d: thing(d).update(a={"$ref": "other.yaml#/components/schemas/A"}),
        "leads nowhere: other.yaml",
    ),
    (
        "schema without a user",
        lambda d: schemas(d).update(Lone={"type": "string", "description": "Lone."}),
        "schemas/Lone: belongs to no operation",
    ),
    (
        "webhook without a tag",
        lambda d: d["webhooks"]["thing-changed"]["post"].pop("tags"),
        "#/webhooks/thing-changed/post: does not have exactly one tag",
    ),
    (
        "webhook without words",
        lambda d: d["webhooks"]["thing-changed"]["post"].pop("summary"),
        "#/webhooks/thing-changed/post: has no description",
    ),
    (
        "schema whose webhook is gone",
        lambda d: d.pop("webhooks"),
        "schemas/ThingNotice: belongs to no operation",
    ),
    (
        "frame that no stream names",
        lambda d: put(d)["responses"]["200"].update(description="The thing."),
        "schemas/ThingEvent: belongs to no operation",
    ),
]


@pytest.mark.parametrize(
    ("spoil", "fault"), [case[1:] for case in SPOILERS], ids=[case[0] for case in SPOILERS]
)
def test_broken_spec_is_found(spoil: Callable[[Document], Any], fault: str) -> None:
    """Each way to break a rule yields a fault that says so, at its place."""
    spec = document()
    spoil(spec)
    assert any(fault in found for found in check_spec.faults(spec)), check_spec.faults(spec)


def streams() -> tuple[Document, dict[str, Document]]:
    """Return a stream document, and it with the service it refers to by file name."""
    service, spec = document(), document(STREAMS)
    schemas(service)["Frame"] = {"type": "object", "description": "A change."}
    return spec, {"streams.yaml": spec, "things.yaml": service}


def test_clean_streams_have_no_faults() -> None:
    """A stream document and the service whose frames it sends have no fault."""
    spec, files = streams()
    assert check_spec.faults(spec, files) == []
    assert check_spec.faults(files["things.yaml"], files) == []


CHANNEL: tuple[str, ...] = ("channels", "things")
OPERATION: tuple[str, ...] = ("operations", "sendChange")
MESSAGE = (*CHANNEL, "messages", "change")


@pytest.mark.parametrize(
    ("where", "change", "fault"),
    [
        ((), {"asyncapi": "2.6.0"}, "#/asyncapi: is not 3.x"),
        (CHANNEL, {"address": ""}, "#/channels/things: has no address"),
        (CHANNEL, {"messages": {}}, "#/channels/things: has no messages"),
        (CHANNEL, {"description": ""}, "#/channels/things: has no description"),
        (MESSAGE, {"description": ""}, "messages/change: has no description"),
        (MESSAGE, {"payload": {"type": "object"}}, "payload: is an inline object"),
        (MESSAGE, {"payload": {"$ref": "things.yaml#/components/schemas/No"}}, "leads nowhere"),
        (MESSAGE, {"payload": {"$ref": "no.yaml#/components/schemas/Thing"}}, "leads nowhere"),
        (OPERATION, {"action": "publish"}, "has no action send or receive"),
        (OPERATION, {"channel": {}}, "#/operations/sendChange: has no channel"),
        (OPERATION, {"channel": {"$ref": "#/channels/no"}}, "leads nowhere"),
        (OPERATION, {"messages": []}, "has no messages"),
        (OPERATION, {"messages": [{"$ref": "#/info"}]}, "not its channel's"),
        (OPERATION, {"summary": "", "description": ""}, "sendChange: has no description"),
    ],
)
def test_broken_streams_are_found(where: tuple[str, ...], change: Document, fault: str) -> None:
    """Each way to break the structure of AsyncAPI 3 yields a fault that says so."""
    spec, files = streams()
    part: Any = spec
    for key in where:
        part = part[key]
    part.update(change)
    found = check_spec.faults(spec, files)
    assert any(fault in each for each in found), found


def test_frame_needs_a_message() -> None:
    """A frame that no message of streams.yaml carries is a fault of the service's spec."""
    spec, files = streams()
    spec["channels"]["things"]["messages"]["change"].pop("payload")
    found = check_spec.faults(files["things.yaml"], files)
    assert found == ["#/components/schemas/Frame: belongs to no operation and no message"]


def test_main_prints_place_and_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints each fault with file and pointer, then the count, and exits 1."""
    spoilt = copy.deepcopy(document())
    put(spoilt)["tags"] = []
    path = tmp_path / "things.yaml"
    path.write_text(yaml.safe_dump(spoilt), "utf-8")
    assert check_spec.main([str(path)]) == 1
    place = f"{path}: #/paths/~1things~1{{id}}/put"
    assert (
        capsys.readouterr().out == f"{place}: does not have exactly one tag\n1 faults in 1 specs\n"
    )


def test_main_passes_a_clean_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command exits 0 without faults, and takes the generator's settings for no spec."""
    (tmp_path / "things.yaml").write_text(CLEAN, "utf-8")
    (tmp_path / "codegen.yaml").write_text("literal_enums: true", "utf-8")
    assert check_spec.main([str(tmp_path / "things.yaml")]) == 0
    assert capsys.readouterr().out == "0 faults in 1 specs\n"
