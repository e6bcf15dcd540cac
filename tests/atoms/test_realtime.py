"""Sessions with an agent, as recorded, over real sockets in both worlds."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from conversations.agent import Session, assert_error, sessions
from servers import stays

from smallestai.atoms import _realtime_link

from .agent_script import AGENT, KEY, Desk, Script, agent_server, play, play_async

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Play = Callable[[str, Desk, Session], BaseException | None]


@pytest.fixture(autouse=True)
def _no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(_realtime_link, "PAUSES", (0.01, 0.01))
    before = set(threading.enumerate())
    yield
    assert [thread for thread in set(threading.enumerate()) - before if stays(thread)] == []


@pytest.mark.parametrize("caller", [play, play_async], ids=["blocking", "async"])
@pytest.mark.parametrize("session", sessions(), ids=lambda each: each.name)
def test_session(session: Session, caller: Play) -> None:
    """Every session gives its frames, events and error, and each connection a token of its own."""
    desk, script = Desk(), Script(session)
    with agent_server(script, script.admit) as url:
        error = caller(url, desk, session)
    assert script.faults == []
    assert_error(session.error, error)
    tokens = [f"wct_{number:08}" for number in range(1, session.connections + 1)]
    paths = [f"/atoms/v1/agent/connect?token={token}" for token in tokens]
    assert [request.path for request in script.requests] == paths
    mode = session.options.get("mode", "webcall")
    assert desk.bodies == [{"agent_id": AGENT, "mode": mode}] * session.connections
    for request in script.requests:
        assert "Authorization" not in request.headers
        assert KEY not in f"{request.path} {request.headers}"
