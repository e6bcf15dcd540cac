"""Values made up from schemas, and the replies that are made of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from records_app import SPECS
from starlette.applications import Starlette

from smallestai.sandbox import atoms_rest
from smallestai.sandbox.examples import example
from smallestai.sandbox.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

ATOMS = SPECS.atoms
SCHEMAS = sorted(ATOMS.document["components"]["schemas"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_made_up_value_is_what_its_schema_allows(name: str) -> None:
    """It is so for every schema of Atoms, and it is the same again for the same seed."""
    place = f"/components/schemas/{name}"
    made = example(ATOMS, {"$ref": f"#{place}"}, "seed")
    assert [error.message for error in ATOMS.validator(place).iter_errors(made)] == []
    assert example(ATOMS, {"$ref": f"#{place}"}, "seed") == made


def test_values_depend_on_their_seed() -> None:
    """Two agents have two ids, which are as long as ids are."""
    schema = {"$ref": "#/components/schemas/Agent"}
    one, two = (example(ATOMS, schema, seed)["_id"] for seed in "ab")
    assert one != two
    assert len(one) == len(two) == 24


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 9, "maxLength": 12},
        {"type": "string", "maxLength": 2},
        {"type": "integer", "minimum": 5},
        {"type": "number", "maximum": -3},
        {"type": "array", "minItems": 3, "items": {"type": "boolean"}},
        {"allOf": [{"properties": {"a": {"const": 1}}}, {"properties": {"b": {"enum": [2, 3]}}}]},
        {"type": ["string", "null"], "format": "date-time"},
        {"oneOf": [{"type": "null"}, {"type": "string"}]},
        {},
    ],
)
def test_limits_are_kept(schema: dict[str, Any]) -> None:
    """Lengths, numbers, choices and merged schemas."""
    made = example(ATOMS, schema, "seed")
    assert Draft202012Validator(schema).is_valid(made)


@pytest.fixture
def app() -> Iterator[Starlette]:
    state = State()
    state.specs = SPECS
    yield Starlette(routes=atoms_rest.routes(state))
    state.close()


def request(app: Starlette, method: str, path: str, **options: Any) -> httpx.Response:
    """Send a request through the app and return the whole reply."""

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            return await client.request(method, path, **options)

    return asyncio.run(send())


def test_what_nothing_acts_out_is_answered(app: Starlette) -> None:
    """The same request has the same reply, another id another one, each in its own envelope."""
    one, again, other = (
        request(app, "GET", f"/atoms/v1/call-actions/{name}").json() for name in ("a", "a", "b")
    )
    assert one == again
    assert one["success"] is True
    assert one["data"]["_id"] != other["data"]["_id"]
    created = request(app, "POST", "/atoms/v1/agent", json={"name": "x"})
    assert (created.status_code, created.json()["status"]) == (201, True)


def test_requests_are_checked_there_too(app: Starlette) -> None:
    """A body, a query and a form that break the specification are 400."""
    assert request(app, "POST", "/atoms/v1/agent", json={}).status_code == 400
    assert request(app, "GET", "/atoms/v1/agent?page=x").status_code == 400
    assert request(app, "POST", "/atoms/v1/audience", data={"name": "x"}).status_code == 400


def test_replies_that_are_no_json(app: Starlette) -> None:
    """A table is an empty one, and where nothing is declared there is nothing."""
    table = request(app, "GET", f"/atoms/v1/campaign/{'0' * 24}/logs/export")
    assert table.headers["content-type"].startswith("text/csv")
    nothing = request(app, "PATCH", "/atoms/v1/workflow/x", json={"type": "single_prompt"})
    assert (nothing.status_code, nothing.content) == (200, b"")
