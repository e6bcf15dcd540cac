"""Changing an agent: draft, publication, calls with it; and what is left when a step fails."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import httpx
import pytest
from smallestai_atoms.api.agent_versioning_branches import AgentVersioningBranches

from atoms.worlds import Service, awaited, blocking, no_pauses
from smallestai.atoms.drafts import AgentSettings
from smallestai.errors import (
    APIConnectionError,
    APITimeoutError,
    ArgumentError,
    ConflictError,
    FrozenError,
    LocalProtocolError,
    SmallestError,
)

__all__ = ["no_pauses"]

AGENT, MAIN, TRIAL = "a" * 24, "b" * 24, "c" * 24
BRANCHES = f"GET /atoms/v1/agent/{AGENT}/branches"
SHOW = f"GET /atoms/v1/agent/{AGENT}"


def on(branch: str, what: str = "") -> str:
    return f"/atoms/v1/agent/{AGENT}/branches/{branch}{what}"


def branch(name: str, **changes: Any) -> dict[str, Any]:
    known = {
        "_id": name,
        "name": "main" if name == MAIN else "trial",
        "isDefault": name == MAIN,
        "headRevisionId": f"head-{name}",
        "openDraftId": None,
        **changes,
    }
    return {"branch": known, "isLive": name == MAIN}


def agent(**settings: Any) -> dict[str, Any]:
    return {"status": True, "data": {"_id": AGENT, "name": "Desk", **settings}}


def platform(*branches: Any, **changes: Any) -> Service:
    """Return a platform with an agent, its branches, and a draft that can be changed."""
    shown = [*branches] or [branch(MAIN), branch(TRIAL)]
    routes: dict[str, Any] = {
        BRANCHES: {"data": {"branches": shown}},
        SHOW: agent(globalPrompt="Be brief.", _resolvedConfig={"globalPrompt": "Be kind."}),
    }
    for name in (MAIN, TRIAL):
        routes |= {
            f"PUT {on(name, '/draft')}": {"data": {"draftRevision": 1}},
            f"POST {on(name, '/draft/publish')}": {"data": {"state": "committed"}},
            f"POST {on(name, '/live')}": {"data": {}},
        }
    return Service(routes | changes)


def edit(world: Any, service: Service, body: Any, **options: Any) -> Any:
    """Run a block with a draft; the body is a function of the draft."""

    def act(client: Any) -> Any:
        if world is blocking:
            with client.atoms.agents.edit(AGENT, **options) as draft:
                result = body(draft)
            return draft, result
        return aact(client)

    async def aact(client: Any) -> Any:
        async with client.atoms.agents.edit(AGENT, **options) as draft:
            result = body(draft)
            result = await result if inspect.isawaitable(result) else result
        return draft, result

    return world(service, act)


both = pytest.mark.parametrize("world", [blocking, awaited], ids=["blocking", "async"])


def politely(draft: Any) -> Any:
    draft.update(global_prompt="Speak formally.", language={"default": "hi"})
    return draft.diff()


def writes(service: Service) -> list[str]:
    return [line for line in service.lines() if not line.startswith("GET")]


@both
def test_in_one_step(world: Any) -> None:
    """The changes of the live branch are saved once and published; calls have them by that."""
    service = platform()
    draft, diff = edit(world, service, politely, label="formal")
    assert writes(service) == [f"PUT {on(MAIN, '/draft')}", f"POST {on(MAIN, '/draft/publish')}"]
    assert service.bodies(f"PUT {on(MAIN, '/draft')}") == [
        {"globalPrompt": "Speak formally.", "language": {"default": "hi"}}
    ]
    assert service.bodies(f"POST {on(MAIN, '/draft/publish')}") == [{"label": "formal"}]
    assert '-  "globalPrompt": "Be kind."' in diff
    assert '+  "globalPrompt": "Speak formally."' in diff
    assert draft.is_published
    assert draft.branch_id == MAIN


@both
def test_another_branch_is_made_live(world: Any) -> None:
    """A branch that takes no calls is made the one that does, after the publication."""
    service = platform()
    edit(world, service, politely, branch_id=TRIAL)
    assert writes(service) == [
        f"PUT {on(TRIAL, '/draft')}",
        f"POST {on(TRIAL, '/draft/publish')}",
        f"POST {on(TRIAL, '/live')}",
    ]
    assert service.requests[1].url.query == f"versionId=head-{TRIAL}".encode()


@both
@pytest.mark.parametrize(
    ("options", "count"), [({"publish": False}, 1), ({"activate": False}, 2), ({}, 3)]
)
def test_only_some_steps(world: Any, options: dict[str, bool], count: int) -> None:
    """Without publication a draft stays open; without activation calls go on as before."""
    service = platform()
    draft, _ = edit(world, service, politely, branch_id=TRIAL, **options)
    assert len(writes(service)) == count
    assert draft.is_published is (count > 1)


@both
def test_a_block_that_raises_sends_nothing(world: Any) -> None:
    """When the body raises, nothing is changed, published or made live."""
    service = platform()

    def fail(draft: Any) -> None:
        draft.update(first_message="Hi")
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        edit(world, service, fail)
    assert writes(service) == []


@both
def test_a_block_without_changes_sends_nothing(world: Any) -> None:
    """Without changes there is nothing to publish; their difference is empty."""
    service = platform()
    _, diff = edit(world, service, lambda draft: draft.diff())
    assert (diff, writes(service)) == ("", [])


@both
def test_saved_for_a_test_call(world: Any) -> None:
    """A draft can be saved within the block; what is saved is not sent again, later changes are."""
    service = platform()

    def body(draft: Any) -> Any:
        politely(draft)
        return draft.save()

    edit(world, service, body)
    assert len(service.bodies(f"PUT {on(MAIN, '/draft')}")) == 1


@both
def test_an_open_draft(world: Any) -> None:
    """A draft of somebody else is not published unasked; gone on with, its edits are shown."""
    drafted = branch(MAIN, openDraftId="d1")
    changes = {
        SHOW: lambda request: (
            agent(globalPrompt="Be kind.", firstMessage="Hi!")
            if request.url.params.get("draftId")
            else agent(globalPrompt="Be kind.")
        ),
        f"GET {on(MAIN, '/draft')}": {"data": {"latest": {"draftRevision": 4}}},
    }
    with pytest.raises(LocalProtocolError, match="open draft"):
        edit(world, platform(drafted, **changes), politely)
    service = platform(drafted, **changes)
    _, diff = edit(world, service, politely, resume=True)
    assert '+  "firstMessage": "Hi!"' in diff
    assert service.bodies(f"PUT {on(MAIN, '/draft')}")[0]["expectedRevision"] == 4


@both
@pytest.mark.parametrize(
    ("line", "status", "kind", "done"),
    [
        (f"PUT {on(TRIAL, '/draft')}", 409, ConflictError, "nothing is published"),
        (f"PUT {on(TRIAL, '/draft')}", 423, FrozenError, "nothing is published"),
        (f"POST {on(TRIAL, '/draft/publish')}", 409, ConflictError, "not published"),
        (f"POST {on(TRIAL, '/draft/publish')}", 423, FrozenError, "not published"),
        (f"POST {on(TRIAL, '/live')}", 423, FrozenError, "takes no calls with it yet"),
    ],
)
def test_what_is_left(world: Any, line: str, status: int, kind: Any, done: str) -> None:
    """A refusal says how far the changes came, and has them."""
    detail = {"conflict": {"expectedRevision": 1, "latestRevision": 2}}
    refusal = httpx.Response(status, json={"status": False, "errors": ["no"], "data": detail})
    with pytest.raises(kind, match=done) as caught:
        edit(world, platform(**{line: refusal}), politely, branch_id=TRIAL)
    error: Any = caught.value
    assert error.unpublished == {"globalPrompt": "Speak formally.", "language": {"default": "hi"}}
    assert error.body["data"] == detail
    assert "all the same" not in error.hint


@both
@pytest.mark.parametrize("step", ["/draft/publish", "/live"])
def test_what_is_left_when_a_step_breaks_off(world: Any, step: str) -> None:
    """Where nobody knows whether a step was carried out, the error does not claim to."""

    def break_off(request: httpx.Request) -> Any:
        raise httpx.ReadError("gone", request=request)

    service = platform(**{f"POST {on(TRIAL, step)}": break_off})
    with pytest.raises(APIConnectionError, match="unless the last step was carried out") as caught:
        edit(world, service, politely, branch_id=TRIAL)
    assert vars(caught.value)["unpublished"]["globalPrompt"] == "Speak formally."


def scan(*drafts: Any, heads: list[str]) -> dict[str, Any]:
    """Return a platform that checks a draft before it publishes it."""
    return {
        f"POST {on(MAIN, '/draft/publish')}": httpx.Response(
            202, json={"data": {"state": "scanning"}}
        ),
        f"GET {on(MAIN, '/draft')}": [
            each if isinstance(each, httpx.Response) else {"data": {"latest": each}}
            for each in drafts
        ],
        f"GET {on(MAIN)}": [{"data": branch(MAIN, headRevisionId=head)} for head in heads],
    }


OLD = f"head-{MAIN}"
ACTIVE = {"pendingPublish": {"state": "active"}, "securityCheck": {"status": "running"}}


@both
def test_a_check_before_the_publication(world: Any, no_pauses: None) -> None:
    """While the check goes on it is looked at again; then the branch has another head."""
    gone = httpx.Response(404, json={"status": False, "errors": ["no draft"]})
    service = platform(**scan(ACTIVE, ACTIVE, gone, heads=[OLD, OLD, "new"]))
    draft, _ = edit(world, service, politely)
    assert draft.is_published
    assert service.lines().count(f"GET {on(MAIN)}") == 3


@both
@pytest.mark.parametrize(
    ("latest", "why"),
    [
        ({"pendingPublish": {"state": "cancelled"}}, "called off"),
        ({"pendingPublish": None, "securityCheck": {"reason": "a secret key"}}, "a secret key"),
    ],
)
def test_a_check_that_is_not_passed(world: Any, latest: Any, why: str, no_pauses: None) -> None:
    """A draft that does not pass, or is called off, is not published; the reason is told."""
    service = platform(**scan(ACTIVE, latest, heads=[OLD]))
    with pytest.raises(ConflictError, match=why) as caught:
        edit(world, service, politely)
    assert vars(caught.value)["unpublished"]
    assert f"POST {on(MAIN, '/live')}" not in service.lines()


@both
def test_a_check_that_takes_too_long(world: Any) -> None:
    """The time for the check is limited; the error has the changes."""
    service = platform(**scan(ACTIVE, heads=[OLD]))
    with pytest.raises(APITimeoutError, match="security check") as caught:
        edit(world, service, politely, timeout=0.01)
    assert vars(caught.value)["unpublished"]


@both
@pytest.mark.parametrize(
    ("settings", "why"),
    [({"global_promt": "x"}, "did you mean global_prompt"), ({"name": "x"}, "no setting")],
)
def test_settings_that_do_not_exist(world: Any, settings: Any, why: str) -> None:
    """A setting that is misspelt, or no version has, is told within the block; nothing is sent."""
    service = platform()
    with pytest.raises(ArgumentError, match=why):
        edit(world, service, lambda draft: draft.update(**settings))
    assert writes(service) == []


@both
@pytest.mark.parametrize("options", [{"timeout": 0}, {"timeout": "9"}, {"label": "x" * 201}])
def test_endings_that_cannot_be(world: Any, options: dict[str, Any]) -> None:
    """What is needed at the end only is checked first: by then the changes would be saved."""
    service = platform()
    with pytest.raises(ArgumentError, match=next(iter(options))):
        edit(world, service, politely, **options)
    assert service.requests == []


@both
def test_branches_that_do_not_exist(world: Any) -> None:
    """An id of no branch is told with those there are; a platform without one is at fault."""
    with pytest.raises(ArgumentError, match="main"):
        edit(world, platform(), politely, branch_id="f" * 24)
    with pytest.raises(SmallestError, match="no live branch"):
        edit(world, platform(**{BRANCHES: {"data": {"branches": [None, {}]}}}), politely)


@both
def test_the_default_branch_when_none_is_live(world: Any) -> None:
    """A new agent whose branch takes no calls yet is changed in its default branch."""
    service = platform(branch(TRIAL), branch(MAIN) | {"isLive": False})
    draft, _ = edit(world, service, politely)
    assert draft.branch_id == MAIN
    assert writes(service)[-1] == f"POST {on(MAIN, '/live')}"


@both
def test_outside_of_the_block(world: Any) -> None:
    """A draft is changed within its block, neither before nor after."""
    draft, _ = edit(world, platform(), politely)
    with pytest.raises(LocalProtocolError):
        draft.update(first_message="Hi")
    with pytest.raises(LocalProtocolError):
        asyncio.run(draft.save())


def test_the_settings_are_those_of_the_operation() -> None:
    """What can be changed is what the operation takes, but the number of the edit."""
    taken = set(inspect.signature(AgentVersioningBranches.update_draft).parameters)
    own = {"self", "id", "branch_id", "expected_revision", "request_options"}
    assert set(AgentSettings.__annotations__) == taken - own
