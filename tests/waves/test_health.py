"""Whether the service is up, in both worlds."""

from __future__ import annotations

from typing import Any

import pytest
from servers import answer, http_server

from smallestai import APIConnectionError, NotFoundError, ServerError
from smallestai.waves.health import Health
from waves.worlds import both, json_reply

PARTS = {"mongo": {"status": "connected"}, "redis": {"status": "connected"}}


def _ask(waves: Any) -> Any:
    return waves.health()


@both
def test_all_is_up(world: Any) -> None:
    """Each part comes with its word."""
    with http_server(json_reply({"status": "ok", **PARTS, "novel": 1})) as (url, requests):
        assert world(url, _ask) == Health(True, "ok", {"mongo": "connected", "redis": "connected"})
    assert requests[0].startswith(b"GET /waves/v1/health ")


@both
def test_something_is_down(world: Any) -> None:
    """A report that comes with 503 is a report, and is asked for once."""
    report = {"status": "degraded", **PARTS, "rabbitmq": {"status": "disconnected"}}
    with http_server(json_reply(report, "503 Service Unavailable")) as (url, requests):
        found = world(url, _ask)
    assert not found.ok
    assert found.status == "degraded"
    assert found.parts["rabbitmq"] == "disconnected"
    assert len(requests) == 1


@both
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (answer(b"<h1>Down</h1>", "text/html", status="503 Service Unavailable"), ServerError),
        (json_reply({"error": "upstream"}, "503 Service Unavailable"), ServerError),
        (json_reply({"status": "error"}, "500 Oh"), ServerError),
        (json_reply({"error": "none"}, "404 Not Found"), NotFoundError),
    ],
)
def test_other_answers_are_refusals(world: Any, reply: bytes, kind: type[Exception]) -> None:
    """What is no report is raised as it is everywhere."""
    with http_server(reply) as (url, _):
        with pytest.raises(kind):
            world(url, _ask)


@both
def test_nobody_is_there(world: Any) -> None:
    """A service that cannot be reached is an error."""
    with pytest.raises(APIConnectionError):
        world("http://127.0.0.1:9", _ask)


@both
def test_a_word_that_is_not_ok(world: Any) -> None:
    """A success with another word than ``ok`` is not up."""
    with http_server(json_reply({"status": "starting"})) as (url, _):
        assert world(url, _ask) == Health(False, "starting")
