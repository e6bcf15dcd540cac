"""What `client.atoms` offers, and what it costs to ask for it."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from functools import cached_property
from typing import Any

import pytest
from smallestai_atoms.api import Api, AsyncApi
from test_specs import ATOMS_METHODS

from smallestai import AsyncSmallestAI, SmallestAI
from smallestai.errors import ArgumentError

TAGS = [name for name, value in vars(Api).items() if isinstance(value, cached_property)]


def loaded_by(program: str) -> set[str]:
    """Return the modules that a fresh interpreter holds after a program."""
    code = f"import sys, json\n{program}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("client", "api"), [(SmallestAI, Api), (AsyncSmallestAI, AsyncApi)], ids=["blocking", "async"]
)
@pytest.mark.parametrize("tag", TAGS)
def test_every_namespace_has_its_operations(client: Any, api: Any, tag: str) -> None:
    """A namespace with more in it is the generated one still: nothing is lost."""
    generated = type(getattr(api(lambda *_: None), tag))
    namespace = getattr(client("sk_x").atoms, tag)
    assert isinstance(namespace, generated)
    for name, method in inspect.getmembers(generated, inspect.isfunction):
        if not name.startswith("_"):
            taken = list(inspect.signature(getattr(type(namespace), name)).parameters)
            assert set(inspect.signature(method).parameters) <= set(taken)


def test_live_events_are_there() -> None:
    """The stream of events, which no operation returns, has a namespace of its own."""
    assert SmallestAI("sk_x").atoms.live_events is not None
    assert AsyncSmallestAI("sk_x").atoms.live_events is not None


def test_a_namespace_costs_its_own_module() -> None:
    """Whoever uses agents loads neither calls, nor models, nor what waits or edits for them."""
    found = loaded_by("import smallestai\nsmallestai.SmallestAI('sk_x').atoms.agents.list_agents")
    ours = {name for name in found if name.startswith("smallestai.atoms.")}
    assert ours == {
        "smallestai.atoms._sending",
        "smallestai.atoms.agents",
        "smallestai.atoms.namespaces",
    }
    tags = {name.split(".")[2] for name in found if name.startswith("smallestai_atoms.api.")}
    assert tags == {"agents"}
    assert not any(name.startswith("smallestai_atoms.models.") for name in found)
    assert not found & {"asyncio", "websockets"}


@pytest.mark.parametrize("client", [SmallestAI, AsyncSmallestAI], ids=["blocking", "async"])
@pytest.mark.parametrize("name", ATOMS_METHODS)
def test_methods_have_the_names_of_the_service(client: Any, name: str) -> None:
    """Each operation that has a name in other clients of the service has it here."""
    namespace, _, method = name.partition(".")
    assert callable(getattr(getattr(client("sk_x").atoms, namespace), method))


@pytest.mark.parametrize("client", [SmallestAI, AsyncSmallestAI], ids=["blocking", "async"])
def test_live_events_go_by_two_names(client: Any) -> None:
    """The name of the operation makes the same stream, with the same checks."""
    atoms = client("sk_x").atoms
    assert type(atoms.live_transcripts.subscribe_to_live_events(call_id="CALL-1")) is type(
        atoms.live_events.stream("CALL-1")
    )
    with pytest.raises(ArgumentError, match="reconnects"):
        atoms.live_transcripts.subscribe_to_live_events("CALL-1", reconnects=-1)
