"""Whole answers, settings of one call, and answers that are not what was promised."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from smallestai_atoms.api import Api, AsyncApi
from smallestai_atoms.types import RawResponse
from test_generated import METHODS, SPECS, places
from test_generated_calls import answers, arguments, body_of, sample

from atoms.worlds import Service, both
from smallestai import Timeout
from smallestai.errors import APIError, APITimeoutError, ArgumentError, RemoteProtocolError

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = SPECS["smallestai_atoms"]
OPERATIONS = [one for one in METHODS if one.package == "smallestai_atoms"]
AGENTS = "GET /atoms/v1/agent"
_KNOWN: set[str] = set()


@both
def test_the_whole_answer(world: Any) -> None:
    """Under ``with_raw_response`` an operation gives status, headers, id and body as well."""
    wire = {"status": True, "data": {"agents": [{"_id": "a"}], "total": 1}}
    service = Service({AGENTS: wire})
    found = world(
        service, lambda client: client.atoms.agents.with_raw_response.list_agents(search="x")
    )
    assert isinstance(found, RawResponse)
    assert (found.status_code, found.request_id) == (200, "req_1")
    assert found.headers["content-type"] == "application/json"
    assert json.loads(found.body) == wire
    assert found.parsed.data.agents[0].id == "a"
    assert service.requests[0].url.query == b"search=x"


@both
def test_a_refusal_is_an_error_there_too(world: Any) -> None:
    """A whole answer is a success; a refusal stays an error."""
    service = Service({AGENTS: httpx.Response(403, json={"status": False, "errors": ["no"]})})
    with pytest.raises(APIError):
        world(service, lambda client: client.atoms.agents.with_raw_response.list_agents())


@pytest.mark.parametrize("kind", [Api, AsyncApi], ids=["blocking", "async"])
def test_every_operation_has_one(kind: Any) -> None:
    """Each operation of each namespace is under ``with_raw_response``, with its arguments."""
    api = kind(lambda *_: None)
    for one in OPERATIONS:
        namespace = getattr(api, one.tag)
        method = getattr(namespace.with_raw_response, one.method_name)
        assert inspect.signature(method) == inspect.signature(getattr(namespace, one.method_name))


def test_deprecated_operations_warn_there_too() -> None:
    """The warning names the caller's line, not ours."""
    api = Api(lambda *_: None)  # type: ignore[arg-type]
    with pytest.warns(DeprecationWarning, match="deprecated") as caught:
        api.agent_versioning_drafts.with_raw_response.list_drafts("0" * 24)
    assert caught[0].filename == __file__


@both
def test_settings_of_one_call(world: Any) -> None:
    """Headers and retries of a call go with it; the next call has the client's own again."""
    down = httpx.Response(503, json={"status": False, "errors": ["down"]})
    service = Service({AGENTS: down})
    options = {"headers": {"X-Trace": "t1"}, "max_retries": 0, "timeout": 5}
    with pytest.raises(APIError):
        world(service, lambda client: client.atoms.agents.list_agents(request_options=options))
    assert len(service.requests) == 1
    assert service.requests[0].headers["x-trace"] == "t1"
    assert service.requests[0].extensions["timeout"]["read"] == 5


@both
def test_settings_of_a_client(world: Any) -> None:
    """``with_options`` gives a client whose every call has the settings."""
    service = Service({AGENTS: {"status": True, "data": {}}})

    def act(client: Any) -> Any:
        other = client.with_options(headers={"X-Trace": "t2"}, timeout=7)
        return other.atoms.agents.list_agents()

    world(service, act)
    assert service.requests[0].headers["x-trace"] == "t2"
    assert service.requests[0].extensions["timeout"]["read"] == 7


@both
def test_settings_that_do_not_exist(world: Any) -> None:
    """A setting that is misspelt is told; nothing is sent."""
    service = Service({})
    options = {"retries": 3}
    with pytest.raises(ArgumentError, match="retries"):
        world(service, lambda client: client.atoms.agents.list_agents(request_options=options))
    assert service.requests == []


@both
def test_the_timeout_of_one_call(world: Any) -> None:
    """The time for the whole call can be a call's own."""

    def late(request: httpx.Request) -> Any:
        raise httpx.ReadTimeout("late", request=request)

    options = {"timeout": Timeout(total=0.01, first=0.01)}
    with pytest.raises(APITimeoutError):
        world(
            Service({AGENTS: late}),
            lambda client: client.atoms.agents.list_agents(request_options=options),
        )


def changed(value: Any, known: set[str] = _KNOWN) -> Iterator[Any]:
    """Yield a reply again and again, each time with one thing in it not as it was promised.

    What lies within an object that was gone through before, in this reply or in another, is left.
    """
    if isinstance(value, dict):
        shape = json.dumps(value)
        if shape in known:
            return
        known.add(shape)
        yield {**value, "addedLater": {"deep": [1]}}
        for name, field in value.items():
            yield {each: field for each, field in value.items() if each != name}
            for other in _replacements(field):
                yield {**value, name: other}
            for other in changed(field):
                yield {**value, name: other}
    elif isinstance(value, list):
        for item in value[:1]:
            yield [item, None, *value]
            for other in changed(item):
                yield [other]


def _replacements(field: Any) -> list[Any]:
    return [None, "added_later" if isinstance(field, str) else {"other": "kind"}]


def all_strings(value: Any) -> Any:
    """Return a reply each text of which is one that nobody knows."""
    if isinstance(value, dict):
        return {name: all_strings(field) for name, field in value.items()}
    if isinstance(value, list):
        return [all_strings(item) for item in value]
    return "added_later" if isinstance(value, str) else value


def nulls(value: Any) -> Any:
    """Return a reply all of whose fields are null."""
    return dict.fromkeys(value) if isinstance(value, dict) else None


@pytest.mark.parametrize("one", OPERATIONS, ids=str)
@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")
def test_replies_that_were_not_promised(one: Any) -> None:
    """An added field, a value that nobody knows, a null, a missing field: none breaks a call."""
    values = {
        place["name"]: sample(SPEC, place["schema"], whole=False)
        for place in places(one)
        if place.get("required")
    }
    for _, _, wire in answers(one):
        if not isinstance(wire, dict):
            continue
        replies = [*changed(wire), all_strings(wire), nulls(wire)]
        for reply in replies:
            read(one, values, reply)


def read(one: Any, values: dict[str, Any], reply: Any) -> Any:
    """Have an operation read a reply, and write back what it read: nothing is lost."""
    response = httpx.Response(200, json=reply)
    api = Api(lambda request, parse, options: parse(response))  # type: ignore[arg-type]
    method = getattr(getattr(api, one.tag), one.method_name)
    bodies = [*body_of(one, whole=False)]
    body = bodies[0][2] if bodies else {}
    named = "body" not in inspect.signature(method).parameters
    given = arguments(method, values | (body if named else {}))
    found = method(**given, **({} if named else {"body": body}))
    assert json.loads(json.dumps(found.to_dict())) == reply
    return found


@both
@pytest.mark.parametrize("content", [b"", b"<html>", b"{", b"\xff"])
def test_what_is_no_json(world: Any, content: bytes) -> None:
    """A success that is no JSON is an error of ours, with what came."""
    service = Service({AGENTS: httpx.Response(200, content=content)})
    with pytest.raises(RemoteProtocolError):
        world(service, lambda client: client.atoms.agents.list_agents())
