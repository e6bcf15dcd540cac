"""Requests that nobody would think of: every operation of both services, with made-up arguments.

Schemathesis makes arguments that fit the specification, and for Waves such that do not. The bodies
of Atoms are too deep for that to be quick: they are sound ones with one value changed. Whatever is
sent, the sandbox fails with no 5xx, and each reply is one that the specification has.

The examples are the same in every run; ``SMALLESTAI_FUZZ`` is how many of each kind to try instead
of the few that a run of all tests has time for.
"""

from __future__ import annotations

import json
import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from test_generated import METHODS, SPECS, Operation
from test_generated_calls import sample

from smallestai import SmallestAI
from smallestai.sandbox import Sandbox, Settings
from smallestai.sandbox.atoms_plan import LIMITS

from .contract import CONTRACTS
from .world import World

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = int(os.environ.get("SMALLESTAI_FUZZ", "2"))
AUTHORIZATION = {"Authorization": "Bearer any-key"}
NAMED = {
    "agentId": "agent",
    "audienceId": "audience",
    "branchId": "branch",
    "sourceBranchId": "branch",
    "revisionId": "revision",
    "callId": "call",
    "knowledgeBaseId": "base",
    "templateId": "template",
    "webhookId": "webhook",
}
WHOSE = {
    "/agent/{id}": "agent",
    "/audience/{id}": "audience",
    "/campaign/{id}": "campaign",
    "/conversation/{id}": "call",
    "/knowledgebase/{id}": "base",
    "/webhook/{id}": "webhook",
}
"""Whose id stands in which paths."""

MADE = [
    (service, name)
    for service, contract in CONTRACTS.items()
    for name, (_, _, data) in contract.operations.items()
    if service == "waves" or "requestBody" not in data
]
BODIES = [
    one
    for one in METHODS
    if one.package == "smallestai_atoms"
    and "application/json" in one.data.get("requestBody", {}).get("content", {})
]
ODD: list[Any] = [
    None,
    True,
    -1,
    0.5,
    2**63,
    1e308,
    "",
    " ",
    "x" * 3000,
    "\x00",
    "\ud800",
    "2026-13-45",
    "0123456789abcdef01234567",
    [],
    [[None]],
    {},
    {"$ne": None},
]
"""Values that take the place of one in a sound body."""


class Target:
    """A sandbox with one thing of each kind."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.url = sandbox.url
        self.session = requests.Session()
        self.session.trust_env = False
        with SmallestAI("any-key", base_url=sandbox.url) as client:
            world = World(client)
            things = {*NAMED.values(), *WHOSE.values()}
            self.ids = {thing: str(getattr(world, thing)) for thing in sorted(things)}

    def send(self, case: Any, knows: bool) -> httpx.Response:
        """Send what schemathesis made; what knows uses ids of things that there are."""
        case.headers = {**(case.headers or {}), **AUTHORIZATION}
        if knows:
            case.path_parameters = self.told(case.path_parameters, case.path)
            case.body = self.told(case.body, case.path)
        made = case.as_transport_kwargs(base_url=self.url, headers=AUTHORIZATION)
        return self._reply(self.session.request(**made, timeout=20))

    def http(self, method: str, path: str, headers: Any, content: str) -> httpx.Response:
        """Send a request as it is."""
        url = self.url + path
        return self._reply(
            self.session.request(method, url, headers=headers, data=content, timeout=20)
        )

    def told(self, values: Any, path: str) -> Any:
        """Return values in which known ids stand in place of invented ones."""
        if not isinstance(values, dict):
            return values
        known = {name: self.id_of(name, path, "") for name in values} | {"voice_id": "magnus"}
        return {name: known.get(name) or value for name, value in values.items()}

    def id_of(self, name: str, path: str, other: str = "0123456789abcdef01234567") -> str:
        """Return the id of what a name means, another where there is no such thing."""
        own = next((thing for part, thing in WHOSE.items() if part in path), "")
        return self.ids.get(own if name == "id" else NAMED.get(name, ""), other)

    def _reply(self, answer: requests.Response) -> httpx.Response:
        headers = {"content-type": answer.headers.get("content-type", "")}
        return httpx.Response(answer.status_code, headers=headers, content=answer.content)


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    """A sandbox where a lot may be made."""
    options = Settings(
        plan_limits=dict.fromkeys(LIMITS, 1_000_000),
        clone_limit=1_000_000,
        call_seconds=0.2,
    )
    with Sandbox(settings=options) as sandbox:
        found = Target(sandbox)
        with found.session:
            yield found


@cache
def fuzzed(service: str) -> dict[str, Any]:
    """Return the operations of a service as what requests are made from."""
    schema = schemathesis.openapi.from_dict(CONTRACTS[service].document)
    found = [result.ok() for result in schema.get_all_operations()]
    return {one.definition.raw["operationId"]: one for one in found}


QUICK = settings(
    max_examples=EXAMPLES,
    phases=[Phase.generate],  # to shrink takes longer than there is time for
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def hold(service: str, name: str, reply: httpx.Response) -> None:
    """Refuse a failure, and a reply that the specification does not have."""
    assert reply.status_code < 500, reply.text[:300]
    if not _is_elsewhere(reply):
        assert CONTRACTS[service].reply_faults(name, reply) == []


@pytest.mark.parametrize(("service", "name"), MADE)
def test_what_fits_breaks_nothing(service: str, name: str, target: Target) -> None:
    """Arguments that the specification allows."""
    strategy = fuzzed(service)[name].as_strategy(generation_mode=GenerationMode.POSITIVE)

    @QUICK
    @given(case=strategy, knows=st.booleans())
    def run(case: Any, knows: bool) -> None:
        hold(service, name, target.send(case, knows))

    run()


@pytest.mark.parametrize("name", CONTRACTS["waves"].operations)
def test_what_does_not_fit_breaks_nothing(name: str, target: Target) -> None:
    """Arguments that the specification does not allow."""
    strategy = fuzzed("waves")[name].as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @QUICK
    @given(case=strategy)
    def run(case: Any) -> None:
        hold("waves", name, target.send(case, knows=False))

    try:
        run()
    except Unsatisfiable:  # without arguments there is nothing to do wrong
        assert "requestBody" not in CONTRACTS["waves"].operations[name][2]


@pytest.mark.parametrize("one", BODIES, ids=lambda one: one.data["operationId"])
def test_a_changed_body_breaks_nothing(one: Operation, target: Target) -> None:
    """A sound body in which one value has become another, with ids of things that there are."""
    schema = one.data["requestBody"]["content"]["application/json"]["schema"]
    body = target.told(sample(SPECS[one.package], schema, whole=True), one.path)
    places = list(places_in(body))
    url = re.sub(r"\{(\w+)\}", lambda name: target.id_of(name[1], one.path), one.path)

    @settings(QUICK, max_examples=4 * EXAMPLES)
    @given(place=st.sampled_from(places), value=st.sampled_from(ODD))
    def run(place: tuple[Any, ...], value: Any) -> None:
        content = json.dumps(replaced(body, place, value))
        headers = {**AUTHORIZATION, "Content-Type": "application/json"}
        hold("atoms", one.data["operationId"], target.http(one.method, url, headers, content))

    run()


@pytest.mark.parametrize(
    ("path", "field"), [("/atoms/v1/agent", "name"), ("/waves/v1/pca", "transcript")]
)
def test_half_a_pair_is_no_text(path: str, field: str, target: Target) -> None:
    """A surrogate alone can be read from JSON and never be written: it is refused at the door."""
    headers = {**AUTHORIZATION, "Content-Type": "application/json"}
    for half in ("\\ud800", "\\uDC00"):
        reply = target.http("POST", path, headers, f'{{"{field}": "{half}"}}')
        assert (reply.status_code, "Invalid JSON" in reply.text) == (400, True)
    pair = target.http("POST", path, headers, f'{{"{field}": "\\ud83d\\ude00"}}')
    assert "Invalid JSON" not in pair.text


def places_in(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value in a value, itself among them."""
    yield at
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(each, (*at, key))


def replaced(value: Any, place: tuple[Any, ...], other: Any) -> Any:
    """Return a copy with another value in a place."""
    if not place:
        return other
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[place[0]] = replaced(value[place[0]], place[1:], other)
    return changed


def _is_elsewhere(reply: httpx.Response) -> bool:
    """Tell whether a value in the path has led to no operation at all."""
    return reply.headers.get("content-type", "").startswith("text/html")
