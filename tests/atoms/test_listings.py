"""The table of lists against the specification, and a walk through each of them."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import pytest
from openapi_python_client.strings import snake_case
from test_generated import METHODS, SPECS, places
from test_generated_calls import arguments, sample

from atoms.worlds import Service, both
from smallestai.errors import ArgumentError, RemoteProtocolError

if TYPE_CHECKING:
    import httpx

TEMPLATES = Path(__file__).parents[2] / "openapi" / "templates"
SPEC = SPECS["smallestai_atoms"]
ROWS: dict[str, dict[str, Any]] = (
    jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES))
    .get_template("listings.jinja")
    .module
).LISTINGS
PAGING = {"page", "offset", "limit", "skip"}
# They have a limit, and no second page: how many edits to show, and how many of the best agents.
TOPS = {"agentVersioningDraftsGetDraft", "getAgentPerformance"}
OPERATIONS = {
    snake_case(one.data["operationId"]): one for one in METHODS if one.package == "smallestai_atoms"
}


def queries(one: Any) -> set[str]:
    return {place["name"] for place in places(one) if place["in"] == "query"}


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = SPEC["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def at(schema: dict[str, Any], path: str) -> dict[str, Any]:
    """Follow Python names through the schemas."""
    for name in path.split("."):
        fields = {snake_case(wire): field for wire, field in resolved(schema)["properties"].items()}
        schema = fields[name]
    return schema


def answer_of(one: Any) -> dict[str, Any]:
    content: dict[str, Any] = one.data["responses"]["200"]["content"]["application/json"]["schema"]
    return content


def test_every_list_has_a_row() -> None:
    """What is named a list, or has pages, is in the table; and nothing else is."""
    lists = {
        name
        for name, one in OPERATIONS.items()
        if one.method == "get"
        and one.data["operationId"] not in TOPS
        and (re.search(r"(^|_)list(_|$)", name) or queries(one) & PAGING)
    }
    assert lists == set(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_what_the_specification_says(name: str) -> None:
    """Places, models and arguments of a row exist, and every argument that pages is in it."""
    row, one = ROWS[name], OPERATIONS[name]
    for place in row["items"]:
        found = resolved(at(answer_of(one), place))
        options = [*found.get("anyOf", []), *found.get("oneOf", []), found]
        items = [resolved(each)["items"]["$ref"] for each in options if "items" in resolved(each)]
        assert [each.rpartition("/")[2] for each in items] == [row["item"]]
    paging = {row[field] for field in ("number", "start", "size") if field in row}
    assert queries(one) & PAGING == paging
    if not paging:
        return
    assert resolved(at(answer_of(one), row["total"]))["type"] in {"integer", "number"}
    model = SPEC["components"]["schemas"][row["item"]]
    assert row["key"] in {snake_case(wire).lstrip("_") for wire in model["properties"]}
    schemas = {place["name"]: resolved(place["schema"]) for place in places(one)}
    assert schemas[row["size"]].get("maximum") == row.get("most")
    assert (schemas[row["size"]]["type"] == "string") is bool(row.get("text"))


class List:
    """A list of three entries, served as its operation cuts it."""

    def __init__(self, name: str) -> None:
        self.row, self.one = ROWS[name], OPERATIONS[name]
        schema = answer_of(self.one)
        self.wire = sample(SPEC, schema, whole=True)
        entry = sample(SPEC, {"$ref": f"#/components/schemas/{self.row['item']}"}, whole=True)
        self.entries = [self._numbered(entry, number) for number in range(3)]
        self.asked: list[dict[str, str]] = []

    def _numbered(self, entry: Any, number: int) -> Any:
        keys = [wire for wire in entry if snake_case(wire).lstrip("_") == self.row.get("key")]
        return {**entry, **dict.fromkeys(keys, f"id{number}")}

    def __call__(self, request: httpx.Request) -> Any:
        asked = dict(request.url.params)
        self.asked.append(asked)
        row, part = self.row, self.entries
        if "size" in row:
            size = int(asked[row["size"]])
            start = (int(asked[row["number"]]) - 1) * size if "number" in row else None
            start = int(asked[row["start"]]) if start is None else start
            part = self.entries[start : start + size]
        self._put(row["items"][0], part)
        for other in row["items"][1:]:
            self._put(other, [])
        if "total" in row:
            self._put(row["total"], len(self.entries))
        return self.wire

    def _put(self, path: str, value: Any) -> None:
        *places, last = path.split(".")
        target = self.wire
        for name in places:
            target = next(field for wire, field in target.items() if snake_case(wire) == name)
        (wire,) = [wire for wire in target if snake_case(wire) == last]
        target[wire] = value


def iteration(one: Any) -> str:
    """Return the method that goes through a list, by the rule of the names."""
    name: str = one.method_name
    if name == "list":
        return "iter"
    return re.sub("^(list|get)_", "iter_", name)


@both
@pytest.mark.parametrize("name", ROWS)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_each_list_is_walked(world: Any, name: str) -> None:
    """All entries come, as their model, page after page, in both worlds."""
    served = List(name)
    one, row = served.one, served.row
    values = {
        place["name"]: sample(SPEC, place["schema"], whole=False)
        for place in places(one)
        if place.get("required")
    }
    path = re.sub(r"\{(\w+)\}", lambda found: values[found[1]], one.path)
    sizes = {"page_size": 2} if "size" in row else {}

    def act(client: Any) -> Any:
        method = getattr(getattr(client.atoms, one.tag), iteration(one))
        return method(**arguments(method, values), **sizes)

    found = world(Service({f"GET {path}": served}), act)
    models = importlib.import_module("smallestai_atoms.models")
    kind = getattr(models, row["item"])
    assert found == [kind.from_dict(entry) for entry in served.entries]
    assert all(isinstance(entry, kind) for entry in found)
    assert len(served.asked) == (2 if "size" in row else 1)


@both
def test_a_page_is_asked_for_when_it_is_wanted(world: Any) -> None:
    """Nothing is sent before the first entry is wanted, and nothing after the last one that is."""
    served = List("list_agents")
    service = Service({"GET /atoms/v1/agent": served})
    found = world(service, lambda client: client.atoms.agents.iter_agents(page_size=1, limit=2))
    assert [agent.id for agent in found] == ["id0", "id1"]
    assert [asked["page"] for asked in served.asked] == ["1", "2"]
    world(service, lambda client: bool(client.atoms.agents.iter_agents()))
    assert len(served.asked) == 2


@both
def test_filters_go_with_each_page(world: Any) -> None:
    """What narrows the list is sent with every page."""
    served = List("list_agents")
    service = Service({"GET /atoms/v1/agent": served})
    world(
        service,
        lambda client: client.atoms.agents.iter_agents(search="desk", archived=True, page_size=2),
    )
    assert [(asked["search"], asked["archived"]) for asked in served.asked] == [
        ("desk", "true"),
        ("desk", "true"),
    ]


@both
def test_wrong_numbers_are_told_at_once(world: Any) -> None:
    """An argument that cannot be is told by the call itself, and nothing is sent."""
    service = Service({})
    with pytest.raises(ArgumentError):
        world(service, lambda client: client.atoms.calls.iter(page_size=501))
    assert service.requests == []


@both
def test_a_page_that_does_not_turn(world: Any) -> None:
    """A service that ignores the number of the page ends the walk with an error of ours."""
    page = {"status": True, "data": {"agents": [{"_id": "a"}, {"_id": "b"}], "total": 100}}
    service = Service({"GET /atoms/v1/agent": page})
    with pytest.raises(RemoteProtocolError, match="does not turn the page"):
        world(service, lambda client: client.atoms.agents.iter_agents(page_size=2))
    assert len(service.requests) == 3


@both
def test_one_webhook_or_many(world: Any) -> None:
    """Webhooks come as a list; an answer with one of them alone is no list."""
    wire = {"status": True, "data": [{"_id": "w1"}, {"_id": "w2"}]}
    service = Service({"GET /atoms/v1/webhook": wire})
    found = world(service, lambda client: client.atoms.webhooks.iter(limit=1))
    assert [webhook.id for webhook in found] == ["w1"]


@both
def test_the_old_lists_warn(world: Any) -> None:
    """Going through a list of a deprecated operation warns like the operation."""
    wire = {"status": True, "data": []}
    agent = "0123456789abcdef01234567"
    service = Service({f"GET /atoms/v1/agent/{agent}/drafts": wire})
    with pytest.warns(DeprecationWarning, match="iter_drafts is deprecated"):
        world(service, lambda client: client.atoms.agent_versioning_drafts.iter_drafts(agent))
