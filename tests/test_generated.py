"""The generated packages: lazy, complete, and at ease with what the service may send."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pickle
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from openapi_python_client.strings import pascal_case, snake_case

from scripts import codegen

GENERATED = Path(__file__).parent.parent / "generated"
PACKAGES = [f"smallestai_{service}" for service in codegen.SERVICES]
SPECS: dict[str, Any] = {
    name: json.loads((GENERATED / name / "openapi.json").read_text()) for name in PACKAGES
}


@dataclass(frozen=True)
class Operation:
    """One operation of a specification, and where its client is."""

    package: str
    method: str
    path: str
    data: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.package}.{self.data['operationId']}"

    @property
    def tag(self) -> str:
        return snake_case(self.data["tags"][0])

    @property
    def name(self) -> str:
        return snake_case(self.data["operationId"])

    @property
    def method_name(self) -> str:
        return self.name.removeprefix(f"{self.tag}_")

    @property
    def namespace(self) -> str:
        return pascal_case(self.tag)

    @property
    def answers(self) -> dict[str, Any]:
        """The content of the successful answers, by media type."""
        responses = self.data["responses"]
        success = [responses[status] for status in responses if status.startswith("2")]
        return {kind: data for one in success for kind, data in one.get("content", {}).items()}

    def module(self) -> Any:
        return importlib.import_module(f"{self.package}.api.{self.tag}.{self.name}")

    def function(self, prefix: str = "") -> Any:
        tag = importlib.import_module(f"{self.package}.api.{self.tag}")
        return getattr(getattr(tag, prefix + self.namespace), self.method_name, None)


OPERATIONS = [
    Operation(package, method, path, item[method])
    for package, spec in SPECS.items()
    for path, item in spec["paths"].items()
    for method in codegen.METHODS
    if method in item
]
STREAMS = [one for one in OPERATIONS if set(one.answers) == {"text/event-stream"}]
METHODS = [one for one in OPERATIONS if one not in STREAMS]
MODELS = [
    (package, name, schema)
    for package, spec in SPECS.items()
    for name, schema in spec["components"]["schemas"].items()
    if "properties" in schema
]


def model(package: str, schema: str) -> Any:
    return getattr(importlib.import_module(f"{package}.models"), pascal_case(schema))


def loaded_by(program: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a program."""
    program = f"import sys\nsys.path.insert(0, {str(GENERATED)!r})\n{program}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True)
    return set(done.stdout.decode().split())


# Imports


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_imports(package: str) -> None:
    """Each module can be imported, without a warning, in a fresh interpreter."""
    command = [sys.executable, "-I", "-W", "error", "-c", codegen.IMPORT_ALL, GENERATED, package]
    subprocess.run(command, check=True)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_lazy(package: str) -> None:
    """Importing a package, its models and its operations loads no model, no httpx, no attrs."""
    loaded = loaded_by(f"import {package}, {package}.models, {package}.api")
    own = {name for name in loaded if name.startswith(package)}
    assert own == {package, f"{package}.models", f"{package}.api"}
    assert not {"httpx", "attr", "attrs", "dateutil", "msgspec"} & loaded


def test_a_model_loads_alone() -> None:
    """A model loads without its neighbours and without httpx."""
    loaded = loaded_by("from smallestai_atoms.models import Agent")
    models = {name for name in loaded if name.startswith("smallestai_atoms.models.")}
    assert models == {"smallestai_atoms.models.agent"}
    assert "httpx" not in loaded


def test_an_operation_loads_when_it_is_called() -> None:
    """A namespace loads none of its operations; a call loads that one, and no model."""
    program = "from smallestai_atoms.api import Api\nagents = Api(lambda *sent: None).agents\n"
    before = loaded_by(program)
    after = loaded_by(program + "agents.get_agent('x')") - before
    own = {name for name in before | after if name.startswith("smallestai_atoms.")}
    assert {name for name in after if name in own} == {
        "smallestai_atoms.api.agents.get_agent",
        "smallestai_atoms.errors",
        "smallestai_atoms.models",
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_names(package: str) -> None:
    """Every name offered is there, `dir` knows it, and any other is an AttributeError."""
    for name in (package, f"{package}.models"):
        module = importlib.import_module(name)
        assert set(module.__all__) <= set(dir(module))
        assert all(hasattr(module, public) for public in module.__all__)
        with pytest.raises(AttributeError, match="has no attribute 'Nonsense'"):
            _ = module.Nonsense


# Models


def samples(package: str, schema: dict[str, Any]) -> list[Any]:
    """Return the wire forms that a schema gives as examples, and one made up from it."""
    return [*schema.get("examples", []), made_up(SPECS[package], schema, ())]


def made_up(spec: dict[str, Any], schema: dict[str, Any], inside: tuple[str, ...]) -> Any:
    """Return a value that a schema allows, every field filled but where a schema holds itself."""
    reference = schema.get("$ref", "").rpartition("/")[2]
    if reference:
        deeper = spec["components"]["schemas"][reference]
        return {} if reference in inside else made_up(spec, deeper, (*inside, reference))
    for word in ("anyOf", "oneOf", "allOf"):
        if word in schema:
            return made_up(spec, schema[word][0], inside)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type", "string")
    if "properties" in schema:
        return {name: made_up(spec, part, inside) for name, part in schema["properties"].items()}
    if kind == "array":
        return [made_up(spec, schema["items"], inside)]
    if kind == "string" and schema.get("format") == "date-time":
        return "2026-10-02T09:00:00Z"
    return {"integer": 1, "number": 1.5, "boolean": True, "object": {}}.get(str(kind), "text")


@pytest.mark.parametrize("package", PACKAGES)
def test_what_is_read_is_written(package: str) -> None:
    """What the specification allows is written as it was read, also after copying and pickling."""
    for owner, name, schema in MODELS:
        for wire in samples(package, schema) if owner == package else ():
            value = model(package, name).from_dict(copy.deepcopy(wire))
            assert normal(value.to_dict()) == normal(wire), name
            assert not value.additional_properties, f"{name}: fields that the schema does not name"
            assert pickle.loads(pickle.dumps(value)) == value == copy.deepcopy(value)


def normal(value: Any) -> Any:
    """Return a wire form in which timestamps have no fractions that are zero."""
    text = json.dumps(value, sort_keys=True)
    return re.sub(r"(T\d\d:\d\d:\d\d)\.0+Z", r"\1Z", re.sub(r"(\.\d\d\d)000Z", r"\1Z", text))


@pytest.mark.parametrize("package", PACKAGES)
def test_no_promise_is_needed(package: str) -> None:
    """An empty object, nulls, and texts in every field are read and written as they came."""
    for owner, name, schema in MODELS:
        for value in (None, "odd", 17, [], {}) if owner == package else ():
            wire = dict.fromkeys(schema["properties"], value)
            assert model(package, name).from_dict(wire).to_dict() == wire, name
        if owner == package:
            assert model(package, name).from_dict({"new": 1}).to_dict() == {"new": 1}


# Namespaces


def test_every_operation_has_a_method() -> None:
    """Namespaces hold one method per operation, but for those that only answer with events."""
    assert [str(one) for one in METHODS if one.function() is None] == []
    assert [str(one) for one in STREAMS if one.function() is not None] == []
    for package in PACKAGES:
        api = importlib.import_module(f"{package}.api")
        tags = {one.tag for one in OPERATIONS if one.package == package}
        for names in (vars(api.Api), vars(api.AsyncApi)):
            assert tags == {name for name in names if not name.startswith("_")}


@pytest.mark.parametrize("one", METHODS, ids=str)
def test_the_twins_agree(one: Operation) -> None:
    """The awaitable method has the signature and the docstring of the blocking one."""
    blocking, awaitable = one.function(), one.function("Async")
    assert inspect.iscoroutinefunction(awaitable)
    assert not inspect.iscoroutinefunction(blocking)
    assert inspect.signature(blocking) == inspect.signature(awaitable)
    assert blocking.__doc__ == awaitable.__doc__
    assert blocking.__doc__.startswith(one.data["summary"])


@pytest.mark.parametrize("one", METHODS, ids=str)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_requests(one: Operation) -> None:
    """A method sends what the specification says: verb, path, and each argument in its place."""
    sent: list[Any] = []
    namespace = one.function().__qualname__.partition(".")[0]
    tag = importlib.import_module(f"{one.package}.api.{one.tag}")
    arguments = stand_ins(one.function())
    getattr(getattr(tag, namespace)(lambda *call: sent.append(call)), one.method_name)(
        **arguments, request_options={"timeout": 1.0}
    )
    request, _, options = sent[0]
    assert request["method"] == one.method
    assert request["url"] == re.sub(r"\{\w+\}", "x", one.path)
    assert options == {"timeout": 1.0}
    parameters = {(place["in"], place["name"]) for place in places(one) if place.get("required")}
    for kind, name in parameters - {("path", place["name"]) for place in places(one)}:
        assert name in request["params" if kind == "query" else "headers"]


def stand_ins(function: Any) -> dict[str, Any]:
    """Return a value for each argument that has no default."""
    parameters = list(inspect.signature(function).parameters.values())[1:]
    needed = [one for one in parameters if one.default is inspect.Parameter.empty]
    return {one.name: b"x" if one.annotation == "Upload" else "x" for one in needed}


def places(one: Operation) -> list[dict[str, Any]]:
    """Return the parameters of an operation, those of its path among them."""
    spec = SPECS[one.package]
    shared = spec.get("components", {}).get("parameters", {})
    listed = [*spec["paths"][one.path].get("parameters", []), *one.data.get("parameters", [])]
    return [shared[item["$ref"].rpartition("/")[2]] if "$ref" in item else item for item in listed]


@pytest.mark.parametrize("one", METHODS, ids=str)
def test_answers_are_read(one: Operation) -> None:
    """An answer that the specification allows is read as the type that the method promises."""
    promised = inspect.signature(one.function()).return_annotation.split(" | ")
    schemas = SPECS[one.package]["components"]["schemas"]
    for kind, content in one.answers.items() if len(one.answers) == 1 else ():
        reference = content["schema"].get("$ref", "").rpartition("/")[2]
        for wire in samples(one.package, schemas[reference]) if reference else ():
            assert kind == "application/json"
            value = one.module()._parse(httpx.Response(200, json=wire))
            assert type(value).__name__ in (reference, f"{reference}Model")
            assert {reference, f"{reference}Model"} & set(promised)


@pytest.mark.parametrize("one", STREAMS, ids=str)
def test_streams_build_requests(one: Operation) -> None:
    """An operation that answers with events still builds its request."""
    field = "json" if "requestBody" in one.data else "params"
    values = {"text": "hello"} if field == "json" else {"callId": "CALL-1"}
    request = one.module()._get_kwargs(
        **({"body": values} if field == "json" else {"call_id": "CALL-1"})
    )
    assert (request["method"], request["url"]) == (one.method, one.path)
    assert request[field] == values


@pytest.mark.parametrize(
    ("package", "name", "field"),
    [
        ("smallestai_waves", "TokenGrant", "access_token"),
        ("smallestai_atoms", "RegisteredCall", "access_token"),
        ("smallestai_atoms", "WebSession", "token"),
        ("smallestai_atoms", "TestCall", "token"),
        ("smallestai_atoms", "Webhook", "decryptedSecretKey"),
        ("smallestai_atoms", "ImportNumberRequest", "sipPassword"),
        ("smallestai_atoms", "WebEngageAccount", "apiKey"),
    ],
)
def test_a_secret_is_not_shown(package: str, name: str, field: str) -> None:
    """A token or secret is as good as a key: it is read, but it is not in the repr."""
    value = model(package, name).from_dict({field: "wat_secret"})
    assert getattr(value, snake_case(field)) == "wat_secret"
    assert value.to_dict()[field] == "wat_secret"
    assert "wat_secret" not in repr(value)


def test_equality_and_repr() -> None:
    """Models are equal by their class and all of their fields, and the repr names the fields."""
    agents, others = model("smallestai_atoms", "AgentList"), model("smallestai_atoms", "AgentCalls")
    value = agents.from_dict({"total": 2, "new": 1})
    assert value == agents.from_dict({"total": 2, "new": 1})
    assert value != agents.from_dict({"total": 3, "new": 1})
    assert value != agents.from_dict({"total": 2, "new": 2})
    assert others.from_dict({}) != agents.from_dict({})
    assert repr(value) == "AgentList(agents=UNSET, total=2, additional_properties={'new': 1})"
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)
