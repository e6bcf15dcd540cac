"""Routes that check a request before their handler sees it."""

from __future__ import annotations

import threading
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from records_app import RecordsApp

from smallestai.sandbox.operations import Inputs, RefusedError, operation, page_of
from smallestai.sandbox.replies import atoms_error, atoms_ok, waves_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response


def serving(target: str, handler: Callable[[Any, Inputs], Response]) -> RecordsApp:
    """Return an app with one operation."""
    module = ModuleType("one")
    module.routes = lambda state: [operation(state, target, handler)]
    return RecordsApp(module)


def test_a_handler_gets_the_checked_inputs() -> None:
    """Path, typed query, headers in any case and body reach the handler with the state."""
    seen: list[tuple[Any, Inputs]] = []

    def handler(state: Any, inputs: Inputs) -> Response:
        seen.append((state, inputs))
        return atoms_ok({"agents": [], "total": 0})

    with serving("GET /atoms/v1/agent", handler) as app:
        app.request("GET", "/atoms/v1/agent?page=2&archived=true", headers={"X-One": "1"})
        [(state, inputs)] = seen
        assert state is app.state
    assert (inputs.query["page"], inputs.query["archived"]) == (2, True)
    assert inputs.query["search"] is None
    assert inputs.headers["x-one"] == "1"
    assert inputs.body == {}


def test_a_handler_may_block() -> None:
    """A handler runs in a thread other than the event loop's."""
    threads: list[threading.Thread] = []

    def handler(_: Any, __: Inputs) -> Response:
        threads.append(threading.current_thread())
        return atoms_ok({})

    with serving("GET /atoms/v1/user", handler) as app:
        app.request("GET", "/atoms/v1/user")
    assert threads[0] is not threading.current_thread()


def test_a_refusal_is_the_reply() -> None:
    """What a handler raises to refuse a request is sent as it stands."""

    def handler(_: Any, __: Inputs) -> Response:
        raise RefusedError(atoms_error(403, "Not for you"))

    with serving("GET /atoms/v1/agent/{id}", handler) as app:
        reply = app.request("GET", "/atoms/v1/agent/1")
    assert (reply.status_code, reply.json()["errors"]) == (403, ["Not for you"])


def test_a_handler_never_sees_an_unsound_request() -> None:
    """Each service refuses in its own words before the handler runs."""

    def handler(_: Any, __: Inputs) -> Response:
        return waves_error(500, "reached")

    with serving("POST /atoms/v1/agent", handler) as app:
        reply = app.request("POST", "/atoms/v1/agent", json={})
        assert reply.json() == {"status": False, "errors": ["name: Required"]}
    with serving("POST /waves/v1/auth/token", handler) as app:
        reply = app.request("POST", "/waves/v1/auth/token", json={"ttl_seconds": "x"})
        assert (reply.status_code, reply.json()["error"][0]["code"]) == (400, "invalid_type")
        reply = app.request("POST", "/waves/v1/auth/token", content=b"{")
        assert (reply.status_code, reply.json()["error"][0]["code"]) == (400, "custom")


def test_a_repeated_parameter_is_a_list() -> None:
    """A parameter that takes one value refuses two."""
    with serving("GET /atoms/v1/agent", lambda _, __: atoms_ok({})) as app:
        reply = app.request("GET", "/atoms/v1/agent?page=1&page=2&page=3")
    assert reply.json()["errors"] == ["page: Expected integer, received array"]


@pytest.mark.parametrize(
    ("number", "size", "expected"),
    [
        (None, 2, [0, 1]),
        (1, 2, [0, 1]),
        (2, 2, [2, 3]),
        (3, 2, [4]),
        (4, 2, []),
        (0, 9, [*range(5)]),
        (-1, 2, [0, 1]),
    ],
)
def test_pages_count_from_one(number: int | None, size: int, expected: list[int]) -> None:
    """A page past the end is empty; none, and anything below one, is the first."""
    assert list(page_of([*range(5)], number, size)) == expected
