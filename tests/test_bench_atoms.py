"""The benchmark of the first call of Atoms: both programs get the same answer."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import httpx
import pytest
from jsonschema import Draft202012Validator

from scripts.bench import atoms, startup
from scripts.bench.field import OURS
from scripts.bench.processes import ContenderError, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = json.loads(files("smallestai_atoms").joinpath("openapi.json").read_text())


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of the server."""
    with Server() as server:
        yield server.addresses["http"]


def test_agents(url: str) -> None:
    """The page of agents is what the specification says."""
    reply = httpx.get(url + "/atoms/v1/agent").json()
    components = SPEC["components"]
    schema = {"$ref": "#/components/schemas/AgentListResponse", "components": components}
    Draft202012Validator(schema).validate(reply)
    assert len(reply["data"]["agents"]) == 10
    assert reply["data"]["agents"][0].keys() <= components["schemas"]["Agent"]["properties"].keys()


def test_programs(url: str) -> None:
    """Bare httpx leads; it and our client end with the agents."""
    programs = [each for each in atoms.programs(url) if not each.vendor]
    assert [each.name for each in programs] == ["bare httpx", OURS]
    for program in programs:
        assert 0 < startup.run(program, sys.executable) < 60


def test_program_without_agents(url: str) -> None:
    """A program that does not get them has no figure."""
    program = atoms.programs(url)[1]
    broken = replace(program, source=program.source.replace("agent.name", "agent.id"))
    with pytest.raises(ContenderError, match="the agents are not there"):
        startup.run(broken, sys.executable)
